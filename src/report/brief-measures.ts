// Pure. The measures: how many in each läge, those that deviate, those that have stopped. Cause codes, no free text.
import { grouped } from "../lib/memo.ts";
import { coverageOf } from "../plan/coverage.ts";
import { byDecided } from "../plan/facts.ts";
import { weekText } from "../plan/format.ts";
import { plannedOf, realisedOf } from "../plan/measure-amounts.ts";
import { weekNow, yearToDate } from "../plan/moment.ts";
import { administrationOf } from "../plan/organisation.ts";
import { type Measure, type OrgId, STATES } from "../plan/plan.ts";
import { missingReachOf } from "../plan/rights.ts";
import { stateAt, stateNow } from "../plan/status.ts";
import { CAUSE_WORDS, STATE_WORDS } from "../plan/words.ts";
import type { BriefScope } from "./brief-scope.ts";
import type { ReportSection } from "./document.ts";

export function statesSection(scope: BriefScope): ReportSection {
  const { plan, words, lang } = scope;
  const states = grouped(scope.measures, (measure) => stateNow(plan, measure));
  const rows = STATES.filter((state) => states.has(state)).map((state) => [
    STATE_WORDS[state][lang],
    `${states.get(state)?.length ?? 0}`,
  ]);
  return {
    heading: words.states.heading,
    paragraphs: coverageLines(scope),
    table: rows.length > 0 ? { head: words.states.head, rows } : null,
  };
}

/** Kritisk first, then Avvikelse, each by beslutad. */
export function deviationsSection(scope: BriefScope): ReportSection {
  const { plan, words, through } = scope;
  const inState = (wanted: string) =>
    scope.measures.filter((measure) => stateNow(plan, measure) === wanted).sort(byDecided);
  const rows = [...inState("critical"), ...inState("deviation")].map((measure) => deviationRow(scope, measure));
  const { heading, none } = words.deviations;
  if (rows.length === 0) return { heading, paragraphs: [none], table: null };
  return { heading, paragraphs: [], table: { head: words.deviations.head(through), rows } };
}

function deviationRow(scope: BriefScope, measure: Measure): string[] {
  const { plan, lang, today } = scope;
  const { state, since, line } = stateAt(plan, measure, weekNow(plan));
  const span = yearToDate(scope.month);
  const word = STATE_WORDS[state][lang];
  return [
    `${measure.id} ${measure.title}`,
    since === null ? word : `${word} (${weekText(since, lang, today)})`,
    line?.cause ? CAUSE_WORDS[line.cause][lang] : "–",
    scope.amount(realisedOf(plan, measure, span)),
    scope.amount(plannedOf(plan, measure, span)),
    scope.amount(measure.decided),
  ];
}

/** Shown, never silently dropped: what is no longer part of beslutad. */
export function stoppedSection(scope: BriefScope): ReportSection {
  const { plan, words, lang } = scope;
  const stopped = scope.measures
    .filter((measure) => ["paused", "cancelled", "reverted"].includes(stateNow(plan, measure)))
    .sort(byDecided);
  const { heading, none, head } = words.stopped;
  if (stopped.length === 0) return { heading, paragraphs: [none], table: null };
  const rows = stopped.map((measure) => [
    `${measure.id} ${measure.title}`,
    STATE_WORDS[stateNow(plan, measure)][lang],
    scope.amount(measure.potential),
    scope.amount(measure.decided),
  ]);
  return { heading, paragraphs: [], table: { head, rows } };
}

/** How many have reported for the last week anyone reported for, where the viewer may be told so. */
function coverageLines(scope: BriefScope): string[] {
  const { plan, viewer, words, lang, today } = scope;
  const week = plan.book.lastWeek(plan.now);
  if (week === null) return [];
  const { expected, received } = coverageOf(plan, week, scope.org);
  const reach = missingReachOf(plan.facts, viewer);
  const mayKnow = (unit: OrgId) => {
    const administration = administrationOf(plan.facts, unit);
    return reach.units.has(unit) || (administration !== null && reach.administrations.has(administration.id));
  };
  if (expected.length === 0 || !expected.every(mayKnow)) return [];
  return [words.states.coverage(weekText(week, lang, today), received.length, expected.length)];
}
