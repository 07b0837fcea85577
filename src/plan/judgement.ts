// Pure. The chef's own judgement beside the outcome: where they differ both are shown, none is overwritten.
import { type Colour, colourOf } from "./colour.ts";
import { byDecided } from "./facts.ts";
import { defaultThrough, yearToDate } from "./moment.ts";
import type { Measure, Plan } from "./plan.ts";
import { type Rate, rateOf } from "./rate.ts";
import { stateIn } from "./status.ts";
import type { Month, Week } from "./week.ts";

export interface Judgement {
  readonly measure: Measure;
  /** Null when the läge has no colour. */
  readonly chef: Colour | null;
  /** Null below 0,5 mkr planned. */
  readonly outcome: Colour | null;
  readonly rate: Rate;
  /** Both have a colour, and not the same. */
  readonly differ: boolean;
}

export function judgementOf(plan: Plan, measure: Measure, week: Week, through?: Month): Judgement {
  const chef = colourOf(stateIn(plan, measure, week));
  const rate = rateOf(plan, [measure], yearToDate(through ?? defaultThrough(plan)));
  const differ = chef !== null && rate.colour !== null && chef !== rate.colour;
  return { measure, chef, outcome: rate.colour, rate, differ };
}

/** Where the two differ, in list order. */
export function judgementsThatDiffer(
  plan: Plan,
  measures: readonly Measure[],
  week: Week,
  through?: Month,
): readonly Judgement[] {
  return measures
    .map((measure) => judgementOf(plan, measure, week, through))
    .filter((judgement) => judgement.differ)
    .sort((a, b) => byDecided(a.measure, b.measure));
}
