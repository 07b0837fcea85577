// Pure. Words that were broken in two, and compounds of two known words.
import { PATTERNS } from "../lexicon/patterns.ts";
import { tagConcepts } from "../lexicon/tag.ts";
import { fold } from "../text/fold.ts";
import { stemOf } from "../text/stem.ts";
import type { Token } from "../text/tokens.ts";
import { monthNumberOf } from "../when/calendar-words.ts";
import { isKnown, replaced } from "./known-words.ts";
import type { NameIndex } from "./name-index.ts";

// "Konc entrationen", "kort siktiga": a word that was broken in two is one again, where that one is known.
export function joined(tokens: readonly Token[], index: NameIndex): readonly Token[] {
  const whole: Token[] = [];
  for (const token of tokens) {
    const before = whole.at(-1);
    if (before && token.breakBefore === "" && isBroken(before, token, index))
      whole[whole.length - 1] = {
        ...replaced(before, before.folded + token.folded, index),
        raw: before.raw + token.raw,
      };
    else whole.push(token);
  }
  return whole;
}

function isBroken(left: Token, right: Token, index: NameIndex): boolean {
  const word = left.folded + right.folded;
  if (left.folded.length < 3 || right.folded.length < 3 || word.length < 7 || /[\d@'-]/.test(word)) return false;
  if (monthNumberOf(left.folded) !== null) return monthNumberOf(word) !== null;
  const isName = index.vocabulary.has(word);
  if (!isName && !PATTERNS.words.has(word) && !isBegunBy(left.folded, word)) return false;
  return !isKnown(left, index) || !isKnown(right, index) || (word.length >= 9 && !isPhrase(left, right));
}

// "Realiserings graden": begins with a word of the lexicon that goes on over the break.
function isBegunBy(left: string, word: string): boolean {
  return PREFIXES.some((prefix) => prefix.length > left.length + 1 && word.startsWith(prefix));
}

// "Över tid" stands in the lexicon as two words.
function isPhrase(left: Token, right: Token): boolean {
  return tagConcepts([left, right]).some((tag) => tag.end - tag.start === 2);
}

// "läkemedelsåtgärderna" → läkemedel + åtgärderna, "hyrsiffror" → hyr + siffror. Both halves must be known words.
export function splitCompound(token: Token, index: NameIndex): Token[] | null {
  const word = token.folded;
  for (let at = 3; at <= word.length - 4; at++) {
    const right = word.slice(at);
    // "Avvecklingen" ends on no "ingen".
    if (TURNS.test(right)) continue;
    if (!isWhole(right) && !(at >= 4 && index.byWord.has(stemOf(right)) && right.length >= 4)) continue;
    for (const left of leftForms(word.slice(0, at))) {
      const isBeginning = right.startsWith("atgard") && PREFIXES.includes(left);
      if (
        left.length < 3 ||
        !(isBeginning || isWhole(left) || index.vocabulary.has(left) || index.byWord.has(stemOf(left)))
      )
        continue;
      return [replaced(token, left, index), { ...replaced(token, right, index), breakBefore: "" }];
    }
  }
  return null;
}

/** A word that turns the question round is never made out of a part of another. */
export const TURNS = /^(inte|icke|utan|inga|ingen|inget|aldrig|utom|not|none|never|nothing)$/;

function leftForms(left: string): string[] {
  if (left.endsWith("-")) return leftForms(left.slice(0, -1));
  return left.endsWith("s") ? [left.slice(0, -1), left] : [left];
}

/** "Hurmycket", "ärbeslutat": a small word run together with the one after it. */
export function apart(token: Token, index: NameIndex): Token[] | null {
  for (const small of RUN_TOGETHER) {
    const rest = token.folded.startsWith(fold(small)) ? token.folded.slice(small.length) : "";
    if (rest.length >= 3 && (PATTERNS.words.has(rest) || index.vocabulary.has(rest)))
      return [
        { ...token, word: small, folded: fold(small), stem: stemOf(small), raw: small },
        { ...replaced(token, rest, index), raw: token.raw.slice(small.length), breakBefore: "" },
      ];
  }
  return null;
}

const RUN_TOGETHER = "varför vilken vilka vilket när hur vad vem har går är vi det".split(" ");

function isWhole(word: string): boolean {
  return (
    word.length >= 3 && (PATTERNS.contentWords.has(word) || (word.length >= 6 && PATTERNS.byStem.has(stemOf(word))))
  );
}

export const PREFIXES = [...PATTERNS.byPrefix.values()]
  .flat()
  .flatMap(({ words: [first] }) => (first?.is === "prefix" && first.prefix.length >= 6 ? [first.prefix] : []));
