// Pure. Realiseringsgrad: how much of what was planned has come, from unrounded kronor.
import { percentOf, type Sek } from "./amount.ts";
import { type Colour, outcomeColour } from "./colour.ts";
import { effectsOf } from "./effect-columns.ts";
import { plannedByMonth } from "./measure-amounts.ts";
import type { MonthSpan } from "./moment.ts";
import type { Measure, Plan } from "./plan.ts";
import { monthIndex } from "./week.ts";

export interface Rate {
  readonly realised: Sek;
  readonly planned: Sek;
  /** Unrounded percent; null when nothing was planned. */
  readonly percent: number | null;
  /** Months of a measure left out of both, since realised (or planned) is empty. */
  readonly leftOut: number;
  /** Outcome colour; null below 0,5 mkr planned. */
  readonly colour: Colour | null;
}

/** realised ÷ planned over the same months: a month with an empty amount is left out of both and counted. */
export function rateOf(plan: Plan, measures: readonly Measure[], span: MonthSpan): Rate {
  let realised = 0;
  let planned = 0;
  let leftOut = 0;
  const [from, to] = [monthIndex(span.from), monthIndex(span.to)];
  for (const measure of measures) {
    const columns = effectsOf(plan.facts, measure.id);
    const plannedIn = plannedByMonth(plan, measure, columns);
    for (let at = 0; at < columns.months.length; at++) {
      const month = columns.months[at] ?? 0;
      if (month < from || month > to) continue;
      const got = columns.realised[at] ?? Number.NaN;
      const meant = plannedIn[at] ?? Number.NaN;
      if (!Number.isNaN(got + meant)) {
        realised += got;
        planned += meant;
      } else if (!Number.isNaN(got) || !Number.isNaN(meant)) leftOut++;
    }
  }
  return {
    realised: realised as Sek,
    planned: planned as Sek,
    percent: percentOf(realised, planned),
    leftOut,
    colour: outcomeColour(realised as Sek, planned as Sek),
  };
}
