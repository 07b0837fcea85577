import { describe, expect, it } from "vitest";
import { takeSnapshot } from "../../../src/digest/take-snapshot.ts";
import type { Week } from "../../../src/plan/week.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";
import { aDigest, MONDAY, RHYTHM } from "./a-digest.ts";

describe("the digest of the sample plan, v. 47", () => {
  const snapshot = aDigest(samplePlan(MONDAY));
  const mkr = (value: number | null) => (value ?? Number.NaN) / 1e6;

  it.each([
    ["realised", 145.0],
    ["planned", 176.8],
    ["forecast", 189.3],
    ["plannedYear", 229.6],
    ["decided", 309.8],
    ["potential", 403.0],
  ] as const)("tells %s as %f mkr", (figure, value) => {
    expect(mkr(snapshot.effect[figure])).toBeCloseTo(value, 6);
  });

  it("tells coverage, what came late, and what is missing per förvaltning", () => {
    expect(snapshot.coverage).toMatchObject({ expected: 31, received: 26, late: 2, preliminary: false });
    expect(snapshot.missing.map((row) => [row.org, row.count])).toEqual([
      ["NSV", 2],
      ["PSY", 1],
      ["ADH", 2],
    ]);
    expect(snapshot.effect).toMatchObject({ uncounted: 26, through: "2026-10" });
  });

  it("tells the three that need help, those that moved, the two warnings, support and what is coming", () => {
    expect(snapshot.attention.map((item) => [item.measure, item.since, item.cause, item.support])).toEqual([
      ["Å-07", "2026-W45", "awaiting_decision", "manager_decision"],
      ["Å-02", "2026-W43", "vacancy", "hr"],
      ["Å-06", "2026-W47", "inflow", null],
    ]);
    expect(snapshot.changes.map((move) => [move.measure, move.from, move.to])).toEqual([
      ["Å-08", "deviation", "on_track"],
      ["Å-06", "deviation", "critical"],
      ["Å-32", "on_track", "done"],
    ]);
    expect(snapshot.warnings.map((row) => row.org)).toEqual(["U02", "U15"]);
    expect(snapshot.support).toEqual({ open: 4, oldestDays: 9 });
    expect(snapshot.upcoming.map((item) => [item.date, item.id])).toEqual([
      ["2026-11-30", "UP-1"],
      ["2026-11-30", "Å-21"],
      ["2026-12-03", "Å-49"],
      ["2026-12-04", "Å-14"],
    ]);
    expect(snapshot.corrections).toEqual([]);
  });
});

describe("coverage", () => {
  it.each([
    [4, 4, false],
    [4, 3, false],
    [4, 2, true],
    [0, 0, false],
  ])("of %i units, %i reported → preliminary %s", (units, reported, preliminary) => {
    const plan = aPlan();
    for (let unit = 0; unit < units; unit++) {
      plan.unit(`U${unit}`).measure(`M${unit}`, { owner: `U${unit}` });
      if (unit < reported) plan.report(`U${unit}`, `M${unit}`, "2026-W47", "on_track");
    }
    expect(aDigest(plan.at(MONDAY)).coverage).toMatchObject({ expected: units, received: reported, preliminary });
  });

  it.each([
    ["2026-11-20T12:00:00+01:00", 0],
    ["2026-11-20T12:00:01+01:00", 1],
    ["2026-11-23T07:29:00+01:00", 1],
  ])("a report that came %s is in; late: %i", (at, late) => {
    const plan = aPlan().unit("U1").measure("M1", { owner: "U1" }).report("U1", "M1", "2026-W47", "on_track", { at });
    expect(aDigest(plan.at(MONDAY)).coverage).toMatchObject({ received: 1, late });
  });

  it("counts units outside every förvaltning under the region, and never names a unit", () => {
    const plan = aPlan().unit("LONE", "REG", { name: "Ensamma enheten" }).measure("M1", { owner: "LONE" });
    expect(aDigest(plan.at(MONDAY)).missing).toEqual([{ org: "REG", name: "Regionen", count: 1 }]);
  });
});

describe("what is coming", () => {
  it.each([
    ["2026-11-22", null, 0],
    ["2026-11-23", null, 1],
    ["2026-12-07", null, 1],
    ["2026-12-08", null, 0],
    ["2026-12-01", "2026-11-20", 0],
    ["2026-12-01", "2026-11-30", 1],
  ])("a milestone of %s done %s → %i", (date, done, count) => {
    const plan = aPlan().unit("U1").measure("M1", { owner: "U1" }).milestone("M1", date, done);
    expect(aDigest(plan.at(MONDAY)).upcoming).toHaveLength(count);
  });
});

describe("a week without card", () => {
  it.each(["2026-W28", "2026-W52", "2026-W53"])("%s has no digest", (week) => {
    expect(takeSnapshot(aPlan().at("2027-01-04T07:30:00+01:00"), week as Week, RHYTHM, null)).toBeNull();
  });

  it("is passed over when changes are counted: v. 1 2027 is compared with v. 51 2026", () => {
    const plan = aPlan()
      .unit("U1")
      .measure("M1", { owner: "U1" })
      .report("U1", "M1", "2026-W51", "deviation")
      .report("U1", "M1", "2027-W01", "on_track");
    const snapshot = aDigest(plan.at("2027-01-11T07:30:00+01:00"), "2027-W01");
    expect(snapshot.comparedWith).toBe("2026-W51");
    expect(snapshot.changes).toMatchObject([{ measure: "M1", from: "deviation", to: "on_track" }]);
  });
});

describe("staffing and production", () => {
  it("warns only where both fall, at most three, the largest fall of production first", () => {
    const plan = aPlan();
    const falls = { A: 90, B: 80, C: 95, D: 70, E: 99.5 };
    for (const [unit, outcome] of Object.entries(falls)) {
      plan.unit(unit).staffing(unit, "2026-W46", 4, { fte: 95, lastYear: 100 });
      plan.production(unit, "2026-W46", 4, { outcome, plan: 100, lastYear: 100 });
    }
    expect(aDigest(plan.at(MONDAY)).warnings.map((row) => row.org)).toEqual(["D", "B", "A"]);
  });
});
