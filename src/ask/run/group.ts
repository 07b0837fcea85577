// Pure. Figures by group, in order of a figure, and month by month.
import { mkr, type Sek } from "../../plan/amount.ts";
import { curveOf } from "../../plan/curve.ts";
import { ladderOf, sumForecast, sumPlanned, sumRealised, sumVerified } from "../../plan/effect.ts";
import { byDecided } from "../../plan/facts.ts";
import { monthText } from "../../plan/format.ts";
import { guardFor } from "./guards.ts";
import { ancestorsOf, orgOf, orgsUnder, regionOf } from "../../plan/organisation.ts";
import type { Measure, Org, OrgId } from "../../plan/plan.ts";
import { rateOf } from "../../plan/rate.ts";
import { stateIn } from "../../plan/status.ts";
import { coverageOf } from "../../plan/coverage.ts";
import { atRiskAmong } from "../../plan/risk.ts";
import { wholeYear } from "../../plan/moment.ts";
import { HORIZON_WORDS, KIND_WORDS, MECHANISM_WORDS, PERMANENCE_WORDS, STATE_WORDS, CAUSE_WORDS } from "../../plan/words.ts";
import { bySwedish } from "../../lib/collate.ts";
import type { Chart } from "../answer.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import * as effect from "../words/effect-words.ts";
import { filterCode } from "../words/filter-words.ts";
import * as words from "../words/list-words.ts";
import { causeOf } from "./filter.ts";
import { scopeOf, type Span, spanOf, whoOf } from "./figure.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { measureName, subjectOf, type World } from "./world.ts";

interface Grouped {
  readonly label: string;
  /** Organisation or measure id; null for other groups. */
  readonly id: string | null;
  readonly measures: readonly Measure[];
  readonly filter?: string;
}

interface Valued extends Grouped {
  readonly value: number;
}

const TOLD = 12;

export function runBreakdown(world: World, query: PlanQuery, pen: Pen): Result {
  const group = query.group ?? "administration";
  const figures: readonly Figure[] = query.figures.length > 0 ? query.figures : ["realised", "planned", "realisation_rate"];
  const span = spanOf(world, query.period);
  const groups = groupsOf(world, query, group);
  const who = whoOf(world, query);
  const lines = [words.groupHead(world.lang, who, figures[0] === "count" ? effect.FIGURE_LABELS.count[world.lang] : figures.length > 1 && query.figures.length === 0 ? effect.FIGURE_LABELS.realised[world.lang] : effect.FIGURE_LABELS[figures[0] as Figure][world.lang], words.GROUP_WORDS[group]?.[world.lang] ?? group, figures.includes("count") ? "" : span.text)];
  const bars: { label: string; value: number }[] = [];
  for (const one of groups.slice(0, 40)) {
    const values = figures.flatMap((figure) => {
      const text = writeFigure(world, one, figure, span, pen, query);
      return text === null ? [] : [figures.length > 1 ? `${effect.FIGURE_LABELS[figure][world.lang].toLowerCase()} ${text}` : text];
    });
    lines.push(words.groupLine(one.label, values.join(", ") || words.noValue(world.lang)));
    const value = valueOf(world, one, figures[0] as Figure, span);
    if (value !== null) bars.push({ label: one.label, value: figures[0] === "count" || isPercent(figures[0] as Figure) ? value : mkr(value as Sek) });
  }
  if (query.figures.length === 0) lines[0] = lines[0] as string;
  const orgs = groups.flatMap((one) => (one.id !== null && isOrgGroup(group) ? [one.id as OrgId] : []));
  const chart: Chart = { is: "bars", title: lines[0] as string, unit: figures[0] === "count" ? "st" : isPercent(figures[0] as Figure) ? "%" : "mkr", bars: bars.slice(0, 15) };
  return { lines, orgs, measures: group === "measure" ? groups.flatMap((one) => (one.id ? [one.id as Measure["id"]] : [])) : [], ...(bars.length > 1 && { chart }) };
}

