// Several figures in one question: a sum with its plan, each of many counts, month after month, part of a whole.
import { describe, expect, it } from "vitest";
import { type Answer, askAll } from "../../../src/ask/ask.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");
const plan = samplePlan();

function asked(text: string, who = "controller"): Answer {
  const viewer = viewerOf(plan.facts, `${who}@region-exempel.example`, false);
  return askAll(text.split(" → "), { plan, rhythm, viewer }).at(-1) as Answer;
}

const valuesOf = (answer: Answer, name: string) =>
  answer.facts.filter((fact) => fact.name === name).map(({ value }) => value);

describe("one sum of many measures", () => {
  it.each([
    ["läkemedelsåtgärderna tillsammans, utfall mot plan", ["realised", "planned"]],
    ["de kortsiktiga åtgärderna ihop, planerat och realiserat", ["planned", "realised"]],
    ["alla tre hyråtgärderna ihop, va e prognosen", ["forecast"]],
    ["prognos för alla gröna åtgärder tillsammans", ["forecast"]],
    ["gröna åtgärder: beslutat o realiserat", ["decided", "realised"]],
    ["utfall jämfört med planen för digitaliseringsåtgärderna", ["realised", "planned"]],
  ])("%s", (text, figures) => expect(asked(text).query).toMatchObject({ intent: "figure", figures }));
});

describe("what was named, together", () => {
  it.each([
    ["utfall mot plan för Å-01 och Å-02 tillsammans", 41],
    ["sjukhuset och närsjukvården sammanlagt, utfall mot plan", 88.3],
  ])("%s", (text, value) => expect(valuesOf(asked(text), "realised")).toEqual([expect.closeTo(value)]));
});

describe("the largest", () => {
  it("are worth so much together", () =>
    expect(asked("de tre största åtgärderna ihop, hur mycket är beslutat").facts).toContainEqual(
      expect.objectContaining({ name: "decided", subject: "plan", value: 126 }),
    ));
});

describe("measures that fit, and no sum of them", () => {
  it.each([
    "gröna åtgärder där prognosen ändå ligger under planen för året",
    "åtgärder med mer än tio miljoner beslutat som är gula eller röda",
  ])("%s", (text) => expect(asked(text).query).toMatchObject({ intent: "list" }));
});

describe("a count of each", () => {
  it.each([
    ["antal gröna, gula o röda idag", [37, 23, 11, 3]],
    ["hur många är röda respektive gula?", [14, 11, 3]],
    ["antal gröna, gula och röda per förvaltning", [0, 1, 2]],
    ["hur många åtgärder är röda resp gula inom psykiatrin", [0, 1]],
    ["antal röda på utfallet och antal gröna", [23]],
  ])("%s", (text, counts) => expect(valuesOf(asked(text), "count")).toEqual(expect.arrayContaining(counts)));
});

describe("month by month", () => {
  it.each([
    ["akutens hyrkostnad månad för månad", "agency_cost", "2026-07", 0.78],
    ["hur har hyrkostnaden på akuten utvecklats per månad", "agency_cost", "2026-01", 0.9],
  ])("%s", (text, name, period, value) =>
    expect(asked(text).facts).toContainEqual(expect.objectContaining({ name, subject: "U05", period, value })),
  );

  it("overtime is the mean of the month's weeks", () =>
    expect(asked("övertid månad för månad på akuten").facts.filter(({ name }) => name === "overtime")).toContainEqual(
      expect.objectContaining({ subject: "U05", period: "2026-10" }),
    ));

  it("hired staff so far this year is a sum", () =>
    expect(asked("vad har hyrpersonalen kostat på akuten hittills i år").facts).toContainEqual(
      expect.objectContaining({ name: "agency_cost", subject: "U05", period: "2026-10", through: true }),
    ));

  it.each([
    ["hur mycket lägre är hyrkostnaden på akuten nu jämfört med januari", ["2026-01", "2026-10"]],
    ["skillnad i hyrkostnad mellan mars och juni på akuten", ["2026-03", "2026-06"]],
  ])("%s: the one month and the other, and no sum", (text, months) =>
    expect([
      ...new Set(asked(text).facts.flatMap(({ name, period }) => (name === "agency_cost" ? [period] : []))),
    ]).toEqual(months),
  );

  it("two counts of two times are not made", () =>
    expect(asked("hur många fler röda är det nu än v 40").kind).toBe("unknown"));

  it("a place has one sum", () =>
    expect(asked("hyrkostnad per förvaltning i oktober")).toMatchObject({ orgs: ["SJH", "NSV", "PSY", "ADH"] }));

  it("a kind of unit is ranked by what was asked for", () =>
    expect(asked("vilken vårdcentral har högst hyrkostnad")).toMatchObject({
      query: { intent: "rank", figures: ["agency_cost"], group: "unit" },
      orgs: expect.arrayContaining(["U09"]),
    }));

  it("what is over its plan is no cost", () =>
    expect(asked("vilken enhet låg mest över sin hyrplan i oktober").kind).toBe("unknown"));

  it("hired staff this year, month by month", () =>
    expect(asked("hyrkostnaden per månad i år på medicin norra").facts.length).toBeGreaterThan(10));

  it("who hired most in a month that is said", () =>
    expect(asked("vilken enhet hade högst hyrkostnad i oktober")).toMatchObject({
      query: { intent: "rank", period: { is: "months", from: "2026-10", to: "2026-10" } },
      orgs: expect.arrayContaining(["U03"]),
    }));
});

