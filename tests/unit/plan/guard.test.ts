import { describe, expect, it } from "vitest";
import { staffingMeanOf } from "../../../src/plan/four-weeks.ts";
import { type GuardSentence, guardOf, guardsUnder } from "../../../src/plan/guard.ts";
import type { OrgId, Production, Staffing } from "../../../src/plan/plan.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const U1 = "U1" as OrgId;
const W46 = "2026-W46";
type Series = {
  readonly own: Partial<Staffing> & { fte: number };
  readonly made?: Partial<Production> & { outcome: number };
};

const planOf = ({ own, made }: Series) => {
  const plan = aPlan().unit("U1").staffing("U1", W46, 4, own);
  return made ? plan.production("U1", W46, 4, made) : plan;
};
const sentencesOf = (series: Series) => guardOf(planOf(series).at(), U1).sentences;

describe("the sentences, exact at their limits", () => {
  // fte against 100 last year = Δb in %; outcome against 1000 last year = Δp in tenths of a %.
  it.each<[string, number, number, number, readonly GuardSentence[]]>([
    ["−1 and −1: kept", 99, 990, 1000, ["kept_production"]],
    ["−1 and just under −1: no sentence", 99, 989.9, 1000, []],
    ["−0,99: no sentence, no cut planned", 99.01, 1000, 1000, []],
    ["−1 and −3: no sentence", 99, 970, 1100, []],
    ["−1 and −3,1 at 96,9 % of plan: both fall", 99, 969, 1000, ["both_fall"]],
    ["−1 and −3,1 at 97 % of plan: no sentence", 99, 969, 969 / 0.97, []],
    ["0 and −3,1: not up", 100, 969, 1000, []],
    ["+0,1 and −3,1: up while production falls", 100.1, 969, 1000, ["up_but_production_falls"]],
    ["+0,1 and −3: no sentence", 100.1, 970, 1000, []],
  ])("%s", (_name, fte, outcome, plan, sentences) => {
    expect(sentencesOf({ own: { fte, lastYear: 100 }, made: { outcome, plan, lastYear: 1000 } })).toEqual(sentences);
  });

  it("has not fallen yet where a cut was planned", () => {
    expect(sentencesOf({ own: { fte: 99.5, lastYear: 100, target: 95 } })).toEqual(["not_reduced"]);
    expect(sentencesOf({ own: { fte: 99.5, lastYear: 100, target: 100 } })).toEqual([]);
    expect(sentencesOf({ own: { fte: 99, lastYear: 100, target: 95 } })).toEqual([]);
  });

  it("shows the warning first where two hold", () => {
    const made = { outcome: 900, plan: 1000, lastYear: 1000 };
    expect(sentencesOf({ own: { fte: 101, lastYear: 100, target: 95 }, made })).toEqual([
      "up_but_production_falls",
      "not_reduced",
    ]);
  });

  it("says nothing without last year, or without production", () => {
    expect(sentencesOf({ own: { fte: 90 }, made: { outcome: 1, lastYear: 2, plan: 3 } })).toEqual([]);
    expect(sentencesOf({ own: { fte: 90, lastYear: 100 } })).toEqual([]);
    expect(guardOf(aPlan().unit("U1").production("U1", W46, 4, { outcome: 1 }).at(), U1)).toMatchObject({
      staffing: null,
      sentences: [],
    });
  });
});

