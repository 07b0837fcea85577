// Pure. Whether a goal is reached, and what is needed per month.
import { type Sek, sekFromMkr } from "../../plan/amount.ts";
import { ladderOf, sumForecast, sumPlanned } from "../../plan/effect.ts";
import { amountText } from "../../plan/format.ts";
import { wholeYear } from "../../plan/moment.ts";
import { monthNumber } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/effect-words.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { scopeOf, spanOf, whoOf } from "./span.ts";
import { subjectOf, type World } from "./world.ts";

export function runNeeded(world: World, query: PlanQuery, pen: Pen): Result {
  const measures = scopeOf(world, query);
  const who = whoOf(world, query);
  const subject = subjectOf(world, query.orgs, query.measures);
  const ladder = ladderOf(world.plan, measures, world.through);
  const months = 12 - monthNumber(world.through);
  if (months === 0) return { lines: [words.noMonthsLeft(world.lang, who)], orgs: query.orgs, measures: query.measures };
  if (ladder.neededPerMonth === null || ladder.realised.amount === null || ladder.plannedYear.amount === null)
    return {
      lines: [words.missingText(world.lang, who, words.FIGURE_LABELS.needed_per_month[world.lang], "")],
      orgs: query.orgs,
      measures: query.measures,
    };
  const year = world.through.slice(0, 4);
  const of: Of = { subject, period: year };
  const line = words.neededText(
    world.lang,
    who,
    pen.mkr("needed_per_month", ladder.neededPerMonth, of),
    months,
    pen.mkr("realised", ladder.realised.amount, { subject, period: world.through, through: true }),
    pen.mkr("planned_year", ladder.plannedYear.amount, of),
  );
  return { lines: [line], orgs: query.orgs, measures: query.measures };
}

export function runReach(world: World, query: PlanQuery, pen: Pen): Result {
  const measures = scopeOf(world, query);
  const who = whoOf(world, query);
  const subject = subjectOf(world, query.orgs, query.measures);
  const span = spanOf(world, query.period?.is === "year" ? query.period : null);
  const ladder = ladderOf(world.plan, measures, world.through);
  const forecast = sumForecast(world.plan, measures, span.year).amount;
  const planned = sumPlanned(world.plan, measures, wholeYear(span.year)).amount;
  const named =
    query.figures[0] === "decided"
      ? ladder.decided.amount
      : query.figures[0] === "potential"
        ? ladder.potential.amount
        : planned;
  const goal = query.amount === null ? named : sekFromMkr(query.amount);
  if (forecast === null || goal === null)
    return {
      lines: [words.missingText(world.lang, who, words.FIGURE_LABELS.forecast[world.lang], String(span.year))],
      orgs: query.orgs,
      measures: query.measures,
    };
  const of: Of = { subject, period: String(span.year) };
  const goalText =
    query.amount === null
      ? `${words.FIGURE_LABELS[query.figures[0] ?? "planned_year"][world.lang].toLowerCase()} ${pen.mkr(query.figures[0] ?? "planned_year", goal, of)}`
      : amountText(goal, world.lang, world.plan.facts.header.amountUnit);
  const diff = Math.abs(goal - forecast) as Sek;
  const diffText =
    query.amount === null && query.figures.length === 0
      ? pen.mkr("forecast_gap", (goal - forecast) as Sek, of).replace("−", "")
      : amountText(diff, world.lang, world.plan.facts.header.amountUnit);
  const lines = [
    words.reachText(
      world.lang,
      who,
      goalText,
      String(span.year),
      pen.mkr("forecast", forecast, of),
      forecast >= goal,
      diffText,
    ),
  ];
  if (ladder.realised.amount !== null && ladder.planned.amount !== null)
    lines.push(
      words.realisedText(
        world.lang,
        world.lang === "sv" ? "Hittills" : "So far",
        spanOf(world, null).text,
        pen.mkr("realised", ladder.realised.amount, { subject, period: world.through, through: true }),
        pen.mkr("planned", ladder.planned.amount, { subject, period: world.through, through: true }),
        ladder.rate.percent === null
          ? null
          : pen.rate("realisation_rate", ladder.rate.percent, { subject, period: world.through, through: true }),
      ),
    );
  return { lines, orgs: query.orgs, measures: query.measures };
}
