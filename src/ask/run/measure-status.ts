// Pure. How one measure stands: läge and since when, both colours, decided, planned and realised, cause, owner.
import type { Sek } from "../../plan/amount.ts";
import { sumForecast } from "../../plan/effect.ts";
import { decisionsOf, measureOf } from "../../plan/facts.ts";
import { dateText, listText, monthText, weekText } from "../../plan/format.ts";
import { judgementOf } from "../../plan/judgement.ts";
import { isLost, plannedOf, realisedOf } from "../../plan/measure-amounts.ts";
import { wholeYear } from "../../plan/moment.ts";
import { administrationOf, orgOf } from "../../plan/organisation.ts";
import type { Measure, OrgId } from "../../plan/plan.ts";
import { rateOf } from "../../plan/rate.ts";
import { unmetOf } from "../../plan/risk.ts";
import { spreadAt, stateAt } from "../../plan/status.ts";
import type { Week } from "../../plan/week.ts";
import { CAUSE_WORDS, COLOUR_WORDS, OUTCOME_WORDS, STATE_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/measure-words.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { spanOf } from "./span.ts";
import { stateText } from "./state-text.ts";
import { measureName, orgName, type World } from "./world.ts";

export function measureStatus(world: World, measure: Measure, query: PlanQuery, pen: Pen): Result {
  const week = query.period?.is === "weeks" ? query.period.to : world.week;
  const lines = [
    ...stateLines(world, measure, week, pen),
    ...amountLines(world, measure, query, pen),
    ...reasonLines(world, measure, week),
    ...(query.about === "trend" ? [words.noSeries(world.lang)] : []),
    ...unitLines(world, measure, query.orgs, week),
    ownerLine(world, measure),
  ];
  const follow =
    world.lang === "sv"
      ? [`Varför är ${measure.id} i det läget?`, `Vad hänger på ${measure.id}?`, `Visa ${measure.id} månad för månad`]
      : [`Why is ${measure.id} in that state?`, `What depends on ${measure.id}?`, `Show ${measure.id} month by month`];
  return { lines, measures: [measure.id], orgs: [...query.orgs, measure.owner], followUps: follow };
}

export function sinceText(world: World, measure: Measure, week: Week): string | null {
  const { since, sinceDate } = stateAt(world.plan, measure, week);
  if (sinceDate) return dateText(sinceDate, world.lang, world.today);
  return since ? weekText(since, world.lang, world.today) : null;
}

function stateLines(world: World, measure: Measure, week: Week, pen: Pen): string[] {
  const { lang } = world;
  const { state } = stateAt(world.plan, measure, week);
  const lines = [words.stateLine(lang, measureName(measure), stateText(state, lang), sinceText(world, measure, week))];
  const judgement = judgementOf(world.plan, measure, week, world.through);
  if (judgement.differ && judgement.chef && judgement.outcome && judgement.rate.percent !== null) {
    const of: Of = { subject: measure.id, period: world.through, through: true };
    lines.push(
      words.bothColours(
        lang,
        COLOUR_WORDS[judgement.chef][lang],
        COLOUR_WORDS[judgement.outcome][lang],
        pen.rate("realisation_rate", judgement.rate.percent, of),
      ),
    );
  }
  if (isLost(world.plan, measure) && measure.decided !== null) lines.push(words.lostLine(lang));
  return lines;
}

export function amountLines(world: World, measure: Measure, query: PlanQuery, pen: Pen): string[] {
  const { lang } = world;
  const of: Of = { subject: measure.id };
  const decided = measure.decided === null ? null : pen.mkr("decided", measure.decided, of);
  const potential =
    measure.decided === null && measure.potential !== null ? pen.mkr("potential", measure.potential, of) : null;
  const lines = [words.decidedLine(lang, decided, potential)];
  const span = spanOf(world, query.period?.is === "weeks" ? null : query.period);
  const planned = plannedOf(world.plan, measure, span.span);
  const realised = realisedOf(world.plan, measure, span.span);
  const dated: Of = { ...of, period: span.code, ...(span.isThrough && { through: true }) };
  const rate = rateOf(world.plan, [measure], span.span);
  if (realised !== null && planned !== null)
    lines.push(
      words.realisedLine(
        lang,
        span.text,
        pen.mkr("realised", realised, dated),
        pen.mkr("planned", planned, dated),
        rate.percent === null ? null : pen.rate("realisation_rate", rate.percent, dated),
      ),
    );
  else if (measure.decided !== null)
    lines.push(
      words.nothingYet(lang, span.text, planned === null || planned === 0 ? null : pen.mkr("planned", planned, dated)),
    );
  const forecast = sumForecast(world.plan, [measure], span.year).amount;
  if (forecast !== null && (measure.decided !== null || forecast > 0)) {
    const year = plannedOf(world.plan, measure, wholeYear(span.year));
    const ofYear: Of = { ...of, period: String(span.year) };
    lines.push(
      words.forecastLine(
        lang,
        String(span.year),
        pen.mkr("forecast", forecast, ofYear),
        year === null ? null : pen.mkr("planned_year", year as Sek, ofYear),
      ),
    );
  }
  return lines;
}

/** Stored cause, unmet prerequisites, the last decision where that set the state. */
export function reasonLines(world: World, measure: Measure, week: Week): string[] {
  const { lang } = world;
  const { state, line } = stateAt(world.plan, measure, week);
  if (["on_track", "done", "operational"].includes(state)) return [];
  const lines: string[] = [];
  if (line?.cause) lines.push(words.causeLine(lang, CAUSE_WORDS[line.cause][lang]));
  if (["cancelled", "reverted", "paused"].includes(state)) {
    const decision = decisionsOf(world.plan.facts, measure.id).at(-1);
    if (decision)
      lines.push(
        words.decisionLine(
          lang,
          dateText(decision.date, lang, world.today),
          bodyName(world, decision.body),
          OUTCOME_WORDS[decision.outcome][lang],
          decision.note,
        ),
      );
  }
  const unmet = unmetOf(world.plan, measure.id);
  if (unmet.length > 0)
    lines.push(
      words.unmetLine(
        lang,
        listText(
          unmet.slice(0, 4).map((row) => row.description),
          lang,
        ),
      ),
    );
  const next = measure.replacedBy ? measureOf(world.plan.facts, measure.replacedBy) : null;
  if (next) lines.push(words.replacedLine(lang, measureName(next)));
  if (state === "not_started" && measure.start)
    lines.push(
      words.startText(lang, measure.id, monthText(measure.start, lang, world.today), STATE_WORDS[state][lang]),
    );
  return lines;
}

export function bodyName(world: World, body: string): string {
  return orgOf(world.plan.facts, body as OrgId)?.name ?? body;
}

function unitLines(world: World, measure: Measure, orgs: readonly OrgId[], week: Week): string[] {
  return orgs.flatMap((org) => {
    if (org === measure.owner) return [];
    const line = world.plan.book.latest(org, measure.id, week, world.plan.now);
    return line
      ? [
          words.unitViewLine(
            world.lang,
            orgName(world, org),
            stateText(line.state, world.lang),
            weekText(line.week, world.lang, world.today),
          ),
        ]
      : [];
  });
}

export function spreadText(world: World, measure: Measure, week: Week): string | null {
  const spread = spreadAt(world.plan, measure, week);
  const parts = [...spread.states.entries()].map(
    ([state, units]) => `${units.length} ${STATE_WORDS[state][world.lang].toLowerCase()}`,
  );
  return parts.length === 0 ? null : listText(parts, world.lang);
}

export function ownerLine(world: World, measure: Measure): string {
  const above = administrationOf(world.plan.facts, measure.owner);
  return words.ownerLine(
    world.lang,
    orgName(world, measure.owner),
    above && above.id !== measure.owner ? above.name : null,
    measure.owner,
  );
}
