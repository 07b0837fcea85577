// Pure. How the causes that owners gave are spread.
import { byDecided } from "../../plan/facts.ts";
import type { Measure } from "../../plan/plan.ts";
import { CAUSE_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/list-words.ts";
import { causeOf } from "./filter.ts";
import type { Pen, Result } from "./pen.ts";
import { scopeOf, whoOf } from "./span.ts";
import { subjectOf, type World } from "./world.ts";

export function runCauses(world: World, query: PlanQuery, pen: Pen): Result {
  const scope = scopeOf(world, query);
  const who = whoOf(world, query);
  const counts = new Map<string, Measure[]>();
  for (const measure of scope) {
    const cause = causeOf(world, measure);
    if (cause) counts.set(cause, [...(counts.get(cause) ?? []), measure]);
  }
  const ranked = [...counts.entries()].sort(([, a], [, b]) => b.length - a.length);
  const all = ranked.flatMap(([, measures]) => measures);
  if (all.length === 0) return { lines: [words.noCauses(world.lang, who)], orgs: query.orgs };
  const subject = subjectOf(world, query.orgs, []);
  const lines = [
    words.causeHead(world.lang, who, pen.count("count", all.length, { subject, filter: "orsak angiven" })),
    ...ranked.map(([cause, measures]) =>
      words.groupLine(
        CAUSE_WORDS[cause as keyof typeof CAUSE_WORDS][world.lang],
        `${pen.count("count", measures.length, { subject, filter: `orsak=${CAUSE_WORDS[cause as keyof typeof CAUSE_WORDS].sv}` })} (${measures
          .sort(byDecided)
          .map((measure) => measure.id)
          .join(", ")})`,
      ),
    ),
  ];
  return { lines, measures: all.map((measure) => measure.id), orgs: query.orgs };
}
