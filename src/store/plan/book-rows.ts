// What has been collected, as rows: report lines, forecasts, support requests.
import type { Forecast, ReportLine, SupportRequest } from "../../plan/plan.ts";
import type { Queries } from "../sql/database.ts";
import { inParts } from "../sql/in-parts.ts";
import { sql } from "../sql/sql.ts";

/** `report`: the nonce of the report they came with; null when imported. */
export async function insertLines(tx: Queries, lines: readonly ReportLine[], report: string | null): Promise<void> {
  for (const part of inParts(lines)) {
    await tx.run(sql`
      INSERT INTO report_line (report, unit, measure, week, state, cause, next_step, done_by, support, risks, comment,
        reported_at, by, instead_of, mode)
      SELECT ${report}, unit, measure, week, state, cause, "nextStep", "doneBy", support, risks, comment,
        "reportedAt", by, "insteadOf", mode
      FROM jsonb_to_recordset(${part}::jsonb) AS listed (
        unit text, measure text, week text, state text, cause text, "nextStep" text, "doneBy" date, support text,
        risks jsonb, comment text, "reportedAt" bigint, by text, "insteadOf" text, mode text
      )`);
  }
}

export async function insertForecasts(
  tx: Queries,
  forecasts: readonly Forecast[],
  report: string | null,
): Promise<void> {
  for (const part of inParts(forecasts)) {
    await tx.run(sql`
      INSERT INTO forecast (report, measure, given, year, given_at)
      SELECT ${report}, measure, given, year, "givenAt"
      FROM jsonb_to_recordset(${part}::jsonb) AS listed (measure text, given text, year bigint, "givenAt" bigint)`);
  }
}

export async function putSupport(tx: Queries, requests: readonly SupportRequest[]): Promise<void> {
  for (const part of inParts(requests)) {
    await tx.run(sql`
      INSERT INTO support_request (id, unit, type, created, first_contact, closed, result)
      SELECT id, unit, type, created, "firstContact", closed, result
      FROM jsonb_to_recordset(${part}::jsonb) AS listed (
        id text, unit text, type text, created date, "firstContact" date, closed date, result text
      )
      ON CONFLICT (id) DO UPDATE SET
        unit = excluded.unit, type = excluded.type, created = excluded.created,
        first_contact = excluded.first_contact, closed = excluded.closed, result = excluded.result`);
  }
}

type ForecastRow = Forecast & { readonly id: number };

export async function forecastsAfter(db: Queries, after: number): Promise<{ forecasts: Forecast[]; last: number }> {
  const rows = await db.rows<ForecastRow>(
    sql`SELECT id, measure, given, year, given_at FROM forecast WHERE id > ${after} ORDER BY id`,
  );
  return { forecasts: rows.map(({ id: _id, ...forecast }) => forecast), last: rows.at(-1)?.id ?? after };
}

export const SUPPORT_COLUMNS = sql`id, unit, type, created, first_contact, closed, result`;

export async function readSupport(db: Queries): Promise<SupportRequest[]> {
  return await db.rows<SupportRequest>(sql`SELECT ${SUPPORT_COLUMNS} FROM support_request ORDER BY place`);
}
