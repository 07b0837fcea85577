// Pure. Whom a figure is of, and for which months.
import { spanText, throughText } from "../../plan/format.ts";
import { type MonthSpan, yearToDate } from "../../plan/moment.ts";
import type { Measure } from "../../plan/plan.ts";
import { type Month, monthFrom, monthOf, monthYear } from "../../plan/week.ts";
import type { Period, PlanQuery } from "../schema.ts";
import * as words from "../words/effect-words.ts";
import { filtersText } from "../words/filter-words.ts";
import { applyFilters } from "./filter.ts";
import { measureName, measuresByIds, orgName, ownedBy, type World } from "./world.ts";

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
  /** Months or years were said; otherwise it is the year so far. */
  readonly isSaid: boolean;
  /** Said as weeks: told that effect is monthly. */
  readonly isWeekly: boolean;
}

export function spanOf(world: World, period: Period | null): Span {
  const { lang, today } = world;
  const accumulated = (month: Month, isWeekly = false): Span => ({
    span: yearToDate(month),
    through: month,
    text: throughText(month, lang, today),
    code: month,
    isThrough: true,
    year: monthYear(month),
    isSaid: period !== null && !isWeekly,
    isWeekly,
  });
  if (!period || period.is === "weeks") return accumulated(world.through, period !== null);
  if (period.is === "through") return accumulated(period.month);
  if (period.is === "dates") return accumulated(period.to ? monthOf(period.to) : world.through);
  if (period.is === "year") {
    const isCurrent = period.year === monthYear(world.through);
    return isCurrent
      ? accumulated(world.through)
      : { ...accumulated(monthFrom(period.year, 12)), text: String(period.year), code: String(period.year) };
  }
  const span = { from: period.from, to: period.to };
  const isOne = period.from === period.to;
  return {
    span,
    through: period.to,
    text: isOne ? inMonth(world, period.from) : spanText(span, lang, today),
    code: isOne ? period.from : `${period.from}..${period.to}`,
    isThrough: false,
    year: monthYear(period.to),
    isSaid: true,
    isWeekly: false,
  };
}

function inMonth(world: World, month: Month): string {
  const text = spanText({ from: month, to: month }, world.lang, world.today);
  // January alone reads "t.o.m. januari" otherwise, which here is the same.
  return /^(t\.o\.m|through)/.test(text) ? text : `i ${text}`.replace(/^i /, world.lang === "sv" ? "i " : "in ");
}

export function whoOf(world: World, query: PlanQuery): string {
  const one = query.measures.length === 1 ? measuresByIds(world, query.measures)[0] : undefined;
  const name = one
    ? measureName(one)
    : query.orgs.length > 0
      ? query.orgs.map((id) => orgName(world, id)).join(", ")
      : words.PLAN_NAME[world.lang];
  return words.withFilter(
    name,
    one ? "" : filtersText(query.filters, world.lang, world.today, (id) => orgName(world, id)),
  );
}
