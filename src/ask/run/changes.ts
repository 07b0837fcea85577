// Pure. What moved between two weeks.
import type { IsoDate } from "../../lib/time.ts";
import { dateText, listText, weekText } from "../../plan/format.ts";
import { STATES } from "../../plan/plan.ts";
import { type Change, changesBetween, datedBetween } from "../../plan/status.ts";
import { addWeeks, type Week } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import * as historyWords from "../words/history-words.ts";
import { applyFilters } from "./filter.ts";
import type { Pen, Result } from "./pen.ts";
import { stateText } from "./state-text.ts";
import { measureName, measuresByIds, ownedBy, subjectOf, type World } from "./world.ts";

export function runChanges(world: World, query: PlanQuery, pen: Pen): Result {
  const [from, to] = changeWeeks(world, query);
  const scope =
    query.measures.length > 0
      ? measuresByIds(world, query.measures)
      : applyFilters(world, ownedBy(world, query.orgs), query.filters);
  const all = changesBetween(world.plan, scope, from, to);
  const shown = all.filter(
    (change) =>
      (query.toState.length === 0 || query.toState.includes(change.to)) &&
      (query.fromState.length === 0 || query.fromState.includes(change.from)) &&
      (query.about === null || (query.about === "worse") === isWorse(change)),
  );
  const labels = [weekText(from, world.lang, world.today), weekText(to, world.lang, world.today)] as const;
  const moved = historyWords.movedHow(
    world.lang,
    ...([query.fromState, query.toState].map((states) =>
      listText(
        states.map((state) => stateText(state, world.lang)),
        world.lang,
      ),
    ) as [string, string]),
    query.about,
  );
  // What came to a läge that the plan alone dates: how it was before is not told.
  const dated = datedBetween(world.plan, query.toState.length > 0 ? scope : [], from, to).filter(
    (measure) => query.toState.includes(measure.state) && query.fromState.length === 0,
  );
  if (shown.length + dated.length === 0)
    return {
      lines: [historyWords.noChanges(world.lang, ...labels, moved)],
      measures: query.measures,
      orgs: query.orgs,
    };
  const count = pen.count("count", shown.length + dated.length, {
    subject: subjectOf(world, query.orgs, []),
    filter: `ändrade ${from}..${to}`,
  });
  const lines = [
    historyWords.changesHead(world.lang, ...labels, count, moved),
    ...shown
      .slice(0, 15)
      .map(
        (change) =>
          `• ${measureName(change.measure)}: ${stateText(change.from, world.lang)} → ${stateText(change.to, world.lang)}`,
      ),
    ...dated
      .slice(0, 15)
      .map((measure) =>
        historyWords.datedLine(
          world.lang,
          measureName(measure),
          stateText(measure.state, world.lang),
          dateText(measure.stateSince as IsoDate, world.lang, world.today),
        ),
      ),
  ];
  const measures = [...shown.map((change) => change.measure), ...dated];
  return { lines, measures: measures.map(({ id }) => id), orgs: query.orgs };
}

function isWorse(change: Change): boolean {
  const rank = (state: Change["to"]) =>
    ({
      done: 0,
      operational: 0,
      on_track: 1,
      not_started: 1,
      deviation: 2,
      critical: 3,
      paused: 4,
      cancelled: 5,
      reverted: 5,
    })[state] ?? STATES.indexOf(state);
  return rank(change.to) > rank(change.from);
}

// "Förra veckan" is what changed in it; "sedan v. 40" from then to the latest report; two weeks: between them.
function changeWeeks(world: World, query: PlanQuery): readonly [Week, Week] {
  const latest = world.reportWeek;
  if (query.period?.is !== "weeks") return [addWeeks(latest, -1), latest];
  const { from, to } = query.period;
  const end = to >= world.week ? latest : to;
  if (from >= end || from === to) return [addWeeks(end, -1), end];
  return [from, end];
}
