// Which organisations a condition holds for, which month came first, and what a measure gives once it is in full swing.
import { describe, expect, it } from "vitest";
import type { PlanQuery } from "../../../src/ask/schema.ts";
import { answerTo, examPlan } from "../../helpers/exam-plans.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const sample = samplePlan();
const fourth = examPlan("plan-four", "2027-09-20T09:00:00+02:00");

const asked = (text: string) => answerTo(sample, "planagare@region-exempel.example", text);
const askedFourth = (text: string) => answerTo(fourth, "hampus.rydh@vidmark.example", text);

type Expected = Partial<Record<keyof PlanQuery, unknown>>;

describe("which organisations a condition holds for", () => {
  it.each<[string, string[]]>([
    ["vilka förvaltningar ligger efter", ["2100", "3100", "2200", "2300"]],
    ["which divisions are behind plan", ["2100", "3100", "2200", "2300"]],
    ["vilka enheter i närområdet ligger efter", ["2214", "2213"]],
    ["vilka förvaltningar har röda åtgärder", ["2100", "3200"]],
    ["i vilka förvaltningar finns det röda åtgärder", ["2100", "3200"]],
    ["hur många förvaltningar har röda åtgärder", ["2100", "3200"]],
    ["vilka förvaltningar har inga röda åtgärder", ["3100", "2200", "2300"]],
    ["finns det någon förvaltning som inte har några röda åtgärder", ["3100", "2200", "2300"]],
    ["har någon förvaltning röda åtgärder", ["2100", "3200"]],
    ["vilka förvaltningar har åtgärder som inte är konsekvensbedömda", ["3200"]],
    ["vilka förvaltningar ligger efter i prognosen", ["2100", "3100", "2300", "2200", "3200"]],
  ])("%s", (text, orgs) => expect(askedFourth(text).orgs).toEqual(orgs));

  it("says how many of how many", () =>
    expect(askedFourth("hur många förvaltningar har röda åtgärder").text).toContain("2 av 5"));

  it.each([
    "vilka förvaltningar är röda",
    "vilka förvaltningar har bara gröna åtgärder",
    "vilka enheter ligger inte efter",
    "vilka enheter har fått stöd och har röda åtgärder",
    "vilka enheter har åtgärder utan beslutat belopp",
    "vilka chefer har röda åtgärder",
    "vilka förvaltningar har både röda och gula åtgärder",
    "vilka förvaltningar hade röda åtgärder i juni",
    "vilka förvaltningar har fler än två röda åtgärder",
    "vilka förvaltningar ligger efter med mer än 2 mkr",
    "vilka förvaltningar ligger efter på läkemedel",
    "vilka enheter har inte rapporterat och har röda åtgärder",
  ])("%s: half of it would be left out", (text) => expect(askedFourth(text).kind).toBe("unknown"));
});

describe("which month came first", () => {
  it.each([
    ["vilken månad gav mest", "Juli: mest."],
    ["which month gave the most", "July: the most."],
    ["vilken månad gav minst på sjukhusen", "Januari: minst."],
    ["vilken månad var sämst mot plan", "Juni: sämst mot plan."],
    ["vilken månad låg vi längst efter plan", "Juni: längst efter plan."],
  ])("%s", (text, first) => expect(askedFourth(text).text.split("\n")[0]).toBe(first));

  it.each([
    "vilken månad gick bäst",
    "vilken månad hade högst hyrkostnad",
    "vilken månad har flest röda",
    "vilken månad kommer ge mest",
    "vilken månad planeras mest",
  ])("%s: of what is not said", (text) => expect(askedFourth(text).kind).toBe("unknown"));
});

