// Pure. Worked examples (räkneexempel): a moved start, a stop.
import type { Sek } from "../../plan/amount.ts";
import { monthText } from "../../plan/format.ts";
import { plannedOf } from "../../plan/measure-amounts.ts";
import { wholeYear } from "../../plan/moment.ts";
import type { Measure } from "../../plan/plan.ts";
import { addMonths, monthFrom, monthNumber, monthYear } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/what-if-words.ts";
import { runForecastIf } from "./forecast-if.ts";
import { runPart } from "./part-of.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { measureName, measuresByIds, type World } from "./world.ts";

export function runWhatIf(world: World, query: PlanQuery, pen: Pen): Result {
  if (query.assume && (query.assume.yields || query.assume.part !== null)) return runForecastIf(world, query, pen);
  if (query.assume === null && query.amount !== null) return runPart(world, query, query.amount, pen);
  const lines = measuresByIds(world, query.measures).flatMap((measure) => whatIfLines(world, measure, query, pen));
  return { lines, measures: query.measures, orgs: [] };
}

function whatIfLines(world: World, measure: Measure, query: PlanQuery, pen: Pen): string[] {
  const moved = query.assume?.shift ? (measure.start ? addMonths(measure.start, query.assume.shift) : null) : undefined;
  if (moved === null) return [words.whatIfUnknown(world.lang, measureName(measure))];
  const month = moved ?? query.assume?.start ?? query.assume?.end ?? world.through;
  const year = Math.max(
    monthYear(world.through),
    moved || query.assume?.start ? monthYear(world.through) : monthYear(month),
  );
  const of: Of = { subject: measure.id, period: String(year) };
  const planned = plannedOf(world.plan, measure, wholeYear(year));
  const name = measureName(measure);
  const named = monthText(month, world.lang, world.today);
  if (query.assume?.end) {
    if (planned === null) return [words.whatIfUnknown(world.lang, name)];
    const before = addMonths(month, -1);
    const left =
      before < monthFrom(year, 1) ? 0 : (plannedOf(world.plan, measure, { from: monthFrom(year, 1), to: before }) ?? 0);
    return [
      words.whatIfStop(
        world.lang,
        name,
        named,
        pen.mkr("what_if", left as Sek, of),
        String(year),
        pen.mkr("lost", (planned - left) as Sek, { ...of, filter: "räkneexempel" }),
      ),
      words.assumptionNote(world.lang),
    ];
  }
  if (measure.decided === null) return [words.whatIfUnknown(world.lang, name)];
  const months = monthYear(month) > year ? 0 : monthYear(month) < year ? 12 : 13 - monthNumber(month);
  const value = Math.round((measure.decided * months) / 12) as Sek;
  return [
    words.whatIfStart(
      world.lang,
      name,
      named,
      pen.mkr("what_if", value, of),
      String(year),
      pen.mkr("planned_year", (planned ?? 0) as Sek, of),
    ),
    words.assumptionNote(world.lang),
  ];
}
