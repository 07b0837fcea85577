// A plan → the bytes of a workbook, or of one CSV file per sheet. Pure but for the zip, which is packed in the background.
import writeXlsxFile, { type Cell as ExcelCell, type Sheet as ExcelSheet } from "write-excel-file/universal";
import type { OutCell } from "./cell.ts";
import { decimalText } from "./number-kinds.ts";
import type { PlanFile } from "./read-files.ts";
import { guardedForCsv, guardedForWorkbook, writable } from "./text.ts";

/** A sheet on its way out: header first. */
export interface OutSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly OutCell[])[];
}

/** UTF-8 with BOM, `;` and decimal comma, so that Excel in Swedish opens it right. */
export function writeCsv(sheet: OutSheet): PlanFile {
  const lines = [sheet.header, ...sheet.rows].map((cells) => cells.map(csvCell).join(";"));
  return { name: `${sheet.name}.csv`, bytes: new TextEncoder().encode(`\ufeff${lines.join("\r\n")}\r\n`) };
}

function csvCell(cell: OutCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return "date" in cell ? cell.date : decimalText(cell.number, cell.decimals);
  const text = guardedForCsv(writable(cell));
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Numbers as numbers, dates as Excel dates, the header bold and frozen. */
export async function writeWorkbook(name: string, sheets: readonly OutSheet[]): Promise<PlanFile> {
  const blob = await writeXlsxFile(sheets.map(excelSheet), { fontFamily: "Calibri", fontSize: 11 }).toBlob();
  return { name, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

function excelSheet({ name, header, rows }: OutSheet): ExcelSheet<never> {
  const top = header.map((title): ExcelCell => ({ type: String, value: title, fontWeight: "bold" }));
  const columns = header.map((title, index) => ({ width: widthOf(title, rows, index) }));
  return { sheet: name, stickyRowsCount: 1, columns, data: [top, ...rows.map((cells) => cells.map(excelCell))] };
}

function excelCell(cell: OutCell): ExcelCell {
  if (cell === null || cell === "") return null;
  if (typeof cell === "string") return { type: String, value: guardedForWorkbook(excelText(cell)) };
  if ("date" in cell) return { type: Date, value: new Date(`${cell.date}T00:00:00Z`), format: "yyyy-mm-dd" };
  return { type: Number, value: cell.number };
}

/** Excel takes `_x0041_` in a text for a character of its own; the underscore is then written as such. */
function excelText(text: string): string {
  const escaped = writable(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return INHERITED.has(escaped) ? `${escaped}\u200b` : escaped;
}

/** The library finds these words in its table of texts without having put them there; import drops the unseen space. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** In characters; the first rows tell well enough. */
function widthOf(title: string, rows: readonly (readonly OutCell[])[], index: number): number {
  const lengths = rows.slice(0, 100).map((cells) => (typeof cells[index] === "string" ? cells[index].length : 10));
  return Math.min(60, Math.max(title.length, ...lengths) + 2);
}
