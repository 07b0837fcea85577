// The door of the verb: a plan comes in as a workbook or a folder of CSV files, is checked, compared and stored, and
// goes out again.
import type { Lang } from "../plan/plan.ts";
import type { Issue } from "./fault.ts";
import { newFindings } from "./findings.ts";
import { type PlanFile, readFiles } from "./read-files.ts";
import { isPlanSheet, type PlanContent, type Progress, readTables } from "./read-plan.ts";
import { issuesOf } from "./words.ts";

export type { Issue, PlanContent, PlanFile, Progress };

export type ReadResult =
  | ({ readonly ok: true; readonly warnings: readonly Issue[] } & PlanContent)
  | {
      readonly ok: false;
      readonly errors: readonly Issue[];
      readonly warnings: readonly Issue[];
      /** Per sheet, how many errors there are beyond those listed. */
      readonly more: Readonly<Record<string, number>>;
    };

/** Reads one `.xlsx`, or several `.csv` named as the sheets. Never throws; every fault of the whole plan is listed. */
export function readPlan(files: readonly PlanFile[], lang: Lang = "sv"): ReadResult {
  const reading = readingOf(files, lang);
  let step = reading.next();
  while (!step.done) step = reading.next();
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
