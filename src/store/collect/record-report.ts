// One answer to one card, in one transaction: lines, forecasts, support requests, receipt, what is to be said, the log.
import type { ReportLine } from "../../plan/plan.ts";
import { appendLog } from "../log/append.ts";
import { insertMessages } from "../outbox/insert-messages.ts";
import { insertForecasts, insertLines } from "../plan/book-rows.ts";
import { bumpRevision, lockRevision } from "../plan/revision.ts";
import { findOpenSupport, openSupport } from "../plan/support.ts";
import type { Queries } from "../sql/database.ts";
import { json, sql } from "../sql/sql.ts";
import type { AskedSupport, NewReport, RecordedReport, Report } from "./collect.ts";
import { findReport, listReportsWhere } from "./report-rows.ts";

/** Whoever gets the revision lock first was first; the rest see what that one wrote. */
export async function recordReport(tx: Queries, input: NewReport): Promise<RecordedReport> {
  await lockRevision(tx);
  const [same] = await listReportsWhere(tx, sql`nonce = ${input.nonce}`);
  if (same) return { outcome: "repeated", report: same };
  const counts = await findReport(tx, input.unit, input.week);
  if (counts && isOverrun(input, counts)) return await keepSubmission(tx, input, counts);
  return { outcome: "recorded", report: await saveReport(tx, input, counts) };
}

function isOverrun(input: NewReport, counts: Report): boolean {
  return input.replaces !== "latest" && input.replaces !== counts.version;
}

async function keepSubmission(tx: Queries, input: NewReport, counts: Report): Promise<RecordedReport> {
  const { nonce, unit, week, by, at, insteadOf, mode, lines, forecasts, support } = input;
  await tx.run(sql`
    INSERT INTO submission (nonce, unit, week, by, at, answers, counts)
    VALUES (${nonce}, ${unit}, ${week}, ${by}, ${at},
      ${json({ lines, forecasts, support, insteadOf, mode })}::jsonb, ${counts.nonce})
    ON CONFLICT (nonce) DO NOTHING`);
  return { outcome: "already", report: counts };
}

async function saveReport(tx: Queries, input: NewReport, before: Report | null): Promise<Report> {
  const { nonce, unit, week, by, insteadOf, mode, at } = input;
  const support = await askSupport(tx, input);
  await insertLines(tx, linesOf(input), nonce);
  await insertForecasts(
    tx,
    input.forecasts.map((row) => ({ ...row, givenAt: at })),
    nonce,
  );
  const version = (before?.version ?? 0) + 1;
  const correction = await isAfterDigest(tx, input);
  const receipt = input.receipt(support);
  await tx.run(sql`
    INSERT INTO report (nonce, unit, week, version, by, instead_of, mode, at, receipt, support, correction)
    VALUES (${nonce}, ${unit}, ${week}, ${version}, ${by}, ${insteadOf}, ${mode}, ${at}, ${json(receipt)}::jsonb,
      ${json(support)}::jsonb, ${correction})`);
  await tx.run(sql`UPDATE card SET answered = ${at} WHERE unit = ${unit} AND week = ${week} AND answered IS NULL`);
  await insertMessages(tx, input.alsoMessages, `report:${nonce}`, at);
  await bumpRevision(tx, "lines", ...(support.some((each) => each.opened) ? (["support"] as const) : []));
  await appendLog(tx, {
    at,
    who: by,
    what: "report.record",
    subject: `${unit} ${week}`,
    from: before && { version: before.version },
    to: { version, insteadOf, mode },
  });
  // As it will be read back: JSON drops what is undefined.
  const kept = JSON.parse(json(receipt)) as unknown;
  return { nonce, unit, week, version, by, insteadOf, mode, at, receipt: kept, support, correction };
}

function linesOf({ lines, unit, week, at, by, insteadOf, mode }: NewReport): ReportLine[] {
  return lines.map((line) => ({ ...line, unit, week, reportedAt: at, by, insteadOf, mode }));
}

async function askSupport(tx: Queries, { unit, support, today }: NewReport): Promise<AskedSupport[]> {
  const asked: AskedSupport[] = [];
  for (const type of new Set(support)) {
    const open = await findOpenSupport(tx, unit, type);
    const request = open ?? (await openSupport(tx, { unit, type, created: today }));
    asked.push({ id: request.id, type, opened: open === null });
  }
  return asked;
}

async function isAfterDigest(tx: Queries, { week, at }: NewReport): Promise<boolean> {
  const digest = await tx.row(sql`SELECT id FROM digest WHERE week = ${week} AND as_of <= ${at} LIMIT 1`);
  return digest !== null;
}
