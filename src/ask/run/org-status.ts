// Pure. How the plan, a förvaltning or a unit stands; several side by side.
import { byDecided, indicatorsOf, measuresOfUnit } from "../../plan/facts.ts";
import { ladderOf, sumPlanned, sumRealised } from "../../plan/effect.ts";
import { coverageOf } from "../../plan/coverage.ts";
import { listText, monthText, weekText } from "../../plan/format.ts";
import { guardFor } from "./guards.ts";
import { orgOf, regionOf, subtreeOf } from "../../plan/organisation.ts";
import { type Measure, type OrgId, type State, STATES } from "../../plan/plan.ts";
import { rateOf } from "../../plan/rate.ts";
import { stateAt, stateIn } from "../../plan/status.ts";
import { isCardWeek } from "../../plan/rhythm.ts";
import { missingReachOf } from "../../plan/rights.ts";
import { isMonth } from "../../plan/week.ts";
import { STATE_WORDS } from "../../plan/words.ts";
import type { Chart } from "../answer.ts";
import type { PlanQuery } from "../schema.ts";
import * as effect from "../words/effect-words.ts";
import * as happening from "../words/happening-words.ts";
import { amountLines, measureStatus } from "./measure-status.ts";
import * as measureWords from "../words/measure-words.ts";
import * as staffingWords from "../words/staffing-words.ts";
import * as words from "../words/status-words.ts";
import { scopeOf, spanOf, whoOf, runFigure } from "./figure.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { reportWeekOf } from "./reports.ts";
import { productionLines, sentenceLines, staffingLines } from "./staffing.ts";
import { stateText } from "./state-text.ts";
import { isUnit, measureName, measuresByIds, orgName, ownedBy, subjectOf, type World } from "./world.ts";

export function runStatus(world: World, query: PlanQuery, pen: Pen): Result {
  const parts: Result[] = [
    ...measuresByIds(world, query.measures).slice(0, 8).map((measure) => measureStatus(world, measure, query, pen)),
    ...(query.measures.length > 0 ? [] : query.orgs.map((org) => (isUnit(world, org) ? unitStatus(world, org, pen) : orgStatus(world, { ...query, orgs: [org] }, pen)))),
  ];
  if (parts.length === 0) parts.push(orgStatus(world, query, pen));
  return joined(parts);
}

function joined(parts: readonly Result[]): Result {
  const [first] = parts;
  return {
    lines: parts.flatMap((part) => part.lines),
    measures: [...new Set(parts.flatMap((part) => part.measures ?? []))],
    orgs: [...new Set(parts.flatMap((part) => part.orgs ?? []))],
    ...(first?.followUps && { followUps: first.followUps }),
    ...(parts.length === 1 && first?.chart && { chart: first.chart }),
  };
}

