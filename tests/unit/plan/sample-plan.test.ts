// Every figure and trap that the sample plan's README names.
import { describe, expect, it } from "vitest";
import { mkr, type Sek } from "../../../src/plan/amount.ts";
import { coverageByAdministration, coverageOf, missedInRow } from "../../../src/plan/coverage.ts";
import { curveOf } from "../../../src/plan/curve.ts";
import { type Ladder, ladderOf } from "../../../src/plan/effect.ts";
import { measureOf, measuresOfUnit, measuresOwnedUnder } from "../../../src/plan/facts.ts";
import { agencyMonthOf, type GuardSentence, guardOf, guardsUnder, staffingThrough } from "../../../src/plan/guard.ts";
import { judgementOf, judgementsThatDiffer } from "../../../src/plan/judgement.ts";
import { todayOf } from "../../../src/plan/moment.ts";
import { unitsUnder } from "../../../src/plan/organisation.ts";
import type { Measure, MeasureId, OrgId } from "../../../src/plan/plan.ts";
import { allDependantsOf, atRiskBehind, chainTo, dependantsOf } from "../../../src/plan/risk.ts";
import { changesBetween, latestLineOf, spreadAt, stateAt, stateIn, weeksInState } from "../../../src/plan/status.ts";
import { openSupport, supportAge, supportKnown } from "../../../src/plan/support-queue.ts";
import type { Month, Week } from "../../../src/plan/week.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const plan = samplePlan();
const all = plan.facts.measures;
const W46 = "2026-W46" as Week;
const W47 = "2026-W47" as Week;

const measure = (id: string): Measure => measureOf(plan.facts, id as MeasureId) as Measure;
const under = (org: string): readonly Measure[] => measuresOwnedUnder(plan.facts, org as OrgId);
const ids = (measures: readonly Measure[]): string[] => measures.map(({ id }) => id);
const inMkr = (amount: Sek | null): number | null => (amount === null ? null : mkr(amount));

