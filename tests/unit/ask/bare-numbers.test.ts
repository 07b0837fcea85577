// A plan whose measures and units are called by bare numbers, and what else was read amiss on it.
import { describe, expect, it } from "vitest";
import type { PlanQuery } from "../../../src/ask/schema.ts";
import { answerTo, examPlan } from "../../helpers/exam-plans.ts";

const fifth = examPlan("plan-five", "2027-10-18T09:00:00+02:00");
const fourth = examPlan("plan-four", "2027-09-20T09:00:00+02:00");
const second = examPlan("plan-two", "2027-03-15T09:00:00+01:00");

const asked = (text: string) => answerTo(fifth, "sara.norde@fjallmark.example", text);
const askedFourth = (text: string) => answerTo(fourth, "hampus.rydh@vidmark.example", text);
const askedSecond = (text: string) => answerTo(second, "anna.siffra@alvmarken.example", text);

describe("a number that is an id is a name", () => {
  it.each<[string, string[]]>([
    ["hur går det med 214", ["214"]],
    ["what's the status of 202", ["202"]],
    ["201 realiserat jan tom mars", ["201"]],
    ["214s prognos", ["214"]],
    ["vad blir effekten när 214 är införd", ["214"]],
    ["är 203 grön?", ["203"]],
    ["jämför 201 med 216", ["201", "216"]],
    ["hur mycket ger 201, 202 och 203", ["201", "202", "203"]],
    ["om 225 uteblir vad faller bort då", ["211", "202", "225"]],
    ["hur länge har 214 varit röd", ["214"]],
    ["hur går det med 217 → prognosen då → o hur mycke va beslutat", ["217"]],
    ["varför är 211 röd", ["211"]],
  ])("%s", (text, measures) => expect(asked(text).measures).toEqual(measures));

  it.each(["rapportera 214 som röd, fortfarande hög frånvaro", "rapportera 201 grön"])("%s", (text) =>
    expect(asked(text).kind).toBe("confirm"),
  );

  it.each([
    ["realiserat 2300 tom juni", ["2300"]],
    ["hur går det för 2120", ["2120"]],
  ])("%s", (text, orgs) => expect(askedFourth(text).orgs).toEqual(orgs));

  it("a short one where a name is wanted", () => expect(askedSecond("hur går det med 12").orgs).toEqual(["12"]));
});

describe("a number that is an amount, a year or a count is none", () => {
  it.each([
    "topp 201 åtgärder",
    "hur många av de 201 är röda",
    "vilka är över 201",
    "hur mycket mer än 201 ger 214",
    "hur går det med 299",
  ])("%s is not answered", (text) => expect(asked(text).kind).not.toBe("answer"));

  it.each<[string, Partial<Record<keyof PlanQuery, unknown>>]>([
    ["vilka åtgärder är på över 201 mkr", { intent: "list", measures: [] }],
    ["realiserat 2027", { measures: [], period: { is: "year", year: 2027 } }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject(query));

  it("counts what follows", () =>
    expect(askedSecond("vilka är de 12 största åtgärderna").query).toMatchObject({ limit: 12, orgs: [] }));
});

describe("a word for a figure is no name, though it stands in one", () => {
  it.each<[string, Partial<Record<keyof PlanQuery, unknown>>]>([
    ["planerad effekt 2028 för hela planen", { figures: ["planned_year"], measures: [] }],
    ["va va planerat i specialistvården jan-juni", { figures: ["planned"], measures: [], orgs: ["SPEC"] }],
    ["realiserat specialistvården tom augusti → o vad var planerat då", { figures: ["planned"], orgs: ["SPEC"] }],
    ["hur ligger operation till", { intent: "status", orgs: ["K06"] }],
    ["hur många operationer gör operation", { intent: "staffing", orgs: ["K06"] }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject(query));
});

describe("money that came in, fell short or was checked", () => {
  it.each<[string, Partial<Record<keyof PlanQuery, unknown>>]>([
    ["nattpassen hur mkt har kommit in tom aug", { figures: ["realised"], measures: ["201"] }],
    ["hur mycket pengar har kommit in hittills", { figures: ["realised"] }],
    ["vad fick vi in under augusti", { figures: ["realised"] }],
    ["hur mkt gav sommarstängningen till slut", { figures: ["realised"], measures: ["208"] }],
    ["hur mycket fattas på norgeförsäljningen tom sept", { figures: ["gap"], measures: ["211"] }],
    ["hur mycket fattas i tandvården", { figures: ["gap"], orgs: ["TAND"] }],
    ["hur mycket har controllern godkänt", { figures: ["verified"] }],
    ["regionstabens utfall i maj?", { figures: ["realised", "planned"], orgs: ["STAB"] }],
    ["nära vård, ligger vi i fas me planen", { figures: ["gap", "realisation_rate"], orgs: ["NARA"] }],
    ["nära vård i fas?", { figures: ["gap", "realisation_rate"], orgs: ["NARA"] }],
    ["hur stor andel av det beslutade handlar om hyrpersonal", { intent: "share", figures: ["decided"] }],
    ["vilka har vi inte ens börjat med", { intent: "list" }],
    ["finns det enheter som inte äger någon åtgärd, vilka isf", { intent: "org_list", missing: true }],
    ["vad handlar 204 om", { intent: "detail", detail: "describe" }],
    ["hur många rapporter fick vi in förra veckan", { intent: "coverage" }],
    ["vilka enheter i regionen har missat rapporten förra veckan", { intent: "coverage", missing: true }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject(query));
});

describe("a short id, and a time that is a condition", () => {
  it.each<[string, Partial<Record<keyof PlanQuery, unknown>>]>([
    ["når vi 100 mkr", { intent: "reach", orgs: [] }],
    ["når specialistvården sin plan", { intent: "reach", orgs: ["SPEC"] }],
    ["läget NARA", { orgs: ["NARA"] }],
    ["hur mycket ger åtgärderna som startade i mars", { figures: ["realised"], period: null }],
    ["hur stor del av specialistvårdens plan har kommit hem", { figures: ["realisation_rate"], orgs: ["SPEC"] }],
    ["vad gav augusti månad", { figures: ["realised"], period: { is: "months", from: "2027-08", to: "2027-08" } }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject(query));

  it("what ends is no name", () =>
    expect(askedFourth("hur mycket är beslutat för åtgärder som slutar i år").query?.measures ?? []).toEqual([]));
});

describe("better silent than another question's answer", () => {
  it.each([
    "vad har kommit in på nattpassen",
    "hur går det till slut",
    "vad drar in mest pengar",
    "vad är snittet per åtgärd",
    "vilka nämnder har åtgärder",
    "hur mycket fick vi inte in i juni",
    "vilka åtgärder har ingen milstolpe",
    "vilka ligger efter mer än en miljon",
    "har alla deltagare i resurspoolen rapporterat",
  ])("%s", (text) => expect(asked(text).kind).toBe("unknown"));

  it("an amount of one million is one", () =>
    expect(asked("vilka åtgärder är beslutade över en miljon").query?.filters).toMatchObject([{ mkr: 1 }]));
});
