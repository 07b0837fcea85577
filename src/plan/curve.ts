// Pure. The year month by month: plan, outcome and forecast, for charts and "varje månad".
import type { Sek } from "./amount.ts";
import { sumForecast } from "./effect.ts";
import { plannedByMonth } from "./measure-amounts.ts";
import { defaultThrough, wholeYear } from "./moment.ts";
import { monthSums } from "./month-sums.ts";
import type { Measure, Plan } from "./plan.ts";
import { type Month, monthNumber, monthsThrough, monthYear } from "./week.ts";

export interface CurvePoint {
  readonly month: Month;
  /** Accumulated from January. Null: nothing known. */
  readonly planned: Sek | null;
  /** Accumulated from January; null after `through`. */
  readonly realised: Sek | null;
  /** A straight line from the last realised month to the year's forecast in December; null before. */
  readonly forecast: Sek | null;
  /** That month alone. */
  readonly plannedInMonth: Sek | null;
  readonly realisedInMonth: Sek | null;
}

/** Twelve points: the months of the year that `through` (default: `defaultThrough`) lies in. */
export function curveOf(plan: Plan, measures: readonly Measure[], through?: Month): readonly CurvePoint[] {
  const last = through ?? defaultThrough(plan);
  const year = wholeYear(monthYear(last));
  const planned = monthSums(plan, measures, monthYear(last), (measure, columns) =>
    plannedByMonth(plan, measure, columns),
  );
  const realised = monthSums(plan, measures, monthYear(last), (_measure, columns) => columns.realised);
  const from = realised.accumulated[monthNumber(last) - 1] ?? null;
  const to = sumForecast(plan, measures, monthYear(last), through).amount;
  return monthsThrough(year.from, year.to).map((month, at) => {
    const isKnown = month <= last;
    return {
      month,
      planned: planned.accumulated[at] ?? null,
      realised: isKnown ? (realised.accumulated[at] ?? null) : null,
      forecast: month < last ? null : between(from, to, last, month),
      plannedInMonth: planned.alone[at] ?? null,
      realisedInMonth: isKnown ? (realised.alone[at] ?? null) : null,
    };
  });
}

function between(from: Sek | null, to: Sek | null, last: Month, month: Month): Sek | null {
  if (from === null || to === null) return null;
  const passed = monthNumber(month) - monthNumber(last);
  const remaining = 12 - monthNumber(last);
  return (remaining === 0 ? from : from + ((to - from) * passed) / remaining) as Sek;
}
