// A word that means something is in the query, or there is no answer: never the answer to an easier question.
import { describe, expect, it } from "vitest";
import { askAll } from "../../../src/ask/ask.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const plan = samplePlan();
const viewer = viewerOf(plan.facts, "controller@region-exempel.example", false);

function kindOf(text: string): string | undefined {
  return askAll([text], { plan, rhythm: defaultRhythm("Europe/Stockholm"), viewer }).at(-1)?.kind;
}

describe("what the query has no room for is not left out", () => {
  it.each([
    "Hur mycket realiserades på tisdagar?",
    "Hur mycket har vi sparat per år?",
    "Hur många årsarbetare är läkare på ortopedkliniken?",
    "Hur mycket är beslutat i september?",
    "Hur stor är potentialen i mars?",
    "Bemanningen i psykiatrin i mars och april",
    "Hur mycket har vi inte realiserat?",
    "Hur mycket har psykiatrin sparat mer än 12?",
    "Vilka enheter har bemanning och produktion som faller i augusti?",
    "Vilka enheter har fler anställda än målet men producerar mindre än plan?",
    "Vilka av de försenade åtgärderna har fått stöd?",
    "Hur stor andel av de röda beror på vakanser?",
    "Är det fler röda nu än i september?",
    "Hur mycket saknas till plan för de tre största åtgärderna?",
    "Vem har sagt att Å-08 är grön?",
    "Vilken åtgärd har legat röd längst och varför?",
    "Vilka röda åtgärder har fått ett beslut i år?",
    "Vilka åtgärder ger mer än 5 miljoner i år?",
    "Vad kostade hyrpersonalen i fjol jämfört med i år på akuten?",
  ])("%s", (text) => {
    expect(kindOf(text)).not.toBe("answer");
  });

  it.each([
    "Hur mycket har vi sparat under året?",
    "Vad är prognosen för året?",
    "What is the forecast for the year?",
    "Hur mycket har vi sparat än så länge?",
    "Är de 145 miljonerna kontrollerade?",
    "Ställ röntgen mot ambulansen",
  ])("%s is still answered", (text) => {
    expect(kindOf(text)).toBe("answer");
  });
});
