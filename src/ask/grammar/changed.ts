// Pure. A follow-up keeps measure, organisation, period, filter and figure of the turn before and changes what is said.
import type { MeasureId, OrgId } from "../../plan/plan.ts";
import type { Figure, Filter, PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import { effectFigures, staffingFigures } from "./figures.ts";
import { againstSaid } from "./frames-staffing.ts";
import type { Heard } from "./heard.ts";

/** The query before, with what was said changed. */
export function changed(
  before: PlanQuery,
  heard: Heard,
  said: {
    readonly orgs: readonly OrgId[];
    readonly measures: readonly MeasureId[];
    readonly filters: readonly Filter[];
    readonly period: PlanQuery["period"];
  },
): PlanQuery {
  let query: PlanQuery = { ...before, limit: before.intent === "rank" ? before.limit : before.limit };
  if (said.measures.length > 0)
    query = {
      ...query,
      measures: [...said.measures],
      orgs: query.intent === "comments" ? query.orgs : [],
      filters: [],
      mine: false,
      ...measureIntent(query),
    };
  else if (said.orgs.length > 0 && heard.has("cmp.compare") && before.orgs.length > 0)
    query = {
      ...query,
      orgs: [...new Set([...before.orgs, ...said.orgs])],
      ...(before.intent === "status" ? { intent: "compare" as const } : {}),
    };
  else if (said.orgs.length > 0)
    query = {
      ...query,
      orgs: [...said.orgs],
      measures: keepsMeasure(query) ? query.measures : [],
      mine: false,
      ...orgIntent(query),
    };
  if (said.period) query = { ...query, period: said.period };
  if (said.filters.length > 0)
    query = { ...query, filters: mergeFilters(query.filters, said.filters), ...filteredIntent(query) };
  return withFigures(query, heard);
}

function keepsMeasure(query: PlanQuery): boolean {
  return query.intent === "comments";
}

function measureIntent(query: PlanQuery): Partial<PlanQuery> {
  const fits: readonly PlanQuery["intent"][] = [
    "status",
    "figure",
    "why",
    "since",
    "detail",
    "depends_on",
    "dependents",
    "at_risk",
    "series",
    "comments",
    "what_if",
    "decisions",
    "milestones",
    "reach",
    "needed",
    "changes",
  ];
  return fits.includes(query.intent) ? {} : { intent: "status", figures: [], group: null, order: null, about: null };
}

function orgIntent(query: PlanQuery): Partial<PlanQuery> {
  if (["since", "detail", "dependents", "what_if"].includes(query.intent))
    return { intent: "status", figures: [], detail: null, about: null };
  if (query.intent === "compare") return { intent: "status", figures: [] };
  return {};
}

// How something stands is told with what is decided and realised; a condition more leaves those in.
const KEPT_OF_STATUS: Figure[] = ["decided", "realised"];

function filteredIntent(query: PlanQuery): Partial<PlanQuery> {
  return query.intent === "status" ? { intent: "list", figures: KEPT_OF_STATUS } : {};
}

export function mergeFilters(before: readonly Filter[], said: readonly Filter[]): Filter[] {
  const replaced = new Set(said.map((filter) => filter.on));
  return [...before.filter((filter) => !replaced.has(filter.on)), ...said];
}

function withFigures(query: PlanQuery, heard: Heard): PlanQuery {
  const effect = effectFigures(heard);
  const staffing = staffingFigures(heard);
  if (query.intent === "staffing" || (query.intent === "status" && staffing.length > 0 && effect.length === 0)) {
    const against = againstSaid(heard);
    if (staffing.length > 0 && !(against && staffing.length === 1 && staffing[0] === "staffing"))
      return { ...query, intent: "staffing", figures: [...staffing], against };
    return against ? { ...query, against } : query;
  }
  if (effect.length > 0) return { ...query, intent: intentWithFigure(query), figures: [...effect] };
  // "Och planen?": what was planned for the same.
  if (!heard.has("cmp.compare") && heard.has("noun.plan") && says(heard.text, "plan|planen|the plan"))
    return {
      ...query,
      intent: intentWithFigure(query),
      figures: query.figures.includes("forecast") || query.period?.is === "year" ? ["planned_year"] : ["planned"],
    };
  if (heard.has("cmp.compare") && heard.has("noun.plan", "staff.plan"))
    return {
      ...query,
      intent: query.intent === "status" ? "status" : "figure",
      figures: comparedWithPlan(query.figures),
      against: "plan",
    };
  return query;
}

function intentWithFigure(query: PlanQuery): PlanQuery["intent"] {
  return ["series", "breakdown", "compare", "share"].includes(query.intent) ? query.intent : "figure";
}

function comparedWithPlan(figures: readonly Figure[]): Figure[] {
  if (figures.includes("forecast")) return ["forecast", "planned_year", "forecast_gap"];
  return ["realised", "planned", "realisation_rate", "gap"];
}
