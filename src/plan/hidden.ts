// Pure. Facts without some of their measures: a view on the whole. No list is copied until all of it is asked for, and rows
// are found in the indexes of the whole, so that a view costs little however large the plan and however many the viewers.
import { once } from "../lib/memo.ts";
import type { Decision, Measure, MeasureId, PlanFacts, Prerequisite } from "./plan.ts";

interface View {
  readonly whole: PlanFacts;
  readonly hidden: ReadonlySet<MeasureId>;
}

const views = new WeakMap<PlanFacts, View>();
const NONE: ReadonlySet<MeasureId> = new Set();

export function factsWithout(whole: PlanFacts, hidden: ReadonlySet<MeasureId>): PlanFacts {
  const participations = once(() => seenRows(whole.participations, hidden));
  const effects = once(() => seenRows(whole.effects, hidden));
  const prerequisites = once(() =>
    seenRows(whole.prerequisites, hidden).map((row) => withoutHiddenTarget(row, hidden)),
  );
  const assumptions = once(() => seenRows(whole.assumptions, hidden));
  const milestones = once(() => seenRows(whole.milestones, hidden));
  const decisions = once(() => whole.decisions.flatMap((decision) => seenDecision(decision, hidden) ?? []));
  const facts: PlanFacts = {
    ...whole,
    measures: whole.measures.filter(({ id }) => !hidden.has(id)).map((measure) => seenMeasure(measure, hidden)),
    get participations() {
      return participations();
    },
    get effects() {
      return effects();
    },
    get prerequisites() {
      return prerequisites();
    },
    get assumptions() {
      return assumptions();
    },
    get milestones() {
      return milestones();
    },
    get decisions() {
      return decisions();
    },
  };
  views.set(facts, { whole, hidden });
  return facts;
}

/** What facts are a view on, and what they hide; the facts themselves when they are no view. */
export function seenThrough(facts: PlanFacts): View {
  return views.get(facts) ?? { whole: facts, hidden: NONE };
}

/** A visible measure that hangs on a hidden one keeps its own prerequisite, but does not tell on which. */
export function withoutHiddenTarget(row: Prerequisite, hidden: ReadonlySet<MeasureId>): Prerequisite {
  return row.dependsOn !== null && hidden.has(row.dependsOn) ? { ...row, dependsOn: null } : row;
}

/** Without the hidden measures it is about too; null when it is about nothing else. */
export function seenDecision(decision: Decision, hidden: ReadonlySet<MeasureId>): Decision | null {
  const seen = decision.measures.filter((id) => !hidden.has(id));
  if (seen.length === decision.measures.length) return decision;
  return seen.length === 0 ? null : { ...decision, measures: seen };
}

function seenMeasure(measure: Measure, hidden: ReadonlySet<MeasureId>): Measure {
  return measure.replacedBy !== null && hidden.has(measure.replacedBy) ? { ...measure, replacedBy: null } : measure;
}

function seenRows<T extends { readonly measure: MeasureId }>(
  rows: readonly T[],
  hidden: ReadonlySet<MeasureId>,
): readonly T[] {
  return rows.filter((row) => !hidden.has(row.measure));
}
