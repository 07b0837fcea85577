import type { IAdaptiveCard } from "@microsoft/teams.cards";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CardFault, escapeMarkdown, fillCard, MAX_CARD_BYTES } from "../../../src/lib/card.ts";
import { cardProblems } from "../../helpers/valid-card.ts";

const TEXT = (text: string, more: object = {}) => ({ type: "TextBlock", text, wrap: true, ...more });
const CARD = (...body: object[]) => ({ type: "AdaptiveCard", version: "1.5", body });
const bodyOf = (template: object, data: object) =>
  (fillCard(template, data) as { body: Record<string, unknown>[] }).body;

describe("fillCard", () => {
  it("fills, repeats and hides", () => {
    const template = CARD(
      TEXT("Vecka ${week}"),
      TEXT("${$index}: ${title} (${$root.week})", { $data: "${lines}", $when: "${title != ''}" }),
    );
    const lines = [{ title: "Å-01" }, { title: null }, { title: "Å-02" }];
    expect(bodyOf(template, { week: 47, lines }).map(({ text }) => text)).toEqual([
      "Vecka 47",
      "0: Å-01 (47)",
      "2: Å-02 (47)",
    ]);
  });

  it.each<[string, object, string]>([
    ["null is empty", { x: null }, "Hej !"],
    ["zero is a number", { x: 0 }, "Hej 0!"],
    ["false is a word", { x: false }, "Hej false!"],
    ["an expression that a person wrote stays text", { x: "${password} ${" }, "Hej ${password} ${!"],
    ["quotes and backslashes stay", { x: `"a" \\ 'b' \`c\`` }, `Hej "a" \\ 'b' \`c\`!`],
    ["the name of a built-in stays", { x: "constructor" }, "Hej constructor!"],
  ])("%s", (_name, data, text) => {
    expect(bodyOf(CARD(TEXT("Hej ${x}!")), data)[0]?.text).toBe(text);
  });

  it("gives inputs no empty value, and keeps numbers numbers", () => {
    const input = { type: "Input.Number", id: "n", label: "Prognos", value: "${value}" };
    expect(bodyOf(CARD(input), { value: null })[0]).not.toHaveProperty("value");
    expect(bodyOf(CARD(input), { value: 28.5 })[0]).toHaveProperty("value", 28.5);
  });

  it.each<[string, string, object]>([
    ["a missing key", "Hej ${y}", { x: 1 }],
    ["a missing key inside", "Hej ${x.y}", { x: {} }],
    ["a key inside null", "Hej ${x.y}", { x: null }],
    ["a value that is undefined", "Hej ${x}", { x: undefined }],
  ])("throws on %s", (_name, text, data) => {
    expect(() => fillCard(CARD(TEXT(text)), data)).toThrow(CardFault);
  });

  it("throws when the card is too big for Teams, counted in UTF-16", () => {
    const fits = "å".repeat(MAX_CARD_BYTES / 2 - 200);
    expect(() => fillCard(CARD(TEXT("${x}")), { x: fits })).not.toThrow();
    expect(() => fillCard(CARD(TEXT("${x}")), { x: `${fits}${"å".repeat(400)}` })).toThrow(/too_big/);
  });

  it("fills one template again and again, each time from the beginning", () => {
    const template = CARD(TEXT("${x}"));
    expect([1, 2, 1].map((x) => bodyOf(template, { x })[0]?.text)).toEqual([1, 2, 1]);
  });

  it("shows any words as they were written", () => {
    const template = CARD(TEXT("Kommentar: ${x}"));
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("$", "{", "}", "\\", "`", "'", "x") })),
        (x) => {
          expect(bodyOf(template, { x })[0]?.text).toBe(`Kommentar: ${x}`);
        },
      ),
    );
  });
});

