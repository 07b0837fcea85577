// Pure. The sheet Plan: rows of nyckel and värde.
import { isZone } from "../lib/time.ts";
import type { PlanHeader } from "../plan/plan.ts";
import type { Cell, OutCell, Table } from "./cell.ts";
import { type Column, cellText, type Kind, may, need, otherwise } from "./column.ts";
import type { Findings } from "./findings.ts";
import { headerText, readRows } from "./read-sheet.ts";
import type { Sheet } from "./sheets.ts";
import { nearestOf, text, word } from "./text-kinds.ts";
import { date, month } from "./time-kinds.ts";

const zone: Kind<string> = {
  read(cell) {
    const read = text.read(cell);
    return "value" in read && !isZone(read.value) ? { fault: { is: "notZone" } } : read;
  },
  write: (value) => value,
};

/** The keys, each with how its value is read and written. A `required` one must have a row. */
export const PLAN_KEYS: { readonly [K in keyof PlanHeader]: Column<PlanHeader[K]> } = {
  name: need("namn", text),
  from: need("från", date),
  to: need("till", date),
  decided: may("beslutad", date),
  paragraph: may("paragraf", text),
  registryNumber: may("diarienummer", text),
  zone: otherwise("tidszon", zone, "Europe/Stockholm"),
  amountUnit: otherwise("beloppsenhet", word<"mkr" | "mnkr">({ mkr: "mkr", mnkr: "mnkr" }), "mkr"),
  economyThrough: may("ekonomi t.o.m.", month),
};

// Any value may stand in the column; which kind it is, its key says.
const anything: Kind<Cell> = { read: (cell) => ({ value: cell }), write: (): OutCell => null };

export const PLAN_SHEET: Sheet = {
  name: "Plan",
  required: true,
  key: ["key"],
  repeated: "fault",
  columns: { key: need("nyckel", text), value: { ...may("värde", anything), required: true, read: anything.read } },
};

/** The header; null when a value of it could not be read (it has been told). */
export function readPlanSheet(table: Table, errors: Findings, warnings: Findings): PlanHeader | null {
  const reading = readRows(table, PLAN_SHEET, errors, warnings);
  let step = reading.next();
  while (!step.done) step = reading.next();
  if (!step.value.at.has("key") || !step.value.at.has("value")) return null;
  const values: Partial<Record<keyof PlanHeader, unknown>> = {};
  const seen = new Map<string, number>();
  for (const { row, values: pair } of step.value.rows) {
    const key = headerText((pair.key ?? null) as Cell);
    if (key !== "") readPair({ row, key, cell: pair.value as Cell }, values, seen, errors, warnings);
  }
  return completed(values, seen, errors);
}

interface Pair {
  readonly row: number;
  readonly key: string;
  readonly cell: Cell;
}

function readPair(
  pair: Pair,
  values: Partial<Record<keyof PlanHeader, unknown>>,
  seen: Map<string, number>,
  errors: Findings,
  warnings: Findings,
): void {
  const names = Object.values(PLAN_KEYS).map((column) => column.name);
  const entry = Object.entries(PLAN_KEYS).find(([, column]) => column.name === pair.key);
  const atKey = { sheet: PLAN_SHEET.name, row: pair.row, column: "nyckel", value: pair.key };
  const firstRow = seen.get(pair.key);
  if (!entry) warnings.add(atKey, () => ({ is: "unknownKey", nearest: nearestOf(pair.key, names) }));
  else if (firstRow !== undefined) errors.add(atKey, () => ({ is: "duplicate", firstRow, key: pair.key }));
  else {
    seen.set(pair.key, pair.row);
    const read = entry[1].read(pair.cell);
    if ("value" in read) values[entry[0] as keyof PlanHeader] = read.value;
    else errors.add({ ...atKey, column: "värde", value: cellText(pair.cell) }, () => read.fault);
  }
}

function completed(
  values: Partial<Record<keyof PlanHeader, unknown>>,
  seen: ReadonlyMap<string, number>,
  errors: Findings,
): PlanHeader | null {
  const header: Record<string, unknown> = { ...values };
  let whole = true;
  for (const [field, column] of Object.entries(PLAN_KEYS)) {
    if (field in values) continue;
    const absent = column.read(null);
    if ("value" in absent) header[field] = absent.value;
    else whole = false;
    if (column.required && !seen.has(column.name)) {
      const place = { sheet: PLAN_SHEET.name, row: null, column: "nyckel", value: column.name };
      errors.add(place, () => ({ is: "keyMissing", key: column.name }));
    }
  }
  const { from, to } = values;
  if (typeof from === "string" && typeof to === "string" && to < from) {
    const place = { sheet: PLAN_SHEET.name, row: seen.get(PLAN_KEYS.to.name) ?? null, column: "värde", value: to };
    errors.add(place, () => ({ is: "endBeforeStart", start: from }));
  }
  return whole ? (header as unknown as PlanHeader) : null;
}
