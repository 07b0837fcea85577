// Pure. The months of a measure as columns of numbers: a sum over a large plan takes tens of thousands of amounts, and
// numbers side by side are many times nearer at hand than rows.
import { groupedInOrder, memoised } from "../lib/memo.ts";
import { seenThrough } from "./hidden.ts";
import type { Effect, MeasureId, PlanFacts } from "./plan.ts";
import { monthIndex } from "./week.ts";

/** One place for each month a measure has, earliest first. `NaN` is not known. */
export interface EffectColumns {
  /** As `monthIndex` counts. */
  readonly months: readonly number[];
  readonly planned: readonly number[];
  readonly realised: readonly number[];
  /** Of the realised, what is verified: not known only where the realised is not. */
  readonly verified: readonly number[];
}

const NONE = columnsFrom([]);
const columnsByMeasure = memoised((rows: readonly Effect[]) => {
  const byMeasure = groupedInOrder(
    rows,
    (row) => row.measure,
    (row) => row.month,
  );
  return new Map([...byMeasure].map(([measure, months]) => [measure, columnsFrom(months)]));
});

export function effectsOf(facts: PlanFacts, measure: MeasureId): EffectColumns {
  const { whole, hidden } = seenThrough(facts);
  return hidden.has(measure) ? NONE : (columnsByMeasure(whole.effects).get(measure) ?? NONE);
}

function columnsFrom(rows: readonly Effect[]): EffectColumns {
  return {
    months: rows.map((row) => monthIndex(row.month)),
    planned: rows.map((row) => row.planned ?? Number.NaN),
    realised: rows.map((row) => row.realised ?? Number.NaN),
    verified: rows.map((row) => (row.realised === null ? Number.NaN : row.verified ? row.realised : 0)),
  };
}
