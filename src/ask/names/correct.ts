// Pure. Misspelt, shortened and run-together words put right, by the words of the lexicon and of this plan.

import { PATTERNS } from "../lexicon/patterns.ts";
import { isLexiconWord } from "../lexicon/tag.ts";
import { fold } from "../text/fold.ts";
import { createVocabulary, typoDistance } from "../text/fuzzy.ts";
import { stemOf } from "../text/stem.ts";
import type { Token } from "../text/tokens.ts";
import { calendarWords, monthNumberOf, numberOf, ordinalOf, SEASONS } from "../when/calendar-words.ts";
import type { NameIndex } from "./name-index.ts";
import { isGeneric, keyOf, keysWithParts, tellingPart } from "./name-words.ts";

/** Guessing costs time: so many words of one question are put right, no more. */
const MOST_GUESSES = 14;
const lexicon = createVocabulary([...PATTERNS.words, ...calendarWords()]);
const LONGEST_WORD = 45;

/** The tokens as they were most likely meant. A known word is never changed. */
export function correctTokens(tokens: readonly Token[], index: NameIndex): readonly Token[] {
  let guesses = 0;
  return tokens.flatMap((token) => {
    if (isKnown(token, index) || guesses >= MOST_GUESSES) return [token];
    const split = splitCompound(token, index);
    if (split || isPartlyKnown(token, index)) return split ?? [token];
    guesses++;
    return [guessed(token, index)];
  });
}

// What is said in anger is never a misspelt term.
const OATHS =
  /^(va?fan|fan|faen|javla|javlar|jakla|helvete|skit|skiten|fuck|fucking|shit|wtf|damn|hell|satan|fasen|attans)$/;

/** Whether a word needs no guessing: in the lexicon, in a name of the plan, a time, a number or an id. */
export function isKnown(token: Token, index: NameIndex): boolean {
  if (OATHS.test(token.folded)) return true;
  if (/\d/.test(token.word) || token.word.length < 3 || token.word.length > LONGEST_WORD) return true;
  if (isLexiconWord(token) || index.vocabulary.has(token.folded) || index.byWord.has(keyOf(token))) return true;
  return (
    monthNumberOf(token.folded) !== null ||
    numberOf(token.folded) !== null ||
    ordinalOf(token.folded) !== null ||
    SEASONS.has(token.folded)
  );
}

// "Kirurgkliniken" where the plan says "Kirurgen".
function isPartlyKnown(token: Token, index: NameIndex): boolean {
  return keysWithParts(keyOf(token)).some((part) => index.byWord.has(part.key));
}

function guessed(token: Token, index: NameIndex): Token {
  const inPlan = likely(token, index.vocabulary.nearest(token.folded));
  const inLexicon = likely(token, lexicon.nearest(token.folded));
  const nearest = inPlan && (!inLexicon || inPlan.distance <= inLexicon.distance) ? inPlan : inLexicon;
  if (nearest && nearest.distance <= 1 && isSafe(token, nearest.word)) return replaced(token, nearest.word);
  const begun = planWordIn(token, index);
  if (begun) return replaced(token, begun);
  const completed = index.vocabulary.completed(token.folded) ?? lexicon.completed(token.folded);
  const word = completed ?? nearest?.word ?? beginningMeant(token.folded);
  return word === null ? token : replaced(token, word);
}

// A short word with one letter for another may as well be a word of its own: only two swapped, one missing or doubled.
function isSafe(token: Token, word: string): boolean {
  return (
    token.folded.length > 5 ||
    token.folded.length !== word.length ||
    isSwapped(token.folded, word) ||
    isVowelSlip(token.folded, word)
  );
}

function isSwapped(a: string, b: string): boolean {
  return [...a].sort().join("") === [...b].sort().join("");
}

function isVowelSlip(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return /[aeiouy]/.test(a[at] ?? "") && /[aeiouy]/.test(b[at] ?? "");
}

type Near = { readonly word: string; readonly distance: number } | null;

// "Barnkliniken" is no misspelt "Hjärtkliniken": the part that tells which one must itself be near. And a word that
// begins otherwise is another word, but for one slip.
function likely(token: Token, near: Near): Near {
  if (!near) return null;
  const isOther = token.folded[0] !== near.word[0] || token.folded[1] !== near.word[1];
  if (isOther && near.distance > 1) return null;
  const own = tellingPart(token.folded);
  const other = tellingPart(near.word);
  if (own === null || other === null || own.head !== other.head) return near;
  const most = own.part.length < 4 ? 0 : own.part.length < 8 ? 1 : 2;
  return typoDistance(own.part, other.part) <= most ? near : null;
}

// "läkemedelsåtgärderna" → läkemedel + åtgärderna, "hyrsiffror" → hyr + siffror. Both halves must be known words.
function splitCompound(token: Token, index: NameIndex): Token[] | null {
  const word = token.folded;
  for (let at = 3; at <= word.length - 4; at++) {
    const right = word.slice(at);
    if (!isWhole(right) && !(at >= 4 && index.byWord.has(stemOf(right)) && right.length >= 4)) continue;
    for (const left of leftForms(word.slice(0, at))) {
      if (left.length < 3 || !(isWhole(left) || index.vocabulary.has(left) || index.byWord.has(stemOf(left)))) continue;
      return [replaced(token, left), { ...replaced(token, right), breakBefore: "" }];
    }
  }
  return null;
}

function leftForms(left: string): string[] {
  return left.endsWith("s") ? [left.slice(0, -1), left] : [left];
}

function isWhole(word: string): boolean {
  return (
    word.length >= 3 && (PATTERNS.contentWords.has(word) || (word.length >= 6 && PATTERNS.byStem.has(stemOf(word))))
  );
}

const PREFIXES = [...PATTERNS.byPrefix.values()]
  .flat()
  .flatMap(({ words: [first] }) => (first?.is === "prefix" && first.prefix.length >= 6 ? [first.prefix] : []));

// "Reaaliserades": one slip in what `realiser*` asks for. The ending stays as typed.
function beginningMeant(word: string): string | null {
  for (const prefix of PREFIXES) {
    if (prefix[0] !== word[0]) continue;
    for (const length of [prefix.length, prefix.length + 1, prefix.length - 1])
      if (length <= word.length && typoDistance(word.slice(0, length), prefix) <= 1)
        return `${prefix}${word.slice(length)}`;
  }
  return null;
}

// "Grossistbytet", "biosimilarprojektet": begins with a word of the plan.
function planWordIn(token: Token, index: NameIndex): string | null {
  for (let length = Math.min(token.folded.length - 3, 20); length >= 6; length--) {
    const head = token.folded.slice(0, length);
    if (index.byWord.has(head) && !isGeneric(head)) return head;
  }
  return null;
}

function replaced(token: Token, word: string): Token {
  return { ...token, word, folded: fold(word), stem: stemOf(word) };
}
