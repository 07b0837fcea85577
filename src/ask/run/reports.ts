// Pure. Who has reported, what was written, what moved. Rights decide whose names and whose words may be told.
import { coverageByAdministration, coverageOf, missedInRow, owes } from "../../plan/coverage.ts";
import { dateText, listText, weekText } from "../../plan/format.ts";
import { administrationOf, isUnder, regionOf } from "../../plan/organisation.ts";
import { type Measure, type OrgId, STATES } from "../../plan/plan.ts";
import { participationsOf } from "../../plan/facts.ts";
import { cardWeekBefore, isCardWeek, nextCardFor, rhythmOf } from "../../plan/rhythm.ts";
import { mayReadLog, mayReadText, missingReachOf } from "../../plan/rights.ts";
import { changesBetween, type Change } from "../../plan/status.ts";
import { CAUSE_WORDS } from "../../plan/words.ts";
import { addWeeks, type Week } from "../../plan/week.ts";
import { wallAt } from "../../lib/time.ts";
import { timeText } from "../../plan/format.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/happening-words.ts";
import * as measureWords from "../words/measure-words.ts";
import { applyFilters } from "./filter.ts";
import { whoOfOrgs } from "./happenings.ts";
import { ownUnits } from "./list.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { stateText } from "./state-text.ts";
import { isUnit, linesOf, measureName, measuresByIds, orgName, ownedBy, subjectOf, type World } from "./world.ts";

/** The week a question about reports means: the one said, "den här veckan" being the one that is reported now. */
export function reportWeekOf(world: World, query: PlanQuery): Week {
  if (query.period?.is !== "weeks") return world.reportWeek;
  return query.period.to === world.week ? world.reportWeek : query.period.to;
}

export function runCoverage(world: World, query: PlanQuery, pen: Pen): Result {
  const week = reportWeekOf(world, query);
  if (!isCardWeek(week, world.rhythm)) return { lines: [words.noCardWeek(world.lang, weekText(week, world.lang, world.today))], orgs: query.orgs };
  const orgs = query.orgs.length > 0 ? query.orgs : query.mine ? ownUnits(world).filter((id) => isUnit(world, id)) : [];
  const reach = missingReachOf(world.whole.facts, world.viewer);
  const units = orgs.filter((org) => isUnit(world, org));
  if (units.length > 0 && units.length === orgs.length) return unitsReported(world, units, week, pen);
  const tops: readonly (OrgId | null)[] = orgs.length > 0 ? orgs : [null];
  if (query.missing && reach.units.size === 0 && reach.administrations.size === 0) return { lines: [], refuse: "missing_units", orgs };
  const parts = tops.map((org) => coverageLines(world, org, week, query, reach, pen));
  const refused = parts.find((part) => part.refuse);
  const late = query.about === "late" ? tops.flatMap((org) => lateLines(world, org, week, reach, pen)) : [];
  if (late.length > 0) return { lines: [...parts.flatMap((part) => part.lines), ...late], orgs: [...orgs] };
  return { lines: parts.flatMap((part) => part.lines), orgs: query.missing ? parts.flatMap((part) => part.orgs ?? []) : [...orgs, ...parts.flatMap((part) => part.orgs ?? [])], ...(refused?.refuse && parts.length === 1 && { refuse: refused.refuse }) };
}

function unitsReported(world: World, units: readonly OrgId[], week: Week, pen: Pen): Result {
  const reach = missingReachOf(world.whole.facts, world.viewer);
  const parts = units.map((unit): Result => {
    const name = orgName(world, unit);
    const label = weekText(week, world.lang, world.today);
    if (!reach.units.has(unit)) {
      const above = administrationOf(world.whole.facts, unit);
      if (!above || !reach.administrations.has(above.id)) return { lines: [], refuse: "missing_units" };
      return { lines: [coverageLine(world, above.id, week, pen)], orgs: [above.id] };
    }
    const at = world.whole.book.receivedAt(unit, week, world.whole.now);
    if (at === null && !owes(world.whole, unit, week)) return { lines: [words.unitOwesNone(world.lang, name, label)], orgs: [unit] };
    const last = at === null ? (world.whole.book.weeks(unit, world.whole.now).at(-1) ?? null) : null;
    return { lines: [words.unitReported(world.lang, name, label, at === null ? null : dateText(wallAt(at, world.whole.facts.header.zone).date, world.lang, world.today)), ...(last ? [measureWords.reportedLine(world.lang, weekText(last, world.lang, world.today))] : [])], orgs: [unit] };
  });
  const refused = parts.find((part) => part.refuse)?.refuse;
  return { lines: parts.flatMap((part) => part.lines), orgs: parts.flatMap((part) => part.orgs ?? []), ...(refused && { refuse: refused }) };
}

