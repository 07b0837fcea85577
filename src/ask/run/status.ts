// Pure. How the plan, a förvaltning, a unit or a measure stands.
import type { PlanQuery } from "../schema.ts";
import { measureStatus } from "./measure-status.ts";
import { orgStatus } from "./org-status.ts";
import type { Pen, Result } from "./pen.ts";
import { unitStatus } from "./unit-status.ts";
import { isUnit, measuresByIds, type World } from "./world.ts";

export function runStatus(world: World, query: PlanQuery, pen: Pen): Result {
  const parts: Result[] = [
    ...measuresByIds(world, query.measures)
      .slice(0, 8)
      .map((measure) => measureStatus(world, measure, query, pen)),
    ...(query.measures.length > 0
      ? []
      : query.orgs.map((org) =>
          isUnit(world, org) ? unitStatus(world, org, query, pen) : orgStatus(world, { ...query, orgs: [org] }, pen),
        )),
  ];
  if (parts.length === 0) parts.push(orgStatus(world, query, pen));
  return joined(parts);
}

function joined(parts: readonly Result[]): Result {
  const [first] = parts;
  return {
    lines: parts.flatMap((part) => part.lines),
    measures: [...new Set(parts.flatMap((part) => part.measures ?? []))],
    orgs: [...new Set(parts.flatMap((part) => part.orgs ?? []))],
    ...(first?.followUps && { followUps: first.followUps }),
    ...(parts.length === 1 && first?.chart && { chart: first.chart }),
  };
}
