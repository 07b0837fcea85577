// Pure. Point 4 of the digest: what moved since the digest before, and what that one would say had it known all of this.
import { coverageOf } from "../plan/coverage.ts";
import { byDecided } from "../plan/facts.ts";
import type { Plan, State } from "../plan/plan.ts";
import type { Week } from "../plan/week.ts";
import { administrationName } from "./attention.ts";
import { type Baseline, statesAt } from "./baseline.ts";
import type { Correction, DigestEffect, StateChange } from "./snapshot.ts";

/** From what was told to what holds in `week`, in list order. A measure that is new in the plan has not moved. */
export function changesOf(plan: Plan, now: Readonly<Record<string, State>>, baseline: Baseline | null): StateChange[] {
  return baseline ? moves(plan, baseline.states, now) : [];
}

/** What came after the digest before: states, late reports, and figures of a month that had been told already. */
export function correctionsOf(plan: Plan, effect: DigestEffect, baseline: Baseline | null): Correction[] {
  if (!baseline) return [];
  const { week } = baseline;
  const states = moves(plan, baseline.states, statesAt(plan, week));
  return [
    ...states.map((move) => ({ kind: "state", week, ...move }) as const),
    ...coverageCorrection(plan, week, baseline.received),
    ...effectCorrections(week, baseline.effect, effect),
  ];
}

function moves(
  plan: Plan,
  before: Readonly<Record<string, State>>,
  after: Readonly<Record<string, State>>,
): StateChange[] {
  const found: StateChange[] = [];
  for (const measure of [...plan.facts.measures].sort(byDecided)) {
    const from = before[measure.id];
    const to = after[measure.id];
    if (from === undefined || to === undefined || from === to) continue;
    found.push({ measure: measure.id, title: measure.title, org: administrationName(plan, measure.owner), from, to });
  }
  return found;
}

function coverageCorrection(plan: Plan, week: Week, told: number): Correction[] {
  const coverage = coverageOf(plan, week);
  const to = coverage.received.length;
  return to === told ? [] : [{ kind: "coverage", week, from: told, to, expected: coverage.expected.length }];
}

/** Only for the same month: another month is new figures, not a correction. */
function effectCorrections(week: Week, told: DigestEffect | null, now: DigestEffect): Correction[] {
  if (told?.through !== now.through) return [];
  const { through } = told;
  return (["realised", "planned"] as const)
    .filter((figure) => told[figure] !== now[figure])
    .map((figure) => ({ kind: "effect", week, figure, through, from: told[figure], to: now[figure] }));
}
