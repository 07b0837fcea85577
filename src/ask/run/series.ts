// Pure. A figure month by month.
import { mkr } from "../../plan/amount.ts";
import { curveOf } from "../../plan/curve.ts";
import { sumForecast, sumRealised, sumVerified } from "../../plan/effect.ts";
import { monthText } from "../../plan/format.ts";
import { type Month, monthFrom, monthYear } from "../../plan/week.ts";
import type { Chart } from "../answer.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import * as effect from "../words/effect-words.ts";
import { filterCode } from "../words/filter-words.ts";
import * as words from "../words/list-words.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { type Span, scopeOf, spanOf, whoOf } from "./span.ts";
import { subjectOf, type World } from "./world.ts";

const TOLD_BY_MONTH: readonly Figure[] = ["planned", "planned_year", "gap", "realisation_rate", "realised"];

export function runSeries(world: World, query: PlanQuery, pen: Pen): Result {
  const span = spanOf(world, query.period);
  const measures = scopeOf(world, query);
  const who = whoOf(world, query);
  const filter = query.measures.length === 1 ? "" : filterCode(query.filters, world.today);
  const subject = subjectOf(world, query.orgs, query.measures);
  const years = yearsOf(span);
  const curve = years.flatMap((year) => curveOf(world.plan, measures, lastKnown(world, span, year)));
  const points = curve.filter((point) =>
    span.isThrough ? point.month <= span.through : point.month >= span.span.from && point.month <= span.span.to,
  );
  const others = query.figures.filter((figure) => !TOLD_BY_MONTH.includes(figure));
  if (others.length > 0 && others.length === query.figures.length) {
    if (!others.some((figure) => figure === "forecast" || figure === "verified")) return { lines: [] };
    const told: Told = { who, subject, filter, year: years.join("–") };
    const months = points.map((point) => point.month).filter((month) => month <= world.through);
    return perMonth(world, query, told, months, pen);
  }
  const wantsPlan =
    query.figures.length === 0 ||
    query.figures.some((figure) => ["planned", "gap", "realisation_rate", "planned_year"].includes(figure));
  const wantsRealised =
    query.figures.length === 0 ||
    query.figures.some((figure) => ["realised", "gap", "realisation_rate", "verified"].includes(figure)) ||
    !wantsPlan;
  const told = points.flatMap((point) => {
    const of: Of = { subject, period: point.month, ...(filter && { filter }) };
    const realised =
      wantsRealised && point.realisedInMonth !== null ? pen.mkr("realised", point.realisedInMonth, of) : null;
    const planned = wantsPlan && point.plannedInMonth !== null ? pen.mkr("planned", point.plannedInMonth, of) : null;
    return realised === null && planned === null
      ? []
      : [words.monthPoint(monthText(point.month, world.lang, world.today), realised, planned, world.lang)];
  });
  const total = wantsRealised && span.isThrough ? sumRealised(world.plan, measures, span.span).amount : null;
  const head = words.seriesHead(
    world.lang,
    who,
    years.join("–"),
    total === null
      ? null
      : pen.mkr("realised", total, { subject, period: span.code, through: true, ...(filter && { filter }) }),
  );
  const chart: Chart = {
    is: "months",
    title: head,
    points: curve.map((point) => ({
      month: point.month,
      planned: point.planned === null ? null : mkr(point.planned),
      realised: point.realised === null ? null : mkr(point.realised),
      forecast: point.forecast === null ? null : mkr(point.forecast),
    })),
  };
  if (told.length === 0)
    return {
      lines: [effect.missingText(world.lang, who, effect.FIGURE_LABELS.realised[world.lang], span.text)],
      orgs: query.orgs,
      measures: query.measures,
    };
  // The curve adds up from January: over the turn of a year it would fall.
  return {
    lines: [...firstInOrder(world, query, points), head, ...told],
    orgs: query.orgs,
    measures: query.measures,
    ...(years.length === 1 && { chart }),
  };
}

// "Vilken månad gav mest?": that month first, and then all of them.
function firstInOrder(world: World, { order }: PlanQuery, points: ReturnType<typeof curveOf>): string[] {
  if (!order) return [];
  const valued = points.flatMap((point) => {
    const value = amountOf(order.by, point.realisedInMonth, point.plannedInMonth);
    return value === null ? [] : [{ month: monthText(point.month, world.lang, world.today), value }];
  });
  const sign = order.direction === "most" ? -1 : 1;
  valued.sort((a, b) => sign * (a.value - b.value));
  const equal = valued.filter(({ value }) => value === valued[0]?.value).map(({ month }) => month);
  return equal.length === 0 ? [] : [words.monthFirst(world.lang, equal, order.by, order.direction)];
}

function amountOf(by: Figure, realised: number | null, planned: number | null): number | null {
  if (by === "realised" || realised === null || planned === null) return by === "realised" ? realised : null;
  if (by === "gap") return planned - realised;
  return planned === 0 ? null : realised / planned;
}

interface Told {
  readonly who: string;
  readonly subject: string;
  readonly filter: string;
  readonly year: string;
}

// "November till februari" goes over the turn of the year.
function yearsOf({ span, year }: Span): readonly number[] {
  const first = Math.min(year, monthYear(span.from));
  return Array.from({ length: year - first + 1 }, (_, at) => first + at);
}

function lastKnown(world: World, span: Span, year: number): Month {
  if (year === monthYear(world.through)) return world.through;
  return year === span.year ? span.through : monthFrom(year, 12);
}

// The forecast of the year as it was believed month by month, or what is verified of each month.
function perMonth(world: World, query: PlanQuery, told: Told, months: readonly Month[], pen: Pen): Result {
  const { lang, today, plan } = world;
  const figure = query.figures.includes("forecast") ? "forecast" : "verified";
  const label = effect.FIGURE_LABELS[figure][lang];
  const note = figure === "forecast" ? "given senast i månaden" : "";
  const measures = scopeOf(world, query);
  const lines = months.flatMap((month) => {
    const amount =
      figure === "forecast"
        ? sumForecast(plan, measures, monthYear(month), month).amount
        : sumVerified(plan, measures, { from: month, to: month }).amount;
    const filter = [told.filter, note].filter(Boolean).join("; ");
    // Before the first forecast nothing was believed, which is not nought.
    if (amount === null || (figure === "forecast" && amount === 0)) return [];
    const of: Of = { subject: told.subject, period: month, ...(filter && { filter }) };
    return [words.groupLine(monthText(month, lang, today), pen.mkr(figure, amount, of))];
  });
  const head =
    lines.length === 0
      ? effect.missingText(lang, told.who, label, told.year)
      : words.groupHead(lang, told.who, label, words.GROUP_WORDS.month?.[lang] ?? "", told.year);
  return { lines: [head, ...lines], orgs: query.orgs, measures: query.measures };
}
