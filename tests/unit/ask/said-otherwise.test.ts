// What was asked for in words nobody had written down: sums said twice, lists of what is not meant, limits in money.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Answer, askAll } from "../../../src/ask/ask.ts";
import { parseInstant } from "../../../src/lib/time.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { loadPlan } from "../../eval/load-plan.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");
const plan = samplePlan();
const other = loadPlan(join(import.meta.dirname, "../../eval/exam/plan-four"))(
  parseInstant("2027-09-20T09:00:00+02:00") as NonNullable<ReturnType<typeof parseInstant>>,
);

function asked(text: string, who = "controller"): Answer {
  const viewer = viewerOf(plan.facts, `${who}@region-exempel.example`);
  return askAll(text.split(" → "), { plan, rhythm, viewer }).at(-1) as Answer;
}

function askedOther(text: string, who = "greta.bodin"): Answer {
  const viewer = viewerOf(other.facts, `${who}@vidmark.example`);
  return askAll(text.split(" → "), { plan: other, rhythm, viewer }).at(-1) as Answer;
}

describe("which figures", () => {
  it.each([
    ["va har vi fått ihop hittils i år?", ["realised"]],
    ["Hur mycket har psykiatrin skrapat ihop?", ["realised"]],
    ["Vad har regionservice samlat ihop tom augusti?", ["realised"]],
    ["hur mkt har närsjukvården plockat hem", ["realised"]],
    ["hur mycke fattas psykiatrin mot planen t o m okt?", ["gap"]],
    ["Hur mycket saknas för sjukhuset mot plan?", ["gap"]],
    ["hur stora merkostnader är beräknade i planen totalt?", ["extra_cost"]],
    ["Vad är merkostnaden beräknad till för Å-02?", ["extra_cost"]],
    ["Hur stor är potentialen och hur många saknar belopp?", ["potential", "uncounted"]],
    ["total potential samt antal utan belopp", ["potential", "uncounted"]],
    ["hur många åtgärder saknar beräknad potential?", ["uncounted"]],
    ["how much have we saved and what's the rate against plan", ["realised", "realisation_rate"]],
    ["hur mycket beslutad effekt har fallit bort, och vilka åtgärder gäller det?", ["lost"]],
    ["hur mycket är beslutat och hur mycket har fallit bort", ["decided", "lost"]],
    ["How far below the annual plan will we end up according to the forecast?", ["planned_year", "forecast"]],
    ["what effect fell away because of paused measures", ["lost"]],
    ["hur mkt av planen e hemtaget i psykiatrin", ["realisation_rate"]],
    ["hur långt under årets plan hamnar vi enl prognosen?", ["planned_year", "forecast"]],
  ])("%s", (text, figures) => expect(asked(text).query).toMatchObject({ intent: "figure", figures }));

  it("with how many it lacks", () =>
    expect(asked("Hur stor är potentialen och hur många saknar belopp?").facts.map(({ name }) => name)).toEqual([
      "potential",
      "uncounted",
    ]));
});

describe("which lägen", () => {
  it.each([
    ["vilka är varken röda, gula eller pausade?", ["deviation", "critical", "paused"], true],
    ["åtgärder som inte är gröna, genomförda eller avbrutna", ["on_track", "cancelled", "done"], true],
    ["measures that are not green or done", ["on_track", "done"], true],
    ["vilka är inte gröna, pausade eller klara?", ["on_track", "paused", "done"], true],
    ["vilka är inte gröna?", ["deviation", "critical"], false],
    ["measures that are not red, paused or done", ["critical", "paused", "done"], true],
    ["hur mycket effekt har fallit bort pga stoppade åtgärder", ["paused", "cancelled", "reverted"], false],
    ["bortfallen effekt till följd av pausade åtgärder", ["paused"], false],
  ])("%s", (text, values, not) => expect(asked(text).query?.filters).toEqual([{ on: "state", values, not }]));
});

it("a unit's part of a measure", () =>
  expect(askedOther("hur mkt står lönecentrum för i chefsnivåerna").query).toMatchObject({
    detail: "unit_share",
    measures: ["BE05"],
    orgs: ["3211"],
  }));

it("what has turned red since a week", () =>
  expect(asked("vilka åtgärder har bytt till rött sen v 40").query).toMatchObject({
    intent: "changes",
    toState: ["critical"],
  }));

describe("two conditions", () => {
  it("lacks an assessment, and is under way", () =>
    expect(asked("vilka saknar konsekvensbedömning o är igång").query?.filters).toMatchObject([
      { on: "state", values: ["on_track", "deviation", "critical"] },
      { on: "impact", values: ["no"] },
    ]));

  it("which ones is no one measure", () => expect(asked("vilka har hög övertid").query?.intent).not.toBe("status"));
});

describe("over or under an amount", () => {
  it.each([
    ["gula eller röda med mer än 20 mkr beslutat, störst först", ["Å-01", "Å-04", "Å-07", "Å-10"]],
    ["röda över 15 mkr", ["Å-07", "Å-02"]],
    ["vilka åtgärder har minst 42 mkr beslutat?", ["Å-01", "Å-04"]],
    ["vilka åtgärder har över 42 mkr beslutat?", ["Å-01"]],
    ["gröna under 2,5 mkr, minst först", ["Å-21", "Å-19"]],
    ["genomförda på högst 2,5 mkr", ["Å-20"]],
  ])("%s", (text, measures) => expect(asked(text).measures).toEqual(measures));
});

