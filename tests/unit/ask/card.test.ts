import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/ask/answer.ts";
import { answerCard, askAll } from "../../../src/ask/ask.ts";
import { INTENTS } from "../../../src/ask/schema.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import type { Month } from "../../../src/plan/week.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { actionsOf, cardTexts, isObject, type Json, visit } from "../../helpers/fake-teams/read-card.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";
import { cardProblems } from "../../helpers/valid-card.ts";
import { aFact, anAnswer } from "./an-answer.ts";

const plan = samplePlan();
const rhythm = defaultRhythm("Europe/Stockholm");
const viewer = viewerOf(plan.facts, "controller@region-exempel.example", false);

const asked = (...turns: string[]): Answer => askAll(turns, { viewer, plan, rhythm }).at(-1) as Answer;
const card = (answer: Answer, channel = false): object => answerCard(answer, { channel }) ?? {};
const texts = (answer: Answer, channel = false): string[] => cardTexts(card(answer, channel));
const pressed = (of: object): string[] =>
  actionsOf(of).flatMap(({ data }) => (isObject(data) ? String(data.text) : []));

/** What is there before anything is pressed. */
function atFirst(of: object): string[] {
  const body = ((of as Json).body as Json[]).filter((element) => element.isVisible !== false);
  return cardTexts({ type: "AdaptiveCard", body });
}

describe("the card of an answer", () => {
  it.each([
    "hur går det",
    "status Å-07",
    "status Å-04",
    "hur hög är övertiden på akuten",
    "vilka är röda",
    "hur mycket realiserades varje månad i år",
    "realiserad effekt per förvaltning",
    "jämför psykiatrin med närsjukvården",
    "Hur går det för medicin?",
    "hjälp",
    "What is the status of Å-04?",
    "Vilken läkare är sjukskriven?",
    "vad betyder realiserad effekt",
    "asdf qwerty",
  ])("is one that Teams can show: %s", (question) => {
    const answer = asked(question);
    expect(cardProblems(card(answer))).toEqual([]);
    expect(cardProblems(card(answer, true))).toEqual([]);
  });

  it("shows the figure large, with its stage, period and source", () => {
    const shown = card(asked("Hur mycket har vi sparat hittills?"));
    const large: unknown[] = [];
    visit(shown, (node) => node.size === "ExtraLarge" && large.push(node.text));
    expect(large).toEqual(["145,0 mkr"]);
    expect(cardTexts(shown)).toEqual(
      expect.arrayContaining([
        "Hela planen",
        "Realiserad effekt t.o.m. oktober",
        "av planerade 176,8 mkr (82 %)",
        "Källa: ekonomi t.o.m. oktober",
      ]),
    );
  });

  it("shows both colours of a measure in words, beside a mark", () => {
    const shown = texts(asked("status Å-04"));
    expect(shown.slice(1, 4)).toEqual([
      "▲",
      " Avvikelse (gul) sedan v. 41",
      "Chefens bedömning: Gul · Utfall: Röd (70 %)",
    ]);
  });

  it("says the same in words as its picture, and keeps the figures behind a button", () => {
    const shown = card(asked("hur mycket realiserades varje månad i år"));
    const charts: Json[] = [];
    visit(shown, (node) => String(node.type).startsWith("Chart.") && charts.push(node));
    expect(charts.map(({ type }) => type)).toEqual(["Chart.Line"]);
    expect(cardTexts(charts[0]?.fallback as object)).toContain(
      "oktober planerad 176,8 · realiserad 145,0 · prognos 145,0",
    );
    expect(atFirst(shown)).not.toContain("Oktober realiserat 18,7 mkr");
    expect(cardTexts(shown)).toContain("Oktober realiserat 18,7 mkr");
  });

  it("is short in a channel, with the rest behind Visa mer", () => {
    const answer = asked("vilka åtgärder är gula");
    const rows = (of: readonly string[]) => of.filter((text) => text === "Avvikelse (gul)").length;
    const shown = card(answer, true);
    expect(rows(atFirst(shown))).toBe(3);
    expect(rows(cardTexts(shown))).toBe(10);
    expect(cardTexts(shown)).toContain("Visa mer");
    expect(texts(answer)).not.toContain("Visa mer");
  });

  it.each([
    ["one plain sentence", anAnswer("Varsågod!", { intent: "thanks" })],
    ["a question that waits for Ja or Nej", anAnswer("Ska jag?\nSvara ja eller nej.", { kind: "confirm" })],
  ])("is none for %s", (_, answer) => {
    expect(answerCard(answer)).toBeNull();
  });

  it("is one where a sentence has signs that a bubble would read as Markdown", () => {
    expect(answerCard(anAnswer("Ägare: Enhet *A* #1"))).not.toBeNull();
  });

  it("keeps people's words as they wrote them", () => {
    const answer = anAnswer("1. M-1 *Fet* [länk](http://x.se): annat.\n• M-2 ${titel} _a_ – Pausad · <b>", {
      intent: "detail",
    });
    const shown = card(answer);
    const read: string[] = [];
    visit(shown, (node) => node.type === "TextBlock" && read.push(String(node.text)));
    expect(read.join("\n")).toContain("1\\. M-1 \\*Fet\\* \\[länk\\](http\\:\\/\\/x.se)");
    expect(read.join("\n")).toContain("M-2 ${titel} \\_a\\_");
  });
});

