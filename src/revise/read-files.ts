// Pure. Files as they came → tables. Which form they are in is seen from their names and first bytes.
import type { Table } from "./cell.ts";
import type { Fault, Place } from "./fault.ts";
import type { Findings } from "./findings.ts";
import { readCsv } from "./read-csv.ts";
import type { Progress } from "./read-plan.ts";
import { readWorkbook } from "./read-workbook.ts";

export interface PlanFile {
  /** With or without folders in front. macOS takes `Å` apart; that does not matter. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The tables of one workbook, or of a folder of CSV files; null when there is none to read, which is told. */
export function* readFiles(
  files: readonly PlanFile[],
  wanted: (sheet: string) => boolean,
  errors: Findings,
  warnings: Findings,
): Generator<Progress, Table[] | null> {
  const visible = files.filter((file) => !/^(\.|~\$)/.test(baseName(file.name)));
  const sheets = visible.filter((file) => extensionOf(file.name) === "csv");
  const books = visible.filter((file) => BOOK.test(extensionOf(file.name)));
  const [book] = books;
  const refuse = (fault: Fault) => errors.add(wholeFile(book ?? visible[0]), () => fault);
  if (sheets.length === 0 && !book) refuse({ is: "noFiles" });
  else if (book && books.length + sheets.length > 1) refuse({ is: "mixedForms" });
  else {
    for (const file of visible) {
      if (!sheets.includes(file) && file !== book) warnings.add(wholeFile(file), () => ({ is: "otherFile" }));
    }
    if (!book) return readSheetFiles(sheets, errors);
    const read = /^xl(sm|tm|am)$/.test(extensionOf(book.name))
      ? ({ is: "macroFile" } as const)
      : yield* readWorkbook(book.bytes, wanted, errors);
    if (Array.isArray(read)) return read;
    refuse(read);
  }
  return null;
}

const BOOK = /^(xl\w+|ods)$/;

function wholeFile(file: PlanFile | undefined): Place {
  return { sheet: baseName(file?.name ?? ""), row: null, column: null, value: null };
}

function readSheetFiles(files: readonly PlanFile[], errors: Findings): Table[] {
  return files.flatMap((file) => {
    const name = baseName(file.name).replace(/\.csv$/i, "");
    const read = readCsv(name, file.bytes);
    if ("table" in read) return [read.table];
    errors.add({ sheet: name, row: read.row, column: null, value: null }, () => read.fault);
    // The sheet is there, though it can't be read: it is not told as missing too.
    return [{ name, rows: [], formulas: 0, unread: true }];
  });
}

function baseName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? name).normalize("NFC");
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
