// Types only: a name of the plan met in a question.
import type { NameRef } from "./name-index.ts";

export interface Reading {
  readonly ref: NameRef;
  readonly score: number;
  /** How the name was met: its id, letter by letter, in other forms of the same words, or only some of its words. */
  readonly by: "id" | "surface" | "phrase" | "words";
}

export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Best first. */
  readonly readings: readonly Reading[];
  /** The words also mean something in general ("övertid", "produktion"). */
  readonly weak: boolean;
}
