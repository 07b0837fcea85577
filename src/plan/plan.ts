// The noun's types: the plan, its rows (`rows.ts`, one type per sheet) and its closed sets (`codes.ts`). Import them from
// here; only `book.ts` and what it is made of import the rows themselves, since the plan holds a book.
import type { Instant } from "../lib/time.ts";
import type { Book } from "./book.ts";
import type { PlanFacts } from "./rows.ts";

export * from "./codes.ts";
export type * from "./rows.ts";

/** The plan as it is known at `now`. Every rule of `plan/` takes this one value and nothing else from outside. */
export interface Plan {
  readonly version: number;
  readonly facts: PlanFacts;
  /** What the bot has collected (or the file brought as history): reports, forecasts, support requests. */
  readonly book: Book;
  readonly now: Instant;
}
