// Pure. A small reader for the XML inside a workbook: elements and text, nothing that can be declared or fetched.
// It goes through the bytes a piece at a time, so that a large sheet is never one text in memory.

export interface XmlHandler {
  /** `name` without prefix; `attributes` as written, see `attribute`. An empty element is opened and closed. */
  open(name: string, attributes: string): void;
  /** May come in several pieces. */
  text?(text: string): void;
  close(name: string): void;
}

/** XML that is broken, or (`hostile`) that declares types or entities of its own. */
export class XmlError extends Error {
  readonly hostile: boolean;

  constructor(hostile: boolean) {
    super(hostile ? "XML with declarations" : "broken XML");
    this.hostile = hostile;
  }
}

const PIECE = 256 * 1024;
/** No tag of a workbook is longer; without a bound a missing `>` would cost time without end. */
const LONGEST_TAG = 1024 * 1024;

/** Reads the whole of it, pausing after each piece. Throws an XmlError, or a TypeError where it is not UTF-8. */
export function* scanXml(bytes: Uint8Array, handler: XmlHandler): Generator<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    rest = scanPiece(rest + decoder.decode(piece, { stream: true }), handler);
    if (rest.length > LONGEST_TAG) throw new XmlError(false);
    yield;
  }
  if (rest.trim() !== "") throw new XmlError(false);
}

/** Reads all that is complete, and gives back what is not. */
function scanPiece(xml: string, handler: XmlHandler): string {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    if (start !== at) {
      const whole = start < 0 ? wholeText(xml, at) : start;
      if (whole > at) handler.text?.(unescaped(xml.slice(at, whole)));
      if (start < 0) return xml.slice(whole);
    }
    const end = endOfMarkup(xml, start);
    if (end < 0) return xml.slice(start);
    readMarkup(xml, start, end, handler);
    at = end;
  }
  return "";
}

/** An entity that has not come to its `;` yet waits for the next piece. */
function wholeText(xml: string, from: number): number {
  const entity = xml.lastIndexOf("&");
  return entity >= from && entity > xml.length - 12 && !xml.includes(";", entity) ? entity : xml.length;
}

/** The place after the markup that starts at `start`; −1 when it is not complete. */
function endOfMarkup(xml: string, start: number): number {
  // Enough must be there to tell a comment and CDATA from a declaration.
  if (xml.length - start < 9 && xml[start + 1] === "!") return -1;
  if (xml.startsWith("<!--", start)) return after(xml, "-->", start + 4);
  if (xml.startsWith("<![CDATA[", start)) return after(xml, "]]>", start);
  if (xml[start + 1] === "!") throw new XmlError(true);
  if (xml[start + 1] === "?") return after(xml, "?>", start);
  let end = xml.indexOf(">", start);
  while (end >= 0 && isInQuotes(xml, start, end)) end = xml.indexOf(">", end + 1);
  return end < 0 ? -1 : end + 1;
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** Whether an attribute's value is open at `end`: a `>` may stand in one. */
function isInQuotes(xml: string, start: number, end: number): boolean {
  let quote = "";
  for (let at = start; at < end; at++) {
    const char = xml[at] as string;
    if (quote === "" && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = "";
  }
  return quote !== "";
}

function readMarkup(xml: string, start: number, end: number, handler: XmlHandler): void {
  const kind = xml[start + 1];
  if (kind === "?") return;
  if (kind === "!") {
    if (xml.startsWith("<![CDATA[", start)) handler.text?.(xml.slice(start + 9, end - 3));
    return;
  }
  if (kind === "/") {
    handler.close(localName(xml.slice(start + 2, end - 1).trim()));
    return;
  }
  const empty = xml[end - 2] === "/";
  const inner = xml.slice(start + 1, empty ? end - 2 : end - 1);
  if (inner.includes("<")) throw new XmlError(false);
  const space = inner.search(/\s/);
  const name = localName(space < 0 ? inner : inner.slice(0, space));
  handler.open(name, space < 0 ? "" : inner.slice(space));
  if (empty) handler.close(name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The value of an attribute, by its name with prefix; null when it is not there. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes[at - 1] ?? " ";
    const rest = /^\s*=\s*(["'])/.exec(attributes.slice(at + name.length, at + name.length + 10));
    if (!rest || !/\s/.test(before)) continue;
    const from = at + name.length + rest[0].length;
    const to = attributes.indexOf(rest[1] as string, from);
    return to < 0 ? null : unescaped(attributes.slice(from, to));
  }
  return null;
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&\s]{0,10};?)/g, (_, body: string) => {
    const name = body.replace(/;$/, "");
    const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    const known = number ? charOf(number[1] ? Number.parseInt(number[1], 16) : Number(number[2])) : NAMED[name];
    if (known === undefined) throw new XmlError(false);
    return known;
  });
}

function charOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
