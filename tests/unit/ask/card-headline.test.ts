import { describe, expect, it } from "vitest";
import { headlineOf } from "../../../src/ask/card-headline.ts";
import { aFact, anAnswer } from "./an-answer.ts";

const EFFECT = [aFact("realisation_rate", 82.01, "%"), aFact("realised", 145), aFact("planned", 176.8)];

describe("the headline", () => {
  it.each([
    [
      "Hela planen: realiserad effekt t.o.m. oktober 145,0 mkr av planerade 176,8 mkr (82 %).",
      EFFECT,
      ["Hela planen", "Realiserad effekt t.o.m. oktober", "145,0 mkr", "av planerade 176,8 mkr (82 %)"],
    ],
    [
      "Hela planen, v. 47: 26 av 31 enheter har rapporterat (84 %); 5 saknas.",
      [aFact("coverage_received", 26, "st"), aFact("coverage_expected", 31, "st"), aFact("coverage_missing", 5, "st")],
      ["Hela planen, v. 47", "", "26 av 31", "enheter har rapporterat (84 %); 5 saknas"],
    ],
    [
      "Kliniken: bemanning 86,4 årsarbetare (fyraveckorsmedel t.o.m. v. 46), mål 84,0 (+2,4).",
      [aFact("staffing", 86.4, "åa"), aFact("staffing_target", 84, "åa")],
      ["Kliniken", "Bemanning", "86,4 årsarbetare", "(fyraveckorsmedel t.o.m. v. 46), mål 84,0 (+2,4)"],
    ],
    [
      "Hela planen (kritisk (röd)): 3 åtgärder.",
      [aFact("count", 3, "st")],
      ["Hela planen (kritisk (röd))", "", "3 åtgärder", ""],
    ],
    [
      "Hela planen: 6 passerade milstolpar.",
      [aFact("count", 6, "st")],
      ["Hela planen", "", "6", "passerade milstolpar"],
    ],
    [
      "Klinik – realiseringsgrad 102 % t.o.m. oktober.",
      [aFact("realisation_rate", 101.6, "%")],
      ["Klinik", "Realiseringsgrad", "102 %", "t.o.m. oktober"],
    ],
  ])("of %s", (text, facts, [subject, label, figure, below]) => {
    expect(headlineOf(anAnswer(text, { facts }), [text])).toMatchObject({ subject, label, figure, below, rest: [] });
  });

  it("is English where the answer is", () => {
    const text =
      "The whole plan: realised effect through October SEK 145.0 million of planned SEK 176.8 million (82%).";
    expect(headlineOf(anAnswer(text, { lang: "en", facts: EFFECT }), [text])).toMatchObject({
      label: "Realised effect through October",
      figure: "SEK 145.0 million",
    });
  });

  it("of a measure is its läge, and what is realised", () => {
    const lines = [
      "M-1 Titel: med kolon: Kritisk (röd) sedan v. 45.",
      "Realiserat t.o.m. oktober: 12,3 mkr av planerade 20,0 mkr.",
      "Orsak: annat.",
    ];
    const facts = [aFact("realised", 12.3), aFact("planned", 20)];
    expect(headlineOf(anAnswer(lines.join("\n"), { facts, intent: "status" }), lines)).toMatchObject({
      subject: "M-1 Titel: med kolon",
      state: { is: "critical", text: "Kritisk (röd) sedan v. 45" },
      label: "Realiserat t.o.m. oktober",
      figure: "12,3 mkr",
      rest: ["Orsak: annat."],
    });
  });

  it("of a status is the effect and not how many measures there are", () => {
    const lines = [
      "Psykiatrin: 5 åtgärder – 3 enligt plan.",
      "Effekt: realiserad effekt t.o.m. oktober 5,5 mkr av planerade 7,3 mkr.",
    ];
    const facts = [aFact("count", 5, "st"), aFact("realised", 5.5), aFact("planned", 7.3)];
    expect(headlineOf(anAnswer("", { facts, intent: "status" }), lines)).toMatchObject({
      subject: "Psykiatrin",
      figure: "5,5 mkr",
      rest: ["5 åtgärder – 3 enligt plan."],
    });
  });

  it.each([
    ["a number that may belong to a name", "Om Spara 10,0 mkr i tid blir av ger den 10,0 mkr.", [aFact("decided", 10)]],
    ["a week's number", "Veckan v. 47 är öppen.", [aFact("count", 47, "st")]],
    ["a part of an id", "M-07 och M-7a är klara.", [aFact("count", 7, "st")]],
    ["a part of a longer number", "Det blev 1\u00a0145,0 mkr.", [aFact("realised", 145)]],
    ["a figure that the line does not name", "Åtgärden är beslutad.", [aFact("realised", 145)]],
  ])("is the first sentence where the figure can't be told: %s", (_, text, facts) => {
    const headline = headlineOf(anAnswer(text, { facts }), [text]);
    expect(headline.figure).toBe("");
    expect(headline.lead).toBe(text.replace(/\.$/, ""));
  });

  it("is none where several stand side by side", () => {
    const lines = ["A: realiserad effekt 5,0 mkr.", "B: realiserad effekt 6,0 mkr."];
    const answer = anAnswer("", { facts: [aFact("realised", 5)], intent: "compare" });
    expect(headlineOf(answer, lines)).toMatchObject({ subject: "", figure: "", lead: "", rest: lines });
  });

  it("does not take a läge said in passing for the answer's", () => {
    const line = "M-1 Titel ska vara klar i december (läge: Enligt plan (grön)).";
    expect(headlineOf(anAnswer(line, { intent: "detail" }), [line])).toMatchObject({
      state: null,
      lead: line.slice(0, -1),
    });
  });
});
