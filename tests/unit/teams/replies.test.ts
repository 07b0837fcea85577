import { describe, expect, it } from "vitest";
import type { Replies } from "../../../src/teams/handlers.ts";
import { executeAnswer, taskAnswer, utterancesOf } from "../../../src/teams/replies.ts";

const CARD = { type: "AdaptiveCard", version: "1.5", body: [] };
const text = (words: string) => ({ text: words, card: null });

describe("utterancesOf", () => {
  it("sends text with at most three suggestions, and none beside a card", () => {
    const replies: Replies = [
      { do: "say", content: text("hej"), suggestions: ["a", "b", "c", "d"] },
      { do: "say", content: { text: "kort", card: CARD }, suggestions: ["a"] },
    ];
    const [first, second] = utterancesOf(replies).map(({ activity }) => activity);
    expect(first).toMatchObject({ text: "hej", textFormat: "markdown" });
    expect(first?.suggestedActions?.actions).toEqual(
      ["a", "b", "c"].map((title) => ({ type: "imBack", title, value: title })),
    );
    expect(second).toEqual({
      type: "message",
      summary: "kort",
      attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: CARD }],
    });
  });

  it("leaves dialogs out: they have no place in the chat", () => {
    expect(utterancesOf([{ do: "dialog", title: "t", card: CARD }, { do: "close" }])).toEqual([]);
  });
});

describe("executeAnswer", () => {
  it.each<[string, Replies, object]>([
    [
      "a card in place",
      [
        { do: "say", content: text("x") },
        { do: "replace", content: { text: "y", card: CARD } },
      ],
      { type: "application/vnd.microsoft.card.adaptive", value: CARD },
    ],
    [
      "text in place becomes a card",
      [{ do: "replace", content: text("klart") }],
      { type: "application/vnd.microsoft.card.adaptive", value: { version: "1.5", body: [{ text: "klart" }] } },
    ],
    [
      "nothing in place",
      [{ do: "say", content: text("x") }],
      { type: "application/vnd.microsoft.activity.message", value: "✓" },
    ],
  ])("%s", (_name, replies, body) => {
    expect(executeAnswer(replies)).toMatchObject({ statusCode: 200, ...body });
  });
});

describe("taskAnswer", () => {
  it("opens, tells and closes", () => {
    expect(taskAnswer([{ do: "dialog", title: "Åtgärder", card: CARD, size: "large" }])).toMatchObject({
      task: { type: "continue", value: { title: "Åtgärder", width: "large", card: { content: CARD } } },
    });
    expect(taskAnswer([{ do: "close", text: "sparat" }])).toEqual({ task: { type: "message", value: "sparat" } });
    expect(taskAnswer([])).toEqual({});
  });
});
