// Pure. Tables → a whole plan, or every fault of the whole file.
import type { Forecast, PlanFacts, PlanHeader, ReportLine, SupportRequest } from "../plan/plan.ts";
import type { Table } from "./cell.ts";
import { checkReferences, checkRepeats, type ReadSheets } from "./check-rows.ts";
import { checkPeriods, warnOfOddities } from "./check-sense.ts";
import { checkOrganisation, checkPrerequisites } from "./check-tree.ts";
import type { Findings } from "./findings.ts";
import { PLAN_SHEET, readPlanSheet } from "./plan-sheet.ts";
import { readRows, type SheetRow, type SheetRows } from "./read-sheet.ts";
import { type AnyRow, type Rows, SHEET_KEYS, type Sheet, type SheetKey, sheetOf } from "./sheets.ts";
import { bare } from "./text.ts";
import { nearestOf } from "./text-kinds.ts";

/** What a file holds when nothing is wrong with it. */
export interface PlanContent {
  readonly facts: PlanFacts;
  readonly lines: readonly ReportLine[];
  readonly forecasts: readonly Forecast[];
  readonly support: readonly SupportRequest[];
}

/** How far the reading has come. */
export interface Progress {
  readonly sheet: string;
  readonly rows: number;
}

/** `content` is null when there is an error; which, `errors` tells. Pauses with its progress now and then. */
export function* readTables(
  tables: readonly Table[],
  errors: Findings,
  warnings: Findings,
): Generator<Progress, PlanContent | null> {
  const found = sortedOut(tables, errors, warnings);
  const header = headerOf(found.get(PLAN_SHEET.name), errors, warnings);
  const sheets: Partial<Record<SheetKey, SheetRows>> = {};
  for (const key of SHEET_KEYS) {
    const sheet = sheetOf(key);
    const table = found.get(sheet.name);
    if (!table || table.unread) continue;
    const reading = readRows(table, sheet, errors, warnings);
    let step = reading.next();
    for (; !step.done; step = reading.next()) yield { sheet: sheet.name, rows: step.value };
    sheets[key] = step.value;
    yield { sheet: sheet.name, rows: step.value.rows.length };
  }
  checkAll(sheets, errors, warnings);
  return header === null || errors.listed.length > 0 ? null : contentOf(header, sheets);
}

/** Whether a sheet of this name belongs to a plan. */
export function isPlanSheet(name: string): boolean {
  return [PLAN_SHEET, ...SHEET_KEYS.map(sheetOf)].some((sheet) => sheetName(sheet.name) === sheetName(name));
}

/** Which table is which sheet. Missing, repeated and unknown ones are told. */
function sortedOut(tables: readonly Table[], errors: Findings, warnings: Findings): Map<string, Table> {
  const sheets = [PLAN_SHEET, ...SHEET_KEYS.map(sheetOf)];
  const names = new Map(sheets.map((sheet) => [sheetName(sheet.name), sheet.name]));
  const found = new Map<string, Table>();
  for (const table of tables) {
    const name = names.get(sheetName(table.name));
    const place = { sheet: table.name, row: null, column: null, value: null };
    if (name === undefined) {
      warnings.add(place, () => ({ is: "unknownSheet", nearest: nearestOf(table.name, [...names.values()]) }));
    } else if (found.has(name)) errors.add(place, () => ({ is: "sheetTwice" }));
    else found.set(name, table);
    if (name !== undefined && table.formulas > 0) {
      warnings.add(place, () => ({ is: "formulasRead", count: table.formulas }));
    }
  }
  for (const sheet of sheets.filter(({ name, required }) => required && !found.has(name))) {
    errors.add({ sheet: sheet.name, row: null, column: null, value: null }, () => ({ is: "sheetMissing" }));
  }
  return found;
}

function sheetName(name: string): string {
  return bare(name).toLowerCase();
}

function headerOf(table: Table | undefined, errors: Findings, warnings: Findings): PlanHeader | null {
  return table && !table.unread ? readPlanSheet(table, errors, warnings) : null;
}

function checkAll(sheets: ReadSheets, errors: Findings, warnings: Findings): void {
  checkRepeats(sheets, errors, warnings);
  checkReferences(sheets, errors);
  checkOrganisation(sheets, errors);
  checkPrerequisites(sheets, errors);
  checkPeriods(sheets, errors);
  warnOfOddities(sheets, warnings);
}

/** Only called when no cell has a fault, so each row holds every value of its columns. */
function contentOf(header: PlanHeader, sheets: ReadSheets): PlanContent {
  const rows = Object.fromEntries(SHEET_KEYS.map((key) => [key, rowsOf(sheetOf(key), sheets[key]?.rows ?? [])]));
  const { lines, forecasts, support, ...facts } = rows as unknown as Rows;
  return {
    facts: { header, ...facts },
    lines,
    support,
    forecasts: forecasts.map((row) => ({ ...row, givenAt: null })),
  };
}

/** A row that was warned of as standing there already is left out: a person must not get two cards. */
function rowsOf(sheet: Sheet, rows: readonly SheetRow[]): AnyRow[] {
  const values = rows.map((row) => row.values);
  if (sheet.repeated !== "warning") return values;
  const byKey = new Map(values.toReversed().map((row) => [sheet.key.map((field) => row[field]).join("\n"), row]));
  return values.filter((row) => byKey.get(sheet.key.map((field) => row[field]).join("\n")) === row);
}
