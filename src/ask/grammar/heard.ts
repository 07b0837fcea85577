// Pure. A question taken apart: its words, what they stand for, the names, times and numbers in it.

import { memoised } from "../../lib/memo.ts";
import type { IsoDate } from "../../lib/time.ts";
import type { Lang, PlanFacts } from "../../plan/plan.ts";
import { type Month, monthOf } from "../../plan/week.ts";
import type { Concept } from "../lexicon/concept.ts";
import type { Tag } from "../lexicon/tag.ts";
import { correctTokens } from "../names/correct.ts";
import type { Mention } from "../names/mention.ts";
import { type NameRef, nameIndexOf } from "../names/name-index.ts";
import { languageOf } from "../text/language.ts";
import { withMarks } from "../text/marks.ts";
import { type Token, tokenise } from "../text/tokens.ts";
import { readWhens } from "../when/read-when.ts";
import type { Moment, WhenSpan } from "../when/when.ts";
import { type Amount, readAmounts } from "./amounts.ts";
import { namesMeant } from "./names-meant.ts";
import { coverOf, rangeOf } from "./spans.ts";
import { type Said, tagsBeside, tagsMeant, unknownIn } from "./words-meant.ts";

export interface Heard {
  /** As understood: lower case, misspelt and hurried words put right. */
  readonly text: string;
  /** As it came, for names in quotes, addresses and clock times. */
  readonly typed: string;
  readonly lang: Lang | null;
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  readonly mentions: readonly Mention[];
  readonly whens: readonly WhenSpan[];
  readonly amounts: readonly Amount[];
  /** The year of the figures now. */
  readonly year: number;
  /** The month the figures are closed through. */
  readonly through: Month;
  readonly today: IsoDate;
  /** The month that now lies in. */
  readonly month: Month;
  /** Whether any of the concepts is said, outside the names. */
  has(...concepts: readonly Concept[]): boolean;
  /** Where a concept is first said; −1 when it is not. */
  at(concept: Concept): number;
  /** The nämnder of the plan. */
  readonly boards: ReadonlySet<string>;
  /** Words that nothing accounts for. */
  readonly unknown: readonly number[];
}

/** Takes a question apart. What was asked lately is remembered: people ask much the same. */
export function hear(text: string, facts: PlanFacts, moment: Moment): Heard {
  const kept = lately(facts);
  const key = `${moment.today} ${moment.week} ${moment.through} ${text}`;
  const known = kept.get(key);
  if (known) return known;
  const heard = takenApart(text, facts, moment);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
  kept.set(key, heard);
  return heard;
}

const MOST_KEPT = 64;
const lately = memoised((_facts: PlanFacts) => new Map<string, Heard>());

function takenApart(text: string, facts: PlanFacts, moment: Moment): Heard {
  const index = nameIndexOf(facts);
  const typed = withMarks(tokenise(text));
  const lang = languageOf(typed);
  const tokens = correctTokens(typed, index);
  const whens = readWhens(tokens, moment);
  const counted = readAmounts(tokens, whens);
  const said: Said = { tokens, tags: tagsMeant(tokens, index), times: [...whens, ...counted], lang };
  const mentions = namesMeant(said, index, facts);
  // What is part of a name does not speak for itself, unless the name is also a general word.
  const isNamed = coverOf(
    tokens.length,
    mentions.filter((mention) => !mention.weak),
  );
  const isId = coverOf(
    tokens.length,
    mentions.filter(({ readings }) => readings[0]?.by === "id"),
  );
  const tags = tagsBeside(said, mentions, index).filter(
    (tag) => tag.concept.startsWith("stop") || !rangeOf(tag).every((at) => isNamed[at]),
  );
  return {
    text: understoodText(tokens, text),
    typed: text,
    lang,
    tokens,
    tags,
    mentions,
    whens: whens.filter((span) => !rangeOf(span).every((at) => isNamed[at])),
    // "Hur går det med 214?": the measure with that number, and no amount.
    amounts: counted.filter((amount) => !rangeOf(amount).some((at) => isId[at])),
    through: moment.through,
    year: Number(moment.through.slice(0, 4)),
    today: moment.today,
    month: monthOf(moment.today),
    boards: boardsOf(facts),
    has: (...concepts) => tags.some((tag) => concepts.includes(tag.concept)),
    at: (concept) => tags.find((tag) => tag.concept === concept)?.start ?? -1,
    unknown: unknownIn(said, mentions, index),
  };
}

const boardsOf = memoised(
  (facts: PlanFacts) => new Set<string>(facts.orgs.filter((org) => org.level === "board").map((org) => org.id)),
);

// The words one after the other, with the marks that stood between them.
function understoodText(tokens: readonly Token[], typed: string): string {
  const words = tokens
    .map(({ word, breakBefore }, at) =>
      at === 0 ? word : `${/^[-/]/.test(breakBefore) ? " " : ""}${breakBefore} ${word}`,
    )
    .join("");
  return /[?!]\s*$/.test(typed) ? `${words}${typed.trim().slice(-1)}` : words;
}

/** The same with only some of its tags. */
export function withTags(heard: Heard, isKept: (tag: Tag) => boolean): Heard {
  const tags = heard.tags.filter(isKept);
  return {
    ...heard,
    tags,
    has: (...concepts) => tags.some((tag) => concepts.includes(tag.concept)),
    at: (concept) => tags.find((tag) => tag.concept === concept)?.start ?? -1,
  };
}

/** The readings of a kind over all mentions that have one. */
export function mentionsOf(heard: Heard, kind: NameRef["kind"]): readonly Mention[] {
  return heard.mentions.filter((mention) => mention.readings.some((reading) => reading.ref.kind === kind));
}