export function runRank(world: World, query: PlanQuery, pen: Pen): Result {
  const order = query.order ?? { by: "decided", direction: "most" };
  const group = query.group ?? "measure";
  const span = spanOf(world, query.period);
  const groups = group === "measure" ? scopeOf(world, query).map((measure): Grouped => ({ label: measureName(measure), id: measure.id, measures: [measure] })) : groupsOf(world, query, group);
  const valued = groups.flatMap((one): Valued[] => {
    const value = valueOf(world, one, order.by, span);
    return value === null ? [] : [{ ...one, value }];
  });
  valued.sort((a, b) => (order.direction === "most" ? b.value - a.value : a.value - b.value) || tie(a, b));
  const line = query.amount;
  const fitting = line === null ? valued : valued.filter(({ value }) => (order.direction === "most" ? value > line : value < line));
  const shown = fitting.slice(0, query.limit ?? (group === "measure" ? 5 : line === null ? TOLD : 40));
  const label = effect.FIGURE_LABELS[order.by][world.lang];
  const first = shown[0];
  if (!first) return { lines: [words.rankNone(world.lang, label)], orgs: query.orgs };
  const isTimed = !["decided", "potential", "count", "extra_cost", "staffing", "overtime", "sick_leave", "staffing_gap", "staffing_change", "production_rate", "production_change", "agency_cost", "lost", "at_risk"].includes(order.by);
  const told = shown.map((one) => writeFigure(world, one, order.by, span, pen, query) ?? "");
  const lines = [words.rankHead(world.lang, first.label, label, told[0] as string, isTimed ? span.text : ""), ...shown.slice(1).map((one, i) => words.groupLine(one.label, told[i + 1] as string))];
  if (order.by === "realisation_rate" && group !== "measure") lines.push(...ofWhat(world, first, span, pen));
  const missing = groups.filter((one) => one.id !== null && !valued.some((other) => other.id === one.id) && group !== "measure").map((one) => one.label);
  if (missing.length > 0 && missing.length <= 8) lines.push(words.withoutData(world.lang, missing.join(", ")));
  const ids = shown.flatMap((one) => (one.id === null ? [] : [one.id]));
  const chart: Chart = { is: "bars", title: label, unit: unitOf(order.by), bars: shown.map((one) => ({ label: one.label, value: unitOf(order.by) === "mkr" ? mkr(one.value as Sek) : one.value })) };
  return { lines, measures: group === "measure" ? (ids as Measure["id"][]) : [], orgs: group === "measure" ? query.orgs : (ids as OrgId[]), ...(shown.length > 1 && { chart }) };
}

function ofWhat(world: World, one: Grouped, span: Span, pen: Pen): string[] {
  const rate = rateOf(world.plan, one.measures, span.span);
  const of: Of = { subject: one.id ?? "plan", period: span.code, ...(span.isThrough && { through: true }) };
  return [effect.realisedText(world.lang, one.label, span.text, pen.mkr("realised", rate.realised, of), pen.mkr("planned", rate.planned, of), null)];
}

function tie(a: Valued, b: Valued): number {
  const [one] = a.measures;
  const [other] = b.measures;
  if (a.measures.length === 1 && b.measures.length === 1 && one && other) return byDecided(one, other);
  return bySwedish(a.label, b.label);
}

function isOrgGroup(group: string): boolean {
  return ["region", "board", "administration", "area", "unit"].includes(group);
}

function groupsOf(world: World, query: PlanQuery, group: NonNullable<PlanQuery["group"]>): readonly Grouped[] {
  const scope = scopeOf(world, { ...query, measures: [] });
  const region = regionOf(world.plan.facts)?.id;
  if (group === "region" || group === "board" || group === "administration" || group === "area" || group === "unit") {
    const tops = query.orgs.length > 0 ? query.orgs : region ? [region] : [];
    const orgs = tops.flatMap((top) => orgsUnder(world.plan.facts, top, group));
    const owned = byLevel(world, scope, group);
    return [...new Set(orgs)].map((org: Org) => ({ label: org.name, id: org.id, measures: owned.get(org.id) ?? [] }));
  }
  if (group === "measure") return scope.map((measure) => ({ label: measureName(measure), id: measure.id, measures: [measure] }));
  const byKey = new Map<string, Measure[]>();
  for (const measure of scope) {
    const key = keyOf(world, measure, group);
    byKey.set(key, [...(byKey.get(key) ?? []), measure]);
  }
  return [...byKey.entries()].sort(([, a], [, b]) => b.length - a.length).map(([label, measures]) => ({ label, id: null, measures, filter: `${words.GROUP_WORDS[group]?.sv ?? group}=${label}` }));
}

// Each measure under the organisation of that level that its owner belongs to: one pass, whatever the size.
function byLevel(world: World, measures: readonly Measure[], level: Org["level"]): ReadonlyMap<OrgId, readonly Measure[]> {
  const placeOf = new Map<OrgId, OrgId | null>();
  const found = new Map<OrgId, Measure[]>();
  for (const measure of measures) {
    if (!placeOf.has(measure.owner)) placeOf.set(measure.owner, placeAt(world, measure.owner, level));
    const place = placeOf.get(measure.owner) ?? null;
    if (place === null) continue;
    const known = found.get(place);
    if (known) known.push(measure);
    else found.set(place, [measure]);
  }
  return found;
}