describe("the buttons", () => {
  it("press a choice by its name, which answers the question that waited", () => {
    const question = "Hur mycket övertid har medicinkliniken?";
    const shown = card(asked(question));
    expect(cardTexts(shown)).toEqual(expect.arrayContaining(["Medicinkliniken Norra", "Medicinkliniken Södra"]));
    const answers = pressed(shown).map((text) => asked(question, text));
    expect(answers.map(({ query }) => [query?.intent, query?.orgs])).toEqual([
      ["staffing", ["U03"]],
      ["staffing", ["U04"]],
    ]);
  });

  it("press a long name by its first words, which still is a reply and no new question", () => {
    const question = "När börjar roboten ge effekt?";
    const [first = "", second = ""] = pressed(card(asked(question)));
    expect(asked(question, first)).toMatchObject({ query: { intent: "detail", measures: ["Å-44"] } });
    expect(asked(question, second)).toMatchObject({ query: { intent: "detail", measures: ["Å-45"] } });
  });

  it.each([
    ["77", "78"],
    ["kir-n", "kir-s"],
    ["v47", "v48"],
  ])("press the right one, whatever its id looks like: %s", (north, south) => {
    const other = aPlan()
      .unit(north, "SJH", { name: "Kirurgen Norra" })
      .unit(south, "SJH", { name: "Kirurgen Södra" })
      .person("p@x.se", "plan_owner", "REG")
      .at("2026-11-23T09:00:00+01:00");
    const by = { plan: other, rhythm, viewer: viewerOf(other.facts, "p@x.se", false) };
    const question = "Hur går det för kirurgen?";
    const [asks] = askAll([question], by);
    const orgs = pressed(card(asks as Answer)).map((text) => askAll([question, text], by)[1]?.orgs);
    expect(orgs).toEqual([[north], [south]]);
  });

  it("write out a choice whose name is too long for a button", () => {
    const shown = texts(asked("När börjar roboten ge effekt?"));
    expect(shown).toContain("• Å-45 Robot för remisser och sjukintyg (2 000–3 000 timmar per år)");
    expect(shown).toContain("Å-45 Robot för remisser och sjukintyg …");
  });

  it.each(["Vem vann matchen i går?", "Vilken läkare är sjukskriven?", "Who won the match?"])(
    "offer three things that it can answer: %s",
    (question) => {
      const texts = pressed(card(asked(question)));
      expect(texts).toHaveLength(3);
      for (const text of texts) expect(asked(text).kind, text).toBe("answer");
    },
  );

  it.each([
    "Hur mycket har vi sparat hittills?",
    "Hur mycket har Sjukhusförvaltningen sparat?",
    "How much have we saved?",
    "Hur hög är övertiden på akuten?",
    "Vilka åtgärder är röda?",
    "Varför är Å-07 röd?",
    "Why is Å-07 red?",
    "Sen när är Å-02 röd?",
    "Visa hela planen månad för månad",
    "Which measures are red?",
    "Hur många årsarbetare har Röntgen?",
  ])("ask what is understood also without the thread: %s", (question) => {
    const answer = asked(question);
    const texts = pressed(card(answer)).filter((text) => text !== "undefined");
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.length).toBeLessThanOrEqual(4);
    for (const text of texts) expect(asked(text), text).toMatchObject({ kind: "answer", lang: answer.lang });
  });

  it("name the subject of the answer", () => {
    const [months = ""] = pressed(card(asked("Hur mycket har Sjukhusförvaltningen sparat?")));
    expect(asked(months).query).toMatchObject({ intent: "series", orgs: ["SJH"] });
  });
});

