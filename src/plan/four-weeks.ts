// Pure. Four-week means: the latest four weeks with data of a unit's staffing and production (data-format.md).

import { grouped } from "../lib/memo.ts";
import { percentOf } from "./amount.ts";
import { productionOf, staffingOf } from "./facts.ts";
import type { OrgId, PlanFacts, Production, Staffing } from "./plan.ts";
import type { Week } from "./week.ts";

/** `change` in % against the same weeks last year. */
export interface StaffingMean {
  /** Oldest first; the last is how far the data reaches. */
  readonly weeks: readonly Week[];
  readonly fte: number;
  readonly target: number | null;
  readonly lastYear: number | null;
  /** fte − target, same weeks. */
  readonly gap: number | null;
  readonly change: number | null;
  /** % of worked time, the latest four weeks with data and the four before them. */
  readonly overtime: number | null;
  readonly overtimeBefore: number | null;
  readonly sickLeave: number | null;
}

export interface ProductionMean {
  /** The plan's own word, `operationer`. */
  readonly metric: string;
  readonly weeks: readonly Week[];
  /** Per week. */
  readonly outcome: number;
  readonly plan: number | null;
  readonly lastYear: number | null;
  /** outcome ÷ plan, %, same weeks. */
  readonly rate: number | null;
  readonly change: number | null;
}

const WEEKS = 4;

/** Null when the unit has no staffing at all. */
export function staffingMeanOf(facts: PlanFacts, unit: OrgId): StaffingMean | null {
  const all = staffingOf(facts, unit);
  const rows = all.slice(-WEEKS);
  if (rows.length === 0) return null;
  const fteOf = (row: Staffing) => row.fte;
  const overtime = all.map((row) => row.overtime).filter((value) => value !== null);
  const sickLeave = all.map((row) => row.sickLeave).filter((value) => value !== null);
  const againstTarget = pairOf(rows, fteOf, (row) => row.target);
  return {
    weeks: rows.map((row) => row.week),
    fte: meanOf(rows.map(fteOf)) as number,
    target: againstTarget?.other ?? null,
    lastYear: pairOf(rows, fteOf, (row) => row.lastYear)?.other ?? null,
    gap: againstTarget && meanOf([againstTarget.own - againstTarget.other]),
    change: changeOf(pairOf(rows, fteOf, (row) => row.lastYear)),
    overtime: meanOf(overtime.slice(-WEEKS)),
    overtimeBefore: meanOf(overtime.slice(-2 * WEEKS, -WEEKS)),
    sickLeave: meanOf(sickLeave.slice(-WEEKS)),
  };
}

/** One per metric, the first in the sheet first; empty when the unit has no production. */
export function productionMeansOf(facts: PlanFacts, unit: OrgId): readonly ProductionMean[] {
  const metrics = grouped(productionOf(facts, unit), (row) => row.metric);
  return [...metrics].map(([metric, rows]) => productionMean(metric, rows));
}

function productionMean(metric: string, all: readonly Production[]): ProductionMean {
  const rows = [...all].sort((a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : 0)).slice(-WEEKS);
  const outcomeOf = (row: Production) => row.outcome;
  const againstPlan = pairOf(rows, outcomeOf, (row) => row.plan);
  const againstLastYear = pairOf(rows, outcomeOf, (row) => row.lastYear);
  return {
    metric,
    weeks: rows.map((row) => row.week),
    outcome: meanOf(rows.map(outcomeOf)) as number,
    plan: againstPlan?.other ?? null,
    lastYear: againstLastYear?.other ?? null,
    rate: againstPlan && percentOf(againstPlan.own, againstPlan.other),
    change: changeOf(againstLastYear),
  };
}

interface Pair {
  readonly own: number;
  readonly other: number;
}

/** Means of two series over the weeks in which the other has a value: the same weeks for both. */
function pairOf<T>(rows: readonly T[], ownOf: (row: T) => number, otherOf: (row: T) => number | null): Pair | null {
  const own: number[] = [];
  const other: number[] = [];
  for (const row of rows) {
    const value = otherOf(row);
    if (value === null) continue;
    own.push(ownOf(row));
    other.push(value);
  }
  return other.length === 0 ? null : { own: meanOf(own) as number, other: meanOf(other) as number };
}

function changeOf(pair: Pair | null): number | null {
  return pair && percentOf(pair.own - pair.other, pair.other);
}

/** Rounded at the ninth decimal, so that 86,4 is 86,4 and not what four floats add up to. */
function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.round(mean * 1e9) / 1e9;
}
