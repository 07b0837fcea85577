// Pure. A table and its sheet's columns → rows of values. Every cell that can't be read is told; the rest of its row is
// kept, so that what refers to that row is not told as unknown too.
import type { Cell, Table, TableRow } from "./cell.ts";
import { type Column, cellText, isEmpty } from "./column.ts";
import type { Findings } from "./findings.ts";
import type { AnyRow, Sheet } from "./sheets.ts";
import { bare } from "./text.ts";
import { nearestOf } from "./text-kinds.ts";

/** A row with the values that could be read (undefined: one could not) and the cells as they were written. */
export interface SheetRow {
  readonly row: number;
  readonly values: AnyRow;
  readonly cells: readonly Cell[];
}

export interface SheetRows {
  readonly rows: readonly SheetRow[];
  /** Column key → place in the row; a column that the file does not have is left out. */
  readonly at: ReadonlyMap<string, number>;
}

/** Rows that are read between two pauses. */
const STEP = 2000;

/** Reads a sheet, pausing every now and then with the number of rows done. */
export function* readRows(
  table: Table,
  sheet: Sheet,
  errors: Findings,
  warnings: Findings,
): Generator<number, SheetRows> {
  const at = readHeader(table, sheet, errors, warnings);
  const rows: SheetRow[] = [];
  const columns = [...at].map(([key, index]) => ({ key, index, column: sheet.columns[key] as Column<unknown> }));
  // Every row begins as a copy of this, so that all have the same shape: half the time and memory in a large file.
  const blank = Object.fromEntries(
    Object.entries(sheet.columns).map(([key, column]) => [key, at.has(key) ? undefined : defaultOf(column)]),
  );
  for (const [done, tableRow] of table.rows.entries()) {
    if (done % STEP === STEP - 1) yield done;
    if (tableRow.row === 1 || tableRow.cells.every(isEmpty)) continue;
    const values: Record<string, unknown> = { ...blank };
    for (const { key, index, column } of columns) {
      const cell = tableRow.cells[index] ?? null;
      const read = column.read(cell);
      if ("value" in read) values[key] = read.value;
      else errors.add(placeOf(sheet, tableRow, column, cell), () => read.fault);
    }
    rows.push({ row: tableRow.row, values, cells: tableRow.cells });
  }
  return { rows, at };
}

/** The text of a header, or of a key in the sheet Plan, as it is compared. */
export function headerText(cell: Cell): string {
  return bare(cellText(cell) ?? "")
    .replace(/\s+/g, " ")
    .toLowerCase();
}

function placeOf(sheet: Sheet, row: TableRow, column: Column<unknown>, cell: Cell) {
  return { sheet: sheet.name, row: row.row, column: column.name, value: cellText(cell) };
}

/** What an absent column gives: the same as an empty cell. A required one gives nothing; it has been told. */
function defaultOf(column: Column<unknown>): unknown {
  const read = column.read(null);
  return "value" in read ? read.value : undefined;
}

function readHeader(table: Table, sheet: Sheet, errors: Findings, warnings: Findings): Map<string, number> {
  const header = table.rows.find((row) => row.row === 1)?.cells ?? [];
  const keys = new Map(Object.entries(sheet.columns).map(([key, column]) => [column.name, key]));
  const at = new Map<string, number>();
  const unknown: string[] = [];
  for (const [index, cell] of header.entries()) {
    const name = headerText(cell);
    if (name === "") continue;
    const place = { sheet: sheet.name, row: 1, column: cellText(cell), value: cellText(cell) };
    const key = keys.get(name);
    if (key === undefined) {
      unknown.push(name);
      warnings.add(place, () => ({ is: "unknownColumn", nearest: nearestOf(name, [...keys.keys()]) }));
    } else if (at.has(key)) errors.add(place, () => ({ is: "columnTwice", column: name }));
    else at.set(key, index);
  }
  warnOfUnnamed(table, sheet, header, warnings);
  for (const [key, column] of Object.entries(sheet.columns)) {
    if (!column.required || at.has(key)) continue;
    const place = { sheet: sheet.name, row: 1, column: column.name, value: null };
    errors.add(place, () => ({ is: "columnMissing", column: column.name, nearest: nearestOf(column.name, unknown) }));
  }
  return at;
}

/** Cells beside the table are passed over, but not silently. */
function warnOfUnnamed(table: Table, sheet: Sheet, header: readonly Cell[], warnings: Findings): void {
  const named = header.map((cell) => headerText(cell) !== "");
  for (const { row, cells } of table.rows) {
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] ?? null;
      if (named[index] || isEmpty(cell)) continue;
      const place = { sheet: sheet.name, row, column: columnLetters(index), value: cellText(cell) };
      warnings.add(place, () => ({ is: "unnamedColumn" }));
      return;
    }
  }
}

/** `A`, `B` … `AA`: how Excel names the column at an index. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
