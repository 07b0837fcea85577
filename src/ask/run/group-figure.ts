// Pure. One figure of one group: its value, and how it is written.
import type { Sek } from "../../plan/amount.ts";
import { coverageOf } from "../../plan/coverage.ts";
import {
  sumDecided,
  sumForecast,
  sumLost,
  sumPlanned,
  sumPotential,
  sumRealised,
  sumVerified,
} from "../../plan/effect.ts";
import { wholeYear } from "../../plan/moment.ts";
import type { OrgId } from "../../plan/plan.ts";
import { rateOf } from "../../plan/rate.ts";
import { atRiskAmong } from "../../plan/risk.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import { filterCode } from "../words/filter-words.ts";
import { agencyCost, latestAgency } from "./agency.ts";
import type { Grouped } from "./groups.ts";
import { guardFor } from "./guards.ts";
import type { Of, Pen } from "./pen.ts";
import type { Span } from "./span.ts";
import { subjectOf, type World } from "./world.ts";

/** Kronor, percent or a number; null when nothing is known. */
export function amountIn(world: World, one: Grouped, figure: Figure, span: Span): number | null {
  const { plan } = world;
  switch (figure) {
    case "count":
      return one.measures.length;
    case "potential":
      return sumPotential(one.measures).amount;
    case "decided":
      return sumDecided(plan, one.measures).amount;
    case "lost":
      return one.measures.length === 0 ? null : sumLost(plan, one.measures).amount;
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
    case "agency_cost":
      return one.id === null ? null : agencyCost(world, one.id as OrgId, span.isSaid ? span.span : null);
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
    default:
      return null;
  }
}

export function isPercent(figure: Figure): boolean {
  return [
    "realisation_rate",
    "staffing_change",
    "production_rate",
    "production_change",
    "overtime",
    "sick_leave",
    "coverage_rate",
  ].includes(figure);
}

export function unitOf(figure: Figure): string {
  if (isPercent(figure)) return "%";
  if (figure === "count" || figure === "uncounted") return "st";
  return figure === "staffing" || figure === "staffing_gap" ? "åa" : figure === "production" ? "per week" : "mkr";
}

export function writeFigure(
  world: World,
  one: Grouped,
  figure: Figure,
  span: Span,
  pen: Pen,
  query: PlanQuery,
): string | null {
  const value = amountIn(world, one, figure, span);
  if (value === null) return null;
  const filter = [filterCode(query.filters, world.today), one.filter ?? ""].filter(Boolean).join("; ");
  const month = figure === "agency_cost" && !span.isSaid ? latestAgency(world, one.id as OrgId) : null;
  const isTimed =
    ["planned", "realised", "verified", "gap", "realisation_rate"].includes(figure) ||
    (figure === "agency_cost" && span.isSaid);
  const isYear = ["planned_year", "forecast", "forecast_gap"].includes(figure);
  const of: Of = {
    subject: one.id ?? subjectOf(world, query.orgs, []),
    ...(filter && { filter }),
    ...(isTimed && { period: span.code, ...(span.isThrough && { through: true }) }),
    ...(isYear && { period: String(span.year) }),
    ...(month !== null && { period: month }),
  };
  if (figure === "realisation_rate") return pen.rate(figure, value, of);
  if (figure === "staffing_change" || figure === "production_change") return pen.change(figure, value, of);
  if (isPercent(figure))
    return pen.percent(figure, value, of, figure === "coverage_rate" || figure === "production_rate" ? 0 : 1);
  if (unitOf(figure) === "st") return pen.count(figure, value, of);
  if (unitOf(figure) === "åa") return pen.number(figure, value, "åa", of);
  if (figure === "production") return pen.number(figure, value, "per week", of, 0);
  return pen.mkr(figure, value as Sek, of, figure === "agency_cost" ? 2 : 1);
}
