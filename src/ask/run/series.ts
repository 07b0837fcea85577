// Pure. A figure month by month.
import { mkr } from "../../plan/amount.ts";
import { curveOf } from "../../plan/curve.ts";
import { sumRealised } from "../../plan/effect.ts";
import { monthText } from "../../plan/format.ts";
import type { Chart } from "../answer.ts";
import type { PlanQuery } from "../schema.ts";
import * as effect from "../words/effect-words.ts";
import { filterCode } from "../words/filter-words.ts";
import * as words from "../words/list-words.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { scopeOf, spanOf, whoOf } from "./span.ts";
import { subjectOf, type World } from "./world.ts";

export function runSeries(world: World, query: PlanQuery, pen: Pen): Result {
  const span = spanOf(world, query.period);
  const measures = scopeOf(world, query);
  const who = whoOf(world, query);
  const filter = query.measures.length === 1 ? "" : filterCode(query.filters, world.today);
  const subject = subjectOf(world, query.orgs, query.measures);
  const last = span.year === Number(world.through.slice(0, 4)) ? world.through : span.through;
  const curve = curveOf(world.plan, measures, last);
  const points = curve.filter((point) =>
    span.isThrough ? point.month <= span.through : point.month >= span.span.from && point.month <= span.span.to,
  );
  const wantsPlan =
    query.figures.length === 0 ||
    query.figures.some((figure) => ["planned", "gap", "realisation_rate", "planned_year"].includes(figure));
  const wantsRealised =
    query.figures.length === 0 ||
    query.figures.some((figure) => ["realised", "gap", "realisation_rate", "verified"].includes(figure)) ||
    !wantsPlan;
  const told = points.flatMap((point) => {
    const of: Of = { subject, period: point.month, ...(filter && { filter }) };
    const realised =
      wantsRealised && point.realisedInMonth !== null ? pen.mkr("realised", point.realisedInMonth, of) : null;
    const planned = wantsPlan && point.plannedInMonth !== null ? pen.mkr("planned", point.plannedInMonth, of) : null;
    return realised === null && planned === null
      ? []
      : [words.monthPoint(monthText(point.month, world.lang, world.today), realised, planned, world.lang)];
  });
  const total = wantsRealised && span.isThrough ? sumRealised(world.plan, measures, span.span).amount : null;
  const head = words.seriesHead(
    world.lang,
    who,
    String(span.year),
    total === null
      ? null
      : pen.mkr("realised", total, { subject, period: span.code, through: true, ...(filter && { filter }) }),
  );
  const chart: Chart = {
    is: "months",
    title: head,
    points: curve.map((point) => ({
      month: point.month,
      planned: point.planned === null ? null : mkr(point.planned),
      realised: point.realised === null ? null : mkr(point.realised),
      forecast: point.forecast === null ? null : mkr(point.forecast),
    })),
  };
  if (told.length === 0)
    return {
      lines: [effect.missingText(world.lang, who, effect.FIGURE_LABELS.realised[world.lang], span.text)],
      orgs: query.orgs,
      measures: query.measures,
    };
  return { lines: [head, ...told], orgs: query.orgs, measures: query.measures, chart };
}
