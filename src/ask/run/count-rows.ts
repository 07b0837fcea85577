// Pure. How many prerequisites or assumptions there are, not how many measures have one.
import { assumptionsOf, prerequisitesOf } from "../../plan/facts.ts";
import type { Measure } from "../../plan/plan.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/depends-words.ts";
import { assumptionsMet } from "./filter.ts";
import type { Pen, Result } from "./pen.ts";
import { scopeOf, whoOf } from "./span.ts";
import { subjectOf, type World } from "./world.ts";

export function countRows(world: World, query: PlanQuery, pen: Pen): Result {
  const measures = scopeOf(world, { ...query, filters: [] });
  const subject = subjectOf(world, query.orgs, query.measures);
  const who = whoOf(world, { ...query, filters: [] });
  const counted = measures
    .map((measure) => ({ measure, count: rowsOf(world, measure, query) }))
    .filter(({ count }) => count > 0);
  const count = counted.reduce((sum, one) => sum + one.count, 0);
  const what = query.about === "assumptions" ? "assumptions" : "prerequisites";
  const isNarrowed = query.filters.length > 0;
  const name = words.rowsName(world.lang, what, standing(query));
  return {
    lines: [
      words.rowsCount(
        world.lang,
        who,
        pen.count("count", count, { subject, filter: words.rowsName("sv", what, standing(query)) }),
        name,
        pen.count("count", counted.length, {
          subject,
          filter: `${words.rowsName("sv", what, standing(query))}: åtgärder`,
        }),
      ),
    ],
    measures: isNarrowed ? counted.map(({ measure }) => measure.id) : [],
    orgs: query.orgs,
  };
}

function rowsOf(world: World, measure: Measure, query: PlanQuery): number {
  if (query.about === "assumptions") {
    const filter = query.filters.find((one) => one.on === "assumption");
    return filter?.on === "assumption"
      ? assumptionsMet(world, measure, filter).length
      : assumptionsOf(world.plan.facts, measure.id).length;
  }
  const isUnmet = query.filters.some((one) => one.on === "prerequisite_unmet");
  return prerequisitesOf(world.plan.facts, measure.id).filter((row) => !isUnmet || row.met !== "yes").length;
}

function standing(query: PlanQuery): "unmet" | "fails" | "uncertain" | "holds" | "reviewed" | null {
  for (const filter of query.filters) {
    if (filter.on === "prerequisite_unmet") return "unmet";
    if (filter.on === "assumption") return filter.review ? "reviewed" : (filter.values[0] ?? null);
  }
  return null;
}
