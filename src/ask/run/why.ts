// Pure. Why: the stored cause, prerequisites and assumptions, and the contributions in order. Never speculation.
import type { Sek } from "../../plan/amount.ts";
import { sumForecast, sumPlanned, sumRealised } from "../../plan/effect.ts";
import { assumptionsOf, prerequisitesOf } from "../../plan/facts.ts";
import { listText } from "../../plan/format.ts";
import { judgementOf } from "../../plan/judgement.ts";
import { forecastOf, plannedOf, realisedOf } from "../../plan/measure-amounts.ts";
import { wholeYear } from "../../plan/moment.ts";
import type { Measure } from "../../plan/plan.ts";
import { stateAt } from "../../plan/status.ts";
import { CAUSE_WORDS, COLOUR_WORDS, MET_WORDS, STANDING_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as historyWords from "../words/history-words.ts";
import * as words from "../words/measure-words.ts";
import { causeOf } from "./filter.ts";
import { guardsFor } from "./guards.ts";
import { reasonLines, sinceText } from "./measure-status.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { scopeOf, spanOf, whoOf } from "./span.ts";
import { guardLine } from "./staffing-lines.ts";
import { stateText } from "./state-text.ts";
import { measureName, measuresByIds, subjectOf, type World } from "./world.ts";

export function runWhy(world: World, query: PlanQuery, pen: Pen): Result {
  if (query.measures.length > 0) return whyMeasures(world, query, pen);
  return query.figures.includes("forecast_gap") ? whyForecast(world, query, pen) : whyBehind(world, query, pen);
}

function whyMeasures(world: World, query: PlanQuery, pen: Pen): Result {
  const measures = measuresByIds(world, query.measures);
  return {
    lines: measures.flatMap((measure) => whyMeasure(world, measure, pen, measures.length > 1)),
    measures: query.measures,
    orgs: query.orgs,
  };
}

function whyMeasure(world: World, measure: Measure, pen: Pen, isShort: boolean): string[] {
  const { lang } = world;
  const { state, line } = stateAt(world.plan, measure, world.week);
  const lines = [
    words.stateLine(lang, measureName(measure), stateText(state, lang), sinceText(world, measure, world.week)),
  ];
  if (line?.cause) lines.push(words.causeLine(lang, CAUSE_WORDS[line.cause][lang]));
  else if (state === "on_track") lines.push(words.greenNoCause(lang));
  else lines.push(...reasonLines(world, measure, world.week).slice(0, 2), ...(line ? [words.noCause(lang)] : []));
  const prerequisites = prerequisitesOf(world.plan.facts, measure.id).filter((row) => row.met !== "yes");
  if (prerequisites.length > 0)
    lines.push(
      words.unmetLine(
        lang,
        listText(
          prerequisites.map((row) => `${row.description} (${MET_WORDS[row.met][lang]})`),
          lang,
        ),
      ),
    );
  if (measure.decided === null)
    lines.push(
      words.decidedLine(
        lang,
        null,
        measure.potential === null ? null : pen.mkr("potential", measure.potential, { subject: measure.id }),
      ),
    );
  if (isShort) return lines;
  const assumptions = assumptionsOf(world.plan.facts, measure.id).filter((row) => row.standing !== "holds");
  if (assumptions.length > 0)
    lines.push(
      words.assumptionLine(
        lang,
        assumptions.map((row) => `${row.text} – ${STANDING_WORDS[row.standing][lang]}`).join("; "),
      ),
    );
  return [...lines, ...behindLines(world, measure, pen)];
}

function behindLines(world: World, measure: Measure, pen: Pen): string[] {
  const span = spanOf(world, null);
  const planned = plannedOf(world.plan, measure, span.span);
  const realised = realisedOf(world.plan, measure, span.span);
  if (planned === null || realised === null) return [];
  const of: Of = { subject: measure.id, period: span.code, through: true };
  const { rate, outcome, chef, differ } = judgementOf(world.plan, measure, world.week, world.through);
  const percent = rate.percent === null ? null : pen.rate("realisation_rate", rate.percent, of);
  return [
    words.realisedLine(
      world.lang,
      span.text,
      pen.mkr("realised", realised, of),
      pen.mkr("planned", planned, of),
      percent,
    ),
    ...(differ && outcome && chef && percent
      ? [words.bothColours(world.lang, COLOUR_WORDS[chef][world.lang], COLOUR_WORDS[outcome][world.lang], percent)]
      : []),
  ];
}

interface Contribution {
  readonly measure: Measure;
  readonly gap: number;
}

function whyBehind(world: World, query: PlanQuery, pen: Pen): Result {
  const { lang } = world;
  const scope = scopeOf(world, query);
  const span = spanOf(world, query.period);
  const who = whoOf(world, query);
  // "Varför är de röda?": each listed measure's own reason.
  if (query.filters.some((filter) => filter.on === "state") && scope.length > 0 && scope.length <= 6)
    return whyMeasures(world, { ...query, measures: scope.map((measure) => measure.id) }, pen);
  const planned = sumPlanned(world.plan, scope, span.span).amount;
  const realised = sumRealised(world.plan, scope, span.span).amount;
  const guards =
    query.orgs.length === 1
      ? guardsFor(world, query.orgs[0] as never).filter((guard) => guard.sentences.includes("both_fall"))
      : [];
  const guarded = guards.slice(0, 2).map((guard) => guardLine(world, guard, pen));
  if (planned === null || realised === null)
    return {
      lines: [
        `${who}: ${lang === "sv" ? "underlag saknas för effekt i kronor." : "data on effect in kronor is missing."}`,
        ...guarded,
      ],
      orgs: query.orgs,
    };
  const gap = (planned - realised) as Sek;
  if (gap <= 0) return { lines: [historyWords.noGap(lang, who), ...guarded], orgs: query.orgs };
  const of: Of = {
    subject: subjectOf(world, query.orgs, []),
    period: span.code,
    ...(span.isThrough && { through: true }),
  };
  const ranked = scope
    .flatMap((measure): Contribution[] => {
      const own = plannedOf(world.plan, measure, span.span);
      const got = realisedOf(world.plan, measure, span.span);
      return own === null || got === null || own - got <= 0 ? [] : [{ measure, gap: own - got }];
    })
    .sort((a, b) => b.gap - a.gap);
  const shown = ranked.slice(0, 5);
  const head = historyWords.whyHead(lang, who, pen.mkr("gap", gap, of), span.text);
  return {
    lines: [head, ...shown.map((one) => contributionLine(world, one, "gap", span.code, pen)), ...guarded],
    measures: shown.map((one) => one.measure.id),
    orgs: query.orgs,
  };
}

function whyForecast(world: World, query: PlanQuery, pen: Pen): Result {
  const { lang } = world;
  const scope = scopeOf(world, query);
  const span = spanOf(world, query.period);
  const who = whoOf(world, query);
  const year = wholeYear(span.year);
  const planned = sumPlanned(world.plan, scope, year).amount;
  const forecast = sumForecast(world.plan, scope, span.year).amount;
  if (planned === null || forecast === null)
    return {
      lines: [`${who}: ${lang === "sv" ? "underlag saknas för prognos." : "forecast data is missing."}`],
      orgs: query.orgs,
    };
  if (planned - forecast <= 0) return { lines: [historyWords.noGap(lang, who)], orgs: query.orgs };
  const of: Of = { subject: subjectOf(world, query.orgs, []), period: String(span.year) };
  const ranked = scope
    .flatMap((measure): Contribution[] => {
      const own = plannedOf(world.plan, measure, year);
      const believed = forecastOf(world.plan, measure, span.year);
      return own === null || believed === null || own - believed <= 0 ? [] : [{ measure, gap: own - believed }];
    })
    .sort((a, b) => b.gap - a.gap);
  const shown = ranked.slice(0, 5);
  const head = historyWords.whyForecast(
    lang,
    who,
    pen.mkr("forecast_gap", (planned - forecast) as Sek, of),
    pen.mkr("forecast", forecast, of),
    pen.mkr("planned_year", planned, of),
    String(span.year),
  );
  return {
    lines: [head, ...shown.map((one) => contributionLine(world, one, "forecast_gap", String(span.year), pen))],
    measures: shown.map((one) => one.measure.id),
    orgs: query.orgs,
  };
}

function contributionLine(world: World, one: Contribution, figure: string, period: string, pen: Pen): string {
  const cause = causeOf(world, one.measure);
  return historyWords.contribution(
    measureName(one.measure),
    pen.mkr(figure, one.gap as Sek, { subject: one.measure.id, period, ...(figure === "gap" && { through: true }) }),
    cause ? CAUSE_WORDS[cause][world.lang] : null,
  );
}
