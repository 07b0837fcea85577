// Pure. Whether "Inget nytt – samma läge som förra veckan" may be offered (rhythm.md).
import { type CardLine, cardLinesOf } from "./card-lines.ts";
import type { IsCardWeek } from "./coverage.ts";
import { prerequisitesOf } from "./facts.ts";
import { todayOf } from "./moment.ts";
import { monthQuestionsOf } from "./month-questions.ts";
import type { MeasureId, OrgId, Plan } from "./plan.ts";
import { addWeeks, dayOfWeek, type Month, type Week } from "./week.ts";

export type NoNewsHindrance = "critical" | "repeated_on_yellow" | "milestone" | "month_close" | "prerequisite";

export interface NoNewsContext {
  readonly isCardWeek: IsCardWeek;
  /** As for `monthQuestionsOf`. */
  readonly askedFor: Month | null;
  /** Measures whose prerequisites were changed in the bot since the last card, beside those dated this week. */
  readonly changedPrerequisites?: ReadonlySet<MeasureId>;
}

/** Why "Inget nytt" is not offered on a unit's card; empty = it is offered. */
export function noNewsHindrances(
  plan: Plan,
  unit: OrgId,
  week: Week,
  about: NoNewsContext,
): readonly NoNewsHindrance[] {
  const lines = cardLinesOf(plan, unit, week);
  const found: NoNewsHindrance[] = [];
  if (lines.some((line) => line.state === "critical")) found.push("critical");
  if (lines.some((line) => isRepeatedOnYellow(plan, unit, line, week, about.isCardWeek)))
    found.push("repeated_on_yellow");
  if (lines.some((line) => hasMilestonePassed(plan, line))) found.push("milestone");
  if (monthQuestionsOf(plan, unit, week, about.askedFor).length > 0) found.push("month_close");
  if (lines.some((line) => isPrerequisiteChanged(plan, line, week, about))) found.push("prerequisite");
  return found;
}

/** The two card weeks before this one were both answered "inget nytt" while the line was yellow. */
function isRepeatedOnYellow(plan: Plan, unit: OrgId, line: CardLine, week: Week, isCardWeek: IsCardWeek): boolean {
  return lastCardWeeks(week, 2, isCardWeek).every((earlier) => {
    const answer = plan.book.line(unit, line.measure.id, earlier, plan.now);
    return answer?.mode === "no_news" && answer.state === "deviation";
  });
}

function lastCardWeeks(week: Week, count: number, isCardWeek: IsCardWeek): Week[] {
  const found: Week[] = [];
  // A year back is far more than any summer or jul.
  for (let back = 1; back <= 53 && found.length < count; back++) {
    const earlier = addWeeks(week, -back);
    if (isCardWeek(earlier)) found.push(earlier);
  }
  return found;
}

function hasMilestonePassed(plan: Plan, line: CardLine): boolean {
  return line.milestones.some(({ date }) => date <= todayOf(plan));
}

function isPrerequisiteChanged(plan: Plan, { measure }: CardLine, week: Week, about: NoNewsContext): boolean {
  if (about.changedPrerequisites?.has(measure.id)) return true;
  const monday = dayOfWeek(week, 1);
  const today = todayOf(plan);
  return prerequisitesOf(plan.facts, measure.id).some(
    ({ date, met }) => met !== "no" && date !== null && date >= monday && date <= today,
  );
}
