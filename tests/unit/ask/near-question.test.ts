// A word that was not understood: what the question is without it is offered, and never answered unasked.
import { describe, expect, it } from "vitest";
import { withoutWords } from "../../../src/ask/near-question.ts";
import { answerTo } from "../../helpers/exam-plans.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const plan = samplePlan();
const asked = (text: string) => answerTo(plan, "planagare@region-exempel.example", text);

describe("a question without the words that were not understood", () => {
  it.each([
    ["ortopeden i juni avspärrat", ["avspärrat"], "ortopeden i juni"],
    ["Ortopeden, *typ* [här](http://x.example)?", ["typ"], "ortopeden här http x.example"],
    ["visa blurp röda blurp", ["blurp"], "visa röda"],
    ["hur mycket realiserades på tisdagar", ["tisdagar"], null],
    ["den frågvisa åtgärden", ["frågvisa"], null],
    ["röda blurp", ["blurp"], null],
    ["a b c d e f", ["b", "c"], null],
    ["hur går det", [], null],
    ["hur går det", ["något"], null],
  ])("%s", (text, words, near) => expect(withoutWords(text, words)).toBe(near));
});

describe("what is offered for one that was not understood", () => {
  it("is first the nearest question that has an answer, with how it is read", () => {
    const { kind, text, facts, query, followUps } = asked("ortopeden i juni avspärrat");
    expect({ kind, facts, query }).toEqual({ kind: "unknown", facts: [], query: null });
    expect(text).toContain(
      "Jag förstod inte ”avspärrat”. Menar du ”ortopeden i juni” (läget · Ortopedkliniken · juni)?",
    );
    expect(followUps).toHaveLength(3);
    expect(followUps[0]).toBe("ortopeden i juni");
    expect(asked("ortopeden i juni").kind).toBe("answer");
  });
  it("is no action", () => expect(asked("exportera planen blurpigt").followUps[0]).not.toContain("exportera"));
  it("is three examples where there is none", () => {
    const { text, followUps } = asked("blurp snurp");
    expect(text).not.toContain("Menar du");
    expect(followUps).toHaveLength(3);
  });
});
