import { describe, expect, it } from "vitest";
import { ask } from "../../../src/ask/ask.ts";
import type { PlanQuery } from "../../../src/ask/schema.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { answerTo, examPlan } from "../../helpers/exam-plans.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");
const sample = samplePlan();
const third = examPlan("plan-three", "2027-04-19T09:00:00+02:00");
const fourth = examPlan("plan-four", "2027-09-20T09:00:00+02:00");

const asked = (text: string) => answerTo(sample, "controller@region-exempel.example", text);
const askedThird = (text: string, who = "tomas.ekengren") => answerTo(third, `${who}@siljeslatt.example`, text);
const askedFourth = (text: string, who = "hampus.rydh") => answerTo(fourth, `${who}@vidmark.example`, text);

describe("what is meant", () => {
  it.each<[string, Partial<Record<keyof PlanQuery, unknown>>]>([
    ["vad är klart?", { intent: "list" }],
    ["va är genomfört", { intent: "list" }],
    ["vad är rött just nu", { intent: "list" }],
    ["vad är kritisk?", { intent: "definition", about: "critical" }],
    ["när blir utfallet rött, vilken gräns?", { intent: "definition", about: "outcome" }],
    ["september mot augusti, realiserat", { intent: "series", group: "month" }],
    ["juni gentemot maj i planerad effekt", { intent: "series", figures: ["planned"] }],
    ["vad skiljer oktober från september i utfall", { intent: "series", figures: ["realised"], filters: [] }],
    ["prognosen i september mot prognosen i oktober", { intent: "series", figures: ["forecast"] }],
    ["vilken andel av det planerade är realiserat i psykiatrin", { intent: "figure", figures: ["realisation_rate"] }],
    ["hur mycket saknas i prognosen mot årets plan", { intent: "figure", figures: ["forecast", "forecast_gap"] }],
    ["hur stor andel är verifierat av det realiserade på sjukhusen?", { intent: "figure", about: "share" }],
    ["hur stor del av psykiatrins effekt är verifierad?", { intent: "figure", about: "share", orgs: ["PSY"] }],
    ["hur stor del är beslutad av potentialen", { intent: "share", figures: ["potential", "decided"] }],
    ["hur stor del av potentialen är beslutad", { intent: "share", figures: ["potential", "decided"] }],
    ["hur mycket av det beslutade har fallit bort?", { intent: "figure", figures: ["lost"] }],
    ["bortfallet och vilka åtgärder det gäller", { intent: "figure", figures: ["lost"] }],
    ["beslutad effekt + antal åtgärder utan belopp", { intent: "figure", figures: ["decided", "uncounted"] }],
    ["hur mkt saknar psykiatrin till plan", { intent: "figure", figures: ["gap"], orgs: ["PSY"] }],
    ["realiserat i hela regionen", { intent: "figure", orgs: [] }],
    ["hur ser övertiden ut på IVA", { intent: "staffing", figures: ["overtime"], orgs: ["U06"], measures: [] }],
    ["hur mycket är planerat i september, bara den månaden", { intent: "figure", figures: ["planned"] }],
    ["vad gick hyrpersonalen på i september?", { intent: "staffing", figures: ["agency_cost"] }],
    ["finns det uppdrag som passerat datum?", { intent: "assignments", missing: true }],
    ["vilka milstolpar ska vara klara närmsta månaden", { intent: "milestones", open: null }],
    ["vilka milstolpar är klara?", { intent: "milestones", open: false }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject(query));
});

describe("conditions", () => {
  it.each([
    ["vilka röda saknar beräknad merkostnad?", { on: "amount", stage: "extra_cost", not: true }],
    ["åtgärder där merkostnaden inte är beräknad", { on: "amount", stage: "extra_cost", not: true }],
    ["röda utan merkostnad", { on: "amount", stage: "extra_cost", not: true }],
    ["vilka gröna har en beräknad merkostnad?", { on: "amount", stage: "extra_cost", not: false }],
    ["gula som inte har vakans som orsak", { on: "cause", values: ["vacancy"], not: true }],
    ["vilka anger inte prioriterad som orsak", { on: "cause", values: ["not_prioritised"], not: false }],
  ])("%s", (text, filter) =>
    expect(asked(text).query).toMatchObject({ intent: "list", filters: expect.arrayContaining([filter]) }),
  );

  it("both of two that are lacked", () =>
    expect(asked("är det någon åtgärd som saknar både potential och beslutad effekt").query?.filters).toEqual([
      { on: "amount", stage: "potential", not: true },
      { on: "amount", stage: "decided", not: true },
    ]));

  it("the same colour twice, of the chef and of the outcome", () =>
    expect(askedFourth("vilka gula är också gula på utfallet").measures).toEqual(["BE03", "BE02"]));

  it.each([
    "vilka gröna har tappat fart sedan förra veckan",
    "åtgärder som beror på leverantör eller beslut som dröjer",
    "andra tertialet mot första, realiserat",
  ])("half understood is not answered: %s", (text) => expect(asked(text).kind).toBe("unknown"));

  it("a cause is no unit that is called something like it", () =>
    expect(askedThird("åtgärder med orsaken beroende av annan enhet").measures).toEqual(["PSY-2", "NV-4"]));

  it("short ones are no measure that is called something like it", () =>
    expect(askedFourth("korta å gröna i gemensamma resurser").measures).toEqual(["ST24", "ST23", "DI18"]));
});

it("units with too many are those over their target", () =>
  expect(asked("var har vi för mycket folk jämfört med mål").query).toMatchObject({
    intent: "rank",
    order: { by: "staffing_gap", direction: "most" },
  }));

it("none on that side of the line is not that data is missing", () =>
  expect(asked("vilka förvaltningar ligger över 300 procent?").text).toMatch(/^Ingen ligger över den gränsen/));

it("queues are told by those who wait", () =>
  expect(askedFourth("hur långa är köerna").query).toMatchObject({
    intent: "indicator",
    about: "väntande över 90 dagar",
  }));

it("of a unit it is told which uppdrag there are none of", () =>
  expect(asked("vilka uppdrag har BUP?").text).toContain("som den ansvarar för"));

describe("a report in words", () => {
  it("is one, also where it is said first for whom it is given", () =>
    expect(askedThird("jag vikarierar för Mats, rapportera NV-5 grön", "carin.wik").kind).toBe("confirm"));

  it("tells no step where it only tells who gives it", () =>
    expect(asked("kan du sätta Å-06 till röd åt mig, jag vikarierar för akutens chef").text).not.toContain("”jag"));

  it("on a measure that is not the asker's to report is refused, and no unit is asked for", () =>
    expect(askedFourth("rapportera BE01 som grön", "harriet.sund").kind).toBe("refuse"));

  it("after ja and nej the last word holds", () =>
    expect(askedFourth("exportera åtgärdslistan → ja nä, nej").kind).toBe("answer"));
});

it("who of the chefer is worst is no question of the plan", () =>
  expect(asked("vem av cheferna är sämst på att spara?").kind).toBe("refuse"));

it("what is left out is not even told to lack data", () =>
  expect(asked("vilka förvaltningar utöver psykiatrin har hämtat hem mest").text).not.toContain("Psykiatrin"));

it("an id that is a number is a place after a preposition", () =>
  expect(askedFourth("realiserat i 2300 → och 3200?").orgs).toEqual(["3200"]));

describe("milestones to come", () => {
  it.each([
    "vilka milstolpar ska va klara dom närmsta två veckorna",
    "milstolpar som måste bli klara kommande två veckor",
  ])("%s", (text) => expect(askedFourth(text).measures).toEqual(["BE03", "DI18"]));
});

describe("hired staff of more than a unit", () => {
  const plan = aPlan()
    .person("agare@x.se", "plan_owner", "REG")
    .unit("U1", "SJH", { name: "Akuten" })
    .unit("U2", "SJH", { name: "Jouren" })
    .staffing("U1", "2026-W46", 4, { fte: 9, target: 9, lastYear: 10 })
    .agency("U1", "2026-09", 0.5, 0.25)
    .agency("U1", "2026-10", 0.75, 0.25)
    .agency("U2", "2026-09", 0.5, 0.25)
    .at();
  const cost = (text: string) =>
    ask({ text, viewer: viewerOf(plan.facts, "agare@x.se"), plan, context: null, rhythm })
      .answer.facts.filter(({ name, filter }) => name === "agency_cost" && !filter)
      .map(({ subject, value, period }) => [subject, value, period]);

  it("is that of all who hired, with staffing of their own or not, in the month asked for", () =>
    expect(cost("vad kostade hyrpersonalen totalt i september?")).toEqual([
      ["plan", 1, "2026-09"],
      ["U1", 0.5, "2026-09"],
      ["U2", 0.5, "2026-09"],
    ]));
});
