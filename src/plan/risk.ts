// Pure. What hangs on what: prerequisites, and the decided effect behind those not met. Each measure once; safe on cycles.
import { type Sum, sumOf } from "./amount.ts";
import { byDecided, measureOf, prerequisitesOf, prerequisitesOn } from "./facts.ts";
import { isLost } from "./measure-amounts.ts";
import type { Measure, MeasureId, Plan, Prerequisite } from "./plan.ts";

/** The prerequisites of a measure that are not met; `delvis` counts as not met. */
export function unmetOf(plan: Plan, measure: MeasureId): readonly Prerequisite[] {
  return prerequisitesOf(plan.facts, measure).filter(isUnmet);
}

/** The measures with an unmet prerequisite that points straight at this one, in list order. */
export function dependantsOf(plan: Plan, measure: MeasureId): readonly Measure[] {
  return inListOrder(plan, new Set(dependantIds(plan, measure)));
}

/** Those that depend on it directly or through other measures, each once, without itself, in list order. */
export function allDependantsOf(plan: Plan, measure: MeasureId): readonly Measure[] {
  const found = new Set([measure]);
  // A Set is walked in the order of insertion, also what is added on the way.
  for (const next of found) for (const id of dependantIds(plan, next)) found.add(id);
  found.delete(measure);
  return inListOrder(plan, found);
}

export interface AtRisk {
  /** Decided effect; lost measures are not in it. `unknown` = those without a decided amount. */
  readonly sum: Sum;
  /** The measures at risk in list order, also those without an amount. */
  readonly measures: readonly Measure[];
}

/** The decided effect behind one measure: all that depend on it, and its own when a prerequisite of its own is not met. */
export function atRiskBehind(plan: Plan, measure: MeasureId): AtRisk {
  const own = measureOf(plan.facts, measure);
  const behind = allDependantsOf(plan, measure);
  return atRisk(plan, own && unmetOf(plan, measure).length > 0 ? [...behind, own] : behind);
}

/** The decided effect of those in `measures` with a prerequisite, own or another measure's, that is not met. */
export function atRiskAmong(plan: Plan, measures: readonly Measure[]): AtRisk {
  return atRisk(
    plan,
    measures.filter((measure) => unmetOf(plan, measure.id).length > 0),
  );
}

/** How `measure` comes to depend on `on`: the shortest way from it to `on`, both included; empty when it does not. */
export function chainTo(plan: Plan, measure: MeasureId, on: MeasureId): readonly MeasureId[] {
  const cameFrom = new Map<MeasureId, MeasureId | null>([[measure, null]]);
  for (const next of cameFrom.keys()) {
    if (next === on) return wayBack(cameFrom, on);
    for (const { dependsOn } of unmetOf(plan, next)) {
      if (dependsOn !== null && !cameFrom.has(dependsOn)) cameFrom.set(dependsOn, next);
    }
  }
  return [];
}

function atRisk(plan: Plan, measures: readonly Measure[]): AtRisk {
  const counted = measures.filter((measure) => !isLost(plan, measure)).sort(byDecided);
  return { sum: sumOf(counted.map((measure) => measure.decided)), measures: counted };
}

function isUnmet(prerequisite: Prerequisite): boolean {
  return prerequisite.met !== "yes";
}

function dependantIds(plan: Plan, measure: MeasureId): MeasureId[] {
  return prerequisitesOn(plan.facts, measure)
    .filter(isUnmet)
    .map((row) => row.measure);
}

function inListOrder(plan: Plan, ids: ReadonlySet<MeasureId>): Measure[] {
  const found: Measure[] = [];
  for (const id of ids) {
    const measure = measureOf(plan.facts, id);
    if (measure) found.push(measure);
  }
  return found.sort(byDecided);
}

function wayBack(cameFrom: ReadonlyMap<MeasureId, MeasureId | null>, end: MeasureId): MeasureId[] {
  const way: MeasureId[] = [];
  for (let at: MeasureId | null = end; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return way;
}
