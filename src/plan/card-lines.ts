// Pure. The lines of a unit's card for a week (rhythm.md).
import type { Sek } from "./amount.ts";
import { isActive } from "./coverage.ts";
import { byDecided, measuresOfUnit, milestonesOf, participationsOf, type UnitMeasure } from "./facts.ts";
import type { Measure, Milestone, OrgId, Plan, ReportLine, State } from "./plan.ts";
import { stateIn } from "./status.ts";
import { dayOfWeek, monthOf, type Week } from "./week.ts";

export interface CardLine {
  readonly measure: Measure;
  readonly own: boolean;
  /** This unit's share of the decided effect when it takes part. */
  readonly share: Sek | null;
  /** This unit's latest line of week ≤ `week`: prefills the card. */
  readonly line: ReportLine | null;
  /** The state to prefill: the line's, else the measure's läge. */
  readonly state: State;
  /** Milestones dated this week and not done before it. */
  readonly milestones: readonly Milestone[];
}

/**
 * A unit's lines, kritisk → avvikelse → milestone this week → the rest, each by decided effect. Active measures, those
 * Ej påbörjad from their start month on, and what the unit has already answered this week (it may be changed).
 */
export function cardLinesOf(plan: Plan, unit: OrgId, week: Week): readonly CardLine[] {
  return measuresOfUnit(plan.facts, unit)
    .filter(({ measure }) => isOnCard(plan, unit, measure, week))
    .map((line) => cardLine(plan, unit, line, week))
    .sort((a, b) => rank(a) - rank(b) || byDecided(a.measure, b.measure));
}

/** Milestones of a measure dated in a week, except those done before it began. */
export function milestonesIn(plan: Plan, measure: Measure, week: Week): readonly Milestone[] {
  const monday = dayOfWeek(week, 1);
  const sunday = dayOfWeek(week, 7);
  return milestonesOf(plan.facts, measure.id).filter(
    ({ date, done }) => date >= monday && date <= sunday && (done === null || done >= monday),
  );
}

function isOnCard(plan: Plan, unit: OrgId, measure: Measure, week: Week): boolean {
  const state = stateIn(plan, measure, week);
  if (isActive(state) || plan.book.line(unit, measure.id, week, plan.now) !== null) return true;
  // A week belongs to the month of its Thursday (ISO 8601).
  return state === "not_started" && measure.start !== null && measure.start <= monthOf(dayOfWeek(week, 4));
}

function cardLine(plan: Plan, unit: OrgId, { measure, own }: UnitMeasure, week: Week): CardLine {
  const line = plan.book.latest(unit, measure.id, week, plan.now);
  return {
    measure,
    own,
    share: own ? null : (participationsOf(plan.facts, measure.id).find((row) => row.unit === unit)?.share ?? null),
    line,
    state: line?.state ?? stateIn(plan, measure, week),
    milestones: milestonesIn(plan, measure, week),
  };
}

function rank(line: CardLine): number {
  if (line.state === "critical") return 0;
  if (line.state === "deviation") return 1;
  return line.milestones.length > 0 ? 2 : 3;
}