function placeAt(world: World, id: OrgId, level: Org["level"]): OrgId | null {
  if (orgOf(world.plan.facts, id)?.level === level) return id;
  return ancestorsOf(world.plan.facts, id).find((org) => org.level === level)?.id ?? null;
}

function keyOf(world: World, measure: Measure, group: string): string {
  const { lang } = world;
  if (group === "theme") return measure.theme;
  if (group === "horizon") return HORIZON_WORDS[measure.horizon][lang];
  if (group === "kind") return measure.kind ? KIND_WORDS[measure.kind][lang] : words.notGiven(lang);
  if (group === "mechanism") return measure.mechanism ? MECHANISM_WORDS[measure.mechanism][lang] : words.notGiven(lang);
  if (group === "permanence") return measure.permanence ? PERMANENCE_WORDS[measure.permanence][lang] : words.notGiven(lang);
  if (group === "cause") {
    const cause = causeOf(world, measure);
    return cause ? CAUSE_WORDS[cause][lang] : words.notGiven(lang);
  }
  return STATE_WORDS[stateIn(world.plan, measure, world.week)][lang];
}

/** Kronor, percent or a number; null when nothing is known. */
function valueOf(world: World, one: Grouped, figure: Figure, span: Span): number | null {
  const { plan } = world;
  switch (figure) {
    case "count":
      return one.measures.length;
    case "potential":
    case "decided":
    case "lost":
      return one.measures.length === 0 ? null : ladderOf(plan, one.measures, span.through)[figure].amount;
    case "planned":
      return sumPlanned(plan, one.measures, span.span).amount;
    case "planned_year":
      return sumPlanned(plan, one.measures, wholeYear(span.year)).amount;
    case "realised":
      return sumRealised(plan, one.measures, span.span).amount;
    case "verified":
      return sumVerified(plan, one.measures, span.span).amount;
    case "forecast":
      return sumForecast(plan, one.measures, span.year).amount;
    case "gap": {
      const planned = sumPlanned(plan, one.measures, span.span).amount;
      const realised = sumRealised(plan, one.measures, span.span).amount;
      return planned === null || realised === null ? null : planned - realised;
    }
    case "forecast_gap": {
      const planned = sumPlanned(plan, one.measures, wholeYear(span.year)).amount;
      const forecast = sumForecast(plan, one.measures, span.year).amount;
      return planned === null || forecast === null ? null : planned - forecast;
    }
    case "realisation_rate":
      return rateOf(plan, one.measures, span.span).percent;
    case "at_risk":
      return atRiskAmong(plan, one.measures).sum.amount;
    case "uncounted":
      return one.measures.filter((measure) => measure.potential === null).length;
    case "extra_cost": {
      const known = one.measures.flatMap((measure) => measure.extraCost ?? []);
      return known.length === 0 ? null : known.reduce((sum: number, cost) => sum + cost, 0);
    }
    case "coverage_rate":
      return one.id === null ? null : coverageOf(world.whole, world.reportWeek, one.id as OrgId).percent;
    default:
      return staffingValue(world, one, figure);
  }
}

function staffingValue(world: World, one: Grouped, figure: Figure): number | null {
  if (one.id === null) return null;
  const guard = guardFor(world, one.id as OrgId);
  const production = guard.production[0];
  switch (figure) {
    case "staffing":
      return guard.staffing?.fte ?? null;
    case "staffing_gap":
      return guard.staffing?.gap ?? null;
    case "staffing_change":
      return guard.staffing?.change ?? null;
    case "overtime":
      return guard.staffing?.overtime ?? null;
    case "sick_leave":
      return guard.staffing?.sickLeave ?? null;
    case "production":
      return production?.outcome ?? null;
    case "production_rate":
      return production?.rate ?? null;
    case "production_change":
      return production?.change ?? null;
    case "agency_cost":
      return guard.agency?.cost ?? null;
    default:
      return null;
  }
}

function isPercent(figure: Figure): boolean {
  return ["realisation_rate", "staffing_change", "production_rate", "production_change", "overtime", "sick_leave", "coverage_rate"].includes(figure);
}

function unitOf(figure: Figure): string {
  if (isPercent(figure)) return "%";
  if (figure === "count" || figure === "uncounted") return "st";
  return figure === "staffing" || figure === "staffing_gap" ? "åa" : figure === "production" ? "per week" : "mkr";
}