describe("what it gives once it is in full swing", () => {
  it.each([
    "vad ger VD07 när den är fullt igång",
    "hur mycket ger VD07 när den är klar",
    "what does VD07 give when it is fully running",
    "vad ger koloskopierna på helår",
  ])("%s", (text) =>
    expect(askedFourth(text).query).toMatchObject({ intent: "figure", figures: ["decided"], filters: [] }),
  );

  it.each([
    "när blir VD07 klar och hur mycket ger den då",
    "vem tar över när VD07 är klar",
    "vad händer när VD07 är klar",
    "hur lång tid tar det innan stödet hör av sig",
    "hur länge väntar man på stöd",
    "finns det någon åtgärd som ligger före",
    "hur mycket sparade vi när nattpoolen var igång",
    "hur mycket kommer sjukhusen att ge per månad",
    "hur stor del av effekten står de fem största åtgärderna för",
  ])("%s: no figure of now, no date, no list", (text) => expect(askedFourth(text).kind).toBe("unknown"));
});

describe("what it will give", () => {
  it.each<[string, Expected]>([
    ["hur mycket kommer vi att spara i år", {}],
    ["hur mycket kommer VD07 ge i år", { measures: ["VD07"] }],
    ["how much will we save this year", {}],
  ])("%s: what is believed", (text, query) =>
    expect(askedFourth(text).query).toMatchObject({ intent: "figure", figures: ["forecast"], ...query }),
  );
  it("is not known of a month", () =>
    expect(askedFourth("hur mycket kommer vi spara i december").facts).not.toContainEqual(
      expect.objectContaining({ name: "forecast" }),
    ));
});

describe("what else was left out of account", () => {
  it.each<[string, Expected]>([
    ["prognos mot plan per förvaltning", { figures: ["forecast", "planned_year", "forecast_gap"] }],
    ["hur mycket tappar sjukhusen i år", { figures: ["forecast_gap"], orgs: ["2100"] }],
    [
      "andel av planen som är hyrpersonal",
      { intent: "share", filters: [{ on: "mechanism", values: ["agency"], not: false }] },
    ],
    ["nån som går bättre än plan?", { intent: "list", filters: [{ on: "ahead", not: false }] }],
    ["finns det något som går bättre än plan", { intent: "list", filters: [{ on: "ahead", not: false }] }],
    ["blev godset bättre eller sämre v 36", { intent: "changes", about: null }],
    ["under hur många procent blir utfallet rött", { intent: "definition", about: "outcome" }],
    ["ställ hn mot sun, vem ligger bäst till", { intent: "compare", orgs: ["2000", "3000"] }],
    ["när drar sammanslagningen av Kvarnby och Lövhult igång", { detail: "start", measures: ["VD16"], orgs: [] }],
    ["vad skrev tallnäs om jourläkarna förra veckan", { intent: "comments", orgs: ["2120"], measures: ["BE01"] }],
    ["how is the Health board (HN) doing", { intent: "status", orgs: ["2000"] }],
    ["vilka saknas i vecka 37s rapportering", { intent: "coverage", missing: true }],
    ["prognosen för tjugosju", { figures: ["forecast"], period: { is: "year", year: 2027 } }],
    ["potentialen från början", { figures: ["potential"] }],
    ["vilka områden har röda åtgärder", { intent: "rank", group: "theme" }],
    ["jämför prognosen med planen per nämnd", { figures: ["forecast", "planned_year", "forecast_gap"] }],
    ["neonatalen, hela bilden", { intent: "status", orgs: ["2123"] }],
  ])("%s", (text, query) => expect(askedFourth(text).query).toMatchObject(query));
});

describe("the same time, and the same figures", () => {
  it("keeps the time of the question before", () =>
    expect(asked("realiserat t.o.m. juni → planerat samma period?").query).toMatchObject({
      figures: ["planned"],
      period: { is: "through", month: "2026-06" },
    }));
  it("is no time with nothing before it", () => expect(asked("planerat samma period?").kind).toBe("unknown"));
  it("tells what is realised of the part, too", () =>
    expect(askedFourth("hur ligger psykiatrin till → bara de långsiktiga").facts).toContainEqual(
      expect.objectContaining({ name: "realised", subject: "2300", unit: "mkr" }),
    ));
});
