// Pure. Staffing of förvaltning and up: sums of people and money; production is of different kinds.
import { agencyOf } from "../../plan/facts.ts";
import { monthText, weekText } from "../../plan/format.ts";
import type { Guard } from "../../plan/guard.ts";
import { orgsUnder, regionOf, unitsUnder } from "../../plan/organisation.ts";
import type { Agency, OrgId } from "../../plan/plan.ts";
import type { Month, Week } from "../../plan/week.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import * as words from "../words/staffing-words.ts";
import { agencyMonths, latestAgency } from "./agency.ts";
import { guardsFor, guardsUnder } from "./guards.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { guardLine, productionLines } from "./staffing-lines.ts";
import { agencySpanLines, isAgencySpan } from "./staffing-months.ts";
import type { Series } from "./staffing-unit.ts";
import { orgName, type World } from "./world.ts";

// For förvaltning and up: what units there are with data. Sums of people and money; production is of different kinds.
export function belowLines(world: World, org: OrgId, figures: readonly Figure[], query: PlanQuery, pen: Pen): Result {
  const { lang } = world;
  const name = orgName(world, org);
  const isHiredOnly = figures.every((figure) => figure === "agency_cost");
  const month = query.period?.is === "months" ? query.period.to : latestAgency(world, org);
  const guards = isHiredOnly
    ? guardsUnder(world, org).filter(({ unit }) => agencyRow(world, unit, month) !== null)
    : guardsFor(world, org);
  const without = unitsUnder(world.plan.facts, org).length - guards.length;
  const lines: string[] = [];
  const series: Series = words.SERIES[figures[0] as Series] ? (figures[0] as Series) : "staffing";
  const missing = words.missingLine(lang, name, words.SERIES[series][lang], words.FROM[series][lang]);
  const subject = org === regionOf(world.plan.facts)?.id && query.orgs.length === 0 ? "plan" : org;
  if (isHiredOnly && isAgencySpan(query)) {
    const months = agencySpanLines(world, org, name, subject, query, pen);
    return { lines: months ?? [missing], orgs: query.orgs.length > 0 ? [org] : [] };
  }
  if (guards.length === 0) return { lines: [missing], orgs: [org] };
  if (query.group !== null && isLevel(query.group)) return perLevel(world, org, query.group, figures, query, pen);
  // Means of percentages and sums of unlike production have no meaning for many units together.
  if (query.group === "month" && !figures.includes("staffing")) return { lines: [], orgs: [org] };
  if (figures.includes("staffing")) lines.push(...staffingSum(world, guards, name, subject, pen));
  if (figures.includes("agency_cost")) lines.push(...agencySum(world, org, name, subject, month, pen));
  const metric = query.about;
  for (const guard of guards.slice(0, 15)) {
    if (metric && !guard.production.some((one) => one.metric === metric)) continue;
    const line =
      figures.includes("production") || figures.includes("staffing")
        ? guardLine(world, guard, pen)
        : figures.includes("agency_cost")
          ? shortAgency(world, guard.unit, month, pen)
          : shortPercent(world, guard, figures[0] as Figure, pen);
    if (figures.includes("production"))
      lines.push(...productionLines(world, guard, orgName(world, guard.unit), metric, pen).slice(0, 1));
    else if (line) lines.push(line);
  }
  if (without > 0) lines.push(words.withoutData(lang, String(without)));
  if (lines.length === 1 && without > 0) lines.unshift(words.perUnitHead(lang, name, words.SERIES[series][lang]));
  return { lines, orgs: [...(query.orgs.length > 0 ? [org] : []), ...guards.map((guard) => guard.unit)] };
}

function isLevel(group: NonNullable<PlanQuery["group"]>): group is "board" | "administration" | "area" {
  return group === "board" || group === "administration" || group === "area";
}

// "Hyrkostnaden per förvaltning": one sum for each; percentages and production have none.
function perLevel(
  world: World,
  org: OrgId,
  level: "board" | "administration" | "area",
  figures: readonly Figure[],
  query: PlanQuery,
  pen: Pen,
): Result {
  if (figures.some((figure) => figure !== "agency_cost" && figure !== "staffing")) return { lines: [], orgs: [] };
  const parts = orgsUnder(world.plan.facts, org, level).map(({ id, name }) => {
    const month = query.period?.is === "months" ? query.period.to : latestAgency(world, id);
    const hired = isAgencySpan(query)
      ? (agencySpanLines(world, id, name, id, query, pen) ?? []).slice(0, 1)
      : agencySum(world, id, name, id, month, pen);
    return {
      id,
      lines: [
        ...(figures.includes("staffing") ? staffingSum(world, guardsFor(world, id), name, id, pen) : []),
        ...(figures.includes("agency_cost") ? hired : []),
      ],
    };
  });
  const known = parts.filter(({ lines }) => lines.length > 0);
  return { lines: known.flatMap(({ lines }) => lines), orgs: known.map(({ id }) => id) };
}

function staffingSum(world: World, guards: readonly Guard[], name: string, subject: string, pen: Pen): string[] {
  const known = guards.flatMap((guard) => (guard.staffing ? [guard.staffing] : []));
  const through = known
    .map((one) => one.weeks.at(-1) as Week)
    .sort()
    .at(-1);
  if (known.length === 0 || !through) return [];
  const of: Of = { subject, period: through };
  const fte = known.reduce((sum, one) => sum + one.fte, 0);
  const targeted = known.every((one) => one.target !== null && one.gap !== null);
  const target = known.reduce((sum, one) => sum + (one.target ?? 0), 0);
  const gap = known.reduce((sum, one) => sum + (one.gap ?? 0), 0);
  return [
    words.sumHead(
      world.lang,
      name,
      pen.number("staffing", fte, "åa", of),
      targeted ? pen.number("staffing_target", target, "åa", of) : null,
      targeted ? words.signed(pen.number("staffing_gap", gap, "åa", of)) : null,
      String(known.length),
      weekText(through, world.lang, world.today),
    ),
  ];
}

function agencyRow(world: World, unit: OrgId, month: Month | null): Agency | null {
  return agencyOf(world.plan.facts, unit).find((row) => row.month === month) ?? null;
}

function agencySum(world: World, org: OrgId, name: string, subject: string, month: Month | null, pen: Pen): string[] {
  const sum = agencyMonths(world, org).find((row) => row.month === month);
  if (!sum) return [];
  const of: Of = { subject, period: sum.month };
  return [
    words.agencySum(
      world.lang,
      name,
      pen.mkr("agency_cost", sum.cost, of, 2),
      sum.plan === null ? null : pen.mkr("agency_cost", sum.plan, { ...of, filter: "plan" }, 2),
      String(sum.units),
      monthText(sum.month, world.lang, world.today),
    ),
  ];
}

function shortAgency(world: World, unit: OrgId, month: Month | null, pen: Pen): string | null {
  const row = agencyRow(world, unit, month);
  return row
    ? `• ${orgName(world, unit)}: ${pen.mkr("agency_cost", row.cost, { subject: unit, period: row.month }, 2)}`
    : null;
}

function shortPercent(world: World, guard: Guard, figure: Figure, pen: Pen): string | null {
  const value = figure === "sick_leave" ? guard.staffing?.sickLeave : guard.staffing?.overtime;
  return value === null || value === undefined
    ? null
    : `• ${orgName(world, guard.unit)}: ${pen.percent(figure, value, { subject: guard.unit }, 1)}`;
}