describe("the ladder", () => {
  type Stage = "potential" | "decided" | "planned" | "plannedYear" | "forecast" | "realised" | "verified" | "lost";
  const sumsOf = (measures: readonly Measure[], through?: string) => {
    const ladder = ladderOf(plan, measures, through as Month | undefined);
    return (stage: Stage) => inMkr(ladder[stage].amount);
  };

  it.each<[Stage, number | null, number]>([
    ["potential", 403.0, 26],
    ["decided", 309.8, 32],
    ["plannedYear", 229.6, 32],
    ["planned", 176.8, 32],
    ["forecast", 189.3, 32],
    ["realised", 145.0, 32],
    ["verified", 97.5, 32],
    ["lost", null, 4],
  ])("%s of the plan is %s mkr, %s uncounted", (stage, amount, unknown) => {
    const sum = ladderOf(plan, all)[stage];
    expect([inMkr(sum.amount), sum.unknown]).toEqual([amount, unknown]);
  });

  it.each<[string, Stage, number]>([
    ["SJH", "decided", 161.0],
    ["SJH", "realised", 81.6],
    ["SJH", "planned", 104.9],
    ["NSV", "realised", 6.7],
    ["NSV", "planned", 12.2],
    ["PSY", "decided", 13.0],
    ["PSY", "realised", 5.5],
    ["PSY", "planned", 7.3],
    ["RGS", "realised", 12.6],
    ["SN", "realised", 12.8],
  ])("%s: %s %s mkr – an amount belongs to the owner's tree", (org, stage, amount) => {
    expect(sumsOf(under(org))(stage)).toBe(amount);
  });

  it.each<[string, Stage, number]>([
    ["Å-02", "realised", 6.5],
    ["Å-02", "planned", 12.0],
    ["Å-04", "realised", 21.0],
    ["Å-04", "planned", 30.0],
    ["Å-07", "realised", 12.3],
    ["Å-07", "planned", 20.0],
    ["Å-07", "forecast", 17.5],
    ["Å-07", "plannedYear", 27.0],
    ["Å-08", "realised", 24.6],
    ["Å-08", "planned", 22.0],
    ["Å-12", "decided", 9.0],
    ["Å-12", "plannedYear", 0],
    ["Å-12", "forecast", 0],
    ["Å-14", "realised", 0.3],
    ["Å-14", "planned", 0.9],
    ["Å-22", "realised", 0],
  ])("%s: %s %s mkr", (id, stage, amount) => {
    expect(sumsOf([measure(id)])(stage)).toBe(amount);
  });

  it.each(["Å-13", "Å-17", "Å-18", "Å-24", "Å-25", "Å-26"])("%s has a potential but no decided effect", (id) => {
    const sums = sumsOf([measure(id)]);
    expect([typeof sums("potential"), sums("decided"), sums("realised")]).toEqual(["number", null, null]);
  });

  it.each(["ADH", "FTV"])("%s has no decided effect at all: unknown, not 0", (org) => {
    expect(sumsOf(under(org))("decided")).toBeNull();
  });

  it("tells earlier months with the forecast as it was then", () => {
    expect(sumsOf(all, "2026-09")("realised")).toBe(126.3);
    expect(sumsOf(all, "2026-08")("planned")).toBe(130.3);
    expect(sumsOf([measure("Å-01")], "2026-08")("forecast")).toBe(44.0);
    expect(sumsOf([measure("Å-01")])("forecast")).toBe(42.5);
  });

  it("tells month by month", () => {
    const points = curveOf(plan, all);
    const alone = points.slice(7, 10).map((point) => inMkr(point.realisedInMonth));
    expect(alone).toEqual([17.3, 18.2, 18.7]);
    expect(points.map((point) => inMkr(point.realised)).slice(7)).toEqual([108.1, 126.3, 145.0, null, null]);
    expect(inMkr(points[11]?.forecast ?? null)).toBe(189.3);
  });

  it.each<[string, (measure: Measure) => boolean, Stage, number]>([
    ["theme Bemanning", ({ theme }) => theme === "Bemanning", "decided", 142.0],
    ["närvarotid", ({ mechanism }) => mechanism === "presence", "decided", 101.5],
    ["läkemedel", ({ mechanism }) => mechanism === "drugs", "decided", 50.0],
    ["läkemedel", ({ mechanism }) => mechanism === "drugs", "realised", 31.8],
    ["short horizon", ({ horizon }) => horizon === "short", "realised", 126.4],
    ["long horizon", ({ horizon }) => horizon === "long", "realised", 18.6],
  ])("under a filter, %s", (_name, isIn, stage, amount) => {
    expect(sumsOf(all.filter(isIn))(stage)).toBe(amount);
  });

  const derived = ({ gap, forecastGap, neededPerMonth }: Ladder) => [gap, forecastGap, neededPerMonth].map(inMkr);
  it("tells the gaps, and what is needed per month", () => {
    expect(derived(ladderOf(plan, all))).toEqual([31.8, 40.3, 42.3]);
    expect(inMkr(ladderOf(plan, under("SJH")).neededPerMonth)).toBe(26.4);
  });
});

describe("rates and colours", () => {
  it.each<[string, number, string | null]>([
    ["Å-04", 70, "red"],
    ["Å-08", 111.818182, "green"],
    ["Å-09", 80, "yellow"],
    ["Å-14", 33.333333, "red"],
    ["Å-22", 0, null],
  ])("%s is at %s %%: %s", (id, percent, colour) => {
    const { rate } = judgementOf(plan, measure(id), W47);
    expect(rate.percent).toBeCloseTo(percent, 5);
    expect(rate.colour).toBe(colour);
  });

  it.each(["Å-15", "Å-16", "Å-19", "Å-20", "Å-21", "Å-22", "Å-23"])("%s is too small to be coloured", (id) => {
    expect(judgementOf(plan, measure(id), W47).outcome).toBeNull();
  });

  it.each([
    ["plan", all, 82.013575],
    ["NSV", under("NSV"), 54.918033],
    ["PSY", under("PSY"), 75.342466],
    ["SJH", under("SJH"), 77.78837],
    ["RK", under("RK"), 101.604278],
  ])("the rate of %s comes from unrounded amounts", (_name, measures, percent) => {
    expect(ladderOf(plan, measures).rate.percent).toBeCloseTo(percent, 5);
  });

  it("shows where chef and outcome differ", () => {
    expect(ids(judgementsThatDiffer(plan, all, W47).map((each) => each.measure))).toEqual(["Å-04", "Å-03", "Å-14"]);
  });
});

