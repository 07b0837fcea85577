// Pure. Figures of the effect ladder for a plan, organisations or measures, in one period.
import { isLost } from "../../plan/measure-amounts.ts";
import type { Measure } from "../../plan/plan.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import * as words from "../words/effect-words.ts";
import { filterCode } from "../words/filter-words.ts";
import { decisionLine } from "./decisions.ts";
import { isOfLost } from "./filter.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { realisedLines } from "./realised-lines.ts";
import { scopeOf, spanOf, whoOf } from "./span.ts";
import { otherLine } from "./stage-lines.ts";
import { measureName, subjectOf, type World } from "./world.ts";

export function runFigure(world: World, query: PlanQuery, pen: Pen): Result {
  const isLostOf = isOfLost(query.filters);
  const figures: readonly Figure[] =
    query.figures.length > 0
      ? query.figures.map((figure) => (figure === "decided" && isLostOf ? "lost" : figure))
      : ["realised"];
  const groups =
    query.measures.length > 1
      ? query.measures.map((id) => ({ ...query, measures: [id] }))
      : query.orgs.length > 1
        ? query.orgs.map((id) => ({ ...query, orgs: [id] }))
        : [query];
  const lines = [...new Set(groups.flatMap((one) => figureLines(world, one, figures, pen)))];
  // What has fallen away is shown, amount or none.
  const isLostAsked = figures.length === 1 && figures[0] === "lost" && query.measures.length === 0;
  // "Är den beslutad?" of one that has no decided amount: what was decided last.
  const isDecidedAsked = figures.length === 1 && figures[0] === "decided" && query.measures.length === 1;
  const scope = isLostAsked
    ? scopeOf(world, query).filter((measure) => isLost(world.plan, measure))
    : scopeOf(world, query);
  return {
    lines: [
      ...lines,
      ...(isDecidedAsked ? latestDecision(world, scope) : []),
      ...(isLostAsked ? scope.slice(0, 8).map((measure) => `• ${measureName(measure)}`) : []),
      ...(hidesSome(world, query, figures) ? [words.scopeNote(world.lang)] : []),
    ],
    measures:
      query.measures.length > 0 || query.filters.length > 0 || isLostAsked
        ? scope.map((measure) => measure.id).slice(0, 200)
        : [],
    orgs: query.orgs,
  };
}

function latestDecision(world: World, measures: readonly Measure[]): string[] {
  return measures
    .filter((measure) => measure.decided === null)
    .flatMap(({ id }) => {
      const rows = world.plan.facts.decisions.filter((row) => row.measures.includes(id));
      const last = rows.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
      return last ? [decisionLine(world, last, false)] : [];
    });
}

function hidesSome(world: World, query: PlanQuery, figures: readonly Figure[]): boolean {
  return (
    world.hidden.size > 0 &&
    query.measures.length === 0 &&
    figures.some((figure) => ["potential", "uncounted", "count"].includes(figure))
  );
}

// "I höst" asked in November: what has been realised is told through the closed month.
function closedPart(world: World, { period }: PlanQuery, figures: readonly Figure[]): PlanQuery["period"] {
  const isPast = figures.every((figure) => ["realised", "verified", "gap", "realisation_rate"].includes(figure));
  return isPast && period?.is === "months" && period.from <= world.through && period.to > world.through
    ? { ...period, to: world.through }
    : period;
}

function figureLines(world: World, query: PlanQuery, figures: readonly Figure[], pen: Pen): string[] {
  const measures = scopeOf(world, query);
  const who = whoOf(world, query);
  const span = spanOf(world, closedPart(world, query, figures));
  const filter =
    query.measures.length === 1 || query.filters.length === 0 ? undefined : filterCode(query.filters, world.today);
  const subject = subjectOf(world, query.orgs, query.measures);
  const of: Of = { subject, ...(filter && { filter }) };
  const asked = new Set<Figure>(figures);
  const lines: string[] = [];
  if (span.isWeekly) lines.push(words.monthlyOnly(world.lang));
  const isRealised = asked.has("realised") || asked.has("planned") || asked.has("realisation_rate") || asked.has("gap");
  if (isRealised) lines.push(...realisedLines(world, measures, who, span, of, asked, pen));
  for (const figure of figures) {
    if (["realised", "planned", "realisation_rate", "gap"].includes(figure)) continue;
    const line = otherLine(world, measures, who, span, of, figure, asked, pen);
    if (line) lines.push(...line);
  }
  if (query.about === "difference") lines.push(words.differenceText(world.lang));
  return lines;
}
