// Pure. How the causes that owners gave are spread.
import { grouped } from "../../lib/memo.ts";
import { byDecided } from "../../plan/facts.ts";
import type { Measure } from "../../plan/plan.ts";
import { CAUSE_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/list-words.ts";
import { causeOf } from "./filter.ts";
import type { Pen, Result } from "./pen.ts";
import { scopeOf, whoOf } from "./span.ts";
import { subjectOf, type World } from "./world.ts";

const TOLD = 20;

export function runCauses(world: World, query: PlanQuery, pen: Pen): Result {
  const scope = scopeOf(world, query);
  const who = whoOf(world, query);
  const ranked = [...grouped(scope, (measure) => causeOf(world, measure))]
    .flatMap(([cause, measures]) => (cause === null ? [] : [{ cause, measures: [...measures].sort(byDecided) }]))
    .sort((a, b) => b.measures.length - a.measures.length);
  const all = ranked.flatMap(({ measures }) => measures);
  if (all.length === 0) return { lines: [words.noCauses(world.lang, who)], orgs: query.orgs };
  const subject = subjectOf(world, query.orgs, []);
  const lines = [
    words.causeHead(world.lang, who, pen.count("count", all.length, { subject, filter: "orsak angiven" })),
    ...ranked.map(({ cause, measures }) =>
      words.groupLine(
        CAUSE_WORDS[cause][world.lang],
        `${pen.count("count", measures.length, { subject, filter: `orsak=${CAUSE_WORDS[cause].sv}` })} (${someOf(measures)})`,
      ),
    ),
  ];
  return { lines, measures: all.map((measure) => measure.id), orgs: query.orgs };
}

/** Ids of the largest; in a large plan nobody reads them all. */
function someOf(measures: readonly Measure[]): string {
  const ids = measures.slice(0, TOLD).map((measure) => measure.id);
  return [...ids, ...(measures.length > TOLD ? ["…"] : [])].join(", ");
}
