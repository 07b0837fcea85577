// Pure. What measures amount to month by month, in one pass over their rows: the months alone, and from January.
import type { Sek } from "./amount.ts";
import { type EffectColumns, effectsOf } from "./effect-columns.ts";
import type { Measure, Plan } from "./plan.ts";

export interface MonthSums {
  /** Twelve each, January first. Null: nothing known (as in `sumPlanned` and its likes). */
  readonly alone: readonly (Sek | null)[];
  readonly accumulated: readonly (Sek | null)[];
}

const MONTHS = 12;
const ALL_MONTHS = (1 << MONTHS) - 1;

/** `amountsOf`: a measure's amounts, month by month as in `effectsOf`. */
export function monthSums(
  plan: Plan,
  measures: readonly Measure[],
  year: number,
  amountsOf: (measure: Measure, columns: EffectColumns) => readonly number[],
): MonthSums {
  const totals = new Array<number>(MONTHS).fill(0);
  // Bit by bit, one for each month: what is known of it alone, and of all through it.
  let knownAlone = 0;
  let knownThrough = 0;
  for (const measure of measures) {
    let rows = 0;
    let known = 0;
    const columns = effectsOf(plan.facts, measure.id);
    const amounts = amountsOf(measure, columns);
    for (const [place, month] of columns.months.entries()) {
      const at = month - year * MONTHS;
      if (at < 0 || at >= MONTHS) continue;
      rows |= 1 << at;
      const amount = amounts[place] ?? Number.NaN;
      if (Number.isNaN(amount)) continue;
      known |= 1 << at;
      totals[at] = (totals[at] ?? 0) + amount;
    }
    knownAlone |= known;
    knownThrough |= fromFirst(known);
    // A decided measure without a month is known to give 0 in it.
    if (measure.decided === null) continue;
    knownAlone |= ALL_MONTHS & ~rows;
    knownThrough |= ALL_MONTHS & ~fromFirst(rows);
  }
  let sum = 0;
  const isIn = (bits: number, at: number) => (bits & (1 << at)) !== 0;
  return {
    alone: totals.map((total, at) => (isIn(knownAlone, at) ? (total as Sek) : null)),
    accumulated: totals.map((total, at) => {
      sum += total;
      return isIn(knownThrough, at) ? (sum as Sek) : null;
    }),
  };
}

/** The lowest bit that is set and all above it. */
function fromFirst(bits: number): number {
  return bits === 0 ? 0 : ALL_MONTHS & -(bits & -bits);
}
