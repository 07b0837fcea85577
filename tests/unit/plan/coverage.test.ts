import { describe, expect, it } from "vitest";
import type { Instant } from "../../../src/lib/time.ts";
import { parseInstant } from "../../../src/lib/time.ts";
import { coverageByAdministration, coverageOf, missedInRow, owes } from "../../../src/plan/coverage.ts";
import { type OrgId, STATES } from "../../../src/plan/plan.ts";
import { type Week, weekNumber } from "../../../src/plan/week.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const W = (number: number) => `2026-W${number}` as Week;
const U1 = "U1" as OrgId;
const always = () => true;

describe("who owes a report", () => {
  const owing = ["on_track", "deviation", "critical", "paused"];
  it.each(STATES.map((state) => [state, owing.includes(state)] as const))("%s: %s", (state, answer) => {
    const plan = aPlan().unit("U1").unit("U2").measure("M1", { owner: "U1", state }).takesPart("M1", "U2").at();
    expect([owes(plan, U1, W(47)), owes(plan, "U2" as OrgId, W(47))]).toEqual([answer, answer]);
  });

  it("is asked week by week", () => {
    const plan = aPlan()
      .unit("U1")
      .measure("M1", { owner: "U1", state: "not_started" })
      .report("U1", "M1", "2026-W45", "on_track")
      .report("U1", "M1", "2026-W47", "done")
      .at();
    expect([44, 45, 46, 47].map((week) => owes(plan, U1, W(week)))).toEqual([false, true, true, false]);
  });
});

describe("coverage", () => {
  const plan = aPlan()
    .org("NSV", "administration", "HSN")
    .unit("U1")
    .unit("U2")
    .unit("U3", "NSV")
    .unit("U4", "REG")
    .unit("U5")
    .measure("M1", { owner: "U1" })
    .takesPart("M1", "U2")
    .takesPart("M1", "U3")
    .takesPart("M1", "U4")
    .report("U1", "M1", "2026-W47", "on_track")
    .report("U3", "M1", "2026-W47", "on_track", { at: "2026-11-20T12:00:01+01:00" })
    .report("U4", "M1", "2026-W47", "on_track", { at: "2026-11-20T12:00:00+01:00" })
    .at();
  const due = parseInstant("2026-11-20T12:00:00+01:00") as Instant;

  it("counts units, with the late ones marked", () => {
    expect(coverageOf(plan, W(47), null, due)).toEqual({
      week: "2026-W47",
      expected: ["U1", "U2", "U3", "U4"],
      received: ["U1", "U3", "U4"],
      missing: ["U2"],
      late: ["U3"],
      percent: 75,
    });
    expect(coverageOf(plan, W(47), "SJH" as OrgId)).toMatchObject({ expected: ["U1", "U2"], late: [] });
    expect(coverageOf(plan, W(47), "U5" as OrgId)).toMatchObject({ expected: [], percent: null });
  });

  it("is told per förvaltning, units outside every one last", () => {
    const told = coverageByAdministration(plan, W(47)).map(({ administration, coverage }) => [
      administration,
      coverage.expected.length,
    ]);
    expect(told).toEqual([
      ["SJH", 2],
      ["NSV", 1],
      [null, 1],
    ]);
  });
});

describe("missed weeks in a row", () => {
  const plan = aPlan()
    .unit("U1")
    .unit("U2")
    .measure("M1", { owner: "U1" })
    .takesPart("M1", "U2")
    .report("U2", "M1", "2026-W25", "on_track")
    .report("U1", "M1", "2026-W26", "on_track")
    .at("2026-08-24T09:00:00+02:00");
  const noSummer = (week: Week) => weekNumber(week) < 27 || weekNumber(week) > 32;

  it.each<[number, number]>([
    [26, 0],
    [32, 0],
    [33, 1],
    [34, 2],
  ])("through v. %s: %s – summer neither counts nor breaks", (week, missed) => {
    expect(missedInRow(plan, U1, W(week), noSummer)).toBe(missed);
  });

  it("looks back to the first week anyone reported, or as told", () => {
    const never = aPlan().unit("U1").measure("M1", { owner: "U1" }).at();
    expect(missedInRow(never, U1, W(47), always)).toBe(1);
    expect(missedInRow(never, U1, W(47), always, W(45))).toBe(3);
    expect(missedInRow(plan, "U2" as OrgId, W(26), always)).toBe(1);
  });

  it("does not count a week in which the unit owed nothing", () => {
    const idle = aPlan()
      .unit("U1")
      .measure("M1", { owner: "U1" })
      .report("U1", "M1", "2026-W43", "done")
      .measure("M2", { owner: "U1", state: "not_started" })
      .at();
    expect(missedInRow(idle, U1, W(47), always)).toBe(0);
  });
});
