// The door of the verb: a plan comes in as a workbook or a folder of CSV files, is checked, compared and stored, and
// goes out again.
import type { Instant } from "../lib/time.ts";
import type { Lang } from "../plan/plan.ts";
import { maySteer, viewerOf } from "../plan/rights.ts";
import { compare, hashOf } from "./compare.ts";
import type { ReviseDeps, VersionMeta } from "./deps.ts";
import { exportPlan } from "./export-plan.ts";
import type { Issue } from "./fault.ts";
import { newFindings } from "./findings.ts";
import { type InForce, type Merged, merge } from "./merge.ts";
import { type PlanFile, readFiles } from "./read-files.ts";
import { isPlanSheet, type PlanContent, type Progress, readTables } from "./read-plan.ts";
import { countsOf, type Receipt, receiptText } from "./receipt.ts";
import { SHEETS } from "./sheets.ts";
import { verifyEffect } from "./verify-effect.ts";
import { issuesOf } from "./words.ts";

export type { InForce, Issue, PlanFile, Progress, Receipt, ReviseDeps, VersionMeta };
export { exportPlan, receiptText, verifyEffect };

export type ReadResult =
  | ({ readonly ok: true; readonly warnings: readonly Issue[] } & PlanContent)
  | {
      readonly ok: false;
      readonly errors: readonly Issue[];
      readonly warnings: readonly Issue[];
      /** Per sheet, how many errors there are beyond those listed. */
      readonly more: Readonly<Record<string, number>>;
    };

/** How often a version that somebody else saved in between is met before giving up. */
const ATTEMPTS = 3;

/**
 * Imports a plan, all or nothing. `by` is an e-mail, or `cli:<os user>`, who may always. Importing what already holds
 * stores nothing. With `dryRun` the receipt is the same and nothing is stored.
 */
export async function revise(
  deps: ReviseDeps,
  files: readonly PlanFile[],
  by: string,
  now: Instant,
  dryRun = false,
  lang: Lang = "sv",
): Promise<Receipt> {
  const before = await deps.current();
  if (!mayImport(before, by))
    return { ok: false, refused: true, first: before === null, errors: [], warnings: [], more: {} };
  const read = await readWithPauses(files, lang, deps);
  if (!read.ok) return { ...read, refused: false, first: before === null };
  let inForce = before;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const merged = merge(read, inForce);
    const receipt = receiptOf(read, merged, inForce, dryRun, lang);
    if (dryRun || receipt.unchanged) return receipt;
    const meta = { by, source: sourceOf(files), hash: hashOf(read.facts), changes: receipt.changes, at: now };
    const saved = await deps.saveVersion(inForce?.version ?? 0, read.facts, merged.rows, meta);
    if (saved.outcome === "saved") return { ...receipt, version: saved.version };
    inForce = await deps.current();
    // The one in between may have taken the right away.
    if (!mayImport(inForce, by)) return { ok: false, refused: true, first: false, errors: [], warnings: [], more: {} };
  }
  throw new Error("The plan was changed by others while it was imported; try again.");
}

/** Reads one `.xlsx`, or several `.csv` named as the sheets. Never throws; every fault of the whole plan is listed. */
export function readPlan(files: readonly PlanFile[], lang: Lang = "sv"): ReadResult {
  const reading = readingOf(files, lang);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

/** The bot goes on answering while a large file is read. */
async function readWithPauses(files: readonly PlanFile[], lang: Lang, deps: ReviseDeps): Promise<ReadResult> {
  const reading = readingOf(files, lang);
  let step = reading.next();
  for (; !step.done; step = reading.next()) {
    deps.progress?.(step.value);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return step.value;
}

function* readingOf(files: readonly PlanFile[], lang: Lang): Generator<Progress, ReadResult> {
  const errors = newFindings();
  const warnings = newFindings();
  const tables = yield* readFiles(files, isPlanSheet, errors, warnings);
  const content = tables && (yield* readTables(tables, errors, warnings));
  const told = { warnings: issuesOf(warnings, lang) };
  if (content === null) return { ok: false, errors: issuesOf(errors, lang), ...told, more: errors.more() };
  return { ok: true, ...content, ...told };
}

/** The planägare; before there is a plan, only whoever has the command line. */
function mayImport(inForce: InForce | null, by: string): boolean {
  if (by.startsWith("cli:")) return true;
  const viewer = inForce && viewerOf(inForce.facts, by);
  return inForce !== null && viewer !== null && maySteer(inForce.facts, viewer);
}

function receiptOf(
  read: PlanContent & { readonly warnings: readonly Issue[] },
  merged: Merged,
  inForce: InForce | null,
  dryRun: boolean,
  lang: Lang,
): Receipt & { readonly ok: true } {
  const changes = inForce ? compare(inForce.facts, merged.facts) : [];
  const { lines, forecasts, support } = merged.rows;
  const added = { reports: lines.length, forecasts: forecasts.length, support: support.length };
  const unchanged = inForce !== null && changes.length + added.reports + added.forecasts + added.support === 0;
  return {
    ok: true,
    version: (inForce?.version ?? 0) + (unchanged ? 0 : 1),
    first: inForce === null,
    unchanged,
    dryRun,
    counts: countsOf(read),
    added,
    changes,
    warnings: [...read.warnings, ...warningsOf(merged, lang)],
  };
}

function warningsOf({ outdated }: Merged, lang: Lang): Issue[] {
  const findings = newFindings();
  const place = { sheet: SHEETS.lines.name, row: null, column: SHEETS.lines.columns.reportedAt.name, value: null };
  if (outdated > 0) findings.add(place, () => ({ is: "outdatedReports", count: outdated }));
  return issuesOf(findings, lang);
}

function sourceOf(files: readonly PlanFile[]): string {
  const [only] = files;
  return only && files.length === 1 ? (only.name.split(/[\\/]/).at(-1) ?? only.name) : `${files.length} csv`;
}