function lateLines(world: World, org: OrgId | null, week: Week, reach: ReturnType<typeof missingReachOf>, pen: Pen): string[] {
  const due = rhythmOf(week, world.rhythm)?.due;
  if (due === undefined) return [];
  const late = coverageOf(world.whole, week, org, due).late;
  const named = late.filter((unit) => reach.units.has(unit));
  const count = words.lateNote(world.lang, pen.count("count", late.length, { subject: org ?? "plan", period: week, filter: "sena" }));
  return [count, ...(named.length === late.length && named.length > 0 ? [`• ${listText(named.map((unit) => orgName(world, unit)), world.lang)}`] : [])];
}

function coverageLine(world: World, org: OrgId | null, week: Week, pen: Pen): string {
  const due = rhythmOf(week, world.rhythm)?.due;
  const coverage = coverageOf(world.whole, week, org, due);
  const who = whoOfOrgs(world, org ? [org] : []);
  const label = weekText(week, world.lang, world.today);
  if (coverage.expected.length === 0) return words.noneExpected(world.lang, who, label);
  const of: Of = { subject: org === null || org === regionOf(world.whole.facts)?.id ? (org ?? "plan") : org, period: week };
  return words.coverageText(world.lang, who, label, pen.count("coverage_received", coverage.received.length, of), pen.count("coverage_expected", coverage.expected.length, of), coverage.percent === null ? null : pen.percent("coverage_rate", coverage.percent, of), pen.count("coverage_missing", coverage.missing.length, of));
}

function coverageLines(world: World, org: OrgId | null, week: Week, query: PlanQuery, reach: ReturnType<typeof missingReachOf>, pen: Pen): Result {
  const coverage = coverageOf(world.whole, week, org);
  const head = coverageLine(world, org, week, pen);
  const named = coverage.missing.filter((unit) => reach.units.has(unit));
  const lines = [head];
  const orgs: OrgId[] = [];
  if (!query.missing) {
    if (query.group === "administration") lines.push(...numbers(world, org, week, reach, pen, true));
    return { lines, orgs };
  }
  // All of them may be named, some of them, or only the numbers.
  if (named.length === coverage.missing.length && named.length > 0) {
    lines.push(words.missingNames(world.lang, listText(named.map((unit) => orgName(world, unit)), world.lang)));
    return { lines: [...lines, ...numbers(world, org, week, reach, pen, false)], orgs: [...named] };
  }
  if (coverage.missing.length === 0) return { lines, orgs };
  const told = numbers(world, org, week, reach, pen, false);
  if (named.length > 0) {
    lines.push(words.missingNames(world.lang, listText(named.map((unit) => orgName(world, unit)), world.lang)));
    orgs.push(...named);
  } else if (told.length === 0) {
    const own = [...reach.units].filter((unit) => isUnit(world, unit) && (org === null || isUnder(world.whole.facts, unit, org)));
    return own.length > 0 ? unitsReported(world, own, week, pen) : { lines: [], refuse: "missing_units" };
  }
  return { lines: [...lines, ...told], orgs };
}

function numbers(world: World, org: OrgId | null, week: Week, reach: ReturnType<typeof missingReachOf>, pen: Pen, all: boolean): string[] {
  return coverageByAdministration(world.whole, week).flatMap(({ administration, coverage }) => {
    if (administration === null || !(reach.administrations.has(administration) || all) || (!all && coverage.missing.length === 0)) return [];
    if (org !== null && !isUnder(world.whole.facts, administration, org)) return [];
    if (all) return [coverageLine(world, administration, week, pen)];
    return [words.missingNumber(world.lang, orgName(world, administration), pen.count("coverage_missing", coverage.missing.length, { subject: administration, period: week }))];
  });
}

