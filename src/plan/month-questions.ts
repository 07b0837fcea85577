// Pure. The question of the first card after month close: "Prognos nu 28,0 mkr av planerade 38,0" (rhythm.md).
import type { Sek } from "./amount.ts";
import { cardLinesOf } from "./card-lines.ts";
import { forecastOf, plannedOf } from "./measure-amounts.ts";
import { wholeYear } from "./moment.ts";
import type { Measure, OrgId, Plan } from "./plan.ts";
import { type Month, monthYear, type Week } from "./week.ts";

export interface MonthQuestion {
  readonly measure: Measure;
  /** The latest forecast for the year of `economyThrough`, or null when none was given. */
  readonly forecast: Sek | null;
  readonly plannedYear: Sek | null;
  readonly economyThrough: Month;
}

/**
 * The own measures on a unit's card that have a decided amount and whose latest forecast is older than `ekonomi t.o.m.`.
 * `askedFor`: the `ekonomi t.o.m.` for which the unit was last asked (once per month and unit); null: never asked.
 */
export function monthQuestionsOf(
  plan: Plan,
  unit: OrgId,
  week: Week,
  askedFor: Month | null,
): readonly MonthQuestion[] {
  const { economyThrough } = plan.facts.header;
  if (economyThrough === null || (askedFor !== null && askedFor >= economyThrough)) return [];
  const year = monthYear(economyThrough);
  return cardLinesOf(plan, unit, week)
    .filter(({ measure, own }) => own && measure.decided !== null && !isForecastSince(plan, measure, economyThrough))
    .map(({ measure }) => ({
      measure,
      forecast: forecastOf(plan, measure, year),
      plannedYear: plannedOf(plan, measure, wholeYear(year)),
      economyThrough,
    }));
}

function isForecastSince(plan: Plan, measure: Measure, month: Month): boolean {
  return plan.book.forecastsOf(measure.id, plan.now).some((row) => row.given >= month);
}
