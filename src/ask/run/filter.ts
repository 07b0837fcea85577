// Pure. Conditions on measures, and their words in an answer.

import type { IsoDate } from "../../lib/time.ts";
import { sekFromMkr } from "../../plan/amount.ts";
import { sumForecast } from "../../plan/effect.ts";
import { assumptionsOf, milestonesOf } from "../../plan/facts.ts";
import { judgementOf } from "../../plan/judgement.ts";
import { plannedOf, realisedOf } from "../../plan/measure-amounts.ts";
import { wholeYear, yearToDate } from "../../plan/moment.ts";
import { isUnder } from "../../plan/organisation.ts";
import type { Assumption, Measure, State } from "../../plan/plan.ts";
import { rateOf } from "../../plan/rate.ts";
import { unmetOf } from "../../plan/risk.ts";
import { latestLineOf, lineIn, stateAt, stateIn, weeksInState } from "../../plan/status.ts";
import { monthYear } from "../../plan/week.ts";
import type { Filter } from "../schema.ts";
import type { World } from "./world.ts";

export function applyFilters(
  world: World,
  measures: readonly Measure[],
  filters: readonly Filter[],
): readonly Measure[] {
  return filters.length === 0
    ? measures
    : measures.filter((measure) => filters.every((filter) => passes(world, measure, filter)));
}

/** Only of what is paused, cancelled or reverted: what was decided of them is no longer decided but lost. */
export function isOfLost(filters: readonly Filter[]): boolean {
  return filters.some(
    (filter) => filter.on === "state" && !filter.not && filter.values.every((state) => LOST.has(state)),
  );
}

const LOST: ReadonlySet<State> = new Set<State>(["paused", "cancelled", "reverted"]);

function passes(world: World, measure: Measure, filter: Filter): boolean {
  // What is not decided can't be said to have given nothing.
  if (filter.on === "yields" && filter.not) return measure.decided !== null && !yieldsSome(world, measure);
  // What has no amount is neither over nor under it.
  if (filter.on === "amount_over" && measure[filter.figure] === null) return false;
  return holds(world, measure, filter) !== filter.not;
}

function holds(world: World, measure: Measure, filter: Filter): boolean {
  switch (filter.on) {
    case "state":
      return filter.values.includes(stateIn(world.plan, measure, world.week));
    case "outcome": {
      const { colour } = rateOf(world.plan, [measure], yearToDate(world.through));
      return colour !== null && filter.values.includes(colour);
    }
    case "horizon":
      return measure.horizon === filter.value;
    case "kind":
      return measure.kind !== null && filter.values.includes(measure.kind);
    case "mechanism":
      return measure.mechanism !== null && filter.values.includes(measure.mechanism);
    case "theme":
      return filter.values.includes(measure.theme);
    case "measure":
      return filter.values.includes(measure.id);
    case "owner":
      return filter.values.some((org) => isUnder(world.plan.facts, measure.owner, org));
    case "cause":
      return filter.values.some((cause) => causeOf(world, measure) === cause);
    case "impact":
      return filter.values.includes(measure.impactAssessment ?? "no");
    case "consultation":
      return measure.consultation === null
        ? filter.values.includes("not_applicable") && filter.not
        : filter.values.includes(measure.consultation);
    case "permanence":
      return measure.permanence === filter.value;
    case "special":
      return measure.special;
    case "amount":
      return (filter.stage === "extra_cost" ? measure.extraCost : measure[filter.stage]) !== null;
    case "prerequisite_unmet":
      return unmetOf(world.plan, measure.id).some(
        (row) => filter.kinds.length === 0 || (row.kind !== null && filter.kinds.includes(row.kind)),
      );
    case "assumption":
      return assumptionsMet(world, measure, filter).length > 0;
    case "risk":
      return (latestLineOf(world.plan, measure)?.risks ?? []).some(
        (risk) => filter.values.length === 0 || filter.values.includes(risk),
      );
    case "support": {
      const support = latestLineOf(world.plan, measure)?.support ?? null;
      return support !== null && (filter.values.length === 0 || filter.values.includes(support));
    }
    case "differs":
      return judgementOf(world.plan, measure, world.week, world.through).differ;
    case "milestone_missed":
      return milestonesOf(world.plan.facts, measure.id).some(
        (row) => row.date < world.today && (row.done === null || row.done > world.today),
      );
    case "behind":
      return gapOf(world, measure) > 0;
    case "ahead":
      return gapOf(world, measure) < 0;
    case "forecast": {
      const year = monthYear(world.through);
      const gap = forecastGapOf(world, measure, year);
      return filter.side === "under" ? gap > 0 : gap < 0;
    }
    case "rate": {
      const { percent } = rateOf(world.plan, [measure], yearToDate(world.through));
      return percent !== null && (filter.side === "over" ? percent > filter.percent : percent < filter.percent);
    }
    case "yields":
      return yieldsSome(world, measure);
    case "overdue":
      return (
        measure.end !== null &&
        measure.end < world.today.slice(0, 7) &&
        !["done", "operational", "cancelled", "reverted"].includes(stateIn(world.plan, measure, world.week))
      );
    case "start":
      return within(measure.start, filter.from, filter.to);
    case "end":
      return within(measure.end, filter.from, filter.to);
    case "unchanged": {
      const weeks = weeksInState(stateAt(world.plan, measure, world.reportWeek), world.reportWeek);
      return weeks !== null && weeks >= filter.weeks;
    }
    case "amount_over": {
      const amount = measure[filter.figure];
      return amount !== null && amount > sekFromMkr(filter.mkr);
    }
  }
}

/** Those of a measure's assumptions that a condition is of. */
export function assumptionsMet(
  world: World,
  measure: Measure,
  { values, review }: Extract<Filter, { on: "assumption" }>,
): readonly Assumption[] {
  return assumptionsOf(world.plan.facts, measure.id).filter(
    (row) => values.includes(row.standing) && (!review || isReviewed(row.review, review, world.today)),
  );
}

function isReviewed(
  date: IsoDate | null,
  { from, to, passed }: { from: IsoDate | null; to: IsoDate | null; passed: boolean },
  today: IsoDate,
): boolean {
  if (date === null || (passed && date >= today)) return false;
  if (from === null && to === null) return passed || date >= today;
  return (from === null || date >= from) && (to === null || date <= to);
}

/** The cause on the owner's line that says the läge now; null when it is not said or the measure is green. */
export function causeOf(world: World, measure: Measure) {
  return lineIn(world.plan, measure, world.week)?.cause ?? null;
}

/** Planned − realised through the closed month, kronor; 0 when either is unknown. */
export function gapOf(world: World, measure: Measure): number {
  const span = yearToDate(world.through);
  const planned = plannedOf(world.plan, measure, span);
  const realised = realisedOf(world.plan, measure, span);
  return planned === null || realised === null ? 0 : planned - realised;
}

// The year's plan − what is believed of the year, kronor; 0 when either is unknown.
function forecastGapOf(world: World, measure: Measure, year: number): number {
  const planned = plannedOf(world.plan, measure, wholeYear(year));
  const forecast = sumForecast(world.plan, [measure], year).amount;
  return planned === null || forecast === null ? 0 : planned - forecast;
}

function yieldsSome(world: World, measure: Measure): boolean {
  return (realisedOf(world.plan, measure, yearToDate(world.through)) ?? 0) > 0;
}

function within(month: string | null, from: string | null, to: string | null): boolean {
  return month !== null && (from === null || month >= from) && (to === null || month <= to);
}