describe("a fall that is eaten up", () => {
  const fallen = (overtimeBefore: number, overtime: number) =>
    aPlan()
      .unit("U1")
      .staffing("U1", "2026-W42", 4, { fte: 90, lastYear: 100, overtime: overtimeBefore })
      .staffing("U1", W46, 4, { fte: 90, lastYear: 100, overtime });

  it.each([
    [2, 2.1, ["eaten_up"]],
    [2, 2, []],
    [2.1, 2, []],
  ])("overtime from %s to %s: %j", (before, overtime, sentences) => {
    expect(guardOf(fallen(before, overtime).at(), U1).sentences).toEqual(sentences);
  });

  it.each<[string, number, string, number, readonly GuardSentence[]]>([
    ["rises", 0.5, "2026-09", 0.6, ["eaten_up"]],
    ["stays", 0.6, "2026-09", 0.6, []],
    ["has no month before", 0.5, "2026-08", 0.6, []],
  ])("hired staff %s", (_name, before, month, cost, sentences) => {
    const plan = fallen(2, 2).agency("U1", month, before).agency("U1", "2026-10", cost).agency("U1", "2026-11", 9);
    expect(guardOf(plan.at(), U1).sentences).toEqual(sentences);
  });

  it("does not use hired staff more than a month old", () => {
    const plan = fallen(2, 2).header({ economyThrough: null }).agency("U1", "2026-08", 1).agency("U1", "2026-09", 2);
    expect(guardOf(plan.at("2026-10-31T09:00:00+01:00"), U1).agency?.stale).toBe(false);
    expect(guardOf(plan.at("2026-11-01T09:00:00+01:00"), U1).agency?.stale).toBe(true);
    expect(guardOf(plan.at("2026-11-01T09:00:00+01:00"), U1).sentences).toEqual([]);
  });
});

describe("old data", () => {
  const plan = planOf({ own: { fte: 99, lastYear: 100 }, made: { outcome: 1000, lastYear: 1000 } });

  // v. 46 ends on 15 November.
  it.each([
    ["2026-11-25", null, ["kept_production"]],
    ["2026-11-26", "2026-W47", ["stale"]],
  ])("on %s the missing week is %s", (date, staleWeek, sentences) => {
    const guard = guardOf(plan.at(`${date}T12:00:00+01:00`), U1);
    expect([guard.staleWeek, guard.sentences]).toEqual([staleWeek, sentences]);
  });

  it("is as old as the older of the two", () => {
    const late = aPlan().unit("U1").staffing("U1", W46, 4, { fte: 9 }).production("U1", "2026-W44", 4, { outcome: 9 });
    expect(guardOf(late.at(), U1).staleWeek).toBe("2026-W45");
  });
});

describe("four-week means", () => {
  it("are of the latest four weeks with data, in whatever order they stand", () => {
    const facts = aPlan()
      .unit("U1")
      .staffing("U1", "2026-W46", 1, { fte: 4, target: 3, lastYear: 5, sickLeave: 8 })
      .staffing("U1", "2026-W42", 3, { fte: 2, target: 3, lastYear: 5, sickLeave: 4 })
      .staffing("U1", "2026-W39", 1, { fte: 1000 })
      .facts();
    const mean = staffingMeanOf(facts, U1);
    expect(mean).toMatchObject({
      fte: 2.5,
      target: 3,
      lastYear: 5,
      gap: -0.5,
      change: -50,
      sickLeave: 5,
      overtime: null,
    });
    expect(mean?.weeks).toEqual(["2026-W40", "2026-W41", "2026-W42", "2026-W46"]);
  });

  it("compare only the weeks in which both are known", () => {
    const facts = aPlan()
      .unit("U1")
      .staffing("U1", "2026-W45", 2, { fte: 90, lastYear: 100 })
      .staffing("U1", "2026-W46", 1, { fte: 30 })
      .facts();
    expect(staffingMeanOf(facts, U1)).toMatchObject({ fte: 70, lastYear: 100, change: -10, target: null, gap: null });
  });

  it("pair the first metric in the sheet with staffing", () => {
    const plan = aPlan()
      .unit("U1")
      .staffing("U1", W46, 4, { fte: 99, lastYear: 100 })
      .production("U1", W46, 4, { metric: "operationer", outcome: 10, lastYear: 10 })
      .production("U1", W46, 4, { metric: "besök", outcome: 1, lastYear: 10, plan: 10 })
      .at();
    const guard = guardOf(plan, U1);
    expect(guard.production.map(({ metric }) => metric)).toEqual(["operationer", "besök"]);
    expect(guard.sentences).toEqual(["kept_production"]);
    expect(guardsUnder(plan, "REG" as OrgId).map(({ unit }) => unit)).toEqual(["U1"]);
  });
});
