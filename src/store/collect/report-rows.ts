import { z } from "zod";
import { type OrgId, SUPPORT_TYPES } from "../../plan/plan.ts";
import type { Week } from "../../plan/week.ts";
import type { Queries } from "../sql/database.ts";
import { type Statement, sql } from "../sql/sql.ts";
import type { Report } from "./collect.ts";

const COLUMNS = sql`nonce, unit, week, version, by, instead_of, mode, at, receipt, support, correction`;

const Support = z.array(z.object({ id: z.string(), type: z.enum(SUPPORT_TYPES), opened: z.boolean() }));

export async function findReport(db: Queries, unit: OrgId, week: Week): Promise<Report | null> {
  return (await findReports(db, unit, [week]))[0] ?? null;
}

/** The version that counts of each week, newest week first. */
export function findReports(db: Queries, unit: OrgId, weeks: readonly Week[]): Promise<readonly Report[]> {
  return listReportsWhere(
    db,
    sql`(unit, week, version) IN (
        SELECT unit, week, max(version) FROM report WHERE unit = ${unit} AND week = ANY(${weeks}::text[])
        GROUP BY unit, week
      ) ORDER BY week DESC`,
  );
}

export async function listReportsWhere(db: Queries, where: Statement): Promise<readonly Report[]> {
  const rows = await db.rows<Report>(sql`SELECT ${COLUMNS} FROM report WHERE ${where}`);
  return rows.map((row) => ({ ...row, support: Support.parse(row.support) }));
}
