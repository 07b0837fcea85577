// Pure. How the plan or a förvaltning stands: measures by läge, planned, realised, rate, coverage.
import { coverageOf } from "../../plan/coverage.ts";
import { ladderOf, sumPlanned, sumRealised } from "../../plan/effect.ts";
import { byDecided } from "../../plan/facts.ts";
import { listText, weekText } from "../../plan/format.ts";
import { type Measure, STATES, type State } from "../../plan/plan.ts";
import { rateOf } from "../../plan/rate.ts";
import { isCardWeek } from "../../plan/rhythm.ts";
import { stateIn } from "../../plan/status.ts";
import { STATE_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as effect from "../words/effect-words.ts";
import * as happening from "../words/happening-words.ts";
import * as measureWords from "../words/measure-words.ts";
import * as words from "../words/status-words.ts";
import { withWeek } from "./as-of.ts";
import { reportWeekOf } from "./coverage-line.ts";
import { hidesListed } from "./list.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { scopeOf, spanOf, whoOf } from "./span.ts";
import { countedState } from "./state-text.ts";
import { measureName, subjectOf, type World } from "./world.ts";

function countStates(world: World, measures: readonly Measure[], of: Of, pen: Pen): string {
  const counts = new Map<State, number>();
  for (const measure of measures) {
    const state = stateIn(world.plan, measure, world.week);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const shown = STATES.filter((state) => counts.has(state));
  return listText(
    shown.map(
      (state) =>
        `${pen.count("count", counts.get(state) ?? 0, { ...of, filter: `läge=${STATE_WORDS[state].sv}` })} ${countedState(state, counts.get(state) ?? 0, world.lang)}`,
    ),
    world.lang,
  );
}

export function orgStatus(world: World, query: PlanQuery, pen: Pen): Result {
  const { lang } = world;
  const measures = scopeOf(world, query);
  const who = withWeek(world, whoOf(world, query));
  const subject = subjectOf(world, query.orgs, []);
  const of: Of = { subject, ...(world.asOf !== null && { period: world.asOf }) };
  const lines =
    measures.length === 0
      ? [words.noMeasures(lang, who)]
      : [words.statesLine(lang, who, pen.count("count", measures.length, of), countStates(world, measures, of, pen))];
  // The effect is told by month, never as of a week.
  if (world.asOf === null || query.period?.is !== "weeks")
    lines.push(...effectLines(world, query, measures, who, subject, pen));
  lines.push(...coverageLines(world, query, pen, subject));
  const inState = (state: State) =>
    measures.filter((measure) => stateIn(world.plan, measure, world.week) === state).sort(byDecided);
  // Where nothing is critical the deviations are what to look at.
  const red = inState("critical");
  const told = red.length > 0 ? red : inState("deviation");
  if (hidesListed(world, { ...query, measures: [] })) lines.push(effect.scopeNote(lang));
  if (told.length > 0)
    lines.push(
      words.attention(
        lang,
        red.length > 0 ? "critical" : "deviation",
        listText(told.slice(0, 5).map(measureName), lang),
      ),
    );
  const followUps =
    lang === "sv"
      ? ["Vilka är röda?", "Varför ligger vi efter plan?", "Visa månad för månad"]
      : ["Which are red?", "Why are we behind plan?", "Show month by month"];
  return { lines, measures: told.map((measure) => measure.id), orgs: query.orgs, followUps };
}

function effectLines(
  world: World,
  query: PlanQuery,
  measures: readonly Measure[],
  who: string,
  subject: string,
  pen: Pen,
): string[] {
  const { lang } = world;
  const span = spanOf(world, query.period);
  const dated: Of = { subject, period: span.code, ...(span.isThrough && { through: true }) };
  const ladder = ladderOf(world.plan, measures, span.through < world.through ? span.through : undefined);
  // The ladder is told through a month; other spans are summed for themselves.
  const planned = span.isThrough ? ladder.planned.amount : sumPlanned(world.plan, measures, span.span).amount;
  const realised = span.isThrough ? ladder.realised.amount : sumRealised(world.plan, measures, span.span).amount;
  if (realised === null || planned === null) return [words.noEffect(lang, who)];
  const rate = span.isThrough ? ladder.rate : rateOf(world.plan, measures, span.span);
  const percent = rate.percent === null ? null : pen.rate("realisation_rate", rate.percent, dated);
  const lines = [
    effect.realisedText(
      lang,
      lang === "sv" ? "Effekt" : "Effect",
      span.text,
      pen.mkr("realised", realised, dated),
      pen.mkr("planned", planned, dated),
      percent,
    ),
  ];
  if (ladder.decided.amount !== null)
    lines.push(measureWords.decidedLine(lang, pen.mkr("decided", ladder.decided.amount, { subject }), null));
  const forecast = ladder.forecast.amount;
  if (forecast !== null)
    lines.push(
      measureWords.forecastLine(
        lang,
        String(span.year),
        pen.mkr("forecast", forecast, { subject, period: String(span.year) }),
        ladder.plannedYear.amount === null
          ? null
          : pen.mkr("planned_year", ladder.plannedYear.amount, { subject, period: String(span.year) }),
      ),
    );
  const unknown = measures.filter((measure) => measure.potential === null).length;
  if (unknown > 0) lines.push(effect.uncountedText(lang, pen.count("uncounted", unknown, { subject })));
  return lines;
}

function coverageLines(world: World, query: PlanQuery, pen: Pen, subject: string): string[] {
  if (query.period !== null && query.period.is !== "weeks") return [];
  const week = reportWeekOf(world, query);
  if (!isCardWeek(week, world.rhythm)) return [];
  const coverage = coverageOf(world.whole, week, query.orgs[0] ?? null);
  if (coverage.expected.length === 0) return [];
  const of: Of = { subject, period: week };
  return [
    happening.coverageText(
      world.lang,
      world.lang === "sv" ? "Veckorapporter" : "Weekly reports",
      weekText(week, world.lang, world.today),
      pen.count("coverage_received", coverage.received.length, of),
      pen.count("coverage_expected", coverage.expected.length, of),
      coverage.percent === null ? null : pen.percent("coverage_rate", coverage.percent, of),
      pen.count("coverage_missing", coverage.missing.length, of),
    ),
  ];
}
