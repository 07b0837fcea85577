// Pure. What was written in the reports, and the change log: only for those who may read it.
import { participationsOf } from "../../plan/facts.ts";
import { weekText } from "../../plan/format.ts";
import { isUnder } from "../../plan/organisation.ts";
import type { Measure, OrgId } from "../../plan/plan.ts";
import { mayReadLog, mayReadText } from "../../plan/rights.ts";
import type { Week } from "../../plan/week.ts";
import { CAUSE_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as historyWords from "../words/history-words.ts";
import * as measureWords from "../words/measure-words.ts";
import { ownUnits } from "./list.ts";
import type { Result } from "./pen.ts";
import { stateText } from "./state-text.ts";
import { whoOfOrgs } from "./who.ts";
import { isUnit, linesOf, measureName, measuresByIds, orgName, type World } from "./world.ts";

export function runComments(world: World, query: PlanQuery): Result {
  const measures = measuresByIds(world, query.measures);
  const mine = query.mine ? ownUnits(world) : [];
  const asked = query.orgs.length > 0 ? query.orgs : mine;
  const units = commentUnits(world, measures, asked);
  const readable = units.filter((unit) => mayReadText(world.whole.facts, world.viewer, unit));
  if (readable.length === 0)
    return { lines: causesOf(world, measures), refuse: "comments", measures: query.measures, orgs: query.orgs };
  const week =
    query.period?.is === "weeks"
      ? query.period.to === world.week && query.period.from === world.week
        ? world.reportWeek
        : query.period.to
      : null;
  const found = readable.flatMap((unit) => commentsOf(world, unit, measures, week));
  const who =
    asked.length > 0
      ? whoOfOrgs(world, asked)
      : measures.length > 0
        ? measures.map(measureName).join(", ")
        : whoOfOrgs(world, []);
  const lines = found.slice(0, 8).map((one) => one.text);
  return {
    lines:
      lines.length > 0
        ? lines
        : [historyWords.noComments(world.lang, who, week ? weekText(week, world.lang, world.today) : "")],
    measures: query.measures.length > 0 ? query.measures : [...new Set(found.slice(0, 8).map((one) => one.measure))],
    orgs: query.orgs.length > 0 ? query.orgs : [...new Set(found.slice(0, 8).map((one) => one.unit))],
  };
}

function commentUnits(world: World, measures: readonly Measure[], orgs: readonly OrgId[]): OrgId[] {
  if (orgs.length > 0)
    return world.whole.facts.orgs
      .filter((org) =>
        orgs.some((top) => (isUnit(world, top) ? org.id === top : isUnder(world.whole.facts, org.id, top))),
      )
      .map((org) => org.id);
  const found = new Set(
    measures.flatMap((measure) => [
      measure.owner,
      ...participationsOf(world.plan.facts, measure.id).map((row) => row.unit),
    ]),
  );
  if (measures.length === 0) for (const org of world.whole.facts.orgs) if (org.level === "unit") found.add(org.id);
  return [...found];
}

function commentsOf(world: World, unit: OrgId, measures: readonly Measure[], week: Week | null) {
  const wanted = measures.length > 0 ? measures : linesOf(world, [unit]);
  return wanted.flatMap((measure) => {
    const history = world.plan.book
      .history(unit, measure.id, world.plan.now)
      .filter((line) => week === null || line.week === week);
    // Without a week: the latest that says something.
    const line =
      week === null ? history.findLast((one) => one.comment !== null || one.nextStep !== null) : history.at(-1);
    if (!line || (line.comment === null && line.nextStep === null)) return [];
    return [
      {
        unit,
        measure: measure.id,
        text: historyWords.commentText(
          world.lang,
          orgName(world, unit),
          measureName(measure),
          weekText(line.week, world.lang, world.today),
          line.comment,
          line.nextStep,
        ),
      },
    ];
  });
}

function causesOf(world: World, measures: readonly Measure[]): string[] {
  return measures.flatMap((measure) => {
    const line = world.plan.book.latest(measure.owner, measure.id, world.week, world.plan.now);
    return line?.cause
      ? [`${measureName(measure)}: ${measureWords.causeLine(world.lang, CAUSE_WORDS[line.cause][world.lang])}`]
      : [];
  });
}

export function runChangeLog(world: World, query: PlanQuery): Result {
  const measures =
    query.measures.length > 0
      ? measuresByIds(world, query.measures)
      : query.orgs.length > 0
        ? linesOf(world, query.orgs).slice(0, 5)
        : [];
  const units = measures.length > 0 ? measures.map((measure) => measure.owner) : query.orgs;
  const isSteering = world.viewer.roles.some(({ role }) => role === "plan_owner" || role === "controller");
  if (
    world.viewer.channel ||
    (units.length === 0 ? !isSteering : !units.every((unit) => mayReadLog(world.whole.facts, world.viewer, unit)))
  )
    return { lines: [], refuse: "log" };
  const lines = measures.flatMap((measure) => {
    const history = [...world.plan.book.history(measure.owner, measure.id, world.plan.now)].reverse().slice(0, 8);
    if (history.length === 0) return [historyWords.noLog(world.lang, measureName(measure))];
    return [
      historyWords.logHead(world.lang, measureName(measure)),
      ...history.map((line) =>
        historyWords.logLine(
          weekText(line.week, world.lang, world.today),
          stateText(line.state, world.lang),
          line.cause ? CAUSE_WORDS[line.cause][world.lang] : null,
        ),
      ),
    ];
  });
  return {
    lines: lines.length > 0 ? lines : [historyWords.noLog(world.lang, whoOfOrgs(world, query.orgs))],
    measures: measures.map((measure) => measure.id),
    orgs: query.orgs,
  };
}
