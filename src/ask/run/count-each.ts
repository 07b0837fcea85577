// Pure. "Antal gröna, gula och röda", "hur många har sjukhuset och psykiatrin": each of what was named, beside the sum.
import type { Measure, OrgId } from "../../plan/plan.ts";
import type { Filter, PlanQuery } from "../schema.ts";
import { filterCode, filtersText } from "../words/filter-words.ts";
import * as words from "../words/list-words.ts";
import { applyFilters } from "./filter.ts";
import type { Pen } from "./pen.ts";
import { linesOf, orgName, subjectOf, type World } from "./world.ts";

/** One line per value of a condition that holds several, and per organisation of several. */
export function eachLines(
  world: World,
  query: PlanQuery,
  measures: readonly Measure[],
  orgs: readonly OrgId[],
  pen: Pen,
): string[] {
  return [...valueLines(world, query, measures, orgs, pen), ...orgLines(world, query, orgs, pen)];
}

function valueLines(
  world: World,
  query: PlanQuery,
  measures: readonly Measure[],
  orgs: readonly OrgId[],
  pen: Pen,
): string[] {
  const subject = subjectOf(world, orgs, []);
  return query.filters.flatMap((filter) => {
    const others = query.filters.filter((other) => other !== filter);
    return valuesOf(filter).map((one) => {
      const count = applyFilters(world, measures, [one]).length;
      const code = filterCode([...others, one], world.today);
      return words.groupLine(
        filtersText([one], world.lang, world.today),
        pen.count("count", count, { subject, filter: code, ...(world.asOf !== null && { period: world.asOf }) }),
      );
    });
  });
}

function orgLines(world: World, query: PlanQuery, orgs: readonly OrgId[], pen: Pen): string[] {
  if (orgs.length < 2) return [];
  const filter = filterCode(query.filters, world.today);
  return orgs.map((org) => {
    const count = applyFilters(world, linesOf(world, [org]), query.filters).length;
    return words.groupLine(
      orgName(world, org),
      pen.count("count", count, {
        subject: org,
        ...(filter && { filter }),
        ...(world.asOf !== null && { period: world.asOf }),
      }),
    );
  });
}

// "Gröna, gula och röda": the green, the yellow, the red.
export function valuesOf(filter: Filter): readonly Filter[] {
  if (filter.not || !("values" in filter) || !OF_ONE.has(filter.on) || filter.values.length < 2) return [];
  return filter.values.map((value) => ({ ...filter, values: [value] }) as Filter);
}

/** Conditions where a measure has one of the values. */
const OF_ONE: ReadonlySet<Filter["on"]> = new Set(["state", "outcome", "theme", "mechanism", "kind", "cause"]);