export function runMissed(world: World, query: PlanQuery, pen: Pen): Result {
  const weeks = Math.max(1, Math.round(query.amount ?? 2));
  const reach = missingReachOf(world.whole.facts, world.viewer);
  if (reach.units.size === 0 && reach.administrations.size === 0) return { lines: [], refuse: "missing_units" };
  const last = lastDueWeek(world, query);
  const label = weekText(last, world.lang, world.today);
  const isCard = (week: Week) => isCardWeek(week, world.rhythm);
  const scope = query.orgs.length > 0 ? (id: OrgId) => query.orgs.some((org) => isUnder(world.whole.facts, id, org)) : () => true;
  const [only] = query.orgs;
  if (query.orgs.length === 1 && only && isUnit(world, only)) {
    if (!reach.units.has(only)) return { lines: [], refuse: "missing_units" };
    const missed = missedInRow(world.whole, only, last, isCard);
    return { lines: [words.missedByOne(world.lang, orgName(world, only), pen.count("count", missed, { subject: only, filter: "veckor i rad utan rapport" }), label)], orgs: [only] };
  }
  const found = world.whole.facts.orgs.filter((org) => org.level === "unit" && scope(org.id) && missedInRow(world.whole, org.id, last, isCard) >= weeks).map((org) => org.id);
  const named = found.filter((unit) => reach.units.has(unit));
  const counted = found.filter((unit) => { const above = administrationOf(world.whole.facts, unit); return reach.units.has(unit) || (above !== null && reach.administrations.has(above.id)); });
  if (counted.length === 0) return { lines: [words.missedNone(world.lang, String(weeks), label)], orgs: [] };
  const count = pen.count("count", counted.length, { subject: subjectOf(world, query.orgs, []), filter: `minst ${weeks} veckor i rad` });
  if (named.length < counted.length) return { lines: [words.missedCount(world.lang, String(weeks), count, label)], orgs: named };
  return { lines: [words.missedText(world.lang, String(weeks), listText(named.map((unit) => orgName(world, unit)), world.lang), label), words.missedCount(world.lang, String(weeks), count, label)], orgs: named };
}

// Until a week's due day has passed nobody has missed it.
function lastDueWeek(world: World, query: PlanQuery): Week {
  if (query.period?.is === "weeks" && query.period.to !== world.week) return query.period.to;
  let week = world.reportWeek;
  for (let back = 0; back < 60; back++) {
    const rhythm = rhythmOf(week, world.rhythm);
    if (rhythm && rhythm.due <= world.whole.now) return week;
    week = cardWeekBefore(week, world.rhythm) ?? addWeeks(week, -1);
  }
  return world.reportWeek;
}

export function runDeadline(world: World): Result {
  const current = rhythmOf(world.reportWeek, world.rhythm);
  const rhythm = current && current.due >= world.whole.now ? current : (nextCardFor(world.whole.now, world.rhythm) ?? current);
  if (!rhythm) return { lines: [words.noCardWeek(world.lang, weekText(world.week, world.lang, world.today))] };
  const at = (instant: typeof rhythm.due) => {
    const wall = wallAt(instant, world.rhythm.zone);
    return `${dateText(wall.date, world.lang, world.today)} ${world.lang === "sv" ? "kl. " : ""}${timeText(wall.time, world.lang)}`;
  };
  return { lines: [words.deadlineText(world.lang, weekText(rhythm.week, world.lang, world.today), at(rhythm.due), at(rhythm.opens))] };
}

export function runComments(world: World, query: PlanQuery): Result {
  const measures = measuresByIds(world, query.measures);
  const mine = query.mine ? ownUnits(world) : [];
  const asked = query.orgs.length > 0 ? query.orgs : mine;
  const units = commentUnits(world, measures, asked);
  const readable = units.filter((unit) => mayReadText(world.whole.facts, world.viewer, unit));
  if (readable.length === 0) return { lines: causesOf(world, measures), refuse: "comments", measures: query.measures, orgs: query.orgs };
  const week = query.period?.is === "weeks" ? (query.period.to === world.week && query.period.from === world.week ? world.reportWeek : query.period.to) : null;
  const found = readable.flatMap((unit) => commentsOf(world, unit, measures, week));
  const who = asked.length > 0 ? whoOfOrgs(world, asked) : measures.length > 0 ? measures.map(measureName).join(", ") : whoOfOrgs(world, []);
  const lines = found.slice(0, 8).map((one) => one.text);
  return { lines: lines.length > 0 ? lines : [measureWords.noComments(world.lang, who, week ? weekText(week, world.lang, world.today) : "")], measures: query.measures.length > 0 ? query.measures : [...new Set(found.slice(0, 8).map((one) => one.measure))], orgs: query.orgs.length > 0 ? query.orgs : [...new Set(found.slice(0, 8).map((one) => one.unit))] };
}

function commentUnits(world: World, measures: readonly Measure[], orgs: readonly OrgId[]): OrgId[] {
  if (orgs.length > 0) return world.whole.facts.orgs.filter((org) => orgs.some((top) => (isUnit(world, top) ? org.id === top : isUnder(world.whole.facts, org.id, top)))).map((org) => org.id);
  const found = new Set(measures.flatMap((measure) => [measure.owner, ...participationsOf(world.plan.facts, measure.id).map((row) => row.unit)]));
  if (measures.length === 0) for (const org of world.whole.facts.orgs) if (org.level === "unit") found.add(org.id);
  return [...found];
}

