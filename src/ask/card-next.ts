// Pure. The buttons under an answer. What a button asks names its subject by id, so that it means the same also when
// the conversation has moved on, or another person in the channel presses it.
import type { Answer, Choice } from "./answer.ts";
import { clip } from "./card-blocks.ts";
import type { CardWords, NextWords } from "./card-words.ts";
import type { Intent } from "./schema.ts";
import { tokenise } from "./text/tokens.ts";
import { EXAMPLES } from "./words/talk-words.ts";

export interface AskButton {
  readonly title: string;
  /** What is asked when it is pressed. */
  readonly text: string;
}

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
    case "unknown":
      return asTyped(EXAMPLES[answer.lang]);
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
  const own = derived(answer, words);
  return own.length > 0 ? own : asTyped(answer.followUps);
}

/** Of an empty list there is nothing more to ask. */
function hasFoundNone({ query, measures }: Answer): boolean {
  return (query?.intent === "list" || query?.intent === "count") && query.filters.length > 0 && measures.length === 0;
}

const OF_EFFECT: ReadonlySet<Intent> = new Set([
  "figure",
  "series",
  "breakdown",
  "needed",
  "reach",
  "trust",
  "why",
  "rank",
  "compare",
]);
const OF_ONE_MEASURE: ReadonlySet<Intent> = new Set([
  "detail",
  "since",
  "why",
  "depends_on",
  "dependents",
  "decisions",
  "milestones",
  "comments",
  "what_if",
  "figure",
  "series",
]);
const OF_LISTS: ReadonlySet<Intent> = new Set([
  "list",
  "count",
  "changes",
  "dependents",
  "at_risk",
  "milestones",
  "upcoming",
  "rank",
  "why",
]);
const SHOWN_MEASURES = 3;

function derived(answer: Answer, words: CardWords): readonly AskButton[] {
  const { query } = answer;
  if (!query) return [];
  const { next } = words;
  const { intent } = query;
  const measure = query.measures.length === 1 ? query.measures[0] : undefined;
  if (measure && OF_ONE_MEASURE.has(intent)) {
    const all: [Intent, NextWords][] = [
      ["status", next.show],
      ["why", next.whyMeasure],
      ["dependents", next.behind],
      ["series", next.series],
    ];
    return all.flatMap(([of, one]) => (of === intent ? [] : [pressed(one, measure)])).slice(0, SHOWN_MEASURES);
  }
  const listed = answer.measures.filter((id) => !query.measures.includes(id)).slice(0, SHOWN_MEASURES);
  if (OF_LISTS.has(intent) && listed.length > 0) return listed.map((id) => pressed(next.show, id));
  const org = query.orgs.length === 1 ? query.orgs[0] : undefined;
  if (intent === "staffing" && org) return [pressed(next.unit, org), pressed(next.measures, org)];
  // A filter can't be said by an id: what is asked next would be of something else.
  if (!OF_EFFECT.has(intent) || query.filters.length > 0 || query.orgs.length > 1 || query.measures.length > 0)
    return [];
  const all: [Intent, NextWords][] = org
    ? [
        ["series", next.series],
        ["why", next.why],
        ["status", next.unit],
      ]
    : [
        ["series", next.series],
        ["breakdown", next.groups],
        ["why", next.why],
        ["list", next.red],
      ];
  const subject = org ?? next.plan;
  return all
    .flatMap(([of, one]) => (of === intent || (of === "status" && org) ? [] : [pressed(one, subject)]))
    .slice(0, SHOWN_MEASURES);
}

function pressed(words: NextWords, subject: string): AskButton {
  return { title: words.title(subject), text: words.text(subject) };
}

function cut(title: string): string {
  const characters = [...title];
  return characters.length <= TITLE_MOST ? title : clip(title, TITLE_MOST - 2);
}
