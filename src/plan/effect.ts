// Pure. The effect ladder (data-format.md "What the figures mean"): six stages that are never added to one another.
// Every function takes a list of measures, so that any filter works, and counts the unknown amounts beside the sum.
import { once } from "../lib/memo.ts";
import { type Sek, type Sum, sumOf } from "./amount.ts";
import { forecastOf, isLost, plannedOf, realisedOf, verifiedOf } from "./measure-amounts.ts";
import { defaultThrough, type MonthSpan, wholeYear, yearToDate } from "./moment.ts";
import type { Measure, Plan } from "./plan.ts";
import { type Rate, rateOf } from "./rate.ts";
import { type Month, monthNumber, monthYear } from "./week.ts";

export interface Ladder {
  readonly through: Month;
  /** Its `unknown` is "without any amount" (`uncounted` when no stage is asked for). */
  readonly potential: Sum;
  /** beslutad helårseffekt, without the lost. */
  readonly decided: Sum;
  /** bortfallen: decided effect of measures paused, cancelled or reverted; `unknown` = those without a decided amount. */
  readonly lost: Sum;
  readonly planned: Sum;
  readonly plannedYear: Sum;
  readonly forecast: Sum;
  readonly realised: Sum;
  readonly verified: Sum;
  /** planned − realised, same months; null when either is unknown. */
  readonly gap: Sek | null;
  /** planned for the year − forecast. */
  readonly forecastGap: Sek | null;
  readonly rate: Rate;
  /** What remains of the year's plan ÷ the months that remain after `through`; null in December. */
  readonly neededPerMonth: Sek | null;
}

/**
 * Every stage at once, each summed when it is asked for. Without `through`: through `defaultThrough`, and the latest
 * forecast given. With it: the forecast is the latest given in or before that month.
 */
export function ladderOf(plan: Plan, measures: readonly Measure[], through?: Month): Ladder {
  const month = through ?? defaultThrough(plan);
  const span = yearToDate(month);
  const planned = once(() => sumPlanned(plan, measures, span));
  const plannedYear = once(() => sumPlanned(plan, measures, wholeYear(monthYear(month))));
  const forecast = once(() => sumForecast(plan, measures, monthYear(month), through));
  const realised = once(() => sumRealised(plan, measures, span));
  const rate = once(() => rateOf(plan, measures, span));
  return {
    through: month,
    get potential() {
      return sumPotential(measures);
    },
    get decided() {
      return sumDecided(plan, measures);
    },
    get lost() {
      return sumLost(plan, measures);
    },
    get planned() {
      return planned();
    },
    get plannedYear() {
      return plannedYear();
    },
    get forecast() {
      return forecast();
    },
    get realised() {
      return realised();
    },
    get verified() {
      return sumVerified(plan, measures, span);
    },
    get gap() {
      return difference(planned(), realised());
    },
    get forecastGap() {
      return difference(plannedYear(), forecast());
    },
    get rate() {
      return rate();
    },
    get neededPerMonth() {
      return neededPerMonth(plannedYear(), realised(), month);
    },
  };
}

export function sumPotential(measures: readonly Measure[]): Sum {
  return sumOf(measures.map((measure) => measure.potential));
}

/** Without the measures that are lost now; `unknown` counts every measure in the list without a decided amount. */
export function sumDecided(plan: Plan, measures: readonly Measure[]): Sum {
  return sumOf(
    measures.map((measure) => (measure.decided !== null && isLost(plan, measure) ? (0 as Sek) : measure.decided)),
  );
}

/** 0 (not unknown) when no measure is lost; unknown only when none of the lost has a decided amount. */
export function sumLost(plan: Plan, measures: readonly Measure[]): Sum {
  const lost = measures.filter((measure) => isLost(plan, measure));
  return lost.length === 0 ? { amount: 0 as Sek, unknown: 0 } : sumOf(lost.map((measure) => measure.decided));
}

export function sumPlanned(plan: Plan, measures: readonly Measure[], span: MonthSpan): Sum {
  return sumOf(measures.map((measure) => plannedOf(plan, measure, span)));
}

export function sumRealised(plan: Plan, measures: readonly Measure[], span: MonthSpan): Sum {
  return sumOf(measures.map((measure) => realisedOf(plan, measure, span)));
}

export function sumVerified(plan: Plan, measures: readonly Measure[], span: MonthSpan): Sum {
  return sumOf(measures.map((measure) => verifiedOf(plan, measure, span)));
}

/** The forecast for a calendar year: the latest given (in or before `through` when that is asked). */
export function sumForecast(plan: Plan, measures: readonly Measure[], year: number, through?: Month): Sum {
  return sumOf(measures.map((measure) => forecastOf(plan, measure, year, through)));
}

/** `a − b`; null when either is unknown as a whole. */
function difference(a: Sum, b: Sum): Sek | null {
  return a.amount === null || b.amount === null ? null : ((a.amount - b.amount) as Sek);
}

function neededPerMonth(plannedYear: Sum, realised: Sum, through: Month): Sek | null {
  const months = 12 - monthNumber(through);
  const remains = difference(plannedYear, realised);
  if (remains === null || months === 0) return null;
  return (Math.max(remains, 0) / months) as Sek;
}
