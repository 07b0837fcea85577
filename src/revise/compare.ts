// Pure. What is different between two plans, row by row and field by field, by the rows' own keys.
import { createHash } from "node:crypto";
import type { PlanFacts, PlanHeader, Production } from "../plan/plan.ts";
import type { OutCell } from "./cell.ts";
import type { Column } from "./column.ts";
import { decimalText } from "./number-kinds.ts";
import { PLAN_KEYS, PLAN_SHEET } from "./plan-sheet.ts";
import { type AnyRow, SHEET_KEYS, SHEETS, type Sheet, type SheetKey, sheetOf } from "./sheets.ts";

/** One field that is now another; `field` null: the whole row has come (`from` null) or gone (`to` null). */
export interface Change {
  readonly sheet: string;
  /** The row's key as a person reads it: `M-04`, `M-04 · 2026-10`. */
  readonly row: string;
  /** The column's header. */
  readonly field: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export type FactKey = Exclude<SheetKey, "lines" | "forecasts" | "support">;

const FACT_KEYS = SHEET_KEYS.filter((key): key is FactKey => !["lines", "forecasts", "support"].includes(key));

/** Every change from `old` to `next`, by sheet. The order of rows matters only where a rule reads it. */
export function compare(old: PlanFacts, next: PlanFacts): Change[] {
  const changes = headerChanges(old.header, next.header);
  for (const key of FACT_KEYS) changes.push(...sheetChanges(sheetOf(key), old[key], next[key]));
  return [...changes, ...firstMetricChanges(old.production, next.production)];
}

/** The same for two plans that say the same, whatever order their rows and columns had. */
export function hashOf(facts: PlanFacts): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify(Object.keys(PLAN_KEYS).map((key) => facts.header[key as keyof PlanHeader])));
  for (const key of FACT_KEYS) {
    const columns = Object.keys(sheetOf(key).columns);
    const rows = (facts[key] as readonly object[]).map((row) =>
      JSON.stringify(columns.map((name) => (row as AnyRow)[name])),
    );
    hash.update(`\n${key}\n${rows.sort().join("\n")}`);
  }
  hash.update(JSON.stringify([...firstMetrics(facts.production)].sort()));
  return hash.digest("hex");
}

function headerChanges(old: PlanHeader, next: PlanHeader): Change[] {
  return Object.entries(PLAN_KEYS).flatMap(([key, column]) => {
    const from = shown(column, old[key as keyof PlanHeader]);
    const to = shown(column, next[key as keyof PlanHeader]);
    return from === to ? [] : [{ sheet: PLAN_SHEET.name, row: column.name, field: "värde", from, to }];
  });
}

function sheetChanges(sheet: Sheet, old: readonly object[], next: readonly object[]): Change[] {
  const gone = new Map([...keyed(sheet, old)]);
  const changes: Change[] = [];
  for (const [key, row] of keyed(sheet, next)) {
    const before = gone.get(key);
    gone.delete(key);
    if (before) changes.push(...rowChanges(sheet, before, row));
    else
      changes.push({ sheet: sheet.name, row: rowName(sheet, row), field: null, from: null, to: titleOf(sheet, row) });
  }
  for (const row of gone.values()) {
    changes.push({ sheet: sheet.name, row: rowName(sheet, row), field: null, from: titleOf(sheet, row), to: null });
  }
  return changes;
}

/** Rows by key; several with the same one are told apart by their order. */
function* keyed(sheet: Sheet, rows: readonly object[]): Generator<[string, AnyRow]> {
  const seen = new Map<string, number>();
  for (const row of rows as readonly AnyRow[]) {
    const key = sheet.key.map((field) => row[field]).join("\n");
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    yield [`${key}\n${count}`, row];
  }
}

function rowChanges(sheet: Sheet, old: AnyRow, next: AnyRow): Change[] {
  const changes: Change[] = [];
  for (const [key, column] of Object.entries(sheet.columns)) {
    if (old[key] === next[key]) continue;
    const from = shown(column, old[key]);
    const to = shown(column, next[key]);
    if (from !== to) changes.push({ sheet: sheet.name, row: rowName(sheet, next), field: column.name, from, to });
  }
  return changes;
}

function rowName(sheet: Sheet, row: AnyRow): string {
  return sheet.key.map((field) => shown(sheet.columns[field], row[field]) ?? "").join(" · ");
}

function titleOf(sheet: Sheet, row: AnyRow): string {
  const title = row.title ?? row.name;
  return typeof title === "string" ? title : rowName(sheet, row);
}

/** A value as it stands in the file. */
function shown(column: Column<unknown> | undefined, value: unknown): string | null {
  return column ? outText(column.write(value, "UTC")) : null;
}

function outText(cell: OutCell): string | null {
  if (cell === null || typeof cell === "string") return cell === "" ? null : cell;
  return "date" in cell ? cell.date : decimalText(cell.number, cell.decimals);
}

/** The first metric of a unit is the one paired with its staffing, so there the order is content. */
function firstMetricChanges(old: readonly Production[], next: readonly Production[]): Change[] {
  const before = firstMetrics(old);
  const sheet = SHEETS.production.name;
  return [...firstMetrics(next)].flatMap(([unit, to]) => {
    const from = before.get(unit) ?? to;
    return from === to ? [] : [{ sheet, row: unit, field: "första mått", from, to }];
  });
}

function firstMetrics(rows: readonly Production[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { unit, metric } of rows) if (!first.has(unit)) first.set(unit, metric);
  return first;
}
