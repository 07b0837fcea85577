// What has been collected, as rows: report lines, forecasts, support requests.
import { z } from "zod";
import type { Forecast, ReportLine, SupportRequest } from "../../plan/plan.ts";
import { RISKS } from "../../plan/plan.ts";
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

type LineRow = ReportLine & { readonly id: number };
type ForecastRow = Forecast & { readonly id: number };

const LINES_AT_A_TIME = 20_000;
const Risks = z.array(z.enum(RISKS));
const NO_RISKS: ReportLine["risks"] = [];

/** Lines after `after`, oldest first, in pages, so that three years of a big region never stand in one answer. */
export async function* linesAfter(db: Queries, after: number): AsyncGenerator<{ lines: ReportLine[]; last: number }> {
  const same = sameText();
  for (let last = after; ; ) {
    const rows = await db.rows<LineRow>(sql`
      SELECT id, unit, measure, week, state, cause, next_step, done_by, support, risks, comment, reported_at, by,
        instead_of, mode
      FROM report_line WHERE id > ${last} ORDER BY id LIMIT ${LINES_AT_A_TIME}`);
    const newest = rows.at(-1);
    if (!newest) return;
    last = newest.id;
    yield { lines: rows.map((row) => toLine(row, same)), last };
    if (rows.length < LINES_AT_A_TIME) return;
  }
}

/** Every answer brings its own copy of each id; kept once they take a fifth of the memory. */
function sameText(): <T extends string | null>(text: T) => T {
  const known = new Map<string, string>();
  return <T extends string | null>(text: T): T => {
    if (text === null) return text;
    const kept = known.get(text);
    if (kept !== undefined) return kept as T;
    known.set(text, text);
    return text;
  };
}

function toLine({ id: _id, ...row }: LineRow, same: ReturnType<typeof sameText>): ReportLine {
  return {
    ...row,
    unit: same(row.unit),
    measure: same(row.measure),
    week: same(row.week),
    state: same(row.state),
    cause: same(row.cause),
    by: same(row.by),
    mode: same(row.mode),
    risks: row.risks.length === 0 ? NO_RISKS : Risks.parse(row.risks),
  };
}

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
