// What goes on from a question keeps what that one was about, and says nothing of the whole instead.
import { describe, expect, it } from "vitest";
import type { PlanQuery } from "../../../src/ask/schema.ts";
import { answerTo } from "../../helpers/exam-plans.ts";
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