describe("part of a whole", () => {
  it.each([
    ["om vi når 90 procent av årets plan, va blir det i mkr", 206.64],
    ["hur mycket är 90 % av årsplanen?", 206.64],
  ])("%s", (text, value) => expect(valuesOf(asked(text), "what_if")).toEqual([expect.closeTo(value)]));
});

describe("what lies behind", () => {
  it("of those that are red only", () =>
    expect(asked("beslutad effekt bakom ouppfyllda förutsättningar för de röda").query).toMatchObject({
      intent: "at_risk",
      filters: expect.arrayContaining([{ on: "state", values: ["critical"], not: false }]),
    }));

  it("what waits for recruiting is one condition", () =>
    expect(asked("vilka åtgärder väntar på rekrytering").query?.filters).toEqual([
      { on: "prerequisite_unmet", kinds: ["recruitment"], not: false },
    ]));

  it("how far each of two places has come is no share of both", () =>
    expect(asked("hur mycket av planen har sjukhuset respektive närsjukvården hunnit").facts).toEqual(
      expect.arrayContaining(
        ["SJH", "NSV"].map((subject) => expect.objectContaining({ name: "realisation_rate", subject })),
      ),
    ));

  it.each([
    "total beslutad effekt som ligger bakom ouppfyllda förutsättningar",
    "beslutad effekt bakom förutsättningar som inte är uppfyllda, totalt",
  ])("%s", (text) => expect(valuesOf(asked(text), "at_risk")).toEqual([230.1]));

  it.each([
    ["när sa fullmäktige ja till höjd egenavgift för sjukresor", "Å-19", "22 juni"],
    ["when did the board say yes to Å-12?", "Å-12", "24 September"],
    ["har fullmäktige sagt ja till patientavgifterna", "Å-18", "bordläggning"],
  ])("%s is a decision", (text, measure, told) =>
    expect(asked(text)).toMatchObject({
      query: { intent: "decisions", measures: [measure] },
      text: expect.stringContaining(told),
    }),
  );
});

describe("the turn before", () => {
  it("what is late of the milestones", () =>
    expect(asked("va har vi för milstolpar närmsta två veckorna → o vilka är försenade")).toMatchObject({
      query: { intent: "milestones", missing: true, period: null },
      measures: ["Å-02", "Å-06", "Å-07", "Å-22", "Å-24", "Å-25"],
    }));

  it.each([
    ["vilka milstolpar har Å-06 → vilka är klara", { intent: "milestones", open: false }],
    ["vilka stödärenden är öppna → vilka är stängda", { intent: "support", open: false }],
  ])("%s", (text, query) => expect(asked(text).query).toMatchObject(query));

  it("what is late of measures is not known to be reports", () =>
    expect(asked("vilka åtgärder har sjukhuset → vilka är försenade").kind).toBe("unknown"));

  it("another place, said after an excuse", () =>
    expect(asked("övertiden på akuten → förlåt, jag menade röntgen").query).toMatchObject({
      intent: "staffing",
      orgs: ["U18"],
    }));

  it("weeks compared", () =>
    expect(asked("va ändrades v47 jfr med v46").query).toMatchObject({
      intent: "changes",
      period: { is: "weeks", from: "2026-W46", to: "2026-W47" },
    }));

  it("numbers of those who have not reported, by förvaltning", () =>
    expect(asked("hur många enheter saknas per förvaltning v47", "ledning.vard").query).toMatchObject({
      intent: "coverage",
      missing: true,
      group: "administration",
    }));

  it("a month that is said once more", () =>
    expect(asked("va blev det i september? bara den månan").query).toMatchObject({
      intent: "figure",
      period: { is: "months", from: "2026-09", to: "2026-09" },
    }));
});
