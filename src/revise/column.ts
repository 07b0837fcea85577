// What a column is: its header, what an empty cell means, and a kind that reads and writes one value.
import type { Cell, OutCell } from "./cell.ts";
import type { Fault } from "./fault.ts";
import { bare, isPlain, isUnreadable, LONGEST_CELL, unguarded } from "./text.ts";

export type Read<T> = { readonly value: T } | { readonly fault: Fault };

/** How one value stands in a cell. `read` never meets an empty or broken cell. */
export interface Kind<T> {
  read(cell: Cell): Read<T>;
  /** `zone`: the plan's, for moments. */
  write(value: T, zone: string): OutCell;
}

/** What a column's ids must be the ids of. */
export type Reference = "measure" | "org" | "unit";

export interface Column<T> extends Kind<T> {
  readonly name: string;
  /** The header must be there. */
  readonly required: boolean;
  readonly refersTo: Reference | null;
}

/** A required column whose cells must be filled in. */
export function need<T>(name: string, kind: Kind<T>, refersTo: Reference | null = null): Column<T> {
  const read = (cell: Cell): Read<T> => (isEmpty(cell) ? { fault: { is: "empty" } } : readFilled(cell, kind));
  return { name, required: true, refersTo, read, write: kind.write };
}

/** An optional column; an empty cell is null. */
export function may<T>(name: string, kind: Kind<T>, refersTo: Reference | null = null): Column<T | null> {
  const read = (cell: Cell): Read<T | null> => (isEmpty(cell) ? { value: null } : readFilled(cell, kind));
  return {
    name,
    required: false,
    refersTo,
    read,
    write: (value, zone) => (value === null ? null : kind.write(value, zone)),
  };
}

/** An optional column whose empty cell means `fallback`. */
export function otherwise<T>(name: string, kind: Kind<T>, fallback: T, refersTo: Reference | null = null): Column<T> {
  const read = (cell: Cell): Read<T> => (isEmpty(cell) ? { value: fallback } : readFilled(cell, kind));
  return { name, required: false, refersTo, read, write: kind.write };
}

/** The same column, but its header must be there. */
export function withHeader<T>(column: Column<T>): Column<T> {
  return { ...column, required: true };
}

function readFilled<T>(cell: Cell, kind: Kind<T>): Read<T> {
  if (cell !== null && typeof cell === "object" && "broken" in cell) {
    return { fault: cell.broken === "error" ? { is: "cellError", text: cell.text } : { is: "uncalculated" } };
  }
  if (typeof cell !== "string") return kind.read(cell);
  if (cell.length < LONGEST_CELL && isPlain(cell)) return kind.read(cell);
  const fault = faultOfText(cell);
  return fault ? { fault } : kind.read(unguarded(bare(cell)));
}

function faultOfText(text: string): Fault | null {
  if (text.length > LONGEST_CELL) return { is: "tooLong", length: text.length };
  return isUnreadable(text) ? { is: "unreadableCharacter" } : null;
}

/** White space that a person does not see, a zero-width one included, is an empty cell. */
export function isEmpty(cell: Cell): boolean {
  return cell === null || (typeof cell === "string" && /^[\s\u200b\u2060]*$/.test(cell));
}

/** Values that come again and again (weeks, words, dates) are read once. Bounded, for files where they do not. */
export function remembered<T>(kind: Kind<T>): Kind<T> {
  const known = new Map<string, Read<T>>();
  return {
    write: kind.write,
    read(cell) {
      if (typeof cell !== "string") return kind.read(cell);
      const before = known.get(cell);
      if (before) return before;
      const read = kind.read(cell);
      if (known.size < MOST_REMEMBERED && cell.length <= LONGEST_REMEMBERED) known.set(cell, read);
      return read;
    },
  };
}

const MOST_REMEMBERED = 5000;
const LONGEST_REMEMBERED = 40;

/** The text of a cell as a person sees it, for error lists; null when there is none. */
export function cellText(cell: Cell): string | null {
  if (cell === null || cell === "") return null;
  if (typeof cell === "string") return cell;
  if (typeof cell === "boolean") return cell ? "SANT" : "FALSKT";
  if (typeof cell === "number") return String(cell).replace(".", ",");
  return "date" in cell ? cell.date : cell.text;
}
