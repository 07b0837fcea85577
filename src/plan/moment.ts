// Pure. Where "now" lies on the plan's calendar.

import { memoised } from "../lib/memo.ts";
import { type IsoDate, wallAt } from "../lib/time.ts";
import type { Plan } from "./plan.ts";
import { addMonths, type Month, monthFrom, monthOf, type Week, weekOf } from "./week.ts";

/** Today's date in the plan's time zone. */
export const todayOf: (plan: Plan) => IsoDate = memoised((plan: Plan) => wallAt(plan.now, plan.facts.header.zone).date);

/** The ISO week that `now` lies in. (Which week is due is the rhythm's to say.) */
export const weekNow: (plan: Plan) => Week = memoised((plan: Plan) => weekOf(todayOf(plan)));

export interface MonthSpan {
  readonly from: Month;
  readonly to: Month;
}

/** t.o.m. month M of year Y = the months January…M of Y. */
export function yearToDate(through: Month): MonthSpan {
  return { from: `${through.slice(0, 4)}-01` as Month, to: through };
}

export function wholeYear(year: number): MonthSpan {
  return { from: monthFrom(year, 1), to: monthFrom(year, 12) };
}

/** The month through which figures are told when nothing else is asked: `ekonomi t.o.m.`, else the month before now's. */
export function defaultThrough(plan: Plan): Month {
  return plan.facts.header.economyThrough ?? addMonths(monthOf(todayOf(plan)), -1);
}
