// Pure. Figures by group, and in order of a figure.
import { bySwedish } from "../../lib/collate.ts";
import { mkr, type Sek } from "../../plan/amount.ts";
import { byDecided } from "../../plan/facts.ts";
import { weekText } from "../../plan/format.ts";
import type { Measure, OrgId } from "../../plan/plan.ts";
import { rateOf } from "../../plan/rate.ts";
import type { Chart } from "../answer.ts";
import { type Figure, type Filter, type PlanQuery, queryOf } from "../schema.ts";
import * as effect from "../words/effect-words.ts";
import { filtersText } from "../words/filter-words.ts";
import * as words from "../words/list-words.ts";
import { latestAgency } from "./agency.ts";
import { valuesOf } from "./count-each.ts";
import { applyFilters } from "./filter.ts";
import { amountIn, isPercent, unitOf, writeFigure } from "./group-figure.ts";
import { type Grouped, groupsOf } from "./groups.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { type Span, scopeOf, spanOf, whoOf } from "./span.ts";
import { measureName, subjectOf, type World } from "./world.ts";

interface Valued extends Grouped {
  readonly value: number;
}

const TOLD = 12;

export function runBreakdown(world: World, query: PlanQuery, pen: Pen): Result {
  const group = query.group ?? "administration";
  const figures: readonly Figure[] =
    query.figures.length > 0 ? query.figures : ["realised", "planned", "realisation_rate"];
  const span = spanOf(world, query.period);
  const groups = groupsOf(world, query, group);
  const who = whoOf(world, query);
  const lines = [
    words.groupHead(
      world.lang,
      who,
      figures[0] === "count"
        ? effect.FIGURE_LABELS.count[world.lang]
        : figures.length > 1 && query.figures.length === 0
          ? effect.FIGURE_LABELS.realised[world.lang]
          : effect.FIGURE_LABELS[figures[0] as Figure][world.lang],
      words.GROUP_WORDS[group]?.[world.lang] ?? group,
      figures.includes("count") ? "" : span.text,
    ),
  ];
  const bars: { label: string; value: number }[] = [];
  const each = figures[0] === "count" ? query.filters.flatMap(valuesOf) : [];
  for (const one of groups.slice(0, 40)) {
    const values = figures.flatMap((figure) => {
      if (figure === "count" && each.length > 0) return eachOf(world, one, each, span, pen);
      const text = writeFigure(world, one, figure, span, pen, query);
      return text === null
        ? []
        : [figures.length > 1 ? `${effect.FIGURE_LABELS[figure][world.lang].toLowerCase()} ${text}` : text];
    });
    lines.push(words.groupLine(one.label, values.join(", ") || words.noValue(world.lang)));
    const value = amountIn(world, one, figures[0] as Figure, span);
    if (value !== null)
      bars.push({
        label: one.label,
        value: figures[0] === "count" || isPercent(figures[0] as Figure) ? value : mkr(value as Sek),
      });
  }
  if (query.figures.length === 0) lines[0] = lines[0] as string;
  const orgs = groups.flatMap((one) => (one.id !== null && isOrgGroup(group) ? [one.id as OrgId] : []));
  const chart: Chart = {
    is: "bars",
    title: lines[0] as string,
    unit: figures[0] === "count" ? "st" : isPercent(figures[0] as Figure) ? "%" : "mkr",
    bars: bars.slice(0, 15),
  };
  return {
    lines,
    orgs,
    measures: group === "measure" ? groups.flatMap((one) => (one.id ? [one.id as Measure["id"]] : [])) : [],
    ...(bars.length > 1 && { chart }),
  };
}

// "Antal gröna, gula och röda per förvaltning": each for itself.
function eachOf(world: World, one: Grouped, each: readonly Filter[], span: Span, pen: Pen): string[] {
  return each.map((filter) => {
    const query = queryOf("breakdown", { filters: [filter] });
    const part = { ...one, measures: applyFilters(world, one.measures, [filter]) };
    const text = writeFigure(world, part, "count", span, pen, query) ?? "0";
    return `${filtersText([filter], world.lang, world.today)} ${text}`;
  });
}

