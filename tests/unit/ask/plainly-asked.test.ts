// What is asked plainly, in words that hold two meanings: the one that is meant, or none.
import { describe, expect, it } from "vitest";
import type { PlanQuery } from "../../../src/ask/schema.ts";
import { answerTo, examPlan } from "../../helpers/exam-plans.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const sample = samplePlan();
/** With a förvaltning NARA, a measure "Sälja planerad vård" and no alias for the region. */
const fifth = examPlan("plan-five", "2027-10-18T09:00:00+02:00");

const asked = (text: string) => answerTo(sample, "planagare@region-exempel.example", text);
const askedFifth = (text: string) => answerTo(fifth, "nils.ahl@fjallmark.example", text);

type Expected = Partial<Record<keyof PlanQuery, unknown>>;

describe("a word of the question is no name", () => {
  it.each<[string, Expected]>([
    ["når vi målet i år", { intent: "reach", orgs: [] }],
    ["kommer vi nå målet för året", { intent: "reach", orgs: [] }],
    ["hur mycket planerar vi för nov och dec", { intent: "figure", figures: ["planned"], measures: [] }],
    ["hur ligger regionen till", { intent: "status", orgs: [] }],
    ["hur mycket har regionen sparat", { intent: "figure", figures: ["realised"], orgs: [] }],
  ])("%s", (text, query) => expect(askedFifth(text).query).toMatchObject(query));
});

describe("how it stands, set against how it stood", () => {
  it.each<[string, Expected]>([
    ["hur går det jämfört med förra veckan", { orgs: [] }],
    ["hur går det i psykiatrin mot för två veckor sedan", { orgs: ["PSY"] }],
    ["läget nu mot v. 40", { orgs: [] }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject({ intent: "changes", ...query }));
});

describe("when all of it is there", () => {
  it.each(["hur mycket ger planen när allt är på plats", "vad blir effekten på helår", "hur stor är fulla effekten"])(
    "%s",
    (text) => expect(asked(text).facts).toContainEqual(expect.objectContaining({ name: "decided", subject: "plan" })),
  );
});

describe("what is left, and how far it has come", () => {
  it.each(["hur mkt är det kvar att hämta i år", "hur mycket återstår att hämta hem"])("%s", (text) =>
    expect(asked(text).query).toMatchObject({ intent: "needed" }),
  );
  it.each<[string, Expected]>([
    ["hur mycket av läkemedel är genomfört", { figures: ["realisation_rate"], filters: [{ on: "theme" }] }],
    ["hur stor del av planen är verifierad", { figures: ["verified", "realised"] }],
    ["va blev q2", { figures: ["realised", "planned"], period: { from: "2027-04", to: "2027-06" } }],
    ["va gav augusti månad", { figures: ["realised"], period: { from: "2027-08", to: "2027-08" } }],
  ])("%s", (text, query) => expect(askedFifth(text).query).toMatchObject({ intent: "figure", ...query }));
  it("of what is decided", () =>
    expect(asked("hur stor del av det beslutade är verifierat").query).toMatchObject({
      intent: "share",
      figures: ["decided", "verified"],
    }));
  it("covers the week", () =>
    expect(asked("hur stor är täckningen i veckan").query).toMatchObject({ intent: "coverage" }));
});

describe("what somebody decided", () => {
  it.each(["vad har fullmäktige beslutat", "vad beslutade hälso- och sjukvårdsnämnden"])("%s", (text) =>
    expect(asked(text).query).toMatchObject({ intent: "decisions" }),
  );
  it("is no matter of the weekly reports", () =>
    expect(askedFifth("vad ska rapporteras till fullmäktige").kind).toBe("unknown"));
});

describe("half of it is not answered", () => {
  it.each(["vad säger läget om 2028", "är det nån enhet som ligger under mål i bemanning och ändå producerar mer"])(
    "%s",
    (text) => expect(askedFifth(text).kind).toBe("unknown"),
  );
  it.each([
    "var är läget mest akut",
    "vilka enheter går det tyngst för",
    "vilka enheter borde få stöd",
    "finns det nån åtgärd som blockerar fler",
    "vilka åtgärder är klara före jul",
    "hur många blir röda i december",
    "om alla röda blir gröna vad får vi då",
  ])("%s", (text) => expect(asked(text).kind).toBe("unknown"));
});

describe("of the year that is under way", () => {
  it.each<[string, Expected]>([
    ["hur mycket sämre än plan blir året", { figures: ["forecast_gap"], orgs: [] }],
    ["hur mycket pengar ligger i de gula och röda", { figures: ["decided"] }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject({ intent: "figure", ...query }));
  it("a chef is a person, and no measure for chefer", () =>
    expect(asked("vad säger chefen för akuten om läget").query).toMatchObject({
      intent: "comments",
      orgs: ["U05"],
      measures: [],
    }));
});

describe("a part of a year", () => {
  it.each<[string, Expected]>([
    ["planerad effekt andra kvartalet i år", { figures: ["planned"], period: { from: "2026-04", to: "2026-06" } }],
    ["plan för hela 2026 i mkr", { figures: ["planned_year"], period: { is: "year", year: 2026 } }],
    ["planerad effekt i år", { figures: ["planned_year"], period: { is: "year", year: 2026 } }],
    ["realiserat maj till juli i år", { figures: ["realised"], period: { from: "2026-05", to: "2026-07" } }],
    ["planerat mars till maj nästa år", { period: { from: "2027-03", to: "2027-05" } }],
    ["hur mycket har controllern bockat av i år", { figures: ["verified"], filters: [] }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject({ intent: "figure", ...query }));
});
