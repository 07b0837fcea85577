// Whose they are, which place is meant, and the other half of a question.
import { describe, expect, it } from "vitest";
import type { PlanQuery } from "../../../src/ask/schema.ts";
import { answerTo, examPlan } from "../../helpers/exam-plans.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const sample = samplePlan();
const second = examPlan("plan-two", "2027-03-15T09:00:00+01:00");
const fifth = examPlan("plan-five", "2027-10-18T09:00:00+02:00");
const asked = (text: string) => answerTo(second, "planansvarig@alvmarken.example", text);
const askedFifth = (text: string) => answerTo(fifth, "sara.norde@fjallmark.example", text);

type Expected = Partial<Record<keyof PlanQuery, unknown>>;

describe("what I have is mine", () => {
  it.each<[string, Expected]>([
    ["hur många röda har jag", { intent: "count" }],
    ["vilka gröna har jag", { intent: "list" }],
    ["har jag några gula", { intent: "list" }],
    ["hur mycket har jag realiserat", { intent: "figure" }],
    ["which red ones do i have", { intent: "list" }],
  ])("%s", (text, query) =>
    expect(answerTo(second, "div.spec@alvmarken.example", text).query).toMatchObject({ mine: true, ...query }),
  );
  it("what we have is the plan's", () =>
    expect(answerTo(second, "div.spec@alvmarken.example", "vilka röda har vi").query).toMatchObject({ mine: false }));
});

describe("a place that two units are called after", () => {
  it.each(["status höljes", "läget höljes"])("%s: which of them, though a measure lies there", (text) =>
    expect(askedFifth(text).choices.flatMap(({ orgs }) => orgs)).toEqual(["K11", "K17"]),
  );
  it.each(["receptionerna höljes", "hur går det med receptionerna på höljes"])("%s: the measure", (text) =>
    expect(askedFifth(text).measures).toEqual(["222"]),
  );
});

describe("both halves", () => {
  it.each(["merkostnader totalt och hur många där det inte räknats"])("%s", (text) =>
    expect(askedFifth(text).facts).toMatchObject([
      { name: "extra_cost", value: 14.2 },
      { name: "uncounted", value: 17 },
    ]),
  );
  it("a lack of what was said before is no lack of reports", () =>
    expect(askedFifth("vad är merkostnaden och hur många saknar den").query?.intent).not.toBe("coverage"));
});

describe("what somebody said who decides", () => {
  it.each(["vad sa regionen om stabstjänsterna i februari", "vad sade nämnden om stabstjänsterna"])("%s", (text) =>
    expect(asked(text).query).toMatchObject({ intent: "decisions", measures: ["P-026"] }),
  );
});

describe("how it stands, in other words", () => {
  it.each(["lever jourkedjorna fortfarande?", "jourkedjorna, va säger siffrorna", "rullar jourkedjorna på"])(
    "%s",
    (text) => expect(asked(text).query).toMatchObject({ intent: "status", measures: ["P-003"] }),
  );
  it("only, before a name with marks, is English", () =>
    expect(asked("which measures are red? → only Nära vård")).toMatchObject({ lang: "en", measures: ["P-001"] }));
  it("abbreviations written apart", () =>
    expect(asked("realiserat jan 2026 t o m feb 2027").query).toMatchObject({
      period: { is: "months", from: "2026-01", to: "2027-02" },
    }));
  it.each(["om schemastödet inte blir av, vad faller då", "vad faller om schemastödet inte kommer på plats"])(
    "%s",
    (text) => expect(asked(text).query).toMatchObject({ intent: "at_risk", measures: ["P-019"] }),
  );
});

