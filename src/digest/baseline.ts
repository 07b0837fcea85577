// Pure. What the digest before this one said: the thing that changes and corrections are measured from.
import { coverageOf } from "../plan/coverage.ts";
import type { Plan, State } from "../plan/plan.ts";
import { cardWeekBefore, type RhythmSettings, rhythmOf } from "../plan/rhythm.ts";
import { stateIn } from "../plan/status.ts";
import type { Week } from "../plan/week.ts";
import type { DigestEffect, DigestSnapshot } from "./snapshot.ts";

export interface Baseline {
  readonly week: Week;
  /** Läge per measure id, as told. */
  readonly states: Readonly<Record<string, State>>;
  readonly received: number;
  /** Null when the digest was not kept: then its figures can't be told, for the ledger has no times of its own. */
  readonly effect: DigestEffect | null;
}

/**
 * The snapshot that was posted, if there is one of an earlier week; else what the plan gives for the week before, as it
 * was known at that week's digest. Null when no earlier week had a card.
 */
export function baselineOf(
  plan: Plan,
  week: Week,
  rhythm: RhythmSettings,
  previous: DigestSnapshot | null,
): Baseline | null {
  if (previous && previous.week < week) {
    const { states, coverage, effect } = previous;
    return { week: previous.week, states, received: coverage.received, effect };
  }
  const before = cardWeekBefore(week, rhythm);
  const moment = before && rhythmOf(before, rhythm);
  if (!before || !moment) return null;
  const then: Plan = { ...plan, now: moment.digest };
  return {
    week: before,
    states: statesAt(then, before),
    received: coverageOf(then, before).received.length,
    effect: null,
  };
}

/** Läge of every measure in a week, by id. */
export function statesAt(plan: Plan, week: Week): Record<string, State> {
  return Object.fromEntries(plan.facts.measures.map((measure) => [measure.id, stateIn(plan, measure, week)]));
}
