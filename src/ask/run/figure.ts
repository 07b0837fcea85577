// Pure. Figures of the effect ladder for a plan, organisations or measures, in one period.
import { percentOf, type Sek, type Sum } from "../../plan/amount.ts";
import { ladderOf, sumForecast, sumPlanned, sumRealised, sumVerified } from "../../plan/effect.ts";
import { spanText, throughText } from "../../plan/format.ts";
import { isLost } from "../../plan/measure-amounts.ts";
import { type MonthSpan, wholeYear, yearToDate } from "../../plan/moment.ts";
import type { Measure } from "../../plan/plan.ts";
import { rateOf } from "../../plan/rate.ts";
import { atRiskAmong } from "../../plan/risk.ts";
import { type Month, monthFrom, monthOf, monthYear } from "../../plan/week.ts";
import type { Figure, Period, PlanQuery } from "../schema.ts";
import { filterCode, filtersText } from "../words/filter-words.ts";
import * as words from "../words/effect-words.ts";
import { applyFilters } from "./filter.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { measureName, measuresByIds, orgName, ownedBy, subjectOf, type World } from "./world.ts";

/** The measures a query's figures are of. */
export function scopeOf(world: World, query: PlanQuery): readonly Measure[] {
  const base = query.measures.length > 0 ? measuresByIds(world, query.measures) : ownedBy(world, query.orgs);
  return applyFilters(world, base, query.filters);
}

export interface Span {
  readonly span: MonthSpan;
  readonly through: Month;
  /** `t.o.m. oktober`, `september`, … */
  readonly text: string;
  /** `2026-10`, `2026-05..2026-08` */
  readonly code: string;
  readonly isThrough: boolean;
  readonly year: number;
  /** Said as weeks: told that effect is monthly. */
  readonly isWeekly: boolean;
}

export function spanOf(world: World, period: Period | null): Span {
  const { lang, today } = world;
  const accumulated = (month: Month, isWeekly = false): Span => ({ span: yearToDate(month), through: month, text: throughText(month, lang, today), code: month, isThrough: true, year: monthYear(month), isWeekly });
  if (!period || period.is === "weeks") return accumulated(world.through, period !== null);
  if (period.is === "through") return accumulated(period.month);
  if (period.is === "dates") return accumulated(period.to ? monthOf(period.to) : world.through);
  if (period.is === "year") {
    const isCurrent = period.year === monthYear(world.through);
    return isCurrent ? accumulated(world.through) : { ...accumulated(monthFrom(period.year, 12)), text: String(period.year), code: String(period.year) };
  }
  const span = { from: period.from, to: period.to };
  const isOne = period.from === period.to;
  return { span, through: period.to, text: isOne ? inMonth(world, period.from) : spanText(span, lang, today), code: isOne ? period.from : `${period.from}..${period.to}`, isThrough: false, year: monthYear(period.to), isWeekly: false };
}

function inMonth(world: World, month: Month): string {
  const text = spanText({ from: month, to: month }, world.lang, world.today);
  // January alone reads "t.o.m. januari" otherwise, which here is the same.
  return /^(t\.o\.m|through)/.test(text) ? text : `i ${text}`.replace(/^i /, world.lang === "sv" ? "i " : "in ");
}

export function runFigure(world: World, query: PlanQuery, pen: Pen): Result {
  const figures = query.figures.length > 0 ? query.figures : (["realised"] as const);
  const groups = query.measures.length > 1 ? query.measures.map((id) => ({ ...query, measures: [id] })) : query.orgs.length > 1 ? query.orgs.map((id) => ({ ...query, orgs: [id] })) : [query];
  const lines = groups.flatMap((one) => figureLines(world, one, figures, pen));
  const scope = scopeOf(world, query);
  return {
    lines: [...lines, ...(hidesSome(world, query, figures) ? [words.scopeNote(world.lang)] : [])],
    measures: query.measures.length > 0 || query.filters.length > 0 ? scope.map((measure) => measure.id).slice(0, 200) : [],
    orgs: query.orgs,
  };
}

function hidesSome(world: World, query: PlanQuery, figures: readonly Figure[]): boolean {
  return world.hidden.size > 0 && query.measures.length === 0 && figures.some((figure) => ["potential", "uncounted", "count"].includes(figure));
}

