import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mkr, type Sek, type Sum } from "../../../src/plan/amount.ts";
import { curveOf } from "../../../src/plan/curve.ts";
import { ladderOf, sumDecided, sumLost, sumPlanned, sumRealised } from "../../../src/plan/effect.ts";
import { measuresOwnedUnder } from "../../../src/plan/facts.ts";
import { forecastOf, plannedOf, realisedOf, verifiedOf } from "../../../src/plan/measure-amounts.ts";
import { defaultThrough, wholeYear, yearToDate } from "../../../src/plan/moment.ts";
import type { Measure, OrgId, Plan } from "../../../src/plan/plan.ts";
import { rateOf } from "../../../src/plan/rate.ts";
import { addMonths, type Month } from "../../../src/plan/week.ts";
import { aPlan, type PlanBuilder } from "../../helpers/a-plan.ts";

const M = (text: string) => text as Month;
const first = (plan: Plan) => plan.facts.measures[0] as Measure;
const inMkr = (amount: Sek | null) => (amount === null ? null : mkr(amount));
const both = ({ amount, unknown }: Sum) => [inMkr(amount), unknown];
const oneMeasure = (words = {}) =>
  aPlan()
    .unit("U1")
    .measure("M1", { owner: "U1", decided: 12, ...words });

describe("what is unknown", () => {
  it.each<[string, PlanBuilder, number | null]>([
    ["decided, no months in the year: known to be 0", oneMeasure().month("M1", "2027-02", { planned: 1 }), 0],
    ["decided, months but empty: unknown", oneMeasure().month("M1", "2026-02", {}), null],
    ["undecided, no months: unknown", oneMeasure({ decided: null }), null],
    ["one month known, one empty", oneMeasure().month("M1", "2026-01", { planned: 2 }).month("M1", "2026-02", {}), 2],
    ["a planned 0 is a value", oneMeasure().month("M1", "2026-01", { planned: 0 }), 0],
  ])("planned: %s", (_name, builder, amount) => {
    const plan = builder.at();
    expect(inMkr(plannedOf(plan, first(plan), wholeYear(2026)))).toBe(amount);
  });

  it("a sum in which nothing is known is unknown, and counts", () => {
    const plan = aPlan().unit("U1").measure("M1", { owner: "U1" }).measure("M2", { owner: "U1" }).at();
    const { potential, decided, planned, gap, neededPerMonth, rate } = ladderOf(plan, plan.facts.measures);
    expect([potential, decided, planned].map(both)).toEqual([
      [null, 2],
      [null, 2],
      [null, 2],
    ]);
    expect([gap, neededPerMonth, rate.percent]).toEqual([null, null, null]);
  });
});

describe("lost measures", () => {
  it.each(["paused", "cancelled", "reverted"] as const)("%s is not part of beslutad", (state) => {
    const plan = oneMeasure({ state }).measure("M2", { owner: "U1", decided: 3 }).at();
    expect(both(sumDecided(plan, plan.facts.measures))).toEqual([3, 0]);
    expect(both(sumLost(plan, plan.facts.measures))).toEqual([12, 0]);
  });

  it("are counted, not summed, without a decided amount; none lost is 0", () => {
    const lost = oneMeasure({ state: "paused", decided: null }).at();
    expect(both(sumLost(lost, lost.facts.measures))).toEqual([null, 1]);
    const none = oneMeasure().at();
    expect(both(sumLost(none, none.facts.measures))).toEqual([0, 0]);
    const onlyLost = oneMeasure({ state: "paused" }).at();
    expect(both(sumDecided(onlyLost, onlyLost.facts.measures))).toEqual([0, 0]);
  });

  it("a weekly report can pause a measure", () => {
    const plan = oneMeasure().report("U1", "M1", "2026-W46", "paused").at();
    expect(both(sumLost(plan, plan.facts.measures))).toEqual([12, 0]);
  });

  const stopped = (stateSince: string | null, state = "cancelled") =>
    oneMeasure({ state, stateSince })
      .months("M1", "2026-01", "2026-12", { planned: 1, realised: 0.5 })
      .forecast("M1", "2026-10", 11)
      .at();

  it.each<[string | null, string, number]>([
    ["2026-04-16", "cancelled", 4],
    ["2026-04-16", "reverted", 4],
    [null, "cancelled", 10],
    ["2026-04-16", "paused", 10],
    ["2025-11-30", "cancelled", 0],
  ])("since %s, %s: planned through October is %s", (since, state, planned) => {
    const plan = stopped(since, state);
    expect(inMkr(plannedOf(plan, first(plan), yearToDate(M("2026-10"))))).toBe(planned);
  });

  it("keep what they realised, and their forecast is that", () => {
    const plan = stopped("2026-04-16");
    expect(inMkr(realisedOf(plan, first(plan), yearToDate(M("2026-10"))))).toBe(5);
    expect(inMkr(forecastOf(plan, first(plan), 2026))).toBe(5);
    expect(inMkr(forecastOf(plan, first(plan), 2026, M("2026-08")))).toBe(4);
    const paused = stopped("2026-04-16", "paused");
    expect(inMkr(forecastOf(paused, first(paused), 2026))).toBe(11);
  });
});

