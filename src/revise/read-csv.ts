// Bytes of one CSV file → a table. Pure: the bytes are given.
import { CsvError, parse } from "csv-parse/sync";
import type { Table } from "./cell.ts";
import type { Fault } from "./fault.ts";

export type ReadTable = { readonly table: Table } | { readonly fault: Fault; readonly row: number | null };

/** A sheet larger than this is refused before it is read. 1 500 units' reports of a year are a fifth of it. */
const LARGEST_CSV = 60 * 1024 * 1024;

/** More separators than this on a line is no plan; the longest legal cell can't hold as many. */
const MOST_SEPARATORS = 40_000;

/** UTF-8 with or without BOM, `;` (or `,` when the header has no `;`), RFC 4180 quoting, any line break. */
export function readCsv(name: string, bytes: Uint8Array): ReadTable {
  if (bytes.length > LARGEST_CSV) return { fault: { is: "sheetTooLarge", limit: "60 MB" }, row: null };
  const content = decoded(bytes);
  if (content === null) return { fault: { is: "notUtf8" }, row: null };
  const delimiter = delimiterOf(content);
  if (hasEndlessLine(content, delimiter)) return { fault: { is: "tooManyColumns" }, row: null };
  try {
    return { table: { name, formulas: 0, rows: recordsOf(content, delimiter) } };
  } catch (error) {
    // An opening quote without its closing one: everything after it would be one cell.
    const row = error instanceof CsvError && typeof error.records === "number" ? error.records + 1 : null;
    return { fault: { is: "brokenQuotes" }, row };
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function delimiterOf(content: string): ";" | "," {
  const header = content.slice(0, content.search(/[\r\n]|$/)).replace(/"[^"]*"/g, "");
  return header.includes(",") && !header.includes(";") ? "," : ";";
}

function hasEndlessLine(content: string, delimiter: string): boolean {
  let separators = 0;
  for (let index = 0; index < content.length; index++) {
    const char = content[index];
    if (char === "\n" || char === "\r") separators = 0;
    else if (char === delimiter && ++separators > MOST_SEPARATORS) return true;
  }
  return false;
}

function recordsOf(content: string, delimiter: string): Table["rows"] {
  const records: string[][] = parse(content, {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    // A quotation mark inside a cell, as in Projekt "Alfa", is what it looks like; Excel reads it so too.
    relax_quotes: true,
    skip_empty_lines: false,
  });
  return records.map((cells, index) => ({ row: index + 1, cells }));
}
