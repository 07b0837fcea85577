// Pure. What a measure's läge is in a week, where that comes from, and what has moved (data-format.md).
// The owner's latest line of week ≤ W says it; a later decision (Avbruten, Återtagen, Ordinarie drift) wins over it.

import { memoised } from "../lib/memo.ts";
import { type Instant, type IsoDate, instantAt, type WallTime } from "../lib/time.ts";
import { byDecided, participationsOf } from "./facts.ts";
import { todayOf, weekNow } from "./moment.ts";
import type { Measure, MeasureId, OrgId, Plan, PlanFacts, ReportLine, State } from "./plan.ts";
import { type Week, weekOf, weeksBetween } from "./week.ts";

export interface MeasureState {
  readonly state: State;
  /** `report`: the owner's line · `decision`: Avbruten, Återtagen, Ordinarie drift by decision · `plan`: no line yet. */
  readonly from: "report" | "decision" | "plan";
  /** The owner's line that says so; null unless `from` is `report`. */
  readonly line: ReportLine | null;
  /** First week of the run of equal states; for a decision the week of its date. Null when not known. */
  readonly since: Week | null;
  /** The date of the decision that set it; null otherwise or when not known. */
  readonly sinceDate: IsoDate | null;
  /** What it was before; null when not known. */
  readonly previous: State | null;
}

/** A decided end of a measure; `from` null: undated, it wins over every line. */
interface Ending {
  readonly since: IsoDate | null;
  readonly week: Week | null;
  readonly from: Instant | null;
}

const endings = memoised((facts: PlanFacts) => {
  const found = new Map<MeasureId, Ending>();
  for (const measure of facts.measures) {
    if (isSetByDecision(measure.state)) found.set(measure.id, endingOf(measure, facts.header.zone));
  }
  return found;
});

/** A measure's läge in a week: the short form of `stateAt`, cheap enough for every measure of a large plan. */
export function stateIn(plan: Plan, measure: Measure, week: Week): State {
  return lineIn(plan, measure, week)?.state ?? measure.state;
}

/** The owner's line that says the läge in a week; null where a decision or the plan says it. */
export function lineIn(plan: Plan, measure: Measure, week: Week): ReportLine | null {
  const line = plan.book.latest(measure.owner, measure.id, week, plan.now);
  return line && !isOverruled(line, endingIn(plan, measure, week)) ? line : null;
}

/** A measure's läge in the week of `now`. */
export function stateNow(plan: Plan, measure: Measure): State {
  return stateIn(plan, measure, weekNow(plan));
}

/** A measure's läge in a week, with where it comes from and since when. */
export function stateAt(plan: Plan, measure: Measure, week: Week): MeasureState {
  const ending = endingIn(plan, measure, week);
  const lines = plan.book.history(measure.owner, measure.id, plan.now).filter((line) => line.week <= week);
  const line = lines.at(-1) ?? null;
  if (line && !isOverruled(line, ending)) return fromLines(measure, lines, line, ending);
  const before = lines.findLast((earlier) => earlier.state !== measure.state)?.state ?? null;
  return {
    state: measure.state,
    from: isSetByDecision(measure.state) ? "decision" : "plan",
    line: null,
    since: measure.stateSince === null ? null : weekOf(measure.stateSince),
    sinceDate: measure.stateSince,
    previous: before,
  };
}

/** How many weeks in a row the state has held through `week` (pass the last week that is due); null when not known. */
export function weeksInState(state: MeasureState, week: Week): number | null {
  return state.since === null ? null : weeksBetween(state.since, week) + 1;
}

export interface Change {
  readonly measure: Measure;
  readonly from: State;
  readonly to: State;
}

/** Measures whose läge differs between two weeks, in list order (`byDecided`); only what moved. */
export function changesBetween(plan: Plan, measures: readonly Measure[], before: Week, after: Week): readonly Change[] {
  const changes: Change[] = [];
  for (const measure of measures) {
    const from = stateIn(plan, measure, before);
    const to = stateIn(plan, measure, after);
    if (from !== to) changes.push({ measure, from, to });
  }
  return changes.sort((a, b) => byDecided(a.measure, b.measure));
}

