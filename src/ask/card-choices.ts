// Pure. What was not answered: which one is meant, what can't be said, what was not understood. Plain words, and buttons
// one under the other, since names are long.
import template from "../../cards/answer-choices.json" with { type: "json" };
import { escapeMarkdown, fillCard } from "../lib/card.ts";
import type { Answer } from "./answer.ts";
import { clip } from "./card-blocks.ts";
import type { AskButton } from "./card-next.ts";
import type { CardWords } from "./card-words.ts";

const LINES_MOST = 8;
const LINE_MOST = 500;

export function choicesCard(answer: Answer, buttons: readonly AskButton[], words: CardWords): object {
  // What stands whole on its button need not be said twice; a long name is cut there, and written out here.
  const titles = new Set(buttons.map(({ title }) => `• ${title}`));
  const lines = answer.text.split("\n").filter((line) => !titles.has(line));
  const lead = answer.kind === "refuse" && buttons.length > 0 ? [words.try] : [];
  return fillCard(template, {
    lang: answer.lang,
    fallback: clip(answer.text, LINE_MOST),
    lines: [...lines.slice(0, LINES_MOST), ...lead].map((line, at) => ({
      text: escapeMarkdown(clip(line, LINE_MOST)),
      size: "Default",
      weight: at === 0 && answer.kind === "clarify" ? "Bolder" : "Default",
    })),
    buttons,
  });
}
