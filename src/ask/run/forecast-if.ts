// Pure. Worked example (räkneexempel): the forecast if measures give nothing, or nothing more.
import type { Sek } from "../../plan/amount.ts";
import { sumForecast } from "../../plan/effect.ts";
import { listText } from "../../plan/format.ts";
import { forecastOf, realisedOf } from "../../plan/measure-amounts.ts";
import { yearToDate } from "../../plan/moment.ts";
import { monthYear } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/what-if-words.ts";
import type { Pen, Result } from "./pen.ts";
import { whoOf } from "./span.ts";
import { measureName, measuresByIds, ownedBy, subjectOf, type World } from "./world.ts";

export function runForecastIf(world: World, query: PlanQuery, pen: Pen): Result {
  const { plan, lang } = world;
  const year = monthYear(world.through);
  const period = String(year);
  const measures = measuresByIds(world, query.measures);
  const name = listText(measures.map(measureName), lang);
  const total = sumForecast(plan, ownedBy(world, query.orgs), year).amount;
  const isNoMore = query.assume?.yields === "no_more";
  const part = query.assume?.part ?? 0;
  let lost = 0;
  for (const measure of measures) {
    const forecast = forecastOf(plan, measure, year);
    const sofar = isNoMore ? realisedOf(plan, measure, yearToDate(world.through)) : 0;
    if (forecast === null || sofar === null || total === null)
      return {
        lines: [words.noForecastFor(lang, measureName(measure), period)],
        measures: query.measures,
        orgs: query.orgs,
      };
    lost += Math.max(0, (forecast - sofar) * (1 - part));
  }
  const subject = subjectOf(world, query.orgs, []);
  const line = words.whatIfForecast(lang, {
    who: whoOf(world, { ...query, measures: [] }),
    name,
    gives: words.givesText(lang, part > 0 ? part : isNoMore ? "no_more" : "nothing"),
    year: period,
    left: pen.mkr("what_if", Math.round((total ?? 0) - lost) as Sek, { subject, period }),
    before: pen.mkr("forecast", (total ?? 0) as Sek, { subject, period }),
    lost: pen.mkr("what_if_lost", Math.round(lost) as Sek, { subject, period, filter: "räkneexempel" }),
  });
  return { lines: [line, words.assumptionNote(lang)], measures: query.measures, orgs: query.orgs };
}