export function runRank(world: World, query: PlanQuery, pen: Pen): Result {
  const order = query.order ?? { by: "decided", direction: "most" };
  const group = query.group ?? "measure";
  const span = spanOf(world, query.period);
  const groups =
    group === "measure"
      ? scopeOf(world, query).map(
          (measure): Grouped => ({ label: measureName(measure), id: measure.id, measures: [measure] }),
        )
      : groupsOf(world, query, group);
  const valued = groups.flatMap((one): Valued[] => {
    const value = amountIn(world, one, order.by, span);
    return value === null ? [] : [{ ...one, value }];
  });
  valued.sort((a, b) => (order.direction === "most" ? b.value - a.value : a.value - b.value) || tie(a, b));
  const line = query.amount;
  const fitting =
    line === null ? valued : valued.filter(({ value }) => (order.direction === "most" ? value > line : value < line));
  const shown = fitting.slice(0, query.limit ?? (group === "measure" ? 5 : line === null ? TOLD : 40));
  const label = effect.FIGURE_LABELS[order.by][world.lang];
  const first = shown[0];
  if (!first && valued.length > 0) return { lines: noneOf(world, query, group, valued.length, pen), orgs: query.orgs };
  if (!first) return { lines: [words.rankNone(world.lang, label)], orgs: query.orgs };
  const isTimed = ![
    "decided",
    "potential",
    "count",
    "extra_cost",
    "staffing",
    "overtime",
    "sick_leave",
    "staffing_gap",
    "staffing_change",
    "production_rate",
    "production_change",
    "lost",
    "at_risk",
    "coverage_rate",
  ].includes(order.by);
  const when =
    order.by === "coverage_rate"
      ? weekText(world.reportWeek, world.lang, world.today)
      : order.by === "agency_cost" && !span.isSaid
        ? agencyWhen(world, first)
        : isTimed
          ? span.text
          : "";
  const told = shown.map((one) => writeFigure(world, one, order.by, span, pen, query) ?? "");
  const lines = [
    ...howMany(world, query, group, fitting.length, valued.length, pen),
    words.rankHead(world.lang, first.label, label, told[0] as string, when),
    ...shown.slice(1).map((one, i) => words.groupLine(one.label, told[i + 1] as string)),
  ];
  if (order.by === "realisation_rate" && group !== "measure") lines.push(...ofWhat(world, first, span, pen));
  lines.push(...sumOfFirst(world, query, order.by, shown, span, pen));
  const known = new Set(valued.map((one) => one.id));
  const missing = groups
    .filter((one) => group !== "measure" && one.id !== null && !known.has(one.id))
    .map((one) => one.label);
  if (missing.length > 0 && missing.length <= 8) lines.push(words.withoutData(world.lang, missing.join(", ")));
  const ids = shown.flatMap((one) => (one.id === null ? [] : [one.id]));
  const chart: Chart = {
    is: "bars",
    title: label,
    unit: unitOf(order.by),
    bars: shown.map((one) => ({
      label: one.label,
      value: unitOf(order.by) === "mkr" ? mkr(one.value as Sek) : one.value,
    })),
  };
  return {
    lines,
    measures: group === "measure" ? (ids as Measure["id"][]) : [],
    orgs: group === "measure" ? query.orgs : (ids as OrgId[]),
    ...(shown.length > 1 && { chart }),
  };
}

function noneOf(world: World, query: PlanQuery, group: string, all: number, pen: Pen): string[] {
  const { by, direction } = query.order ?? { by: "decided", direction: "most" };
  const told = howMany(world, query, group, 0, all, pen);
  return told.length > 0
    ? told
    : [words.noneBeyond(world.lang, effect.FIGURE_LABELS[by][world.lang], direction === "most")];
}

// "Vilka förvaltningar har röda åtgärder?": so many of so many, and the condition in words.
function howMany(world: World, query: PlanQuery, group: string, fitting: number, all: number, pen: Pen): string[] {
  const by = query.order?.by;
  // An område is known by its measures: one without any that fits is not counted.
  if (query.group === "theme") return [];
  if (query.amount === null || (by !== "count" && by !== "gap" && by !== "forecast_gap")) return [];
  const level = words.GROUP_WORDS[group]?.[world.lang] ?? group;
  const side = query.order?.direction === "most" ? "over" : "under";
  const condition = filtersText(query.filters, world.lang, world.today);
  const of: Of = { subject: subjectOf(world, query.orgs, []), filter: [level, condition].filter(Boolean).join("; ") };
  const held = words.heldByOrgs(world.lang, by, side, condition);
  return [
    words.orgsOfAll(
      world.lang,
      pen.count("count", fitting, of),
      pen.count("count", all, { ...of, filter: level }),
      level,
      held,
    ),
  ];
}

const SUMMED: ReadonlySet<Figure> = new Set(["decided", "potential", "realised", "planned", "forecast", "gap", "lost"]);

// "De tre största": so many were asked for, and together they are worth.
function sumOfFirst(
  world: World,
  query: PlanQuery,
  figure: Figure,
  shown: readonly Valued[],
  span: Span,
  pen: Pen,
): string[] {
  if (query.limit === null || shown.length < 2 || !SUMMED.has(figure)) return [];
  const all = {
    label: "",
    id: null,
    filter: `de ${shown.length} första`,
    measures: shown.flatMap(({ measures }) => measures),
  };
  const sum = writeFigure(world, all, figure, span, pen, query);
  return sum === null ? [] : [words.sumOfThem(world.lang, sum)];
}

// The latest month of what hired staff cost, where no time was said.
function agencyWhen(world: World, { id }: Grouped): string {
  const month = id === null ? null : latestAgency(world, id as OrgId);
  return month === null ? "" : spanOf(world, { is: "months", from: month, to: month }).text;
}

function ofWhat(world: World, one: Grouped, span: Span, pen: Pen): string[] {
  const rate = rateOf(world.plan, one.measures, span.span);
  const of: Of = { subject: one.id ?? "plan", period: span.code, ...(span.isThrough && { through: true }) };
  return [
    effect.realisedText(
      world.lang,
      one.label,
      span.text,
      pen.mkr("realised", rate.realised, of),
      pen.mkr("planned", rate.planned, of),
      null,
    ),
  ];
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
