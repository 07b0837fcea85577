import { describe, expect, it } from "vitest";
import type { Instant } from "../../../src/lib/time.ts";
import type { Measure, OrgId, Plan } from "../../../src/plan/plan.ts";
import {
  changesBetween,
  latestLineOf,
  latestReportOf,
  spreadAt,
  stateAt,
  stateIn,
  stateNow,
  weeksInState,
} from "../../../src/plan/status.ts";
import type { Week } from "../../../src/plan/week.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const W = (number: number) => `2026-W${number}` as Week;
const first = (plan: Plan) => plan.facts.measures[0] as Measure;
const measure = (words = {}) =>
  aPlan()
    .unit("U1")
    .unit("U2")
    .unit("U3")
    .measure("M1", { owner: "U1", ...words });

describe("a measure's läge", () => {
  const plan = measure({ state: "not_started" })
    .report("U1", "M1", "2026-W40", "on_track")
    .report("U1", "M1", "2026-W42", "deviation")
    .report("U2", "M1", "2026-W43", "critical")
    .report("U1", "M1", "2026-W44", "deviation")
    .at();

  it.each<[number, string, string, string | null, string | null]>([
    [39, "not_started", "plan", null, null],
    [40, "on_track", "report", "2026-W40", "not_started"],
    [41, "on_track", "report", "2026-W40", "not_started"],
    [43, "deviation", "report", "2026-W42", "on_track"],
    [47, "deviation", "report", "2026-W42", "on_track"],
  ])("in v. %s is %s by %s since %s, before %s", (week, state, from, since, previous) => {
    expect(stateAt(plan, first(plan), W(week))).toMatchObject({ state, from, since, previous });
    expect(stateIn(plan, first(plan), W(week))).toBe(state);
  });

  it("counts the weeks through the one asked for", () => {
    expect(weeksInState(stateAt(plan, first(plan), W(47)), W(47))).toBe(6);
    expect(weeksInState(stateAt(plan, first(plan), W(39)), W(39))).toBeNull();
  });

  it("does not know what is reported later than now", () => {
    const early: Plan = { ...plan, now: ((plan.book.lines[1]?.reportedAt ?? 0) - 1) as Instant };
    expect(stateIn(early, first(early), W(47))).toBe("on_track");
  });

  it("shows the others as a spread, and who is silent", () => {
    const shared = measure()
      .takesPart("M1", "U1")
      .takesPart("M1", "U2")
      .takesPart("M1", "U3")
      .report("U2", "M1", "2026-W46", "critical")
      .at();
    const spread = spreadAt(shared, first(shared), W(47));
    expect([[...spread.states], spread.silent]).toEqual([[["critical", ["U2"]]], ["U3"]]);
  });

  it("was so before the first line when the plan says the same", () => {
    const before = measure({ state: "paused", stateSince: "2026-05-20" }).report("U1", "M1", "2026-W46", "paused").at();
    expect(stateAt(before, first(before), W(47))).toMatchObject({ since: "2026-W21", sinceDate: "2026-05-20" });
  });
});

describe("a decision", () => {
  const decided = (stateSince: string | null, state = "cancelled") =>
    measure({ state, stateSince })
      .report("U1", "M1", "2026-W40", "on_track")
      .report("U1", "M1", "2026-W42", "deviation", { at: "2026-10-15T10:00:00+02:00" });

  it.each<[string | null, string, string]>([
    ["2026-10-20", "cancelled", "decision"],
    ["2026-10-16", "cancelled", "decision"],
    ["2026-10-15", "deviation", "report"],
    ["2026-10-01", "deviation", "report"],
    [null, "cancelled", "decision"],
  ])("of %s: %s by %s", (since, state, from) => {
    const plan = decided(since).at();
    expect(stateAt(plan, first(plan), W(47))).toMatchObject({ state, from });
    expect(stateNow(plan, first(plan))).toBe(state);
  });

  it.each(["reverted", "operational"])("%s wins too, but not paused", (state) => {
    expect(stateNow(decided("2026-10-20", state).at(), first(decided("2026-10-20", state).at()))).toBe(state);
    expect(stateNow(decided("2026-10-20", "paused").at(), first(decided("2026-10-20", "paused").at()))).toBe(
      "deviation",
    );
  });

  it("holds from its week on, so that the change is seen", () => {
    const plan = decided("2026-10-20").at();
    expect(stateAt(plan, first(plan), W(47))).toMatchObject({
      since: "2026-W43",
      sinceDate: "2026-10-20",
      previous: "deviation",
    });
    expect(changesBetween(plan, plan.facts.measures, W(42), W(43)).map(({ from, to }) => [from, to])).toEqual([
      ["deviation", "cancelled"],
    ]);
  });

  it("that is yet to come does not hold, and says nothing about the past", () => {
    const plan = decided("2026-12-01").at();
    expect(stateAt(plan, first(plan), W(47))).toMatchObject({
      state: "deviation",
      since: "2026-W42",
      previous: "on_track",
    });
    expect(stateAt(plan, first(plan), W(41))).toMatchObject({ state: "on_track", since: "2026-W40", previous: null });
  });

  it("is what was before a line that came after it", () => {
    const plan = decided("2026-10-20").report("U1", "M1", "2026-W46", "on_track").at();
    expect(stateAt(plan, first(plan), W(47))).toMatchObject({
      state: "on_track",
      since: "2026-W46",
      previous: "cancelled",
    });
  });
});

it("lists changes by decided effect, and only what moved", () => {
  const plan = aPlan()
    .unit("U1")
    .measure("A", { owner: "U1", decided: 1 })
    .measure("B", { owner: "U1", decided: 9 })
    .measure("C", { owner: "U1", decided: 5 })
    .report("U1", "A", "2026-W47", "done")
    .report("U1", "B", "2026-W47", "critical")
    .report("U1", "C", "2026-W47", "on_track")
    .at();
  expect(changesBetween(plan, plan.facts.measures, W(46), W(47)).map((each) => each.measure.id)).toEqual(["B", "A"]);
});

it("finds the latest line of a measure and the latest report of a unit", () => {
  const plan = measure()
    .measure("M2", { owner: "U1" })
    .report("U1", "M1", "2026-W45", "on_track")
    .report("U1", "M2", "2026-W46", "deviation")
    .at();
  expect(latestLineOf(plan, first(plan))?.week).toBe("2026-W45");
  expect(latestReportOf(plan, "U1" as OrgId).map((line) => line.measure)).toEqual(["M2"]);
  expect(latestReportOf(plan, "U3" as OrgId)).toEqual([]);
});