describe("forecast", () => {
  const plan = oneMeasure()
    .months("M1", "2026-01", "2026-12", { planned: 1 })
    .forecast("M1", "2026-10", 9)
    .forecast("M1", "2026-04", 12)
    .forecast("M1", "2026-10", 8)
    .forecast("M1", "2027-01", 20)
    .at();

  it.each<[number, string | undefined, number | null]>([
    [2026, undefined, 8],
    [2026, "2026-09", 12],
    [2026, "2026-03", null],
    [2027, undefined, 20],
    [2025, undefined, 0],
  ])("for %s asked through %s: %s – the latest given, never the sum", (year, through, amount) => {
    expect(inMkr(forecastOf(plan, first(plan), year, through as Month | undefined))).toBe(amount);
  });
});

it("verifies only what is realised and confirmed", () => {
  const plan = oneMeasure()
    .month("M1", "2026-01", { planned: 1, realised: 1, verified: true })
    .month("M1", "2026-02", { planned: 1, realised: 2 })
    .month("M1", "2026-03", { planned: 1, verified: true })
    .at();
  expect(inMkr(verifiedOf(plan, first(plan), wholeYear(2026)))).toBe(1);
  expect(inMkr(verifiedOf(plan, first(plan), { from: M("2026-02"), to: M("2026-02") }))).toBe(0);
});

describe("realiseringsgrad", () => {
  const rateAt = (planned: number, realised: number) => {
    const plan = oneMeasure().month("M1", "2026-01", { planned, realised }).at();
    return rateOf(plan, plan.facts.measures, wholeYear(2026));
  };

  it.each<[number, number, string | null]>([
    [9.0, 7.2, "yellow"],
    [9.0, 7.199999, "red"],
    [10, 9.5, "green"],
    [10, 9.499999, "yellow"],
    [0.5, 0.5, "green"],
    [0.499999, 0.5, null],
    [1, -0.1, "red"],
    [0, 0, null],
  ])("%s planned, %s realised: %s", (planned, realised, colour) => {
    expect(rateAt(planned, realised).colour).toBe(colour);
  });

  it("is 80 and not 79,99999 when ten months of 0,72 meet ten of 0,9", () => {
    const plan = oneMeasure().months("M1", "2026-01", "2026-10", { planned: 0.9, realised: 0.72 }).at();
    expect(rateOf(plan, plan.facts.measures, yearToDate(M("2026-10"))).percent).toBe(80);
  });

  it("leaves a month with an empty realised out of both, and counts it", () => {
    const plan = oneMeasure()
      .months("M1", "2026-01", "2026-03", { planned: 1, realised: 0.9 })
      .month("M1", "2026-04", { planned: 5 })
      .month("M1", "2026-05", {})
      .at();
    const rate = rateOf(plan, plan.facts.measures, wholeYear(2026));
    expect([inMkr(rate.planned), inMkr(rate.realised), rate.leftOut]).toEqual([3, 2.7, 1]);
    expect(rate.percent).toBe(90);
  });
});

