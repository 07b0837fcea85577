// Pure. What is coming: milestones, uppdrag, measures that end.
import { addDays } from "../../lib/time.ts";
import { milestonesOf } from "../../plan/facts.ts";
import { dateText, monthText } from "../../plan/format.ts";
import { stateAt } from "../../plan/status.ts";
import { lastDayOf, type Month } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/happening-words.ts";
import { assignmentLine } from "./decisions.ts";
import { type Dated, TOLD } from "./milestones.ts";
import type { Result } from "./pen.ts";
import { measureName, ownedBy, type World } from "./world.ts";

export function runUpcoming(world: World, query: PlanQuery): Result {
  const span = query.period?.is === "dates" ? query.period : { from: world.today, to: addDays(world.today, 14) };
  const from = span.from ?? world.today;
  const to = span.to ?? addDays(from, from > world.today ? 60 : 14);
  const until = dateText(to, world.lang, world.today);
  const measures = ownedBy(world, query.orgs);
  const ending = measures.filter(
    (measure) =>
      measure.end !== null &&
      `${measure.end}-31` >= from &&
      lastDayOf(measure.end) <= to &&
      !["done", "operational", "cancelled", "reverted"].includes(stateAt(world.plan, measure, world.week).state),
  );
  const milestones = measures.flatMap((measure) =>
    milestonesOf(world.plan.facts, measure.id)
      .filter((row) => row.done === null && row.date >= from && row.date <= to)
      .map((milestone): Dated => ({ measure, milestone })),
  );
  milestones.sort((a, b) => (a.milestone.date < b.milestone.date ? -1 : 1));
  const assignments = world.plan.facts.assignments.filter(
    (row) => row.status !== "done" && row.reportBy !== null && row.reportBy >= from && row.reportBy <= to,
  );
  if (milestones.length + assignments.length + ending.length === 0)
    return { lines: [words.nothingUpcoming(world.lang, until)], orgs: query.orgs };
  const lines = [
    words.upcomingHead(world.lang, until),
    ...milestones
      .slice(0, TOLD)
      .map((row) =>
        words.milestoneItem(
          world.lang,
          measureName(row.measure),
          row.milestone.name,
          dateText(row.milestone.date, world.lang, world.today),
          null,
          false,
        ),
      ),
    ...assignments.map((row) => assignmentLine(world, row)),
    ...ending
      .slice(0, TOLD)
      .map((measure) =>
        words.endingItem(world.lang, measureName(measure), monthText(measure.end as Month, world.lang, world.today)),
      ),
  ];
  return {
    lines,
    measures: [...new Set([...milestones.map((row) => row.measure.id), ...ending.map((measure) => measure.id)])],
    orgs: query.orgs,
  };
}
