// Types only: a time as it was said.
import type { IsoDate } from "../../lib/time.ts";
import type { Month, Week } from "../../plan/week.ts";

export type When =
  /** Just these months: "i september", "T2", "mars–maj". */
  | { readonly is: "months"; readonly from: Month; readonly to: Month }
  /** t.o.m.: from January of its year. */
  | { readonly is: "through"; readonly month: Month }
  | { readonly is: "year"; readonly year: number }
  /** `said`: "this" week is the one being reported when reports are asked for. */
  | { readonly is: "weeks"; readonly from: Week; readonly to: Week; readonly said: "this" | "last" | "named" }
  /** `after`: said as "efter"; of figures it may be how things stood then. */
  | { readonly is: "since"; readonly date: IsoDate; readonly after?: true }
  | { readonly is: "until"; readonly date: IsoDate }
  | { readonly is: "dates"; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly is: "ahead"; readonly days: number }
  | { readonly is: "back"; readonly days: number }
  /** "hittills", "nu". */
  | { readonly is: "to_date" };

export interface WhenSpan {
  readonly start: number;
  readonly end: number;
  readonly when: When;
}

/** What relative times are relative to. */
export interface Moment {
  readonly today: IsoDate;
  readonly week: Week;
  /** The month the figures are closed through. */
  readonly through: Month;
}