describe("work that is counted in what an assignment is called, too", () => {
  it.each<[string, Expected]>([
    [
      "Ambulansen norr, hur många årsarbetare ligger vi på och hinner vi med uppdragen",
      { figures: ["staffing", "production"] },
    ],
    ["hur många uppdrag kör ambulansen norr", { figures: ["production"] }],
    ["uppdragen på ambulansen norr mot plan", { figures: ["production"], against: "plan" }],
  ])("%s", (text, query) =>
    expect(askedFifth(text).query).toMatchObject({ intent: "staffing", orgs: ["K10"], ...query }),
  );
  it.each(["vilka uppdrag har HVN", "öppna uppdrag", "hur många uppdrag har vi"])("%s: assignments", (text) =>
    expect(askedFifth(text).query?.intent).toBe("assignments"),
  );
  it("late ones are none of what is produced", () =>
    expect(askedFifth("vilka uppdrag är försenade på ambulansen norr").kind).toBe("unknown"));
});

describe("one thing said twice", () => {
  it("a word that fits two of which one is named", () =>
    expect(askedFifth("vad hände med tillagningsköket som vi skulle ha ihop med kommunen").measures).toEqual(["220"]));
  it("two that are joined are two", () =>
    expect(askedFifth("tillagningsköket och kommunerna, hur går det").kind).toBe("clarify"));
  it("the half-year, and its months", () =>
    expect(askedFifth("realiserat vid halvårsskiftet, alltså januari till juni").query).toMatchObject({
      period: { is: "through", month: "2027-06" },
    }));
  it.each(["antaganden som inte håller längre", "antaganden som inte håller"])("%s: of all measures", (text) =>
    expect(asked(text).measures).toEqual(["P-001", "P-006"]),
  );
  it("tekniknämndens siffror: how it stands", () =>
    expect(askedFifth("tekniknämndens siffror hittills").query).toMatchObject({ intent: "status", orgs: ["TRN"] }));
});

describe("what is to be saved is no sum of what has been", () => {
  it.each<[string, Expected]>([
    ["hur mycket måste vi spara", {}],
    ["hur mycket bör Nära vård spara i år", { orgs: ["DNV"] }],
    ["how much do we have to save this year", {}],
  ])("%s", (text, query) =>
    expect(asked(text).query).toMatchObject({ intent: "figure", figures: ["planned_year"], ...query }),
  );
  it.each(["hur mycket måste vi spara nu", "hur mycket behöver vi spara i mars", "hur mycket måste vi spara till"])(
    "%s: another question",
    (text) => expect(asked(text).query?.figures ?? []).not.toContain("realised"),
  );
});

describe("neither what has been, what is doubted nor what is waited for is how it is now", () => {
  it.each([
    "hur många röda har vi haft",
    "vi har ingen röd åtgärd, stämmer det",
    "vilka beslut väntar jag på",
    "vad är det lägsta vi kan landa på",
    "vilka beslut har vi att vänta",
  ])("%s", (text) => expect(asked(text).kind).toBe("unknown"));
});

describe("the half that would be lost", () => {
  const askedSample = (text: string) => answerTo(sample, "controller@region-exempel.example", text);
  it.each([
    "hur mycket realiserat och hur många röda i tandvården",
    "prognos i år och nästa år",
    "planerat 2026 och 2027",
    "bemanningen på akuten jämfört med ortopeden i september",
    "jämför akuten och ortopeden i september",
    "vilka röda har haft rött längst",
    "hur mycket gav åtgärden innan den pausades",
    "vilka är försenade och varför",
  ])("%s", (text) => expect(askedSample(text).kind).toBe("unknown"));
  it("what was saved is the plan's, how it goes the place's", () =>
    expect(askedSample("hur mycket har vi sparat och hur går det för psykiatrin").facts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "realised", subject: "plan", value: 145 }),
        expect.objectContaining({ name: "realised", subject: "PSY" }),
      ]),
    ));
  it("the measure is the one before", () =>
    expect(askedSample("hur går det för Å-06 → hur mycket gav åtgärden i september").query).toMatchObject({
      intent: "figure",
      measures: ["Å-06"],
    }));
  it("what has happened with the forecast is told month by month", () =>
    expect(askedSample("vad har hänt med prognosen för psykiatrin sen augusti").query).toMatchObject({
      intent: "series",
      figures: ["forecast"],
      orgs: ["PSY"],
    }));
});
