// Pure. A question about a time that has passed is answered with the lägen of then.
import { weekText } from "../../plan/format.ts";
import { lastDayOf, weekOf } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import type { World } from "./world.ts";

const OF_STATES: ReadonlySet<string> = new Set(["list", "count", "status", "share", "breakdown"]);

/** The same world, or the one of the week that the query names, when that has passed. */
export function asOf(world: World, query: PlanQuery): World {
  if (!OF_STATES.has(query.intent)) return world;
  const isStatus = query.intent === "status";
  const hasState = query.filters.some((filter) => filter.on === "state" || filter.on === "cause");
  if (!isStatus && !hasState && query.group !== "state") return world;
  const { period } = query;
  const isOfTimes = query.filters.some((filter) => filter.on === "start" || filter.on === "end");
  if (!period || isOfTimes) return world;
  const week = period.is === "weeks" ? period.to : period.is === "months" ? weekOf(lastDayOf(period.to)) : null;
  return week === null || week >= world.week ? world : { ...world, week, reportWeek: week, asOf: week };
}

/** `Hela planen, v. 45` */
export function withWeek(world: World, who: string): string {
  return world.asOf === null ? who : `${who}, ${weekText(world.asOf, world.lang, world.today)}`;
}
