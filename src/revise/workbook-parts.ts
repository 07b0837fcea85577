// Pure. The small parts of a workbook: which sheets there are, its shared texts, and which cell styles are dates.
import { attribute, scanXml, type XmlHandler } from "./xml.ts";

export interface Book {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
  /** Days are counted from 1904 (old Mac files). */
  readonly from1904: boolean;
}

export function readBook(bytes: Uint8Array): Book {
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  readAll(bytes, (name, attributes) => {
    if (name === "workbookPr") from1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
    if (name !== "sheet") return;
    const relation = /\s[\w.-]+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1];
    sheets.push({ name: attribute(attributes, "name") ?? "", relation: relation ?? "" });
  });
  return { sheets, from1904 };
}

/** Relation id → place in the archive. Only worksheets: a chart has no cells. */
export function readRelations(bytes: Uint8Array): Map<string, string> {
  const targets = new Map<string, string>();
  readAll(bytes, (name, attributes) => {
    const isSheet = name === "Relationship" && attribute(attributes, "Type")?.endsWith("/worksheet");
    const target = attribute(attributes, "Target");
    if (!isSheet || target === null || attribute(attributes, "TargetMode") === "External") return;
    targets.set(attribute(attributes, "Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  });
  return targets;
}

/** The shared texts, in order. Rich text becomes plain; phonetic hints are left out. */
export function* readTexts(bytes: Uint8Array): Generator<void, string[]> {
  const texts: string[] = [];
  let current = "";
  let inText = false;
  let inHint = false;
  yield* scanXml(bytes, {
    open(name) {
      if (name === "si") current = "";
      else if (name === "rPh") inHint = true;
      else if (name === "t") inText = !inHint;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      if (name === "si") texts.push(unescapedText(current));
      else if (name === "rPh") inHint = false;
      else if (name === "t") inText = false;
    },
  });
  return texts;
}

/** Excel writes what XML can't hold as `_x000D_`, and a real `_x` as `_x005F_x`. */
export function unescapedText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** How a cell style shows a number. */
export type NumberStyle = "plain" | "date" | "percent";

export function readStyles(bytes: Uint8Array): NumberStyle[] {
  const codes = new Map<string, string>();
  const styles: NumberStyle[] = [];
  let inCellStyles = false;
  readAll(bytes, (name, attributes) => {
    if (name === "cellXfs") inCellStyles = true;
    else if (name === "cellStyles" || name === "cellStyleXfs" || name === "dxfs") inCellStyles = false;
    else if (name === "numFmt" && !inCellStyles) {
      codes.set(attribute(attributes, "numFmtId") ?? "", attribute(attributes, "formatCode") ?? "");
    } else if (name === "xf" && inCellStyles) styles.push(styleOf(attribute(attributes, "numFmtId") ?? "0", codes));
  });
  return styles;
}

function styleOf(format: string, codes: ReadonlyMap<string, string>): NumberStyle {
  const code = codes.get(format);
  if (code === undefined)
    return BUILT_IN_DATES.has(format) ? "date" : BUILT_IN_PERCENT.has(format) ? "percent" : "plain";
  // What is quoted, escaped or in brackets (colour, language) is not part of the pattern.
  const pattern = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  if (/[ymd]/i.test(pattern)) return "date";
  return pattern.includes("%") ? "percent" : "plain";
}

/** ECMA-376 part 1, 18.8.30: the built-in formats that show a date, East Asian ones included. */
const BUILT_IN_DATES = new Set("14 15 16 17 22 27 28 29 30 31 36 50 51 52 53 54 57 58".split(" "));
const BUILT_IN_PERCENT = new Set(["9", "10"]);

function readAll(bytes: Uint8Array, open: XmlHandler["open"]): void {
  for (const _ of scanXml(bytes, { open, close: () => {} }));
}