export function whoOf(world: World, query: PlanQuery): string {
  const one = query.measures.length === 1 ? measuresByIds(world, query.measures)[0] : undefined;
  const name = one ? measureName(one) : query.orgs.length > 0 ? query.orgs.map((id) => orgName(world, id)).join(", ") : words.PLAN_NAME[world.lang];
  return words.withFilter(name, one ? "" : filtersText(query.filters, world.lang, world.today));
}

function figureLines(world: World, query: PlanQuery, figures: readonly Figure[], pen: Pen): string[] {
  const measures = scopeOf(world, query);
  const who = whoOf(world, query);
  const span = spanOf(world, query.period);
  const filter = query.measures.length === 1 || query.filters.length === 0 ? undefined : filterCode(query.filters, world.today);
  const subject = subjectOf(world, query.orgs, query.measures);
  const of: Of = { subject, ...(filter && { filter }) };
  const asked = new Set<Figure>(figures);
  const lines: string[] = [];
  if (span.isWeekly) lines.push(words.monthlyOnly(world.lang));
  const isRealised = asked.has("realised") || asked.has("planned") || asked.has("realisation_rate") || asked.has("gap");
  if (isRealised) lines.push(...realisedLines(world, measures, who, span, of, asked, pen));
  for (const figure of figures) {
    if (["realised", "planned", "realisation_rate", "gap"].includes(figure)) continue;
    const line = otherLine(world, measures, who, span, of, figure, asked, pen);
    if (line) lines.push(...line);
  }
  if (query.about === "difference") lines.push(words.differenceText(world.lang));
  return lines;
}

function realisedLines(world: World, measures: readonly Measure[], who: string, span: Span, of: Of, asked: ReadonlySet<Figure>, pen: Pen): string[] {
  const { lang } = world;
  const dated: Of = { ...of, period: span.code, ...(span.isThrough && { through: true }) };
  const realised = sumRealised(world.plan, measures, span.span);
  const planned = sumPlanned(world.plan, measures, span.span);
  const rate = rateOf(world.plan, measures, span.span);
  const isOpen = span.through > world.through && !span.isThrough;
  // Before the plan nothing was planned and nothing is known: that is no 0,0.
  if (span.span.to < monthOf(world.plan.facts.header.from)) return [words.missingText(lang, who, words.FIGURE_LABELS[asked.has("planned") ? "planned" : "realised"][lang], span.text)];
  const onlyPlanned = asked.has("planned") && !asked.has("realised") && !asked.has("realisation_rate") && !asked.has("gap");
  const tail = [...(rate.leftOut > 0 && asked.has("realisation_rate") ? [words.leftOutText(lang, String(rate.leftOut))] : [])];
  if (onlyPlanned) return [planned.amount === null ? words.missingText(lang, who, words.FIGURE_LABELS.planned[lang], span.text) : words.plainText(lang, who, words.FIGURE_LABELS.planned[lang], span.text, pen.mkr("planned", planned.amount, dated))];
  if (realised.amount === null || isOpen) {
    const missing = words.missingText(lang, who, words.FIGURE_LABELS.realised[lang], span.text);
    return planned.amount === null || planned.amount === 0 ? [missing] : [missing, words.plainText(lang, who, words.FIGURE_LABELS.planned[lang], span.text, pen.mkr("planned", planned.amount, dated))];
  }
  if (asked.has("gap") && planned.amount !== null) {
    const gap = (planned.amount - realised.amount) as Sek;
    const text = gap < 0 ? pen.mkr("gap", gap, dated).replace("−", "") : pen.mkr("gap", gap, dated);
    const line = words.gapText(lang, who, span.text, text, pen.mkr("planned", planned.amount, dated), pen.mkr("realised", realised.amount, dated), gap < 0);
    return asked.has("realisation_rate") && rate.percent !== null ? [line, words.rateLine(lang, who, span.text, pen.rate("realisation_rate", rate.percent, dated), pen.mkr("realised", rate.realised, dated), pen.mkr("planned", rate.planned, dated)), ...tail] : [line, ...tail];
  }
  const percent = rate.percent === null ? null : pen.rate("realisation_rate", rate.percent, dated);
  return [words.realisedText(lang, who, span.text, pen.mkr("realised", realised.amount, dated), planned.amount === null ? null : pen.mkr("planned", planned.amount, dated), percent), ...tail];
}

