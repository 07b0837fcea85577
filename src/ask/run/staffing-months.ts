// Pure. Series of staffing month by month: hired staff as booked, what is followed by week as the mean of the month's weeks.
import type { Sek } from "../../plan/amount.ts";
import { productionOf, staffingOf } from "../../plan/facts.ts";
import { monthText } from "../../plan/format.ts";
import type { Guard } from "../../plan/guard.ts";
import type { OrgId, Staffing } from "../../plan/plan.ts";
import { addMonths, dayOfWeek, type Month, monthOf, monthsThrough, type Week } from "../../plan/week.ts";
import type { Figure, Period, PlanQuery } from "../schema.ts";
import * as words from "../words/staffing-words.ts";
import { type AgencyMonth, agencyMonths } from "./agency.ts";
import type { Of, Pen } from "./pen.ts";
import { spanOf } from "./span.ts";
import { partsOf } from "./staffing-weeks.ts";
import type { World } from "./world.ts";

/** Whether more than one month of hired staff is asked for. */
export function isAgencySpan(query: PlanQuery): boolean {
  const { period } = query;
  return (
    query.group === "month" ||
    query.against === "previous" ||
    period?.is === "through" ||
    period?.is === "year" ||
    (period?.is === "months" && period.from < period.to)
  );
}

/** The sum of the months asked for, where a span was said, and each of them; null where no month has any. */
export function agencySpanLines(
  world: World,
  org: OrgId,
  name: string,
  subject: string,
  query: PlanQuery,
  pen: Pen,
): string[] | null {
  const rows = agencyMonths(world, org).filter(({ month }) => isAsked(world, query, month));
  if (rows.length === 0) return null;
  if (query.against === "previous" && query.group === null) return endLines(world, rows, name, subject, pen);
  return [
    ...sumLine(world, rows, name, subject, query, pen),
    ...rows.map((row) => monthLine(world, row, subject, pen)),
  ];
}

// "Nu jämfört med januari": the one month and the other, and no sum of them.
function endLines(world: World, rows: readonly AgencyMonth[], name: string, subject: string, pen: Pen): string[] {
  const ends = rows.length > 1 ? [rows[0] as AgencyMonth, rows.at(-1) as AgencyMonth] : rows;
  return [
    words.monthsHead(world.lang, name, words.SERIES.agency_cost[world.lang]),
    ...ends.map((row) => monthLine(world, row, subject, pen)),
  ];
}

function sumLine(
  world: World,
  rows: readonly AgencyMonth[],
  name: string,
  subject: string,
  { period }: PlanQuery,
  pen: Pen,
): string[] {
  const { lang } = world;
  if (period === null) return [words.monthsHead(lang, name, words.SERIES.agency_cost[lang])];
  const span = spanOf(world, isWhole(world, rows, period) ? period : spanOfRows(rows));
  const of: Of = { subject, period: span.code, ...(span.isThrough && { through: true }) };
  const total = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) as Sek;
  const plans = rows.flatMap(({ plan }) => plan ?? []);
  return [
    words.agencySpan(
      lang,
      name,
      pen.mkr("agency_cost", total(rows.map(({ cost }) => cost)), of, 2),
      plans.length < rows.length ? null : pen.mkr("agency_cost", total(plans), { ...of, filter: "plan" }, 2),
      span.text,
    ),
  ];
}

// A month without figures is not within the sum, and not within the time that is told.
function isWhole(world: World, rows: readonly AgencyMonth[], period: Period): boolean {
  const { span } = spanOf(world, period);
  return rows.length === monthsThrough(span.from, span.to < world.through ? span.to : world.through).length;
}

function spanOfRows(rows: readonly AgencyMonth[]): Period {
  return { is: "months", from: (rows[0] as AgencyMonth).month, to: (rows.at(-1) as AgencyMonth).month };
}

function monthLine(world: World, { month, cost, plan }: AgencyMonth, subject: string, pen: Pen): string {
  const of: Of = { subject, period: month };
  return words.agencyMonth(
    world.lang,
    monthText(month, world.lang, world.today),
    pen.mkr("agency_cost", cost, of, 2),
    plan === null ? null : pen.mkr("agency_cost", plan, { ...of, filter: "plan" }, 2),
  );
}

// Without a time the last twelve that are closed.
function isAsked(world: World, { period }: PlanQuery, month: Month): boolean {
  if (period === null) return month > addMonths(world.through, -12) && month <= world.through;
  const { span } = spanOf(world, period);
  return month >= span.from && month <= span.to;
}

/** The means of the weeks whose Thursday lies in the month, of one unit: staffing and production never alone. */
export function meanLines(
  world: World,
  guard: Guard,
  name: string,
  figures: readonly Figure[],
  query: PlanQuery,
  pen: Pen,
): string[] {
  const isInside = ({ week }: { readonly week: Week }) => query.period === null || isAsked(world, query, monthIn(week));
  const metric = guard.production.find((one) => one.metric === query.about)?.metric ?? guard.production[0]?.metric;
  const staffing = staffingOf(world.plan.facts, guard.unit).filter(isInside);
  const production = productionOf(world.plan.facts, guard.unit).filter((row) => row.metric === metric && isInside(row));
  const months = [...new Set([...staffing, ...production].map(({ week }) => monthIn(week)))].sort();
  const lines = months.flatMap((month) => {
    const row = meanStaffing(staffing.filter(({ week }) => monthIn(week) === month));
    const made = production.filter(({ week }) => monthIn(week) === month);
    const parts = partsOf(
      world,
      figures,
      row,
      made[0] && { metric: made[0].metric, outcome: mean(made.map(({ outcome }) => outcome)) ?? 0 },
      { subject: guard.unit, period: month },
      pen,
    );
    return parts.length === 0 ? [] : [`• ${monthText(month, world.lang, world.today)}: ${parts.join(", ")}`];
  });
  return lines.length === 0 ? [] : [words.monthMeans(world.lang, name), ...lines];
}

function meanStaffing(
  rows: readonly Staffing[],
): Pick<Staffing, "overtime" | "sickLeave"> & { readonly fte: number | null } {
  return {
    fte: mean(rows.map(({ fte }) => fte)),
    overtime: mean(rows.flatMap(({ overtime }) => overtime ?? [])),
    sickLeave: mean(rows.flatMap(({ sickLeave }) => sickLeave ?? [])),
  };
}

function monthIn(week: Week): Month {
  return monthOf(dayOfWeek(week, 4));
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
