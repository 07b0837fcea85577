// A version's facts, one row per sheet.
import type { PlanFacts } from "../../plan/plan.ts";
import type { Queries } from "../sql/database.ts";
import { json, sql } from "../sql/sql.ts";
import { SHEETS } from "./facts-schema.ts";

export async function insertFacts(tx: Queries, version: number, facts: PlanFacts): Promise<void> {
  for (const sheet of Object.keys(SHEETS) as (keyof PlanFacts)[]) {
    await tx.run(sql`
      INSERT INTO plan_sheet (version, sheet, rows) VALUES (${version}, ${sheet}, ${json(facts[sheet])}::jsonb)`);
  }
}

/** Null when there is no such version. Throws when what is stored is not what this program writes. */
export async function readFacts(db: Queries, version: number): Promise<PlanFacts | null> {
  const found: Record<string, unknown> = {};
  for (const sheet of Object.keys(SHEETS) as (keyof PlanFacts)[]) {
    const row = await db.row<{ rows: unknown }>(
      sql`SELECT rows FROM plan_sheet WHERE version = ${version} AND sheet = ${sheet}`,
    );
    if (!row) return null;
    found[sheet] = SHEETS[sheet].parse(row.rows);
  }
  return found as unknown as PlanFacts;
}
