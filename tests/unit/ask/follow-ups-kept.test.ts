// What goes on from a question keeps what that one was about, and says nothing of the whole instead.
import { describe, expect, it } from "vitest";
import type { PlanQuery } from "../../../src/ask/schema.ts";
import { answerTo, examPlan } from "../../helpers/exam-plans.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const plan = samplePlan();
const asked = (text: string) => answerTo(plan, "planagare@region-exempel.example", text);

type Expected = Partial<Record<keyof PlanQuery, unknown>>;

describe("the condition of a list goes on", () => {
  const medicines = [{ on: "theme", values: ["Läkemedel"], not: false }];
  it.each<[string, Expected]>([
    ["visa läkemedel → realiserat", { figures: ["realised"], filters: medicines }],
    ["visa läkemedel → realiserat → verifierat då", { figures: ["verified"], filters: medicines }],
    ["vilka åtgärder är kortsiktiga → prognosen", { figures: ["forecast"], filters: [{ on: "horizon" }] }],
    ["gula på sjukhuset → prognosen → och planen för året", { figures: ["planned_year"], orgs: ["SJH"] }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject({ intent: "figure", ...query }));
});

describe("what is pointed at", () => {
  it("is the one before", () =>
    expect(asked("hur går det med hyrstoppet → hur mycket sparar vi på det").query).toMatchObject({
      intent: "figure",
      measures: ["Å-01"],
    }));
  it.each(["hur mycket sparar vi på det", "vad betyder närvarotid → hur mycket sparar vi på det"])(
    "is nothing, and not the whole: %s",
    (text) => expect(asked(text).kind).toBe("unknown"),
  );
});

describe("of the same", () => {
  it.each<[string, Expected]>([
    ["största åtgärderna → de tre minsta", { intent: "rank", limit: 3, order: { by: "decided", direction: "least" } }],
    ["vad är prognosen för närsjukvården → hur mycket under plan", { figures: ["forecast_gap"], orgs: ["NSV"] }],
    ["hur långt har vi kommit", { intent: "status", orgs: [] }],
    ["när blir hyrstoppet klart", { intent: "detail", measures: ["Å-01"] }],
    ["vad är beslutat inom bemanning", { intent: "figure", figures: ["decided"], filters: [{ on: "theme" }] }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject(query));
});

describe("what has come to a läge that the plan alone dates", () => {
  const fifth = examPlan("plan-five", "2027-10-18T09:00:00+02:00");
  const of = (text: string) => answerTo(fifth, "nils.ahl@fjallmark.example", text);
  it.each(["hur många har blivit klara sedan i somras", "visa allt som blev klart i år"])("%s", (text) => {
    const { measures, facts, text: told } = of(text);
    expect(measures).toEqual(["208"]);
    expect(facts).toMatchObject([{ name: "count", value: 1 }]);
    expect(told).toContain("Genomförd sedan fredag 3 september");
  });
  it("those on their way are not those that are there", () =>
    expect(of("vilka åtgärder är på väg att bli röda").kind).toBe("unknown"));
  it("next year is no calendar of what comes", () =>
    expect(of("vad är planen för läkemedel nästa år").query).not.toMatchObject({ intent: "upcoming" }));
});
