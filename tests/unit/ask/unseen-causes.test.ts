// What made questions that nobody here had seen fail, each cause with other words than it was found in.
import { describe, expect, it } from "vitest";
import type { PlanQuery } from "../../../src/ask/schema.ts";
import { answerTo, examPlan } from "../../helpers/exam-plans.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const sample = samplePlan();
const second = examPlan("plan-two", "2027-03-15T09:00:00+01:00");
const third = examPlan("plan-three", "2027-04-19T09:00:00+02:00");

const asked = (text: string) => answerTo(sample, "planagare@region-exempel.example", text);
const askedSecond = (text: string) => answerTo(second, "planansvarig@alvmarken.example", text);
const askedThird = (text: string) => answerTo(third, "veronica.ahlm@siljeslatt.example", text);

type Expected = Partial<Record<keyof PlanQuery, unknown>>;

describe("what it gives, and what it ought to", () => {
  it.each<[string, Expected]>([
    ["nattjouren, ger den det den ska", { measures: ["Å-14"], figures: ["realised", "planned"] }],
    ["levererar nattjouren vad den ska", { measures: ["Å-14"], figures: ["realised", "planned"] }],
    ["har vi sparat så mycket vi borde i psykiatrin", { orgs: ["PSY"], figures: ["realised", "planned"] }],
    ["har vi fått allt hem som vi skulle", { figures: ["realised", "planned"] }],
    ["psykiatrin totalt, hur mkt e hämtat hem o hur mkt skulle de va", { figures: ["realised", "planned"] }],
    ["hur mycket ska hyrstoppet ge", { figures: ["planned_year"] }],
    ["besparingen i psykiatrin ska bli hur stor?", { figures: ["planned_year"] }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject({ intent: "figure", ...query }));
});

describe("what is brought home, with the one who does so in between", () => {
  it.each(["vad fick vi hem i september", "va fick vi ihop i september", "fick vi hem något i september"])(
    "%s",
    (text) =>
      expect(asked(text).query).toMatchObject({
        intent: "figure",
        figures: ["realised"],
        period: { is: "months", from: "2026-09", to: "2026-09" },
      }),
  );
});

describe("how much is missing", () => {
  it.each<[string, Expected]>([
    ["hur mycket fattas det på hyr psyk tom oktober", { measures: ["Å-03"] }],
    ["hur mycket saknas i psykiatrin", { orgs: ["PSY"] }],
    ["hur mkt saknas för sep", { period: { is: "months", from: "2026-09", to: "2026-09" } }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject({ intent: "figure", figures: ["gap"], ...query }));
  it.each(["hur mycket saknas i underlag", "hur mycket personal saknas på akuten"])("%s: not of money", (text) =>
    expect(asked(text).kind).toBe("unknown"),
  );
});

describe("the plan of a year", () => {
  it.each(["planen för hela tjugohundratjugosex, hur många miljoner", "hur många miljoner är planen på 2026"])(
    "%s",
    (text) => expect(asked(text).facts).toMatchObject([{ name: "planned_year", value: 229.6, period: "2026" }]),
  );
});

describe("the last half-year", () => {
  it("is the six months through the last one closed", () =>
    expect(asked("realiserat senaste halvåret").query).toMatchObject({
      period: { is: "months", from: "2026-05", to: "2026-10" },
    }));
  it("reaches over the new year", () =>
    expect(askedSecond("hur mycket sparade vi senaste halvåret").query).toMatchObject({
      period: { is: "months", from: "2026-09", to: "2027-02" },
    }));
});

describe("what is done with it is what it is called", () => {
  it.each([
    ["är avvecklingen av sjukhusbiblioteken färdig nu", "Å-20"],
    ["hur går minskningen av köpt vård", "Å-07"],
    ["hur går införandet av digitala kallelser", "Å-21"],
  ])("%s", (text, id) => expect(asked(text).query).toMatchObject({ intent: "status", measures: [id] }));
});

describe("what waits for something", () => {
  it.each(["vad väntar på beslut", "vad väntar på beslut just nu enligt rapporterna"])("%s", (text) =>
    expect(asked(text).measures).toEqual(["Å-07", "Å-13"]),
  );
  it("is not what comes", () =>
    expect(askedThird("vad väntar på rekrytering").query).toMatchObject({
      intent: "list",
      filters: [{ on: "prerequisite_unmet", kinds: ["recruitment"], not: false }],
    }));
});

describe("small words", () => {
  it.each<[string, Expected]>([
    ["va säger prognosen om dom inhyrda lokalerna", { intent: "figure", figures: ["forecast"], measures: ["Å-22"] }],
    [
      "vilka är röda enligt rapporterna",
      { intent: "list", filters: [{ on: "state", values: ["critical"], not: false }] },
    ],
    ["vilka enheter har mer personal nu än samma veckor i fjol", { intent: "rank", figures: ["staffing_change"] }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject(query));
  it("a file is what an export comes to", () => expect(asked("exportera åtgärderna till en fil").kind).toBe("confirm"));
  it.each(["är lena på akuten sjukskriven eller", "har Petra på röntgen vabbat"])("%s", (text) =>
    expect(asked(text).kind).toBe("refuse"),
  );
});

describe("support by kind and by place", () => {
  it.each(["stödärenden per typ", "hur många stödärenden per typ", "vilken typ av stöd efterfrågas mest"])(
    "%s",
    (text) => {
      const { facts, query } = asked(text);
      expect(query).toMatchObject({ intent: "support", group: "kind" });
      expect(facts).toContainEqual({
        name: "count",
        subject: "plan",
        value: 3,
        unit: "st",
        filter: "stödärenden; typ=schemaläggningsstöd",
      });
    },
  );
  it("tells so many at each place", () =>
    expect(asked("hur många stödärenden per förvaltning").facts).toContainEqual(
      expect.objectContaining({ name: "count", subject: "SJH", value: 4 }),
    ));
  it("is silent where they are not told by the group", () =>
    expect(asked("stödärenden per månad").kind).toBe("unknown"));
});

describe("what is lost on those that stand badly", () => {
  it.each<[string, Expected]>([
    ["hur mycket tappar vi på de röda i år", { figures: ["forecast_gap"] }],
    ["vad förlorar vi på de gula", { figures: ["gap", "forecast_gap"] }],
    ["vad tappar vi i psykiatrin i år", { figures: ["forecast_gap"], orgs: ["PSY"] }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject({ intent: "figure", ...query }));
  it.each(["hur mycket tappar vi om PKS inte blir av", "hur mycket riskerar vi att tappa på de röda"])("%s", (text) =>
    expect(asked(text).query).toMatchObject({ intent: "at_risk" }),
  );
});

describe("a date is no sum", () => {
  it.each(["när får vi hem pengarna", "när sparade vi mest", "när är 80 % realiserat"])("%s", (text) =>
    expect(asked(text).kind).toBe("unknown"),
  );
});

describe("verifying what is not known", () => {
  const controller = (text: string) => answerTo(sample, "controller@region-exempel.example", text);
  it("says which name was not understood", () =>
    expect(controller("verifiera effekten av Blaffgruppen för oktober")).toMatchObject({
      kind: "unknown",
      text: expect.stringContaining("blaffgruppen"),
    }));
  it("asks which one where none was named", () =>
    expect(controller("verifiera effekten i oktober")).toMatchObject({ kind: "clarify", choices: [] }));
  it("offers those that fit", () =>
    expect(controller("verifiera webbtidboken för oktober").choices.map(({ measures }) => measures[0])).toEqual([
      "Å-27",
      "Å-28",
      "Å-32",
    ]));
});

describe("two questions, one of them to be chosen", () => {
  it.each([
    ["hur mycket har vi sparat och vad är läget för webbtidboken", "realised"],
    ["vad är läget för webbtidboken och hur mycket har vi sparat", "realised"],
    ["hur går det för medicin och vilka är röda", "count"],
  ])("%s", (text, name) => {
    const { kind, facts, choices } = asked(text);
    expect(kind).toBe("clarify");
    expect(choices.length).toBeGreaterThan(1);
    expect(facts).toContainEqual(expect.objectContaining({ name, subject: "plan" }));
  });
  it("goes on with the one that is chosen", () =>
    expect(asked("hur mycket har vi sparat och hur går webbtidboken → den på sjukhuset").measures).toEqual(["Å-28"]));
});

describe("assumptions to be reviewed", () => {
  const coming = (from: string | null, to: string | null) => ({ from, to, passed: false });
  it.each([
    ["vilka antaganden ska omprövas i december", coming("2026-12-01", "2026-12-31")],
    ["antaganden som ska omprövas de närmaste två veckorna", coming("2026-11-23", "2026-12-07")],
    ["which assumptions are to be reviewed in December", coming("2026-12-01", "2026-12-31")],
    ["antaganden som skulle ha omprövats", { from: null, to: null, passed: true }],
    ["åtgärder med antaganden som skulle omprövats", { from: null, to: null, passed: true }],
  ])("%s", (text, review) =>
    expect(asked(text).query).toMatchObject({ intent: "list", filters: [{ on: "assumption", review, not: false }] }),
  );
  it("are those of the standing that was said", () => {
    const { measures, text } = asked("vilka osäkra antaganden ska omprövas i december");
    expect(measures).toEqual(["Å-01", "Å-09", "Å-03", "Å-12", "Å-22"]);
    expect(text).toContain("Å-22: Hyresvärden godtar uppsägning i förtid (osäkert, omprövas söndag 20 december)");
  });
  it("are counted, and not their measures", () =>
    expect(asked("hur många antaganden borde ha omprövats").facts[0]).toMatchObject({ name: "count", value: 0 }));
  it("are of one measure where it is named", () =>
    expect(asked("när ska antagandena för hyrstoppet omprövas").query).toMatchObject({ intent: "detail" }));
});

describe("what a frame can't hold is not answered with less", () => {
  it.each([
    "hur många stödärenden kom in förra månaden",
    "hur mycket ligger stafetterna efter",
    "övertiden på akuten västra förra året",
  ])("%s", (text) => expect(askedThird(text).kind).toBe("unknown"));
  it("what they were stands before what they became", () =>
    expect(askedThird("hur många gröna blev gula i mars").query).toMatchObject({
      intent: "changes",
      fromState: ["on_track"],
      toState: ["deviation"],
    }));
  it("who has asked for most is told by place", () =>
    expect(askedSecond("vem har bett om mest stöd").query).toMatchObject({ intent: "support", group: "unit" }));
});