describe("what is told when nothing is said", () => {
  it("is through the closed month, else the month before now", () => {
    expect(defaultThrough(aPlan().at())).toBe("2026-10");
    expect(defaultThrough(aPlan().header({ economyThrough: null }).at("2026-01-10T09:00:00+01:00"))).toBe("2025-12");
  });

  it("needs nothing per month in December, and never less than nothing", () => {
    const plan = oneMeasure().months("M1", "2026-01", "2026-12", { planned: 1, realised: 2 }).at();
    expect(ladderOf(plan, plan.facts.measures, M("2026-12")).neededPerMonth).toBeNull();
    expect(ladderOf(plan, plan.facts.measures).neededPerMonth).toBe(0);
  });

  it("draws the forecast from the last outcome to December", () => {
    const plan = oneMeasure()
      .months("M1", "2026-01", "2026-12", { planned: 1, realised: 1 })
      .forecast("M1", "2026-10", 14)
      .at();
    const points = curveOf(plan, plan.facts.measures).map(({ planned, realised, forecast }) =>
      [planned, realised, forecast].map(inMkr),
    );
    expect(points.slice(8)).toEqual([
      [9, 9, null],
      [10, 10, 10],
      [11, null, 12],
      [12, null, 14],
    ]);
  });
});

it("month by month is what each month, and all through it, sums to", () => {
  const amount = fc.option(fc.integer({ min: -50, max: 500 }));
  const anyRow = fc.record({ month: fc.integer({ min: 1, max: 14 }), planned: amount, realised: amount });
  const anyMeasure = fc.record({
    decided: amount,
    stopped: fc.boolean(),
    rows: fc.uniqueArray(anyRow, { selector: (row) => row.month }),
  });
  fc.assert(
    fc.property(fc.array(anyMeasure, { maxLength: 4 }), (measures) => {
      const builder = aPlan().unit("U1");
      measures.forEach(({ decided, stopped, rows }, at) => {
        builder.measure(`M${at}`, {
          owner: "U1",
          decided,
          ...(stopped && { state: "cancelled", stateSince: "2026-04-16" }),
        });
        for (const { month, ...row } of rows) builder.month(`M${at}`, addMonths(M("2026-01"), month - 1), row);
      });
      const plan = builder.at();
      for (const point of curveOf(plan, plan.facts.measures, M("2026-12"))) {
        const alone = { from: point.month, to: point.month };
        const [all, list] = [yearToDate(point.month), plan.facts.measures];
        expect(point).toMatchObject({
          planned: sumPlanned(plan, list, all).amount,
          realised: sumRealised(plan, list, all).amount,
          plannedInMonth: sumPlanned(plan, list, alone).amount,
          realisedInMonth: sumRealised(plan, list, alone).amount,
        });
      }
    }),
  );
});

it("sums over the parts of an organisation are the sum of the whole", () => {
  const amount = fc.option(fc.integer({ min: -500, max: 5000 }).map((tenths) => tenths / 10));
  const anyMeasure = fc.record({ owner: fc.constantFrom("U1", "U2", "U3", "U4"), decided: amount, realised: amount });
  fc.assert(
    fc.property(fc.array(anyMeasure, { maxLength: 20 }), (rows) => {
      const builder = aPlan()
        .org("NSV", "administration", "HSN")
        .unit("U1")
        .unit("U2")
        .unit("U3", "NSV")
        .unit("U4", "REG");
      rows.forEach(({ owner, decided, realised }, at) => {
        builder.measure(`M${at}`, { owner, decided }).month(`M${at}`, "2026-01", { realised });
      });
      const plan = builder.at();
      const of = (org: string) => measuresOwnedUnder(plan.facts, org as OrgId);
      for (const sum of [(list: readonly Measure[]) => sumDecided(plan, list), sumOfYear(plan)]) {
        const parts = ["SJH", "NSV", "U4"].map((org) => sum(of(org)));
        expect(parts.reduce((total, part) => total + (part.amount ?? 0), 0)).toBe(sum(of("REG")).amount ?? 0);
        expect(parts.reduce((total, part) => total + part.unknown, 0)).toBe(sum(of("REG")).unknown);
      }
    }),
  );
});

function sumOfYear(plan: Plan) {
  return (list: readonly Measure[]) => sumRealised(plan, list, wholeYear(2026));
}