describe("states", () => {
  const inState = (state: string) => ids(all.filter((each) => stateIn(plan, each, W47) === state));

  it("tells the red ones by the owner's line only", () => {
    expect(inState("critical")).toEqual(["Å-02", "Å-06", "Å-07"]);
    expect(stateIn(plan, measure("Å-04"), W47)).toBe("deviation");
    expect(spreadAt(plan, measure("Å-04"), W47).states.get("critical")).toContain("U05");
    expect(spreadAt(plan, measure("Å-06"), W47).states.get("critical")).toContain("U16");
  });

  it("counts sixteen measures that only the lines tell about", () => {
    expect(all.filter((each) => stateIn(plan, each, W47) !== each.state)).toHaveLength(16);
  });

  it.each([
    ["Å-02", "2026-W43", 5],
    ["Å-07", "2026-W45", 3],
    ["Å-06", "2026-W47", 1],
    ["Å-28", "2026-W44", 4],
    ["Å-43", "2026-W43", 5],
  ])("%s has been so since %s: %s weeks", (id, since, weeks) => {
    const state = stateAt(plan, measure(id), W47);
    expect([state.since, weeksInState(state, W47)]).toEqual([since, weeks]);
  });

  it("lists only what moved", () => {
    expect(changesBetween(plan, all, W46, W47).map(({ measure: { id }, from, to }) => [id, from, to])).toEqual([
      ["Å-08", "deviation", "on_track"],
      ["Å-06", "deviation", "critical"],
      ["Å-32", "on_track", "done"],
    ]);
  });

  it.each([
    ["Å-46", "cancelled"],
    ["Å-47", "cancelled"],
    ["Å-17", "reverted"],
    ["Å-13", "paused"],
    ["Å-18", "not_started"],
  ])("%s is %s", (id, state) => {
    expect(stateIn(plan, measure(id), W47)).toBe(state);
  });

  it("keeps the state of a unit that did not report", () => {
    const [owner] = ["U14", "U13", "U20", "U21"].flatMap((unit) => measuresOfUnit(plan.facts, unit as OrgId));
    expect(latestLineOf(plan, owner?.measure as Measure)?.week).not.toBe(W47);
    expect(latestLineOf(plan, measure("Å-22"))?.week).toBe(W47);
  });
});

describe("coverage", () => {
  it("is 26 of 31 in v. 47 and 28 in v. 46", () => {
    const { expected, received, missing, percent } = coverageOf(plan, W47);
    expect([expected.length, received.length, missing]).toEqual([31, 26, ["U11", "U13", "U14", "U20", "U21"]]);
    expect(percent).toBeCloseTo(83.87, 2);
    expect(coverageOf(plan, W46).received).toHaveLength(28);
  });

  it("is told per förvaltning", () => {
    const missing = coverageByAdministration(plan, W47).map((each) => [
      each.administration,
      each.coverage.missing.length,
    ]);
    expect(missing.filter(([, count]) => count !== 0)).toEqual([
      ["NSV", 2],
      ["PSY", 1],
      ["ADH", 2],
    ]);
  });

  it("knows the only unit with two missed weeks in a row", () => {
    const missed = coverageOf(plan, W47).missing.map((unit) => missedInRow(plan, unit, W47, () => true));
    expect(missed).toEqual([2, 1, 1, 1, 1]);
  });

  it("knows the unit that owns nothing but takes part", () => {
    const owners = unitsUnder(plan.facts, "REG" as OrgId).filter(({ id }) => under(id).length === 0);
    expect(owners.map(({ id }) => id)).toEqual(["U11"]);
    expect(ids(measuresOfUnit(plan.facts, "U11" as OrgId).map((each) => each.measure))).toEqual(["Å-02", "Å-27"]);
  });

  it("does not know on Tuesday what came on Friday", () => {
    expect(coverageOf(samplePlan("2026-11-17T09:00:00+01:00"), W47).received).toHaveLength(0);
  });
});

