// Pure. Bytes of an `.xlsx` → tables. Values only: of a formula the value that was calculated when the file was saved.
import type { Table } from "./cell.ts";
import type { Fault } from "./fault.ts";
import type { Findings } from "./findings.ts";
import type { Progress } from "./read-plan.ts";
import { readBook, readRelations, readStyles, readTexts } from "./workbook-parts.ts";
import { readWorksheet } from "./worksheet.ts";
import { XmlError } from "./xml.ts";
import { readDirectory, unpack, ZipError, type ZipPart } from "./zip.ts";

const MB = 1024 * 1024;
const LARGEST_FILE = 100 * MB;
/** 180 000 rows of Effekt are 35 MB. */
const LARGEST_SHEET = 150 * MB;

/** The sheets that `wanted` says yes to, empty tables for the others. A file that can't be read gives its fault. */
export function* readWorkbook(
  bytes: Uint8Array,
  wanted: (sheet: string) => boolean,
  errors: Findings,
): Generator<Progress, Table[] | Fault> {
  const refused = refusal(bytes);
  if (refused) return refused;
  try {
    return yield* readParts(bytes, wanted, errors);
  } catch (error) {
    return faultOf(error);
  }
}

function refusal(bytes: Uint8Array): Fault | null {
  // The container of .xls, and of an .xlsx with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { is: "oldExcel" };
  if (!startsWith(bytes, [0x50, 0x4b])) return { is: "notWorkbook" };
  return bytes.length > LARGEST_FILE ? { is: "sheetTooLarge", limit: "100 MB" } : null;
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}

/** What has gone wrong in a file is expected here, whatever it is: it came from outside. */
function faultOf(error: unknown): Fault {
  if (error instanceof ZipError && error.reason === "bomb") return { is: "zipBomb" };
  if (error instanceof XmlError && error.hostile) return { is: "hostileXml" };
  return { is: "damagedWorkbook" };
}

function* readParts(
  bytes: Uint8Array,
  wanted: (sheet: string) => boolean,
  errors: Findings,
): Generator<Progress, Table[] | Fault> {
  const parts = readDirectory(bytes);
  if ([...parts.values()].some(({ encrypted }) => encrypted)) return { is: "oldExcel" };
  const read = (name: string) => contentOf(bytes, parts.get(name));
  if (hasMacros(parts, read("[Content_Types].xml"))) return { is: "macroFile" };
  const bookPart = read("xl/workbook.xml");
  if (bookPart === null) return { is: "notWorkbook" };
  const book = readBook(bookPart);
  const relations = readRelations(read("xl/_rels/workbook.xml.rels") ?? new Uint8Array());
  const texts = yield* withProgress("", readTexts(read("xl/sharedStrings.xml") ?? new Uint8Array()));
  const styles = readStyles(read("xl/styles.xml") ?? new Uint8Array());
  const tables: Table[] = [];
  for (const { name, relation } of book.sheets) {
    const part = wanted(name) ? parts.get(relations.get(relation) ?? "") : undefined;
    if (part && part.unpacked > LARGEST_SHEET) {
      errors.add({ sheet: name, row: null, column: null, value: null }, () => ({
        is: "sheetTooLarge",
        limit: "150 MB",
      }));
      tables.push({ name, rows: [], formulas: 0, unread: true });
      continue;
    }
    const sheet = { name, texts, styles, from1904: book.from1904 };
    const content = contentOf(bytes, part) ?? new Uint8Array();
    tables.push(yield* withProgress(name, readWorksheet(content, sheet)));
  }
  return tables;
}

function contentOf(bytes: Uint8Array, part: ZipPart | undefined): Uint8Array | null {
  return part ? unpack(bytes, part) : null;
}

/** Says that something is going on; how many rows there will be is not known yet. */
function* withProgress<T>(sheet: string, reading: Generator<void, T>): Generator<Progress, T> {
  let step = reading.next();
  for (; !step.done; step = reading.next()) yield { sheet, rows: 0 };
  return step.value;
}

function hasMacros(parts: ReadonlyMap<string, unknown>, types: Uint8Array | null): boolean {
  const names = [...parts.keys()].map((name) => name.toLowerCase());
  return (
    names.some((name) => name.endsWith("vbaproject.bin")) ||
    /macroEnabled/i.test(new TextDecoder().decode(types ?? undefined))
  );
}
