// Pure. Since when a läge holds.
import { weekText } from "../../plan/format.ts";
import type { Measure } from "../../plan/plan.ts";
import { stateAt, weeksInState } from "../../plan/status.ts";
import { STATE_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as historyWords from "../words/history-words.ts";
import { reasonLines, sinceText } from "./measure-status.ts";
import type { Result } from "./pen.ts";
import { scopeOf } from "./span.ts";
import { stateText } from "./state-text.ts";
import { measureName, measuresByIds, type World } from "./world.ts";

export function runSince(world: World, query: PlanQuery): Result {
  const measures =
    query.measures.length > 0
      ? measuresByIds(world, query.measures)
      : scopeOf(world, query)
          .filter(
            (measure) =>
              query.toState.length === 0 || query.toState.includes(stateAt(world.plan, measure, world.week).state),
          )
          .sort((a, b) => (sinceWeek(world, a) < sinceWeek(world, b) ? -1 : 1))
          .slice(0, query.limit ?? 10);
  const lines = measures.flatMap((measure) => sinceLines(world, measure, query));
  return { lines, measures: measures.map((measure) => measure.id), orgs: query.orgs };
}

// The longest first; what is not known last.
function sinceWeek(world: World, measure: Measure): string {
  return stateAt(world.plan, measure, world.week).since ?? "9";
}

function sinceLines(world: World, measure: Measure, query: PlanQuery): string[] {
  const now = stateAt(world.plan, measure, world.week);
  const state = stateText(now.state, world.lang);
  const asked = query.toState;
  if (asked.length > 0 && !asked.includes(now.state)) {
    const before = world.plan.book
      .history(measure.owner, measure.id, world.plan.now)
      .filter((line) => asked.includes(line.state));
    const first = before[0];
    const last = before.at(-1);
    const was =
      first && last
        ? [
            historyWords.wasThatState(
              world.lang,
              first.week === last.week
                ? weekText(first.week, world.lang, world.today)
                : `${weekText(first.week, world.lang, world.today)}–${weekText(last.week, world.lang, world.today)}`,
            ),
          ]
        : [];
    return [
      historyWords.notThatState(
        world.lang,
        measureName(measure),
        STATE_WORDS[asked[0] as Measure["state"]][world.lang],
        state,
      ),
      ...was,
    ];
  }
  const since = sinceText(world, measure, world.week);
  if (since === null)
    return [
      historyWords.sinceUnknown(world.lang, measureName(measure), state),
      ...reasonLines(world, measure, world.week).slice(0, 2),
    ];
  const weeks = weeksInState(now, world.reportWeek);
  return [
    historyWords.sinceText(
      world.lang,
      measureName(measure),
      state,
      since,
      weeks === null || weeks < 1 ? null : String(weeks),
    ),
    ...reasonLines(world, measure, world.week).slice(0, 2),
  ];
}