describe("staffing and production", () => {
  const guard = (unit: string) => guardOf(plan, unit as OrgId);

  it.each<[string, number, number]>([
    ["U02", 86.4, 42],
    ["U03", 149.8, 97],
    ["U04", 99, 65],
    ["U05", 79.9, 905],
    ["U09", 42.5, 372],
    ["U10", 33.2, 333],
  ])("%s: %s årsarbetare, %s a week", (unit, fte, outcome) => {
    expect([guard(unit).staffing?.fte, guard(unit).production[0]?.outcome]).toEqual([fte, outcome]);
  });

  it("tells changes, gaps, shares and hired staff", () => {
    expect(guard("U03").staffing?.gap).toBe(8.8);
    expect(guard("U18").staffing?.change).toBeCloseTo(-3.547297, 5);
    expect(guard("U02").production[0]).toMatchObject({ lastYear: 47.7, plan: 48 });
    expect(guard("U02").production[0]?.change).toBeCloseTo(-11.949686, 5);
    expect(guard("U09").production[0]?.rate).toBeCloseTo(90.731707, 5);
    expect([guard("U05").staffing?.overtime, guard("U16").staffing?.sickLeave]).toEqual([5.2, 8.2]);
    expect(mkr(agencyMonthOf(plan, "U09" as OrgId)?.cost as Sek)).toBe(0.96);
  });

  it.each<[GuardSentence, string[]]>([
    ["both_fall", ["U02", "U15"]],
    ["up_but_production_falls", ["U09"]],
    ["kept_production", ["U04", "U10", "U14", "U18"]],
  ])("%s: %j", (sentence, units) => {
    const found = guardsUnder(plan, "REG" as OrgId).filter(({ sentences }) => sentences.includes(sentence));
    expect(found.map(({ unit }) => unit)).toEqual(units);
  });

  it("has series for 13 units, through v. 46, and nothing stale", () => {
    expect(guardsUnder(plan, "REG" as OrgId)).toHaveLength(13);
    expect(staffingThrough(plan)).toBe("2026-W46");
    expect(guardsUnder(plan, "REG" as OrgId).filter(({ staleWeek }) => staleWeek !== null)).toEqual([]);
    expect(guard("U08")).toMatchObject({ staffing: null, production: [], sentences: [] });
  });
});

describe("what hangs on what", () => {
  it("counts the effect at risk once", () => {
    const { sum, measures } = atRiskBehind(plan, "Å-25" as MeasureId);
    expect(inMkr(sum.amount)).toBe(102.0);
    expect(ids(measures)).toEqual(expect.arrayContaining(["Å-01", "Å-04", "Å-06"]));
    expect(ids(measures)).not.toContain("Å-13");
  });

  it("tells dependants and the way to them", () => {
    expect(ids(dependantsOf(plan, "Å-25" as MeasureId)).sort()).toEqual(["Å-06", "Å-13", "Å-35", "Å-48"]);
    expect(ids(allDependantsOf(plan, "Å-25" as MeasureId)).sort()).toEqual(
      ["Å-01", "Å-04", "Å-06", "Å-13", "Å-35", "Å-48"].sort(),
    );
    expect(chainTo(plan, "Å-01" as MeasureId, "Å-46" as MeasureId)).toEqual(["Å-01", "Å-48", "Å-25", "Å-46"]);
  });
});

it("has four open support requests, the oldest nine days", () => {
  const open = openSupport(plan);
  expect(open.map(({ id }) => id)).toEqual(["S-07", "S-08", "S-09", "S-10"]);
  expect(supportAge(open[0] as (typeof open)[0], todayOf(plan))).toBe(9);
  expect(supportKnown(plan)).toHaveLength(10);
});
