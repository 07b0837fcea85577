// Pure. An answer as an Adaptive Card. It says what the text says and nothing else: the figure large, then the rest, a
// picture, the source, and buttons for the natural next questions.
import { CardFault, escapeMarkdown } from "../lib/card.ts";
import type { Answer } from "./answer.ts";
import { choicesCard } from "./card-choices.ts";
import { type CardSetting, figureCard } from "./card-figure.ts";
import { nextButtons } from "./card-next.ts";
import { CARD_WORDS } from "./card-words.ts";
import { REFUSALS } from "./words/talk-words.ts";

/** Longer than this is easier to read on a card. */
const PLAIN_MOST = 280;

/** Null where a text bubble is nicer: one plain sentence with no figure and nothing to choose. Never over 60 KB. */
export function answerCard(answer: Answer, setting: CardSetting = {}): object | null {
  // A question that waits for Ja or Nej has its own card, and a stranger has nothing to ask.
  if (answer.kind === "confirm" || answer.text === REFUSALS.not_in_plan[answer.lang]) return null;
  const words = CARD_WORDS[answer.lang];
  const buttons = nextButtons(answer, words);
  if (isPlain(answer, buttons.length)) return null;
  try {
    return answer.kind === "answer" ? figureCard(answer, buttons, words, setting) : choicesCard(answer, buttons, words);
  } catch (error) {
    // The text says it all: better without a card than no answer.
    if (error instanceof CardFault && error.fault === "too_big") return null;
    throw error;
  }
}

function isPlain({ text, facts, chart, query }: Answer, buttons: number): boolean {
  const isOneLine = !text.includes("\n") && text.length <= PLAIN_MOST && escapeMarkdown(text) === text;
  return isOneLine && facts.length === 0 && !chart && (buttons === 0 || query?.intent === "thanks");
}
