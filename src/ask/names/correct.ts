// Pure. Misspelt, shortened and run-together words put right, by the words of the lexicon and of this plan.
import { PATTERNS } from "../lexicon/patterns.ts";
import { stemOf } from "../text/stem.ts";
import type { Token } from "../text/tokens.ts";
import { apart, joined, splitCompound } from "./broken-words.ts";
import { soundingLike } from "./by-ear.ts";
import { guessed, slipped } from "./guess.ts";
import { isKnown, lexicon, replaced } from "./known-words.ts";
import type { NameIndex } from "./name-index.ts";
import { keyOf, keysWithParts } from "./name-words.ts";

/** Guessing costs time: so many words of one question are put right, no more. */
const MOST_GUESSES = 14;

/** The tokens as they were most likely meant. A known word is never changed. */
export function correctTokens(tokens: readonly Token[], index: NameIndex): readonly Token[] {
  let guesses = 0;
  return joined(tokens, index).flatMap((token) => {
    if (isKnown(token, index)) return [isExact(token, index) ? marked(token, index) : settled(token, index)];
    if (guesses >= MOST_GUESSES) return [token];
    const slip = token.folded.length >= 7 ? slipped(token, index) : null;
    if (slip) return [slip];
    const split = splitCompound(token, index);
    if (split || isPartlyKnown(token, index)) return split ?? [token];
    guesses++;
    const guess = guessed(token, index);
    return guess === token ? (apart(token, index) ?? [token]) : [guess];
  });
}

function isExact(token: Token, index: NameIndex): boolean {
  return PATTERNS.words.has(token.folded) || index.vocabulary.has(token.folded);
}

// "Strandnas" where the plan has "Strandnäs", "åtgårder": the ending is told by the marks.
function marked(token: Token, index: NameIndex): Token {
  // "Staben" is the unit, though somebody is called Stabén.
  if (PATTERNS.plainWords.has(token.word) || index.plainWords.has(token.word)) return token;
  const written = index.written.get(token.folded);
  if (written === token.word) return token;
  return written === undefined
    ? replaced(token, token.folded, index)
    : { ...token, word: written, stem: stemOf(written) };
}

// "Enlig", "påminnn": they have the key of a word that is known, and are that word with one letter lost or twice.
function settled(token: Token, index: NameIndex): Token {
  // "Fallskadona" of a plan that says "fallskadorna".
  const said = soundingLike(token.word, index);
  if (said !== null && said.length > token.folded.length && index.written.has(said))
    return replaced(token, said, index);
  const near = [...index.vocabulary.allNearest(token.folded), ...lexicon.allNearest(token.folded)].filter(
    (one) =>
      one.distance === 1 &&
      (one.slip === 0 || (one.word.length > token.folded.length && stemOf(one.word) === token.stem)),
  );
  const words = new Set(near.map((one) => one.word));
  const [only] = words;
  return words.size === 1 && only !== undefined ? replaced(token, only, index) : token;
}

// "Kirurgkliniken" where the plan says "Kirurgen".
function isPartlyKnown(token: Token, index: NameIndex): boolean {
  return keysWithParts(keyOf(token)).some((part) => index.byWord.has(part.key));
}
