import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createVocabulary, typoDistance } from "../../../src/ask/text/fuzzy.ts";
import { languageOf } from "../../../src/ask/text/language.ts";
import { says } from "../../../src/ask/text/says.ts";
import { stemOf } from "../../../src/ask/text/stem.ts";
import { MAX_QUESTION, tokenise } from "../../../src/ask/text/tokens.ts";

const words = (text: string) => tokenise(text).map((token) => token.word);

describe("words of a question", () => {
  it.each([
    ["va e läget?", ["vad", "är", "läget"]],
    ["hur gårdet me ortopeden", ["hur", "går", "det", "med", "ortopeden"]],
    ["hu mkt, t.o.m. okt", ["hur", "mycket", "tom", "okt"]],
    ["whats the status", ["what", "is", "the", "status"]],
    ["Å-04 gul", ["å-04", "gul"]],
    ["mars–maj", ["mars-maj"]],
    ["kirurgen/ortopeden", ["kirurgen", "ortopeden"]],
    ["op/iva", ["op/iva"]],
    ["12,5 mkr", ["12,5", "mkr"]],
    ["", []],
    ["?!…", []],
  ])("%s", (text, expected) => expect(words(text)).toEqual(expected));

  it("reads no more than a question's worth", () => {
    const long = "ord ".repeat(10_000);
    expect(words(long).length).toBeLessThan(MAX_QUESTION / 4 + 1);
  });

  it("takes capitals for what they are, but not in a text that shouts", () => {
    expect(tokenise("Hur går det för Anna?")[4]).toMatchObject({ capital: true });
    expect(tokenise("HUR GÅR DET FÖR ANNA?")[4]).toMatchObject({ capital: false });
  });
});

describe("forms of a word have one key", () => {
  it.each([
    ["åtgärd", "åtgärden", "åtgärderna", "åtgärdernas"],
    ["biosimilarer", "biosimilarerna", "biosimilarernas"],
    ["vårdcentral", "vårdcentralen", "vårdcentralernas", "vardcentralen"],
    ["operation", "operationer", "operationerna"],
  ])("%s", (...forms) => expect(new Set(forms.map(stemOf)).size).toBe(1));
});

describe("misspelt words", () => {
  const vocabulary = createVocabulary(["ortopeden", "bemanning", "kirurgen", "cystoskopi", "cystoskopierna", "lager"]);

  it.each([
    ["ortopeten", "ortopeden"],
    ["bemaning", "bemanning"],
    ["kirrugen", "kirurgen"],
    ["rtopeden", "ortopeden"],
  ])("%s is %s", (typed, meant) => expect(vocabulary.nearest(typed)?.word).toBe(meant));

  it.each(["matchen", "xyz", "lag", "sjukhus"])("%s is none of them", (typed) =>
    expect(vocabulary.nearest(typed)).toBeNull(),
  );

  it("completes a shortened word when only one begins so", () => {
    expect(vocabulary.completed("cystosk")).toBe("cystoskopi");
    expect(createVocabulary(["kirurgi", "kirunakontoret"]).completed("kiru")).toBeNull();
  });

  it("counts two swapped letters as one slip", () => expect(typoDistance("saknar", "skanar")).toBe(1));
});

describe("language", () => {
  it.each([
    ["Hur går det?", "sv"],
    ["How is it going?", "en"],
    ["hows hyrpersonal going at the hospitals", "en"],
    ["P15 status", null],
    ["Å-07", null],
  ])("%s: %s", (text, lang) => expect(languageOf(tokenise(text))).toBe(lang));
});

describe("whole words", () => {
  it.each([
    ["ligger vi över målet", "över", true],
    ["ligger vi over malet", "över", true],
    ["överallt", "över", false],
    ["vi är före plan", "före plan", true],
  ])("%s: %s", (text, pattern, expected) => expect(says(text, pattern)).toBe(expected));
});

describe("any text", () => {
  it("becomes words without an exception, in bounded number", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 5000 }), (text) => tokenise(text).length <= 100));
  });
});
