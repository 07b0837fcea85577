// Types only: what a cell holds before its column has said what it means, and what is put in one on the way out.
import type { IsoDate } from "../lib/time.ts";

/** A cell that Excel shows as a date. */
interface DateCell {
  readonly date: IsoDate;
}

/** A cell whose value can't be used: an error such as `#REF!`, or a formula that has not been calculated. */
interface BrokenCell {
  readonly broken: "error" | "uncalculated";
  readonly text: string;
}

/** Text is as in the file, not trimmed. `null` is an empty cell. */
export type Cell = string | number | boolean | null | DateCell | BrokenCell;

export interface TableRow {
  /** As Excel shows it: the header is 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** One sheet as it was read. Rows that are wholly empty may be left out; the header, if any, is row 1. */
export interface Table {
  /** As written: the sheet's tab, or the file's name without `.csv`. */
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** How many cells were formulas whose calculated value was read. */
  readonly formulas: number;
  /** The sheet is in the file but could not be read, which has been told. */
  readonly unread?: true;
}

/** A number is written with as many decimals as it has, at least `decimals`. */
export type OutCell = string | null | DateCell | { readonly number: number; readonly decimals: 0 | 1 };
