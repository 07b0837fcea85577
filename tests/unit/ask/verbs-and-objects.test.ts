// Measures said by what is done and to whom; times and places set against each other; how bad it is.
import { describe, expect, it } from "vitest";
import type { PlanQuery } from "../../../src/ask/schema.ts";
import { answerTo, examPlan } from "../../helpers/exam-plans.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const sample = samplePlan();
const third = examPlan("plan-three", "2027-04-19T09:00:00+02:00");
const askedThird = (text: string) => answerTo(third, "tomas.ekengren@siljeslatt.example", text);
const asked = (text: string) => answerTo(sample, "controller@region-exempel.example", text);

type Expected = Partial<Record<keyof PlanQuery, unknown>>;

describe("what is asked", () => {
  it.each<[string, Expected]>([
    ["hur går det att koncentrera hud och ögon", { intent: "status", measures: ["Å-12"] }],
    ["vad behöver vara på plats innan hud och ögon kan koncentreras", { intent: "depends_on", measures: ["Å-12"] }],
    ["hur långt har psykiatrin kommit med att bli av med hyrpersonalen", { intent: "status", measures: ["Å-03"] }],
    ["merkostnaden, vad kostar det att fasa ut hyrpersonalen på sjukhusen", { measures: ["Å-01"] }],
    ["Where do we stand on the overtime measure, Å-06?", { intent: "status", measures: ["Å-06"] }],
    ["Utomlänsvården, hur illa är det", { intent: "status", measures: ["Å-07"] }],
    ["hyrstoppet t o m oktober, enl plan och utfall", { figures: ["realised", "planned"], filters: [] }],
    ["hur mycket ligger inplanerat på hyrstoppet i år", { figures: ["planned_year"] }],
    ["hämtar vi hem nåt på hyrstoppet eller är det segt", { figures: ["realised", "planned"] }],
    ["Fastigheter – hur mycket beslutat, hur mycket hemma", { figures: ["decided", "realised"] }],
    ["vilka åtgärder sitter fast bakom PKS", { intent: "dependents", measures: ["Å-25"] }],
    ["vilka bromsas av vakanser", { intent: "list", filters: [{ on: "cause", values: ["vacancy"], not: false }] }],
    ["vilka stödärenden väntar på att någon hör av sig", { intent: "support", missing: true }],
    ["vilken förvaltning ligger mest back", { intent: "rank", order: { by: "gap", direction: "most" } }],
    ["vem går bäst, psykiatrin eller närsjukvården", { intent: "compare", orgs: ["PSY", "NSV"] }],
    ["hur mycket av det beslutade kommer från minskad närvarotid", { intent: "share", figures: ["decided"] }],
    ["vc norr, är vi färre än i fjol och gör vi lika mycket", { intent: "staffing", orgs: ["U10"] }],
    ["finns det några gula åtgärder, vilka i så fall", { intent: "list" }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject(query));
});

describe("two times set against each other", () => {
  it.each([
    "jämför q1 o q2 utfall",
    "hur mycket realiserades i q1 jämfört med q2",
    "jämför utfallet i första kvartalet med andra kvartalet",
  ])("%s: each for itself", (text) =>
    expect(asked(text).facts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "realised", value: 28.9 }),
        expect.objectContaining({ name: "realised", value: 45.5 }),
      ]),
    ),
  );
});

describe("a follow-up about the same at another time", () => {
  it.each([
    ["årsprognosen för Å-01? → vad var den i april", { figures: ["forecast"], measures: ["Å-01"] }],
    ["hur mycket realiserades i maj → och vad var det i april", { figures: ["realised"] }],
  ])("%s", (turns, query) =>
    expect(asked(turns).query).toMatchObject({ ...query, period: { is: "months", from: "2026-04", to: "2026-04" } }),
  );
});

describe("is no report, no nothing", () => {
  it("what a named measure of one colour has given is not answered with nothing", () =>
    expect(asked("hur mycket har den röda Å-01 gett").kind).toBe("unknown"));
  it("who of the managers is best is nobody's to say", () =>
    expect(asked("vem är bäst på psykiatrin").kind).toBe("refuse"));
});

describe("the same on another plan", () => {
  it.each<[string, Expected]>([
    ["hur går det att stänga västra på natten", { intent: "status", measures: ["SPV-7"] }],
    ["vilka står och väntar bakom operationsplaneringen", { intent: "dependents", measures: ["SPV-11"] }],
    ["vem går bäst av tandvården och psykiatrin", { intent: "compare", orgs: ["F50", "F30"] }],
    ["beslutat o hemma hittills, närvården", { figures: ["decided", "realised"], orgs: ["F20"] }],
    ["hur illa ligger tandvården till", { intent: "status", orgs: ["F50"] }],
    ["går det framåt i närvården eller är det segt", { intent: "status", orgs: ["F20"] }],
    ["vilka har bett om stöd men inte fått nån kontakt än", { intent: "support", missing: true }],
    ["tror ni vi landar på 200 miljoner", { intent: "reach", amount: 200 }],
    ["vilken potential har specialistvårdens åtgärder", { intent: "figure", figures: ["potential"] }],
  ])("%s", (text, query) => expect(askedThird(text).query).toMatchObject(query));
  it("what is most behind is the largest gap", () =>
    expect(askedThird("mest på minus, vilken förvaltning").query).toMatchObject({ order: { by: "gap" } }));
  it.each([
    "vilka stödärenden har fått kontakt",
    "vem ligger längst back",
    "hur går det att sammanföra tandvården och psykiatrin",
    "blev det mer i februari än i januari på tandvården",
  ])("%s: not answered with others", (text) => expect(askedThird(text).kind).toBe("unknown"));
});

describe("where no measure has an amount", () => {
  it("that is what is missing", () =>
    expect(asked("Ambulans, diagnostik och hälsa, vad har de sparat?").facts).toMatchObject([
      { name: "uncounted", subject: "ADH", value: 7 },
    ]));
});
