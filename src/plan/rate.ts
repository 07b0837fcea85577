// Pure. Realiseringsgrad: how much of what was planned has come, from unrounded kronor.
import { percentOf, type Sek } from "./amount.ts";
import { type Colour, outcomeColour } from "./colour.ts";
import { effectsOf } from "./facts.ts";
import { lastPlannedMonth, plannedIn } from "./measure-amounts.ts";
import type { MonthSpan } from "./moment.ts";
import type { Measure, Plan } from "./plan.ts";

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
  for (const measure of measures) {
    const last = lastPlannedMonth(plan, measure);
    for (const row of effectsOf(plan.facts, measure.id)) {
      if (row.month < span.from || row.month > span.to) continue;
      const asPlanned = plannedIn(row, last);
      if (row.realised === null && asPlanned === null) continue;
      if (row.realised === null || asPlanned === null) {
        leftOut++;
        continue;
      }
      realised += row.realised;
      planned += asPlanned;
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