function writeFigure(world: World, one: Grouped, figure: Figure, span: Span, pen: Pen, query: PlanQuery): string | null {
  const value = valueOf(world, one, figure, span);
  if (value === null) return null;
  const filter = [filterCode(query.filters, world.today), one.filter ?? ""].filter(Boolean).join("; ");
  const isTimed = ["planned", "realised", "verified", "gap", "realisation_rate"].includes(figure);
  const isYear = ["planned_year", "forecast", "forecast_gap"].includes(figure);
  const of: Of = { subject: one.id ?? subjectOf(world, query.orgs, []), ...(filter && { filter }), ...(isTimed && { period: span.code, ...(span.isThrough && { through: true }) }), ...(isYear && { period: String(span.year) }) };
  if (figure === "realisation_rate") return pen.rate(figure, value, of);
  if (figure === "staffing_change" || figure === "production_change") return pen.change(figure, value, of);
  if (isPercent(figure)) return pen.percent(figure, value, of, figure === "coverage_rate" || figure === "production_rate" ? 0 : 1);
  if (unitOf(figure) === "st") return pen.count(figure, value, of);
  if (unitOf(figure) === "åa") return pen.number(figure, value, "åa", of);
  if (figure === "production") return pen.number(figure, value, "per week", of, 0);
  return pen.mkr(figure, value as Sek, of, figure === "agency_cost" ? 2 : 1);
}

export function runSeries(world: World, query: PlanQuery, pen: Pen): Result {
  const span = spanOf(world, query.period);
  const measures = scopeOf(world, query);
  const who = whoOf(world, query);
  const filter = query.measures.length === 1 ? "" : filterCode(query.filters, world.today);
  const subject = subjectOf(world, query.orgs, query.measures);
  const last = span.year === Number(world.through.slice(0, 4)) ? world.through : span.through;
  const curve = curveOf(world.plan, measures, last);
  const points = curve.filter((point) => span.isThrough ? point.month <= span.through : point.month >= span.span.from && point.month <= span.span.to);
  const wantsPlan = query.figures.length === 0 || query.figures.some((figure) => ["planned", "gap", "realisation_rate", "planned_year"].includes(figure));
  const wantsRealised = query.figures.length === 0 || query.figures.some((figure) => ["realised", "gap", "realisation_rate", "verified"].includes(figure)) || !wantsPlan;
  const told = points.flatMap((point) => {
    const of: Of = { subject, period: point.month, ...(filter && { filter }) };
    const realised = wantsRealised && point.realisedInMonth !== null ? pen.mkr("realised", point.realisedInMonth, of) : null;
    const planned = wantsPlan && point.plannedInMonth !== null ? pen.mkr("planned", point.plannedInMonth, of) : null;
    return realised === null && planned === null ? [] : [words.monthPoint(monthText(point.month, world.lang, world.today), realised, planned, world.lang)];
  });
  const total = wantsRealised && span.isThrough ? sumRealised(world.plan, measures, span.span).amount : null;
  const head = words.seriesHead(world.lang, who, String(span.year), total === null ? null : pen.mkr("realised", total, { subject, period: span.code, through: true, ...(filter && { filter }) }));
  const chart: Chart = { is: "months", title: head, points: curve.map((point) => ({ month: point.month, planned: point.planned === null ? null : mkr(point.planned), realised: point.realised === null ? null : mkr(point.realised), forecast: point.forecast === null ? null : mkr(point.forecast) })) };
  if (told.length === 0) return { lines: [effect.missingText(world.lang, who, effect.FIGURE_LABELS.realised[world.lang], span.text)], orgs: query.orgs, measures: query.measures };
  return { lines: [head, ...told], orgs: query.orgs, measures: query.measures, chart };
}

export function runCauses(world: World, query: PlanQuery, pen: Pen): Result {
  const scope = scopeOf(world, query);
  const who = whoOf(world, query);
  const counts = new Map<string, Measure[]>();
  for (const measure of scope) {
    const cause = causeOf(world, measure);
    if (cause) counts.set(cause, [...(counts.get(cause) ?? []), measure]);
  }
  const ranked = [...counts.entries()].sort(([, a], [, b]) => b.length - a.length);
  const all = ranked.flatMap(([, measures]) => measures);
  if (all.length === 0) return { lines: [words.noCauses(world.lang, who)], orgs: query.orgs };
  const subject = subjectOf(world, query.orgs, []);
  const lines = [
    words.causeHead(world.lang, who, pen.count("count", all.length, { subject, filter: "orsak angiven" })),
    ...ranked.map(([cause, measures]) => words.groupLine(CAUSE_WORDS[cause as keyof typeof CAUSE_WORDS][world.lang], `${pen.count("count", measures.length, { subject, filter: `orsak=${CAUSE_WORDS[cause as keyof typeof CAUSE_WORDS].sv}` })} (${measures.sort(byDecided).map((measure) => measure.id).join(", ")})`)),
  ];
  return { lines, measures: all.map((measure) => measure.id), orgs: query.orgs };
}