/** Measures whose läge the plan dates to a week after `before`, through `after`, with no line that tells how it was. */
export function datedBetween(plan: Plan, measures: readonly Measure[], before: Week, after: Week): readonly Measure[] {
  return measures.filter((measure) => {
    const week = measure.stateSince === null ? null : weekOf(measure.stateSince);
    const isWithin = week !== null && before < week && week <= after;
    return (
      isWithin && stateIn(plan, measure, before) === measure.state && stateIn(plan, measure, after) === measure.state
    );
  });
}

/** How the other participants see a measure: states of their latest lines of week ≤ `week`, and who has none. */
export interface Spread {
  readonly states: ReadonlyMap<State, readonly OrgId[]>;
  readonly silent: readonly OrgId[];
}

export function spreadAt(plan: Plan, measure: Measure, week: Week): Spread {
  const states = new Map<State, OrgId[]>();
  const silent: OrgId[] = [];
  const others = new Set(participationsOf(plan.facts, measure.id).map((row) => row.unit));
  others.delete(measure.owner);
  for (const unit of others) {
    const line = plan.book.latest(unit, measure.id, week, plan.now);
    if (line) states.set(line.state, [...(states.get(line.state) ?? []), unit]);
    else silent.push(unit);
  }
  return { states, silent };
}

/** The owner's latest line known now, of whatever week; null when there is none. */
export function latestLineOf(plan: Plan, measure: Measure): ReportLine | null {
  return plan.book.latest(measure.owner, measure.id, LAST_WEEK, plan.now);
}

/** The lines of a unit's latest report known now; empty when it has never reported. */
export function latestReportOf(plan: Plan, unit: OrgId): readonly ReportLine[] {
  const week = plan.book.weeks(unit, plan.now).at(-1);
  return week === undefined ? [] : plan.book.report(unit, week, plan.now);
}

const LAST_WEEK = "9999-W52" as Week;

function fromLines(
  measure: Measure,
  lines: readonly ReportLine[],
  line: ReportLine,
  ending: Ending | null,
): MeasureState {
  let first = lines.length - 1;
  while (first > 0 && lines[first - 1]?.state === line.state && !isOverruled(lines[first - 1] as ReportLine, ending)) {
    first--;
  }
  const earlier = lines[first - 1];
  const before = earlier && !isOverruled(earlier, ending) ? earlier.state : stateBefore(measure, ending);
  const run = { state: line.state, from: "report", line } as const;
  if (before !== line.state)
    return { ...run, since: (lines[first] as ReportLine).week, sinceDate: null, previous: before };
  // It was so already before the first line: since the decision that set it, else at least since that line.
  const { stateSince } = measure;
  const since = stateSince === null ? (lines[first] as ReportLine).week : weekOf(stateSince);
  return { ...run, since, sinceDate: stateSince, previous: null };
}

/** What held before the first line that counts; a decision that is yet to come says nothing about it. */
function stateBefore(measure: Measure, ending: Ending | null): State | null {
  return ending === null && isSetByDecision(measure.state) ? null : measure.state;
}

function isSetByDecision(state: State): boolean {
  return state === "cancelled" || state === "reverted" || state === "operational";
}

function endingOf(measure: Measure, zone: string): Ending {
  const since = measure.stateSince;
  if (since === null) return { since, week: null, from: null };
  return { since, week: weekOf(since), from: instantAt(since, "00:00" as WallTime, zone) };
}

/** The decision that holds in `week`, as known now; null when there is none, or none yet. */
function endingIn(plan: Plan, measure: Measure, week: Week): Ending | null {
  const ending = endings(plan.facts).get(measure.id);
  if (!ending) return null;
  if (ending.since === null || ending.week === null) return ending;
  return ending.week <= week && ending.since <= todayOf(plan) ? ending : null;
}

function isOverruled(line: ReportLine, ending: Ending | null): boolean {
  return ending !== null && (ending.from === null || line.reportedAt < ending.from);
}
