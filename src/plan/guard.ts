// Pure. Bemanning–produktion-vakten: staffing and production side by side, and what may be said about them.

import { memoised } from "../lib/memo.ts";
import { addDays } from "../lib/time.ts";
import type { Sek } from "./amount.ts";
import { agencyOf, productionOf, staffingOf } from "./facts.ts";
import { type ProductionMean, productionMeansOf, type StaffingMean, staffingMeanOf } from "./four-weeks.ts";
import { todayOf } from "./moment.ts";
import { subtreeOf } from "./organisation.ts";
import type { OrgId, Plan, PlanFacts } from "./plan.ts";
import { addMonths, addWeeks, dayOfWeek, lastDayOf, type Month, type Week } from "./week.ts";

/** The sentences of data-format.md as codes, in the order they are shown: warnings first. Words: `GUARD_WORDS`. */
export type GuardSentence =
  | "stale"
  | "both_fall"
  | "up_but_production_falls"
  | "not_reduced"
  | "eaten_up"
  | "kept_production";

/** Hired staff in the latest closed month. */
export interface AgencyMonth {
  readonly month: Month;
  readonly cost: Sek;
  readonly plan: Sek | null;
  /** The month before. */
  readonly before: Sek | null;
  /** More than a month since that month ended. */
  readonly stale: boolean;
}

export interface Guard {
  readonly unit: OrgId;
  /** Null: underlag saknas. */
  readonly staffing: StaffingMean | null;
  /** One per metric, the first in the sheet first: that one is paired with staffing. */
  readonly production: readonly ProductionMean[];
  readonly agency: AgencyMonth | null;
  /** What holds, warnings first; only `stale` when staffing or production is too old to say anything. */
  readonly sentences: readonly GuardSentence[];
  /** The first week without data when staffing or production is more than 10 days late; null otherwise. */
  readonly staleWeek: Week | null;
}

/** Floats of the means: −1 % is −1 % also as −0,9999999999. */
const NEARLY = 1e-9;
const STALE_AFTER_DAYS = 10;

export function guardOf(plan: Plan, unit: OrgId): Guard {
  const staffing = staffingMeanOf(plan.facts, unit);
  const production = productionMeansOf(plan.facts, unit);
  const agency = agencyMonthOf(plan, unit);
  const staleWeek = staleWeekOf(plan, staffing, production[0] ?? null);
  const sentences = staleWeek ? (["stale"] as const) : sentencesOf(staffing, production[0] ?? null, agency);
  return { unit, staffing, production, agency, sentences, staleWeek };
}

/** The guards of the units at or below `org` that have any staffing or production, in file order. */
export function guardsUnder(plan: Plan, org: OrgId): readonly Guard[] {
  const inside = subtreeOf(plan.facts, org);
  return plan.facts.orgs
    .filter(({ id }) => inside.has(id) && hasSeries(plan.facts, id))
    .map(({ id }) => guardOf(plan, id));
}

/** The latest week any unit has staffing or production for: "bemanning t.o.m. v. 46". */
export function staffingThrough(plan: Plan): Week | null {
  return lastWeekWithData(plan.facts);
}

const lastWeekWithData = memoised((facts: PlanFacts) => {
  let latest: Week | null = null;
  for (const rows of [facts.staffing, facts.production]) {
    for (const { week } of rows) if (latest === null || week > latest) latest = week;
  }
  return latest;
});

/** Hired staff in the latest month that is closed (`ekonomi t.o.m.`); null when there is none. */
export function agencyMonthOf(plan: Plan, unit: OrgId): AgencyMonth | null {
  const { economyThrough } = plan.facts.header;
  const rows = agencyOf(plan.facts, unit).filter(({ month }) => economyThrough === null || month <= economyThrough);
  const latest = rows.at(-1);
  if (!latest) return null;
  const { month, cost, plan: planned } = latest;
  const monthBefore = addMonths(month, -1);
  const before = rows.find((row) => row.month === monthBefore)?.cost ?? null;
  return { month, cost, plan: planned, before, stale: todayOf(plan) > lastDayOf(addMonths(month, 1)) };
}

function sentencesOf(
  staffing: StaffingMean | null,
  production: ProductionMean | null,
  agency: AgencyMonth | null,
): readonly GuardSentence[] {
  const own = staffing?.change ?? null;
  if (staffing === null || own === null) return [];
  const made = production?.change ?? null;
  const found: GuardSentence[] = [];
  const hasFallen = own <= -1 + NEARLY;
  if (made !== null && made < -3 - NEARLY) {
    if (hasFallen && isBelowPlan(production)) found.push("both_fall");
    if (own > NEARLY) found.push("up_but_production_falls");
  }
  if (!hasFallen && isCutPlanned(staffing)) found.push("not_reduced");
  if (hasFallen && isEatenUp(staffing, agency)) found.push("eaten_up");
  if (hasFallen && made !== null && made >= -1 - NEARLY) found.push("kept_production");
  return found;
}

function isBelowPlan(production: ProductionMean | null): boolean {
  const rate = production?.rate ?? null;
  return rate !== null && rate < 97 - NEARLY;
}

function isCutPlanned({ target, lastYear }: StaffingMean): boolean {
  return target !== null && lastYear !== null && target < lastYear - NEARLY;
}

function isEatenUp({ overtime, overtimeBefore }: StaffingMean, agency: AgencyMonth | null): boolean {
  if (overtime !== null && overtimeBefore !== null && overtime > overtimeBefore + NEARLY) return true;
  return agency !== null && !agency.stale && agency.before !== null && agency.cost > agency.before;
}

function staleWeekOf(plan: Plan, staffing: StaffingMean | null, production: ProductionMean | null): Week | null {
  const lasts = [staffing, production].flatMap((mean) => mean?.weeks.at(-1) ?? []).sort();
  const last = lasts[0];
  if (last === undefined) return null;
  return todayOf(plan) > addDays(dayOfWeek(last, 7), STALE_AFTER_DAYS) ? addWeeks(last, 1) : null;
}

function hasSeries(facts: PlanFacts, unit: OrgId): boolean {
  return staffingOf(facts, unit).length > 0 || productionOf(facts, unit).length > 0;
}
