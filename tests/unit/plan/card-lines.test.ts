import { describe, expect, it } from "vitest";
import { mkr } from "../../../src/plan/amount.ts";
import { cardLinesOf } from "../../../src/plan/card-lines.ts";
import { monthQuestionsOf } from "../../../src/plan/month-questions.ts";
import { noNewsHindrances } from "../../../src/plan/no-news.ts";
import type { MeasureId, OrgId, Plan } from "../../../src/plan/plan.ts";
import { type Month, type Week, weekNumber } from "../../../src/plan/week.ts";
import { aPlan, type PlanBuilder } from "../../helpers/a-plan.ts";

const U1 = "U1" as OrgId;
const W47 = "2026-W47" as Week;
const WEDNESDAY = "2026-11-18T07:30:00+01:00";
const always = () => true;
const linesOf = (plan: Plan, week = W47) => cardLinesOf(plan, U1, week).map(({ measure }) => measure.id);

describe("the lines of a card", () => {
  it("come kritisk, avvikelse, milestone this week, the rest; each by decided effect", () => {
    const plan = aPlan()
      .unit("U1")
      .unit("U2")
      .measure("rest", { owner: "U1", decided: 99 })
      .measure("milestone", { owner: "U1" })
      .milestone("milestone", "2026-11-20")
      .measure("yellow-small", { owner: "U1", decided: 1, state: "deviation" })
      .measure("yellow", { owner: "U1", decided: 2, state: "deviation" })
      .measure("shared", { owner: "U2", decided: 50 })
      .takesPart("shared", "U1", 5)
      .report("U1", "shared", "2026-W46", "critical")
      .at(WEDNESDAY);
    expect(linesOf(plan)).toEqual(["shared", "yellow", "yellow-small", "milestone", "rest"]);
    const [shared] = cardLinesOf(plan, U1, W47);
    expect([shared?.own, shared?.share && mkr(shared.share), shared?.state]).toEqual([false, 5, "critical"]);
    expect(shared?.line?.week).toBe("2026-W46");
  });

  it("leave out what is over", () => {
    const plan = aPlan().unit("U1");
    for (const state of ["paused", "cancelled", "reverted", "done", "operational"] as const) {
      plan.measure(state, { owner: "U1", state });
    }
    expect(linesOf(plan.at(WEDNESDAY))).toEqual(["paused"]);
  });

  it.each([
    ["2026-11", ["M1"]],
    ["2026-12", []],
    [undefined, []],
  ])("hold what is not begun from its start month on: start %s", (start, lines) => {
    const plan = aPlan()
      .unit("U1")
      .measure("M1", { owner: "U1", state: "not_started", ...(start && { start }) });
    expect(linesOf(plan.at(WEDNESDAY))).toEqual(lines);
  });

  it("keep what was answered this week, so that it can be changed", () => {
    const plan = aPlan().unit("U1").measure("M1", { owner: "U1" }).report("U1", "M1", W47, "done").at();
    expect(linesOf(plan)).toEqual(["M1"]);
    expect(linesOf(plan, "2026-W48" as Week)).toEqual([]);
  });
});

describe("the question after month close", () => {
  const asked = (plan: Plan, askedFor: string | null = null) =>
    monthQuestionsOf(plan, U1, W47, askedFor as Month | null).map(({ measure }) => measure.id);
  const plan = aPlan()
    .unit("U1")
    .unit("U2")
    .measure("old", { owner: "U1", decided: 12 })
    .months("old", "2026-01", "2026-12", { planned: 1 })
    .forecast("old", "2026-08", 10)
    .measure("fresh", { owner: "U1", decided: 12 })
    .forecast("fresh", "2026-10", 10)
    .measure("never", { owner: "U1", decided: 3 })
    .measure("no-amount", { owner: "U1", potential: 4 })
    .measure("shared", { owner: "U2", decided: 9 })
    .takesPart("shared", "U1");

  it("is put for own measures with an amount and an older forecast", () => {
    expect(asked(plan.at(WEDNESDAY))).toEqual(["old", "never"]);
    const [question] = monthQuestionsOf(plan.at(WEDNESDAY), U1, W47, null);
    expect([question?.forecast, question?.plannedYear].map((amount) => amount && mkr(amount))).toEqual([10, 12]);
  });

  it.each([
    ["2026-09", 2],
    ["2026-10", 0],
  ])("once per month: asked for %s gives %s", (askedFor, count) => {
    expect(asked(plan.at(WEDNESDAY), askedFor)).toHaveLength(count);
  });

  it("is not put when no month is closed", () => {
    expect(asked(plan.header({ economyThrough: null }).at(WEDNESDAY))).toEqual([]);
  });
});

describe("Inget nytt", () => {
  const base = () => aPlan().unit("U1").measure("M1", { owner: "U1", state: "deviation" });
  const twice = (weeks: readonly number[], state: "deviation" | "on_track" = "deviation") =>
    weeks.reduce((plan, week) => plan.report("U1", "M1", `2026-W${week}`, state, { mode: "no_news" }), base());
  const about = { isCardWeek: always, askedFor: null };

  it.each<[string, PlanBuilder, string[]]>([
    ["nothing special", base(), []],
    ["a line is Kritisk", base().report("U1", "M1", "2026-W46", "critical"), ["critical"]],
    ["two weeks of inget nytt on yellow", twice([45, 46]), ["repeated_on_yellow"]],
    ["one week of it", twice([46]), []],
    ["not two in a row", twice([44, 46]), []],
    ["two weeks on green", twice([45, 46], "on_track"), []],
    ["a milestone passed this week", base().milestone("M1", "2026-11-17"), ["milestone"]],
    ["a milestone later this week", base().milestone("M1", "2026-11-20"), []],
    ["a milestone done last week", base().milestone("M1", "2026-11-17", "2026-11-10"), []],
    ["first card after month close", base().measure("M2", { owner: "U1", decided: 1 }), ["month_close"]],
    ["a prerequisite met this week", base().prerequisite("M1", "yes", { date: "2026-11-16" }), ["prerequisite"]],
    ["a prerequisite met before", base().prerequisite("M1", "yes", { date: "2026-11-13" }), []],
  ])("%s: %j", (_name, plan, hindrances) => {
    expect(noNewsHindrances(plan.at(WEDNESDAY), U1, W47, about)).toEqual(hindrances);
  });

  it("counts card weeks when it looks back", () => {
    const isCardWeek = (week: Week) => weekNumber(week) !== 45;
    expect(noNewsHindrances(twice([44, 46]).at(WEDNESDAY), U1, W47, { ...about, isCardWeek })).toEqual([
      "repeated_on_yellow",
    ]);
  });

  it("is not offered when a prerequisite was changed in the bot", () => {
    const changedPrerequisites = new Set(["M1" as MeasureId]);
    expect(noNewsHindrances(base().at(WEDNESDAY), U1, W47, { ...about, changedPrerequisites })).toEqual([
      "prerequisite",
    ]);
  });
});
