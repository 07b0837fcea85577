// Pure. One worksheet's XML → a table.
import { addDays, type IsoDate } from "../lib/time.ts";
import type { Cell, Table, TableRow } from "./cell.ts";
import { decimalText } from "./number-kinds.ts";
import { type NumberStyle, unescapedText } from "./workbook-parts.ts";
import { attribute, scanXml, XmlError, type XmlHandler } from "./xml.ts";

export interface SheetContext {
  readonly name: string;
  readonly texts: readonly string[];
  readonly styles: readonly NumberStyle[];
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
  const reader = new SheetReader(context);
  yield* scanXml(bytes, reader);
  return { name: context.name, rows: reader.rows, formulas: reader.formulas };
}

/** Where in the sheet the reading is. */
class SheetReader implements XmlHandler {
  readonly rows: TableRow[] = [];
  formulas = 0;
  private row = 0;
  private cells: Cell[] = [];
  private nextColumn = 0;
  private cell: OpenCell | null = null;
  private into: "value" | "inline" | null = null;
  private inHint = false;

  constructor(private readonly context: SheetContext) {}

  open(name: string, attributes: string): void {
    if (name === "row") this.openRow(attributes);
    else if (name === "c") {
      this.cell = openCell(attributes, this.nextColumn);
      this.nextColumn = this.cell.column + 1;
    } else if (name === "rPh") this.inHint = true;
    else if (!this.cell) return;
    else if (name === "f") this.cell.formula = true;
    else if (name === "v") this.into = "value";
    else if (name === "t" && !this.inHint) this.into = "inline";
    if (this.cell && this.into) this.cell[this.into] ??= "";
  }

  text(text: string): void {
    if (this.cell && this.into) this.cell[this.into] += text;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.into = null;
    else if (name === "rPh") this.inHint = false;
    else if (name === "c") this.closeCell();
    else if (name === "row" && this.cells.length > 0) this.rows.push({ row: this.row, cells: this.cells });
  }

  private openRow(attributes: string): void {
    this.row = Number(attribute(attributes, "r") ?? this.row + 1);
    this.cells = [];
    this.nextColumn = 0;
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    if (!cell || cell.column >= WIDEST) return;
    const value = cellOf(cell, this.context);
    if (value === null) return;
    if (cell.formula) this.formulas++;
    while (this.cells.length < cell.column) this.cells.push(null);
    this.cells[cell.column] = value;
  }
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
      return numberOf(value, context.styles[cell.style] ?? "plain", context.from1904);
  }
}

function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}

function numberOf(written: string, style: NumberStyle, from1904: boolean): Cell {
  const value = Number(written);
  if (written.trim() === "") return null;
  if (!Number.isFinite(value)) return written;
  if (style === "date" && value >= 1 && value <= LAST_DAY) return { date: dateOf(Math.floor(value), from1904) };
  // As it is shown: 0,05 that a person sees as 5 % must not be read as 0,05.
  return style === "percent" ? `${decimalText(value * 100)} %` : value;
}

/** 9999-12-31. */
const LAST_DAY = 2_958_465;
const DAYS_TO_1904 = 1462;

/** Excel counts a 29 February 1900 that never was, so days before it are one off. */
function dateOf(serial: number, from1904: boolean): IsoDate {
  const days = from1904 ? serial + DAYS_TO_1904 : serial < 60 ? serial + 1 : serial;
  return addDays("1899-12-30" as IsoDate, days);
}
