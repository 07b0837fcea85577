// Pure. Kinds of text: free text, ids, addresses, words with a code, lists.
import { closest, distance } from "fastest-levenshtein";
import type { Brand } from "../lib/brand.ts";
import type { Email } from "../plan/plan.ts";
import type { Cell, OutCell } from "./cell.ts";
import { type Kind, type Read, remembered } from "./column.ts";
import { bare } from "./text.ts";

/** Free text. Numbers, dates and yes/no cells are taken as they are shown. */
export const text: Kind<string> = {
  read: (cell) => ({ value: textOf(cell) }),
  write: (value) => value,
};

/** An id; `|` would break the lists it stands in. */
export function id<T extends Brand<string, string>>(): Kind<T> {
  return {
    read: (cell) => idOf<T>(textOf(cell)),
    write: (value) => value,
  };
}

/** An id without a type of its own, or a measure's name within its unit (`mått`). */
export const plainId: Kind<string> = { read: (cell) => idOf<string>(textOf(cell)), write: (value) => value };

function idOf<T extends string>(value: string): Read<T> {
  const oneLine = value.replace(/\s+/g, " ");
  return oneLine.includes("|") ? { fault: { is: "barInId" } } : { value: oneLine as T };
}

/** Kept in lower case. An address that can't be one is a warning, not a fault, and is given elsewhere. */
export const email: Kind<Email> = {
  read: (cell) => ({ value: textOf(cell).replace(/\s+/g, "").toLowerCase() as Email }),
  write: (value) => value,
};

/** Values separated by `|`; empty ones are passed over. */
export function list<T>(item: Kind<T>): Kind<readonly T[]> {
  return {
    read: (cell) => readList(textOf(cell), item),
    write: (values, zone) => values.map((value) => itemText(item.write(value, zone))).join("|"),
  };
}

function readList<T>(value: string, item: Kind<T>): Read<readonly T[]> {
  const values: T[] = [];
  for (const part of value.split("|").map(bare)) {
    if (part === "") continue;
    const read = item.read(part);
    if ("fault" in read) return read;
    values.push(read.value);
  }
  return { value: values };
}

function itemText(cell: OutCell): string {
  return typeof cell === "string" ? cell : "";
}

/** A free word in a list: an alias. A `|` in one that was given in chat would split it, so it is written as `/`. */
export const listed: Kind<string> = { read: text.read, write: (value) => value.replaceAll("|", "/") };

/**
 * A closed set of words; `words` is label → code. Read without regard to case, written as the label. `hints`: what people
 * write instead → the label they most likely mean; only suggested, never taken for it.
 */
export function word<T>(words: Readonly<Record<string, T>>, hints: Readonly<Record<string, string>> = {}): Kind<T> {
  const codes = new Map(Object.entries(words).map(([label, code]) => [folded(label), code]));
  const labels = new Map(Object.entries(words).map(([label, code]) => [code, label]));
  return remembered({
    read(cell) {
      const value = folded(textOf(cell));
      const code = codes.get(value);
      if (code !== undefined) return { value: code };
      const allowed = [...labels.values()];
      const hint = Object.hasOwn(hints, value) ? hints[value] : undefined;
      return { fault: { is: "unknownWord", allowed, nearest: hint ?? nearestOf(value, allowed) } };
    },
    write: (value) => labels.get(value) ?? null,
  });
}

/** `ja` or `nej`; Excel's own SANT and FALSKT too. */
export const yesNo: Kind<boolean> = {
  read: (cell) => (typeof cell === "boolean" ? { value: cell } : YES_NO.read(cell)),
  write: (value, zone) => YES_NO.write(value, zone),
};

const YES_NO = word({ ja: true, nej: false });

/** The candidate most like `value`, or null when none is like enough to be what was meant. */
export function nearestOf(value: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const wanted = folded(value);
  const byFolded = new Map(candidates.map((candidate) => [folded(candidate), candidate]));
  const found = closest(wanted, [...byFolded.keys()]);
  const longer = [...byFolded.keys()].find((candidate) => wanted.length >= 3 && candidate.includes(wanted));
  const near = distanceAllows(wanted, found) ? found : longer;
  return near === undefined ? null : (byFolded.get(near) ?? null);
}

function folded(value: string): string {
  return bare(value).replace(/\s+/g, " ").toLowerCase();
}

/** Half of the letters may differ: enough for a slip, too little for another word. */
function distanceAllows(wanted: string, found: string): boolean {
  return distance(wanted, found) * 2 <= Math.max(2, Math.min(wanted.length, found.length));
}

function textOf(cell: Cell): string {
  if (typeof cell === "string") return bare(cell);
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "SANT" : "FALSKT";
  return cell !== null && "date" in cell ? cell.date : "";
}
