// Pure. One worksheet's XML → a table.
import { addDays, type IsoDate } from "../lib/time.ts";
import type { Cell, Table, TableRow } from "./cell.ts";
import { unescapedText } from "./workbook-parts.ts";
import { attribute, scanXml, XmlError } from "./xml.ts";

export interface SheetContext {
  readonly name: string;
  readonly texts: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
}

/** Columns beyond this are not read: no sheet of a plan is wider, and one far cell would make every row as long. */
const WIDEST = 256;

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  inline: string | null;
  formula: boolean;
}

/** Reads row by row, pausing now and then. Rows without any value are left out. */
export function* readWorksheet(bytes: Uint8Array, context: SheetContext): Generator<void, Table> {
  const rows: TableRow[] = [];
  let row = 0;
  let cells: Cell[] = [];
  let next = 0;
  let cell: OpenCell | null = null;
  let into: "value" | "inline" | null = null;
  let inHint = false;
  let formulas = 0;
  yield* scanXml(bytes, {
    open(name, attributes) {
      if (name === "row") {
        row = Number(attribute(attributes, "r") ?? row + 1);
        cells = [];
        next = 0;
      } else if (name === "c") {
        cell = openCell(attributes, next);
        next = cell.column + 1;
      } else if (name === "f" && cell) cell.formula = true;
      else if (name === "rPh") inHint = true;
      else if (name === "v" && cell) {
        into = "value";
        cell.value = "";
      } else if (name === "t" && cell && !inHint) {
        into = "inline";
        cell.inline ??= "";
      }
    },
    text(text) {
      if (cell && into) cell[into] += text;
    },
    close(name) {
      if (name === "v" || name === "t") into = null;
      else if (name === "rPh") inHint = false;
      else if (name === "c" && cell) {
        const value = cell.column < WIDEST ? cellOf(cell, context) : null;
        if (cell.formula && value !== null) formulas++;
        if (value !== null) put(cells, cell.column, value);
        cell = null;
      } else if (name === "row" && cells.length > 0) rows.push({ row, cells });
    },
  });
  return { name: context.name, rows, formulas };
}

function openCell(attributes: string, next: number): OpenCell {
  const reference = attribute(attributes, "r");
  return {
    column: reference === null ? next : columnOf(reference),
    type: attribute(attributes, "t") ?? "n",
    style: Number(attribute(attributes, "s") ?? 0),
    value: null,
    inline: null,
    formula: false,
  };
}

/** `B7` → 1. */
function columnOf(reference: string): number {
  let column = 0;
  for (const char of reference.toUpperCase()) {
    const letter = char.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column === 0) throw new XmlError(false);
  return column - 1;
}

function put(cells: Cell[], column: number, value: Cell): void {
  while (cells.length < column) cells.push(null);
  cells[column] = value;
}

function cellOf(cell: OpenCell, context: SheetContext): Cell {
  const { value } = cell;
  if (cell.type === "inlineStr") return textOrNull(unescapedText(cell.inline ?? ""));
  if (value === null) return cell.formula ? { broken: "uncalculated", text: "=" } : null;
  switch (cell.type) {
    case "s":
      return textOrNull(context.texts[Number(value)] ?? "");
    case "str":
      return textOrNull(unescapedText(value));
    case "b":
      return value === "1";
    case "e":
      return { broken: "error", text: value };
    case "d":
      return { date: value.slice(0, 10) as IsoDate };
    default:
      return numberOf(value, context.dateStyles[cell.style] === true, context.from1904);
  }
}

function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}

function numberOf(written: string, isDate: boolean, from1904: boolean): Cell {
  const value = Number(written);
  if (written.trim() === "") return null;
  if (!Number.isFinite(value)) return written;
  return isDate && value >= 1 && value <= LAST_DAY ? { date: dateOf(Math.floor(value), from1904) } : value;
}

/** 9999-12-31. */
const LAST_DAY = 2_958_465;
const DAYS_TO_1904 = 1462;

/** Excel counts a 29 February 1900 that never was, so days before it are one off. */
function dateOf(serial: number, from1904: boolean): IsoDate {
  const days = from1904 ? serial + DAYS_TO_1904 : serial < 60 ? serial + 1 : serial;
  return addDays("1899-12-30" as IsoDate, days);
}