function countStates(world: World, measures: readonly Measure[], subject: string, pen: Pen): string {
  const counts = new Map<State, number>();
  for (const measure of measures) {
    const state = stateIn(world.plan, measure, world.week);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const shown = STATES.filter((state) => counts.has(state));
  return listText(shown.map((state) => `${pen.count("count", counts.get(state) ?? 0, { subject, filter: `läge=${STATE_WORDS[state].sv}` })} ${stateText(state, world.lang).toLowerCase()}`), world.lang);
}

function orgStatus(world: World, query: PlanQuery, pen: Pen): Result {
  const { lang } = world;
  const measures = scopeOf(world, query);
  const who = whoOf(world, query);
  const subject = subjectOf(world, query.orgs, []);
  const of: Of = { subject };
  const lines = measures.length === 0 ? [words.noMeasures(lang, who)] : [words.statesLine(lang, who, pen.count("count", measures.length, of), countStates(world, measures, subject, pen))];
  lines.push(...effectLines(world, query, measures, who, subject, pen));
  lines.push(...coverageLines(world, query, pen, subject));
  const red = [...measures].filter((measure) => stateIn(world.plan, measure, world.week) === "critical").sort(byDecided);
  if (red.length > 0) lines.push(words.attention(lang, listText(red.slice(0, 5).map(measureName), lang)));
  const followUps = lang === "sv" ? ["Vilka är röda?", "Varför ligger vi efter plan?", "Visa månad för månad"] : ["Which are red?", "Why are we behind plan?", "Show month by month"];
  return { lines, measures: red.map((measure) => measure.id), orgs: query.orgs, followUps };
}

function effectLines(world: World, query: PlanQuery, measures: readonly Measure[], who: string, subject: string, pen: Pen): string[] {
  const { lang } = world;
  const span = spanOf(world, query.period);
  const dated: Of = { subject, period: span.code, ...(span.isThrough && { through: true }) };
  const ladder = ladderOf(world.plan, measures, span.through < world.through ? span.through : undefined);
  // The ladder is told through a month; other spans are summed for themselves.
  const planned = span.isThrough ? ladder.planned.amount : sumPlanned(world.plan, measures, span.span).amount;
  const realised = span.isThrough ? ladder.realised.amount : sumRealised(world.plan, measures, span.span).amount;
  if (realised === null || planned === null) return [words.noEffect(lang, who)];
  const rate = span.isThrough ? ladder.rate : rateOf(world.plan, measures, span.span);
  const percent = rate.percent === null ? null : pen.rate("realisation_rate", rate.percent, dated);
  const lines = [effect.realisedText(lang, lang === "sv" ? "Effekt" : "Effect", span.text, pen.mkr("realised", realised, dated), pen.mkr("planned", planned, dated), percent)];
  if (ladder.decided.amount !== null) lines.push(measureWords.decidedLine(lang, pen.mkr("decided", ladder.decided.amount, { subject }), null));
  const forecast = ladder.forecast.amount;
  if (forecast !== null) lines.push(measureWords.forecastLine(lang, String(span.year), pen.mkr("forecast", forecast, { subject, period: String(span.year) }), ladder.plannedYear.amount === null ? null : pen.mkr("planned_year", ladder.plannedYear.amount, { subject, period: String(span.year) })));
  const unknown = measures.filter((measure) => measure.potential === null).length;
  if (unknown > 0) lines.push(effect.uncountedText(lang, pen.count("uncounted", unknown, { subject })));
  return lines;
}

function coverageLines(world: World, query: PlanQuery, pen: Pen, subject: string): string[] {
  if (query.period !== null && query.period.is !== "weeks") return [];
  const week = reportWeekOf(world, query);
  if (!isCardWeek(week, world.rhythm)) return [];
  const coverage = coverageOf(world.whole, week, query.orgs[0] ?? null);
  if (coverage.expected.length === 0) return [];
  const of: Of = { subject, period: week };
  return [happening.coverageText(world.lang, world.lang === "sv" ? "Veckorapporter" : "Weekly reports", weekText(week, world.lang, world.today), pen.count("coverage_received", coverage.received.length, of), pen.count("coverage_expected", coverage.expected.length, of), coverage.percent === null ? null : pen.percent("coverage_rate", coverage.percent, of), pen.count("coverage_missing", coverage.missing.length, of))];
}

function unitStatus(world: World, org: OrgId, pen: Pen): Result {
  const { lang } = world;
  const name = orgName(world, org);
  const guard = guardFor(world, org);
  const lines: string[] = [];
  const staffing = staffingLines(world, guard, name, pen);
  lines.push(...(staffing.length > 0 ? [...staffing, ...productionLines(world, guard, null, null, pen)] : guard.production.length > 0 ? productionLines(world, guard, name, null, pen) : [staffingWords.missingLine(lang, name, staffingWords.SERIES.staffing[lang], staffingWords.FROM.staffing[lang])]));
  lines.push(...sentenceLines(world, guard));
  const rows = measuresOfUnit(world.plan.facts, org);
  const own = rows.filter((row) => row.own).length;
  const order: readonly State[] = ["critical", "deviation", "paused", "on_track", "not_started", "done", "operational", "cancelled", "reverted"];
  const sorted = [...rows].sort((a, b) => order.indexOf(stateAt(world.plan, a.measure, world.week).state) - order.indexOf(stateAt(world.plan, b.measure, world.week).state) || byDecided(a.measure, b.measure));
  if (rows.length === 0) lines.push(words.noMeasures(lang, name));
  else {
    const list = listText(sorted.map((row) => `${row.measure.id} ${stateText(stateAt(world.plan, row.measure, world.week).state, lang).toLowerCase()}`), lang);
    lines.push(words.unitMeasures(lang, pen.count("count", own, { subject: org, filter: "egna" }), pen.count("count", rows.length - own, { subject: org, filter: "deltar" }), list));
  }
  lines.push(...ownEffect(world, org, pen), ...reported(world, org));
  const followUps = lang === "sv" ? [`Hur är övertiden på ${name}?`, `Vad kostar hyrpersonalen på ${name}?`, `Vilka åtgärder har ${name}?`] : [`How is overtime at ${name}?`, `What does hired staff cost at ${name}?`, `Which measures does ${name} have?`];
  return { lines, measures: sorted.map((row) => row.measure.id), orgs: [org], followUps };
}

function ownEffect(world: World, org: OrgId, pen: Pen): string[] {
  const owned = ownedBy(world, [org]);
  const span = spanOf(world, null);
  const planned = sumPlanned(world.plan, owned, span.span).amount;
  const realised = sumRealised(world.plan, owned, span.span).amount;
  if (planned === null || realised === null) return [];
  const of: Of = { subject: org, period: span.code, through: true };
  const rate = rateOf(world.plan, owned, span.span).percent;
  return [effect.realisedText(world.lang, world.lang === "sv" ? "Egna åtgärder" : "Own measures", span.text, pen.mkr("realised", realised, of), pen.mkr("planned", planned, of), rate === null ? null : pen.rate("realisation_rate", rate, of))];
}

function reported(world: World, org: OrgId): string[] {
  if (!missingReachOf(world.whole.facts, world.viewer).units.has(org) || !isCardWeek(world.reportWeek, world.rhythm)) return [];
  const coverage = coverageOf(world.whole, world.reportWeek, org);
  if (coverage.expected.length === 0) return [];
  return [happening.unitReported(world.lang, world.lang === "sv" ? "Enheten" : "The unit", weekText(world.reportWeek, world.lang, world.today), coverage.received.length > 0 ? (world.lang === "sv" ? "inkommen" : "received") : null)];
}

export function runCompare(world: World, query: PlanQuery, pen: Pen): Result {
  if (query.figures.length > 0) {
    const result = runFigure(world, query, pen);
    return { ...result, measures: query.measures, orgs: query.orgs };
  }
  const measures = measuresByIds(world, query.measures);
  const span = spanOf(world, query.period);
  const parts: Result[] = [
    ...measures.map((measure): Result => ({ lines: [measureWords.stateLine(world.lang, measureName(measure), stateText(stateAt(world.plan, measure, world.week).state, world.lang), null), ...amountLines(world, measure, query, pen)], measures: [measure.id] })),
    ...query.orgs.map((org) => (isUnit(world, org) ? compareUnit(world, org, pen) : orgStatus(world, { ...query, measures: [], orgs: [org] }, pen))),
  ];
  const bars = query.orgs.flatMap((org) => {
    const percent = rateOf(world.plan, ownedBy(world, [org]), span.span).percent;
    return percent === null ? [] : [{ label: orgName(world, org), value: percent }];
  });
  const chart: Chart = { is: "bars", title: effect.FIGURE_LABELS.realisation_rate[world.lang], unit: "%", bars };
  return { lines: parts.flatMap((part) => part.lines), measures: query.measures, orgs: query.orgs, ...(bars.length > 1 && { chart }) };
}

function compareUnit(world: World, org: OrgId, pen: Pen): Result {
  const guard = guardFor(world, org);
  const name = orgName(world, org);
  const staffing = staffingLines(world, guard, name, pen);
  if (staffing.length === 0 && guard.production.length === 0) return { lines: [staffingWords.missingLine(world.lang, name, staffingWords.SERIES.staffing[world.lang], staffingWords.FROM.staffing[world.lang]), ...ownEffect(world, org, pen)] };
  return { lines: [...staffing, ...productionLines(world, guard, staffing.length > 0 ? null : name, null, pen), ...sentenceLines(world, guard), ...ownEffect(world, org, pen)] };
}

export function runBudget(world: World, query: PlanQuery, pen: Pen): Result {
  const region = regionOf(world.plan.facts)?.id;
  const orgs = query.orgs.length > 0 ? query.orgs : region ? [region] : [];
  const lines = orgs.map((org) => {
    const budget = orgOf(world.plan.facts, org)?.budget ?? null;
    return budget === null ? words.noBudget(world.lang, orgName(world, org)) : words.budgetText(world.lang, orgName(world, org), pen.mkr("budget", budget, { subject: org }));
  });
  return { lines, orgs: query.orgs };
}

export function runIndicator(world: World, query: PlanQuery, pen: Pen): Result {
  const metric = query.about ?? "";
  const region = regionOf(world.plan.facts)?.id;
  const tops = query.orgs.length > 0 ? query.orgs : region ? [region] : [];
  const inside = new Set(tops.flatMap((org) => [...subtreeOf(world.plan.facts, org)]));
  const orgs = world.plan.facts.orgs.filter((org) => inside.has(org.id) && indicatorsOf(world.plan.facts, org.id).some((row) => row.metric === metric)).map((org) => org.id);
  if (orgs.length === 0) return { lines: [words.noIndicator(world.lang, tops.map((id) => orgName(world, id)).join(", "), metric)], orgs: query.orgs };
  const direct = orgs.filter((org) => tops.includes(org));
  const shown = direct.length > 0 ? direct : orgs;
  const lines = shown.slice(0, 15).map((org) => {
    const rows = indicatorsOf(world.plan.facts, org).filter((row) => row.metric === metric).sort((a, b) => (a.period < b.period ? -1 : 1));
    const last = rows.at(-1) as (typeof rows)[number];
    const of: Of = { subject: org, period: last.period };
    const period = isMonth(last.period) ? monthText(last.period, world.lang, world.today) : weekText(last.period as never, world.lang, world.today);
    const digits = Number.isInteger(last.outcome) ? 0 : 1;
    return words.indicatorLine(world.lang, orgName(world, org), metric, pen.number(metric, last.outcome, metric, of, digits), last.target === null ? null : pen.number(metric, last.target, metric, { ...of, filter: "mål" }, digits), last.lastYear === null ? null : pen.number(metric, last.lastYear, metric, { ...of, filter: "fjolår" }, digits), period);
  });
  return { lines, orgs: shown };
}
