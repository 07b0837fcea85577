// What was asked for in words nobody had written down: sums said twice, lists of what is not meant, limits in money.
import { describe, expect, it } from "vitest";
import { type Answer, askAll } from "../../../src/ask/ask.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");
const plan = samplePlan();

function asked(text: string, who = "controller"): Answer {
  const viewer = viewerOf(plan.facts, `${who}@region-exempel.example`);
  return askAll(text.split(" → "), { plan, rhythm, viewer }).at(-1) as Answer;
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
    ["measures that are not red, paused or done", ["critical", "paused", "done"], true],
    ["hur mycket effekt har fallit bort pga stoppade åtgärder", ["paused", "cancelled", "reverted"], false],
    ["bortfallen effekt till följd av pausade åtgärder", ["paused"], false],
  ])("%s", (text, values, not) => expect(asked(text).query?.filters).toEqual([{ on: "state", values, not }]));
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
  ])("%s", (text, about) => expect(asked(text).query).toMatchObject({ intent: "changes", about }));
});