describe("any answer", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.replaceAll("\n", " "));
  const line = fc.oneof(
    words,
    fc.tuple(words, words).map(([a, b]) => `${a}: ${b}.`),
    fc.tuple(words, words).map(([a, b]) => `• ${a} – Kritisk (röd) · ${b}`),
    fc
      .double({ min: -5000, max: 5000, noNaN: true })
      .map((value) => `Hela planen: realiserat ${value.toFixed(1).replace(".", ",")} mkr av planerade.`),
  );
  const facts = fc.array(
    fc.record({
      name: fc.constantFrom("realised", "count", "staffing", "overtime", "coverage_rate"),
      value: fc.double({ min: -5000, max: 5000, noNaN: true }).map((value) => Math.round(value * 10) / 10),
      unit: fc.constantFrom("mkr", "%", "st", "åa"),
    }),
    { maxLength: 6 },
  );

  it("has a card that can be shown, whose large figure stands in the text", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        facts,
        fc.constantFrom(...INTENTS),
        fc.boolean(),
        (lines, told, intent, channel) => {
          const answer = anAnswer(lines.join("\n"), {
            facts: told.map((fact) => aFact(fact.name, fact.value, fact.unit)),
            intent,
          });
          const shown = answerCard(answer, { channel });
          if (!shown) return;
          expect(cardProblems(shown).filter((problem) => !problem.endsWith("a ${ is left"))).toEqual([]);
          visit(shown, (node) => {
            if (node.size === "ExtraLarge") expect(answer.text).toContain(String(node.text).replaceAll("\\", ""));
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it("of 5 000 rows has a card within 60 KB that says how many are left", () => {
    const rows = Array.from(
      { length: 5000 },
      (_, at) => `• M-${at} ${"*_[å]".repeat(60)} – Kritisk (röd) · ${"x ".repeat(200)}`,
    );
    const shown = card(
      anAnswer(["Hela planen: 5 000 åtgärder.", ...rows].join("\n"), {
        facts: [aFact("count", 5000, "st")],
        intent: "list",
      }),
    );
    expect(cardProblems(shown)).toEqual([]);
    expect(cardTexts(shown).some((text) => /… och 49\d\d till/.test(text))).toBe(true);
    expect(cardTexts(shown)).toContain("5 000 åtgärder");
  });

  it("of one endless line is cut between words, and says so", () => {
    const text = `Saknas: ${Array.from({ length: 4000 }, (_, at) => `Enhet ${at}`).join(", ")}.\nSlut.`;
    const shown = texts(anAnswer(text, { intent: "coverage" }));
    expect(shown.join("\n").length).toBeLessThan(4000);
    expect(shown.some((text) => text.includes("förkortat"))).toBe(true);
  });

  it("with large pictures stays within 60 KB", () => {
    const bars = Array.from({ length: 500 }, (_, at) => ({
      label: `Enhet ${at} ${"å".repeat(300)}`,
      value: at + 0.123,
    }));
    const points = Array.from({ length: 120 }, (_, at) => ({
      month: `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}` as Month,
      planned: at,
      realised: at,
      forecast: at,
    }));
    for (const chart of [
      { is: "bars", title: "Antal", unit: "st", bars } as const,
      { is: "months", title: "Antal", points } as const,
    ])
      expect(cardProblems(card(anAnswer("Rubrik.\nMer.", { chart, intent: "breakdown" })))).toEqual([]);
  });

  it.each([
    ["nothing but nought", [0, 0]],
    ["one bar", [5]],
    ["what is below nought", [5, -1]],
  ])("has no bars of %s", (_, values) => {
    const bars = values.map((value, at) => ({ label: `E${at}`, value }));
    const shown = JSON.stringify(
      card(anAnswer("Rubrik.\nMer.", { chart: { is: "bars", title: "T", unit: "mkr", bars }, intent: "rank" })),
    );
    expect(shown).not.toContain("Chart.");
  });
});
