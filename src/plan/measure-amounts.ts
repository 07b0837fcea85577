// Pure. What one measure amounts to, stage by stage; null = unknown, never 0 (data-format.md "What the figures mean").
import type { Sek } from "./amount.ts";
import { type EffectColumns, effectsOf } from "./effect-columns.ts";
import { defaultThrough, type MonthSpan, wholeYear, yearToDate } from "./moment.ts";
import type { Measure, Plan, PlanFacts, State } from "./plan.ts";
import { stateNow } from "./status.ts";
import { type Month, monthIndex, monthOf, monthYear } from "./week.ts";

/** Whether a measure's decided effect is lost (bortfallen) now: Pausad, Avbruten or Återtagen. */
export function isLost(plan: Plan, measure: Measure): boolean {
  const state = stateNow(plan, measure);
  return state === "paused" || isStopped(state);
}

/** planerad: a stopped measure's plan counts through the month of `läge sedan` (all months where that is empty). */
export function plannedOf(plan: Plan, measure: Measure, span: MonthSpan): Sek | null {
  const columns = effectsOf(plan.facts, measure.id);
  return monthsTotal(measure, span, columns.months, plannedByMonth(plan, measure, columns));
}

/** What counts as planned, month by month as in `effectsOf`. */
export function plannedByMonth(plan: Plan, measure: Measure, { months, planned }: EffectColumns): readonly number[] {
  const last = lastPlannedMonth(plan, measure);
  if (last === null) return planned;
  const end = monthIndex(last);
  return planned.map((amount, at) => ((months[at] ?? 0) > end ? 0 : amount));
}

/** realiserad: it stays, whatever becomes of the measure. */
export function realisedOf(plan: Plan, measure: Measure, span: MonthSpan): Sek | null {
  const { months, realised } = effectsOf(plan.facts, measure.id);
  return monthsTotal(measure, span, months, realised);
}

/** verifierad: of the realised, what the controller has confirmed. Unknown only where the realised is. */
export function verifiedOf(plan: Plan, measure: Measure, span: MonthSpan): Sek | null {
  const { months, verified } = effectsOf(plan.facts, measure.id);
  return monthsTotal(measure, span, months, verified);
}

/**
 * prognos for a calendar year: the latest given (in or before `through` when asked); a stopped measure's is what it has
 * realised. A decided measure without months in the year is known to give 0.
 */
export function forecastOf(plan: Plan, measure: Measure, year: number, through?: Month): Sek | null {
  if (isStopped(stateNow(plan, measure)))
    return realisedOf(plan, measure, yearSpan(year, through ?? defaultThrough(plan)));
  let latest: { given: Month; year: Sek } | null = null;
  for (const row of plan.book.forecastsOf(measure.id, plan.now)) {
    if (monthYear(row.given) !== year || (through !== undefined && row.given > through)) continue;
    if (latest === null || row.given >= latest.given) latest = row;
  }
  if (latest) return latest.year;
  return isDecided(measure) && !hasMonthsIn(plan.facts, measure, year) ? (0 as Sek) : null;
}

/** The last month whose plan counts for a stopped measure; null when all months do. */
function lastPlannedMonth(plan: Plan, measure: Measure): Month | null {
  if (measure.stateSince === null || !isStopped(measure.state)) return null;
  return isStopped(stateNow(plan, measure)) ? monthOf(measure.stateSince) : null;
}

function isStopped(state: State): boolean {
  return state === "cancelled" || state === "reverted";
}

function isDecided(measure: Measure): boolean {
  return measure.decided !== null;
}

function yearSpan(year: number, through: Month): MonthSpan {
  return monthYear(through) === year ? yearToDate(through) : wholeYear(year);
}

function hasMonthsIn(facts: PlanFacts, measure: Measure, year: number): boolean {
  return effectsOf(facts, measure.id).months.some((month) => Math.floor(month / 12) === year);
}

/** Adds what is known; where nothing is, a decided measure without a month in the span is known to be 0. */
function monthsTotal(
  measure: Measure,
  span: MonthSpan,
  months: readonly number[],
  amounts: readonly number[],
): Sek | null {
  const [from, to] = [monthIndex(span.from), monthIndex(span.to)];
  let total = 0;
  let known = 0;
  let rows = 0;
  for (let at = 0; at < months.length; at++) {
    const month = months[at] ?? 0;
    if (month < from || month > to) continue;
    rows++;
    const amount = amounts[at] ?? Number.NaN;
    if (Number.isNaN(amount)) continue;
    total += amount;
    known++;
  }
  if (known > 0) return total as Sek;
  return rows === 0 && isDecided(measure) ? (0 as Sek) : null;
}
