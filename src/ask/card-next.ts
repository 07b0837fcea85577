// Pure. The buttons under an answer. What a button asks names its subject by id, so that it means the same also when
// the conversation has moved on, or another person in the channel presses it.
import type { Answer, Choice } from "./answer.ts";
import { clip } from "./card-blocks.ts";
import { type AskButton, leadsOn } from "./card-leads.ts";
import type { CardWords } from "./card-words.ts";
import { tokenise } from "./text/tokens.ts";
import { EXAMPLES } from "./words/talk-words.ts";

export type { AskButton };

const BUTTONS_MOST = 4;
/** Longer titles are cut by Teams, in the middle of a word. */
const TITLE_MOST = 48;

export function nextButtons(answer: Answer, words: CardWords): readonly AskButton[] {
  return questions(answer, words)
    .slice(0, BUTTONS_MOST)
    .map(({ title, text }) => ({ title: cut(title), text }));
}

function questions(answer: Answer, words: CardWords): readonly AskButton[] {
  switch (answer.kind) {
    case "clarify":
      return answer.choices.map((choice) => ({ title: choice.label, text: choiceText(choice) }));
    case "refuse":
      return asTyped(EXAMPLES[answer.lang]);
    case "unknown":
      return asTyped(answer.followUps);
    case "confirm":
      return [];
    case "answer":
      return answersNext(answer, words);
  }
}

/** A longer reply is read as a question of its own. */
const REPLY_MOST = 8;

/** The choice by its name, as a person would answer: its first words where it is long. */
function choiceText({ label }: Choice): string {
  const words = label.split(/\s+/);
  while (words.length > 1 && tokenise(words.join(" ")).length > REPLY_MOST) words.pop();
  return words.join(" ");
}

function asTyped(texts: readonly string[]): AskButton[] {
  return texts.map((text) => ({ title: text, text }));
}

/** What names its subject goes before what leans on the thread. */
function answersNext(answer: Answer, words: CardWords): readonly AskButton[] {
  if (hasFoundNone(answer)) return asTyped(EXAMPLES[answer.lang]);
  const own = leadsOn(answer, words.next);
  return own.length > 0 ? own : asTyped(answer.followUps);
}

/** Of an empty list there is nothing more to ask. */
function hasFoundNone({ query, measures }: Answer): boolean {
  return (query?.intent === "list" || query?.intent === "count") && query.filters.length > 0 && measures.length === 0;
}

function cut(title: string): string {
  const characters = [...title];
  return characters.length <= TITLE_MOST ? title : clip(title, TITLE_MOST - 2);
}