describe("what moved", () => {
  it.each([
    ["vad blev bättre förra veckan jämfört med veckan innan?", "better"],
    ["vad blev bättre v 46?", "better"],
    ["Vad gick sämre förra veckan än veckan innan?", "worse"],
    ["what got better last week?", "better"],
    ["vilka åtgärder har backat sen förra veckan", "worse"],
  ])("%s", (text, about) => expect(asked(text).query).toMatchObject({ intent: "changes", about, toState: [] }));
});

describe("the rest of the year", () => {
  it.each([
    "hur mkt per månad måste vi få fram i nov och dec för att nå hela planen för 2026",
    "Hur mycket per månad behövs november–december för att nå årets plan?",
    "Hur mycket måste psykiatrin spara per månad i november och december?",
  ])("%s", (text) => expect(asked(text)).toMatchObject({ kind: "answer", query: { intent: "needed" } }));

  it("is not some other months", () =>
    expect(asked("Hur mycket per månad måste vi spara i mars och april för att nå planen?").kind).toBe("unknown"));
});

describe("what is believed of the year against its plan", () => {
  it.each([
    ["gröna åtgärder där prognosen ändå ligger under planen för året", "under"],
    ["vilka åtgärder har en prognos över årets plan", "over"],
    ["hur många gula har en prognos under årets plan?", "under"],
    ["vilka gröna har ändå en prognos som är lägre än planen?", "under"],
    ["hur många åtgärder har sämre prognos än plan?", "under"],
    ["vilka åtgärder väntas ge mer än planerat i år", "over"],
    ["which measures have a forecast below the annual plan", "under"],
  ])("%s", (text, side) => expect(asked(text).query?.filters.at(-1)).toEqual({ on: "forecast", side, not: false }));
});

describe("what hangs on what", () => {
  it.each([
    ["va faller om schemaverktyget aldrig kommer?", "at_risk", ["Å-46"]],
    ["Vad händer om PKS inte kommer?", "at_risk", ["Å-25"]],
    ["vad fattas för Å-27", "depends_on", ["Å-27"]],
    ["Vad saknas för Å-01?", "depends_on", ["Å-01"]],
    ["vad saknar Å-12 för att kunna starta", "depends_on", ["Å-12"]],
    ["vad fattas för att Å-12 ska bli klar?", "depends_on", ["Å-12"]],
    ["How much of the realised effect comes from Å-02?", "share", ["Å-02"]],
    ["hur många procent av prognosen utgör Å-01", "share", ["Å-01"]],
    ["hur stor del av det realiserade står Å-02 för", "share", ["Å-02"]],
    ["Hur stor del av den beslutade effekten kommer från biosimilarerna?", "share", ["Å-08"]],
  ])("%s", (text, intent, measures) => expect(asked(text).query).toMatchObject({ intent, measures }));

  it("a cause is no measure that may fail", () =>
    expect(asked("hur mycket försvinner om rekryteringen aldrig blir klar").kind).toBe("unknown"));

  it.each([
    ["stämmer fortfarande antagandet om priset på biosimilarer", ["VD14"]],
    ["håller antagandet om dieselpriset", ["ST24"]],
    ["gäller antagandet om remissinflödet fortfarande?", ["VD07"]],
    ["Håller antagandet om jourläkare?", ["BE01"]],
  ])("%s", (text, measures) => expect(askedOther(text).query).toMatchObject({ detail: "assumptions", measures }));
});

describe("spoken words", () => {
  it.each([
    ["hur går e me biblioteken egentligen", "status"],
    ["hur ligger e till me biosimilarerna", "status"],
    ["hur går e för Å-02", "status"],
    ["när kommer nästa sammanfattning", "deadline"],
  ])("%s", (text, intent) => expect(asked(text).query).toMatchObject({ intent }));

  it("a place that the plan has not is no comparison", () =>
    expect(askedOther("hur mycket har korta åtgärder på VS gett").kind).toBe("unknown"));
});

describe("words of the plan", () => {
  it("a compound with its hyphen is the mechanism", () =>
    expect(asked("hyrpersonal-åtgärderna utom psykiatrins, hur mycket har dom gett tom oktober?").query).toMatchObject({
      filters: [
        { on: "mechanism", values: ["agency"] },
        { on: "owner", values: ["PSY"], not: true },
      ],
    }));

  it("a theme in English", () =>
    expect(askedOther("long-term measures in digitalisation?").measures).toEqual(["DI17", "DI21"]));

  it.each([
    ["när ska biblioteken ha stängt, å blev det så?", "24 september"],
    ["När öppnar den nya gemensamma mottagningen i Å-16?", "14 december"],
  ])("%s is told by the milestones", (text, date) => expect(asked(text).text).toContain(date));

  it("a milestone in its own words", () =>
    expect(askedOther("när skulle chattboten svara dygnet runt?").text).toContain("30 september"));

  it.each([
    ["status på roboten → den om löner", "DI20"],
    ["status på roboten → den för remisser", "DI21"],
  ])("%s", (text, measure) => expect(askedOther(text).measures).toEqual([measure]));

  it("what is out of bounds is refused, though there is a choice to make", () =>
    expect(askedOther("status på roboten → vilken lön har Torun").kind).toBe("refuse"));

  it("whichever comment was meant, one who may read none is refused", () =>
    expect(askedOther("va skriver jourmottagningen i kommentaren på BE01", "monica.frid").kind).toBe("refuse"));
});
