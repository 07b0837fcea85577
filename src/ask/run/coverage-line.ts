// Pure. One line of coverage, and the week that is meant.
import { coverageOf } from "../../plan/coverage.ts";
import { weekText } from "../../plan/format.ts";
import { regionOf } from "../../plan/organisation.ts";
import type { OrgId } from "../../plan/plan.ts";
import { rhythmOf } from "../../plan/rhythm.ts";
import type { Week } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/happening-words.ts";
import type { Of, Pen } from "./pen.ts";
import { whoOfOrgs } from "./who.ts";
import type { World } from "./world.ts";

/** The week a question about reports means: the one said, "den här veckan" being the one that is reported now. */
export function reportWeekOf(world: World, query: PlanQuery): Week {
  if (query.period?.is !== "weeks") return world.reportWeek;
  return query.period.to === world.week ? world.reportWeek : query.period.to;
}

export function coverageLine(world: World, org: OrgId | null, week: Week, pen: Pen): string {
  const due = rhythmOf(week, world.rhythm)?.due;
  const coverage = coverageOf(world.whole, week, org, due);
  const who = whoOfOrgs(world, org ? [org] : []);
  const label = weekText(week, world.lang, world.today);
  if (coverage.expected.length === 0) return words.noneExpected(world.lang, who, label);
  const of: Of = {
    subject: org === null || org === regionOf(world.whole.facts)?.id ? (org ?? "plan") : org,
    period: week,
  };
  return words.coverageText(
    world.lang,
    who,
    label,
    pen.count("coverage_received", coverage.received.length, of),
    pen.count("coverage_expected", coverage.expected.length, of),
    coverage.percent === null ? null : pen.percent("coverage_rate", coverage.percent, of),
    pen.count("coverage_missing", coverage.missing.length, of),
  );
}
