// Pure. Staffing and production of units: never one without the other.
import { orgOf, regionOf } from "../../plan/organisation.ts";
import type { OrgId } from "../../plan/plan.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import { guardFor } from "./guards.ts";
import { ownUnits } from "./list.ts";
import type { Pen, Result } from "./pen.ts";
import { belowLines } from "./staffing-sums.ts";
import { unitLines } from "./staffing-unit.ts";
import type { World } from "./world.ts";

export function runStaffing(world: World, query: PlanQuery, pen: Pen): Result {
  const region = regionOf(world.plan.facts)?.id;
  const asked = query.orgs.length > 0 ? query.orgs : query.mine ? ownUnits(world) : region ? [region] : [];
  const figures = query.figures.length > 0 ? query.figures : (["staffing"] as const);
  const parts = asked.map((org) => orgStaffing(world, org, figures, query, pen));
  return {
    lines: parts.flatMap((part) => part.lines),
    orgs: [...new Set([...query.orgs, ...parts.flatMap((part) => part.orgs ?? [])])],
  };
}

function orgStaffing(world: World, org: OrgId, figures: readonly Figure[], query: PlanQuery, pen: Pen): Result {
  const guard = guardFor(world, org);
  const hasOwn = guard.staffing !== null || guard.production.length > 0 || guard.agency !== null;
  const level = orgOf(world.plan.facts, org)?.level;
  if (hasOwn || level === "unit") return { lines: unitLines(world, guard, figures, query, pen), orgs: [org] };
  // Of a week or a month that was named there are only the units' own figures.
  if (query.mine && query.period && figures.some((figure) => figure !== "agency_cost")) return { lines: [] };
  return belowLines(world, org, figures, query, pen);
}