function otherLine(world: World, measures: readonly Measure[], who: string, span: Span, of: Of, figure: Figure, asked: ReadonlySet<Figure>, pen: Pen): string[] | null {
  const { lang } = world;
  const label = words.FIGURE_LABELS[figure][lang];
  const year = wholeYear(span.year);
  const ofYear: Of = { ...of, period: String(span.year) };
  switch (figure) {
    case "potential":
    case "decided": {
      const ladder = ladderOf(world.plan, measures, span.through);
      const sum = ladder[figure];
      const line = sum.amount === null ? words.missingText(lang, who, label, "") : words.plainText(lang, who, label, "", pen.mkr(figure, sum.amount, of));
      return [line, ...unknownLine(world, sum, measures, of, pen, figure)];
    }
    case "planned_year": {
      const sum = sumPlanned(world.plan, measures, year);
      return [sum.amount === null ? words.missingText(lang, who, label, String(span.year)) : words.plainText(lang, who, words.FIGURE_LABELS.planned[lang], String(span.year), pen.mkr("planned_year", sum.amount, ofYear))];
    }
    case "forecast":
    case "forecast_gap": {
      const isEarlier = span.through < world.through;
      const forecast = sumForecast(world.plan, measures, span.year, isEarlier ? span.through : undefined);
      const planned = sumPlanned(world.plan, measures, year);
      if (forecast.amount === null) return [words.missingText(lang, who, words.FIGURE_LABELS.forecast[lang], String(span.year))];
      const gap = planned.amount === null ? null : ((planned.amount - forecast.amount) as Sek);
      const gapText = gap !== null && (figure === "forecast_gap" || asked.has("planned_year") || gap > 0) && gap > 0 ? pen.mkr("forecast_gap", gap, ofYear) : null;
      return [words.forecastText(lang, who, String(span.year), pen.mkr("forecast", forecast.amount, ofYear), planned.amount === null ? null : pen.mkr("planned_year", planned.amount, ofYear), gapText)];
    }
    case "verified": {
      const dated: Of = { ...of, period: span.code, ...(span.isThrough && { through: true }) };
      const verified = sumVerified(world.plan, measures, span.span);
      const realised = sumRealised(world.plan, measures, span.span);
      if (verified.amount === null || realised.amount === null) return [words.missingText(lang, who, label, span.text)];
      const share = percentOf(verified.amount, realised.amount);
      return [words.verifiedText(lang, who, span.text, pen.mkr("verified", verified.amount, dated), pen.mkr("realised", realised.amount, dated), share === null ? null : pen.percent("share", share, { ...dated, filter: "verifierad" }))];
    }
    case "lost": {
      const lost = ladderOf(world.plan, measures, span.through).lost;
      const inScope = measures.filter((measure) => isLost(world.plan, measure));
      return [words.lostText(lang, who, lost.amount === null ? null : pen.mkr("lost", lost.amount, of), lost.unknown > 0 ? pen.count("uncounted", lost.unknown, { ...of, filter: "bortfallen" }) : null, pen.count("count", inScope.length, { ...of, filter: "bortfallen" }))];
    }
    case "uncounted": {
      const missing = measures.filter((measure) => measure.potential === null);
      return [words.uncountedAnswer(lang, who, pen.count("uncounted", missing.length, of), pen.count("count", measures.length, of))];
    }
    case "extra_cost": {
      const costs = measures.map((measure) => measure.extraCost);
      const known = costs.filter((cost): cost is Sek => cost !== null);
      const total = known.reduce((sum, cost) => sum + cost, 0) as Sek;
      const unknown = costs.length - known.length;
      if (known.length === 0) return [words.missingText(lang, who, label, "")];
      return [words.plainText(lang, who, label, "", pen.mkr("extra_cost", total, of)), ...(unknown > 0 && measures.length > 1 ? [words.uncountedText(lang, pen.count("uncounted", unknown, { ...of, filter: "merkostnad" }))] : [])];
    }
    case "at_risk": {
      const risk = atRiskAmong(world.plan, measures).sum;
      return [risk.amount === null ? words.missingText(lang, who, label, "") : words.plainText(lang, who, label, "", pen.mkr("at_risk", risk.amount, of))];
    }
    default:
      return null;
  }
}

function unknownLine(world: World, sum: Sum, measures: readonly Measure[], of: Of, pen: Pen, figure: Figure): string[] {
  if (sum.unknown === 0 || measures.length <= 1) return [];
  return [words.uncountedText(world.lang, pen.count("uncounted", sum.unknown, { ...of, ...(figure === "potential" ? {} : { filter: [of.filter, "beslutad"].filter(Boolean).join("; ") }) }))];
}
