// Two questions in one: both are answered, or neither.
import { describe, expect, it } from "vitest";
import { type Answer, askAll } from "../../../src/ask/ask.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const plan = samplePlan();
const viewer = viewerOf(plan.facts, "controller@region-exempel.example", false);

function asked(text: string): Answer {
  return askAll([text], { plan, rhythm: defaultRhythm("Europe/Stockholm"), viewer }).at(-1) as Answer;
}

describe("two questions in one", () => {
  it.each([
    ["Hur många åtgärder är röda och hur mycket har de gett?", ["count", "realised"]],
    ["När slutar Å-08 och har den gett det den ska?", ["realised", "planned"]],
    ["Vad är prognosen för Å-08 och varför har den sänkts?", ["forecast", "realised"]],
    ["Hur mycket ligger närsjukvården efter, och vilka är värst?", ["realised", "gap"]],
  ])("%s", (text, names) => {
    expect(asked(text).facts.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });

  it("tells the cause and the owner", () => {
    const { text } = asked("Vad väntar Å-01 på och vem äger den?");
    expect(text).toMatch(/förutsättningar/);
    expect(text).toMatch(/Ägare:/);
  });

  it("conditions tied by och are one question", () => {
    const { query, facts } = asked("Vilka åtgärder är röda och har ingen konsekvensbedömning?");
    expect(query?.filters).toMatchObject([{ on: "state" }, { on: "impact" }]);
    expect(facts.filter(({ name }) => name === "count")).toHaveLength(1);
  });

  it("of units that have not reported, with a condition on measures, nothing is told", () =>
    expect(asked("Vilka enheter har inte rapporterat och har röda åtgärder?").kind).toBe("unknown"));

  it("a second question that says nothing of its own is part of the first", () =>
    expect(asked("När beslutades vårdplatserna och vad blev det?").query?.intent).toBe("decisions"));
});