function commentsOf(world: World, unit: OrgId, measures: readonly Measure[], week: Week | null) {
  const wanted = measures.length > 0 ? measures : linesOf(world, [unit]);
  return wanted.flatMap((measure) => {
    const history = world.plan.book.history(unit, measure.id, world.plan.now).filter((line) => week === null || line.week === week);
    // Without a week: the latest that says something.
    const line = week === null ? history.findLast((one) => one.comment !== null || one.nextStep !== null) : history.at(-1);
    if (!line || (line.comment === null && line.nextStep === null)) return [];
    return [{ unit, measure: measure.id, text: measureWords.commentText(world.lang, orgName(world, unit), measureName(measure), weekText(line.week, world.lang, world.today), line.comment, line.nextStep) }];
  });
}

function causesOf(world: World, measures: readonly Measure[]): string[] {
  return measures.flatMap((measure) => {
    const line = world.plan.book.latest(measure.owner, measure.id, world.week, world.plan.now);
    return line?.cause ? [`${measureName(measure)}: ${measureWords.causeLine(world.lang, CAUSE_WORDS[line.cause][world.lang])}`] : [];
  });
}

export function runChangeLog(world: World, query: PlanQuery): Result {
  const measures = query.measures.length > 0 ? measuresByIds(world, query.measures) : query.orgs.length > 0 ? linesOf(world, query.orgs).slice(0, 5) : [];
  const units = measures.length > 0 ? measures.map((measure) => measure.owner) : query.orgs;
  const isSteering = world.viewer.roles.some(({ role }) => role === "plan_owner" || role === "controller");
  if (world.viewer.channel || (units.length === 0 ? !isSteering : !units.every((unit) => mayReadLog(world.whole.facts, world.viewer, unit)))) return { lines: [], refuse: "log" };
  const lines = measures.flatMap((measure) => {
    const history = [...world.plan.book.history(measure.owner, measure.id, world.plan.now)].reverse().slice(0, 8);
    if (history.length === 0) return [measureWords.noLog(world.lang, measureName(measure))];
    return [measureWords.logHead(world.lang, measureName(measure)), ...history.map((line) => measureWords.logLine(weekText(line.week, world.lang, world.today), stateText(line.state, world.lang), line.cause ? CAUSE_WORDS[line.cause][world.lang] : null))];
  });
  return { lines: lines.length > 0 ? lines : [measureWords.noLog(world.lang, whoOfOrgs(world, query.orgs))], measures: measures.map((measure) => measure.id), orgs: query.orgs };
}

export function runChanges(world: World, query: PlanQuery, pen: Pen): Result {
  const [from, to] = changeWeeks(world, query);
  const scope = query.measures.length > 0 ? measuresByIds(world, query.measures) : applyFilters(world, ownedBy(world, query.orgs), query.filters);
  const all = changesBetween(world.plan, scope, from, to);
  const shown = all.filter((change) => (query.toState.length === 0 || query.toState.includes(change.to)) && (query.about === null || (query.about === "worse") === isWorse(change)));
  const labels = [weekText(from, world.lang, world.today), weekText(to, world.lang, world.today)] as const;
  if (shown.length === 0) return { lines: [measureWords.noChanges(world.lang, ...labels)], measures: query.measures, orgs: query.orgs };
  const count = pen.count("count", shown.length, { subject: subjectOf(world, query.orgs, []), filter: `ändrade ${from}..${to}` });
  const lines = [measureWords.changesHead(world.lang, ...labels, count), ...shown.slice(0, 15).map((change) => `• ${measureName(change.measure)}: ${stateText(change.from, world.lang)} → ${stateText(change.to, world.lang)}`)];
  return { lines, measures: shown.map((change) => change.measure.id), orgs: query.orgs };
}

function isWorse(change: Change): boolean {
  const rank = (state: Change["to"]) => ({ done: 0, operational: 0, on_track: 1, not_started: 1, deviation: 2, critical: 3, paused: 4, cancelled: 5, reverted: 5 })[state] ?? STATES.indexOf(state);
  return rank(change.to) > rank(change.from);
}

// "Förra veckan" is what changed in it; "sedan v. 40" from then to the latest report; two weeks: between them.
function changeWeeks(world: World, query: PlanQuery): readonly [Week, Week] {
  const latest = world.reportWeek;
  if (query.period?.is !== "weeks") return [addWeeks(latest, -1), latest];
  const { from, to } = query.period;
  const end = to >= world.week ? latest : to;
  if (from >= end || from === to) return [addWeeks(end, -1), end];
  return [from, end];
}

