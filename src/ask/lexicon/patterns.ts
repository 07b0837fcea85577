// Pure. The lexicon tables turned into patterns that can be looked up by their first word.
import { fold } from "../text/fold.ts";
import { stemOf } from "../text/stem.ts";
import { ASK_FORMS } from "./ask-words.ts";
import { ATTRIBUTE_FORMS } from "./attribute-words.ts";
import type { Concept } from "./concept.ts";
import { FIGURE_FORMS } from "./figure-words.ts";
import { STAFFING_FORMS } from "./staffing-words.ts";
import { STATE_FORMS } from "./state-words.ts";
import { STOP_FORMS } from "./stop-words.ts";
import { TALK_FORMS } from "./talk-words.ts";
import { THING_FORMS } from "./thing-words.ts";

export type PatternWord =
  | { readonly is: "word"; readonly plain: string; readonly folded: string; readonly stem: string | null }
  | { readonly is: "prefix"; readonly prefix: string; readonly plain: string }
  /** Up to two words of any kind. */
  | { readonly is: "gap" };

export interface Pattern {
  readonly concept: Concept;
  readonly words: readonly PatternWord[];
}

export interface PatternIndex {
  readonly byWord: ReadonlyMap<string, readonly Pattern[]>;
  readonly byStem: ReadonlyMap<string, readonly Pattern[]>;
  /** By the first three letters of a prefix. */
  readonly byPrefix: ReadonlyMap<string, readonly Pattern[]>;
  /** Every whole word of the lexicon, folded: what a misspelt word may be meant as. */
  readonly words: ReadonlySet<string>;
  /** As written in the lexicon: such a word is itself and no other word without its marks. */
  readonly plainWords: ReadonlySet<string>;
  /** How a folded word is written, mostly in one way only. */
  readonly written: ReadonlyMap<string, readonly string[]>;
  /** Stems of the Swedish small words that are long enough to have forms, with the length of the longest. */
  readonly smallStems: ReadonlyMap<string, number>;
  /** Those that carry meaning: what a compound may be made of. */
  readonly contentWords: ReadonlySet<string>;
}

// A short word is itself only: stems of short words collide.
const SHORTEST_STEMMED = 5;

export const PATTERNS: PatternIndex = buildIndex();

function buildIndex(): PatternIndex {
  const byWord = new Map<string, Pattern[]>();
  const byStem = new Map<string, Pattern[]>();
  const byPrefix = new Map<string, Pattern[]>();
  const words = new Set<string>();
  const contentWords = new Set<string>();
  const plainWords = new Set<string>();
  const smallStems = new Map<string, number>();
  const beginnings = new Set<string>();
  for (const pattern of allPatterns()) {
    const first = pattern.words[0];
    if (first?.is === "word") {
      push(byWord, first.folded, pattern);
      if (first.stem) push(byStem, first.stem, pattern);
    } else if (first?.is === "prefix") push(byPrefix, first.prefix.slice(0, 3), pattern);
    if (first?.is === "word" && pattern.concept === "stop" && pattern.words.length === 1 && first.folded.length >= 4)
      smallStems.set(stemOf(first.plain), Math.max(first.folded.length, smallStems.get(stemOf(first.plain)) ?? 0));
    for (const word of pattern.words) {
      if (word.is === "word") {
        words.add(word.folded);
        plainWords.add(word.plain);
      }
      if (word.is === "word" && pattern.words.length === 1 && !pattern.concept.startsWith("stop"))
        contentWords.add(word.folded);
      if (word.is === "prefix" && word.prefix.length >= 7) {
        words.add(word.prefix);
        beginnings.add(word.plain);
      }
    }
  }
  return {
    byWord,
    byStem,
    byPrefix,
    words,
    plainWords,
    written: writtenForms(new Set([...plainWords, ...beginnings])),
    smallStems,
    contentWords,
  };
}

function writtenForms(plainWords: Iterable<string>): Map<string, string[]> {
  const written = new Map<string, string[]>();
  for (const word of plainWords) {
    const known = written.get(fold(word));
    if (known) known.push(word);
    else written.set(fold(word), [word]);
  }
  return written;
}

function* allPatterns(): Generator<Pattern> {
  for (const table of [
    STOP_FORMS,
    FIGURE_FORMS,
    STAFFING_FORMS,
    STATE_FORMS,
    ATTRIBUTE_FORMS,
    ASK_FORMS,
    THING_FORMS,
    TALK_FORMS,
  ])
    for (const [concept, forms] of Object.entries(table))
      for (const form of forms.split(",")) {
        const text = form.trim();
        if (text) yield { concept: concept as Concept, words: wordsOf(text, concept) };
      }
}

function wordsOf(form: string, concept: string): PatternWord[] {
  const isStop = concept.startsWith("stop");
  return form.split(/\s+/).map((word): PatternWord => {
    if (word === "~") return { is: "gap" };
    if (word.endsWith("*")) return { is: "prefix", prefix: fold(word.slice(0, -1)), plain: word.slice(0, -1) };
    const folded = fold(word);
    return { is: "word", plain: word, folded, stem: isStop || folded.length < SHORTEST_STEMMED ? null : stemOf(word) };
  });
}

function push(map: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  const known = map.get(key);
  if (known) known.push(pattern);
  else map.set(key, [pattern]);
}