describe("escapeMarkdown", () => {
  it.each<[string, string]>([
    ["Svårt att få vikarier", "Svårt att få vikarier"],
    ["1. Minska", "1\\. Minska"],
    ["12) Minska", "12\\) Minska"],
    ["Minska 1. och 2.", "Minska 1. och 2."],
    ["- punkt", "\\- punkt"],
    ["+ punkt", "\\+ punkt"],
    ["* punkt", "\\* punkt"],
    ["# Rubrik", "\\# Rubrik"],
    ["> citat", "\\> citat"],
    ["===", "\\==="],
    ["**fet** _kursiv_ ~~struken~~ `kod`", "\\*\\*fet\\*\\* \\_kursiv\\_ \\~\\~struken\\~\\~ \\`kod\\`"],
    ["[länk](https://x.example)", "\\[länk\\](https\\:\\/\\/x.example)"],
    ["https://x.example www.x.example", "https\\:\\/\\/x.example www\\.x.example"],
    ["<at>Eva</at> <b>fet</b> &lt;", "\\<at\\>Eva\\</at\\> \\<b\\>fet\\</b\\> \\&lt;"],
    ["@Eva eva@region.se", "\\@Eva eva\\@region.se"],
    ["FoU & HR", "FoU & HR"],
    ["a | b", "a \\| b"],
    ["c:\\temp", "c:\\\\temp"],
    ["rad ett\n\n- rad två\r\n\t# tre", "rad ett - rad två # tre"],
    ["  luft  ", "luft"],
    ["bak\u202elänges\u0000", "baklänges"],
    ["👩‍⚕️", "👩‍⚕️"],
    ["", ""],
  ])("%j", (words, escaped) => {
    expect(escapeMarkdown(words)).toBe(escaped);
  });

  it("leaves nothing that Markdown would act on, and loses no word", () => {
    const livesUnescaped = /(?<!\\)(?:\\\\)*(?:[*_`[\]<>~|@]|&#?\w+;)/;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."\\*_`[]<>~|&;@#+-=1.): \n/ab".split("")) }), (words) => {
        const escaped = escapeMarkdown(words);
        expect(escaped).not.toMatch(livesUnescaped);
        expect(escaped).not.toMatch(/^(#|\+|-|=|\d+[.)])|\n/);
        expect(escaped.replace(/\\([\p{P}\p{S}])/gu, "$1")).toBe(words.replace(/\s+/g, " ").trim());
      }),
    );
  });
});

describe("the judge of cards", () => {
  const data = { nonce: "n" };
  const execute = { type: "Action.Execute", title: "Skicka", verb: "v", data };
  const typed: IAdaptiveCard = {
    type: "AdaptiveCard",
    version: "1.5",
    body: [{ type: "TextBlock", text: "Hej", wrap: true }],
  };
  const choice = { type: "Input.ChoiceSet", id: "a", label: "Läge", choices: [{ title: "Grön", value: "g" }] };

  it.each<[string, object]>([
    ["a plain card", CARD(TEXT("Hej"))],
    ["a chart that says the same in words", CARD({ type: "Chart.Line", title: "x", fallback: TEXT("145 av 176,8") })],
    [
      "an execute with the same submit",
      { ...CARD(), actions: [{ ...execute, fallback: { type: "Action.Submit", title: "Skicka", data } }] },
    ],
    ["a card as Microsoft types it", typed],
    ["a prefilled choice", CARD({ ...choice, value: "g" })],
  ])("lets %s through", (_name, card) => {
    expect(cardProblems(card)).toEqual([]);
  });

  it.each<[RegExp, object]>([
    [/version 1.6/, { ...CARD(), version: "1.6" }],
    [/a \$\{ is left/, CARD(TEXT("${x}"))],
    [/does not wrap/, CARD({ type: "TextBlock", text: "x" })],
    [/colour alone/, CARD(TEXT("●", { color: "Attention" }))],
    [/no fallback in words/, CARD({ type: "Chart.Donut", title: "x" })],
    [/no altText/, CARD({ type: "Image", url: "https://x.example/a.png" })],
    [/no label/, CARD({ ...choice, label: undefined })],
    [/id of another/, CARD(choice, choice)],
    [/can't be chosen/, CARD({ ...choice, value: "x" })],
    [/without errorMessage/, CARD({ ...choice, isRequired: true })],
    [
      /more than 3 columns/,
      CARD({ type: "ColumnSet", columns: [1, 2, 3, 4].map(() => ({ type: "Column", items: [] })) }),
    ],
    [/no Action.Submit/, { ...CARD(), actions: [execute] }],
    [
      /fallback lacks nonce/,
      { ...CARD(), actions: [{ ...execute, fallback: { type: "Action.Submit", title: "Skicka" } }] },
    ],
    [/is disabled/, { ...CARD(), actions: [{ type: "Action.Submit", title: "x", isEnabled: false }] }],
    [/UnknownElementType/, CARD({ type: "TextBlok", text: "x" })],
    [/InvalidPropertyValue/, CARD(TEXT("x", { size: "huge" }))],
    [/KB is too big/, CARD(TEXT("x".repeat(40_000)))],
  ])("finds %s", (problem, card) => {
    expect(cardProblems(card).join("\n")).toMatch(problem);
  });
});
