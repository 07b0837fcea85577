// Pure. Milestones of measures.
import { milestonesOf } from "../../plan/facts.ts";
import { dateText } from "../../plan/format.ts";
import type { Measure, Milestone } from "../../plan/plan.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/happening-words.ts";
import type { Pen, Result } from "./pen.ts";
import { whoOfOrgs } from "./who.ts";
import { measureName, measuresByIds, ownedBy, subjectOf, type World } from "./world.ts";

export const TOLD = 12;

export interface Dated {
  readonly measure: Measure;
  readonly milestone: Milestone;
}

export function runMilestones(world: World, query: PlanQuery, pen: Pen): Result {
  const measures = query.measures.length > 0 ? measuresByIds(world, query.measures) : ownedBy(world, query.orgs);
  const span = query.period?.is === "dates" ? query.period : null;
  const rows = measures.flatMap((measure) =>
    milestonesOf(world.plan.facts, measure.id).map((milestone): Dated => ({ measure, milestone })),
  );
  const isDone = (row: Dated) => row.milestone.done !== null && row.milestone.done <= world.today;
  const isLate = (row: Dated) => !isDone(row) && row.milestone.date < world.today;
  // "Före nyår", said before it: what is to come until then.
  const isAhead = span !== null && (span.from ?? world.today) >= world.today && (span.to ?? world.today) >= world.today;
  const kind = query.missing
    ? "late"
    : query.open === true
      ? "left"
      : query.open === false
        ? "done"
        : isAhead || (span === null && query.measures.length === 0)
          ? "upcoming"
          : "all";
  const fitting = rows
    .filter((row) =>
      kind === "late"
        ? isLate(row)
        : kind === "done" || kind === "left"
          ? isDone(row) === (kind === "done")
          : kind === "upcoming"
            ? !isDone(row) && row.milestone.date >= world.today
            : true,
    )
    .filter(
      (row) =>
        span === null ||
        ((span.from === null || row.milestone.date >= span.from) &&
          (span.to === null || row.milestone.date <= span.to)),
    )
    .sort((a, b) => (a.milestone.date < b.milestone.date ? -1 : a.milestone.date > b.milestone.date ? 1 : 0));
  const who = query.measures.length === 1 && measures[0] ? measureName(measures[0]) : whoOfOrgs(world, query.orgs);
  if (fitting.length === 0)
    return { lines: [words.noMilestones(world.lang, who)], measures: query.measures, orgs: query.orgs };
  const head = words.milestonesHead(
    world.lang,
    who,
    pen.count("count", fitting.length, { subject: subjectOf(world, query.orgs, query.measures), filter: "milstolpar" }),
    kind,
  );
  const items = fitting
    .slice(0, TOLD)
    .map((row) =>
      words.milestoneItem(
        world.lang,
        measureName(row.measure),
        row.milestone.name,
        dateText(row.milestone.date, world.lang, world.today),
        isDone(row) && row.milestone.done ? dateText(row.milestone.done, world.lang, world.today) : null,
        isLate(row),
      ),
    );
  const ids = [...new Set(fitting.map((row) => row.measure.id))].sort();
  return { lines: [head, ...items], measures: ids, orgs: query.orgs };
}
