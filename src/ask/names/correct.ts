// Pure. Misspelt, shortened and run-together words put right, by the words of the lexicon and of this plan.

import { PATTERNS } from "../lexicon/patterns.ts";
import { isLexiconWord } from "../lexicon/tag.ts";
import { fold } from "../text/fold.ts";
import { compared, createVocabulary, type Near, typoDistance } from "../text/fuzzy.ts";
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
  return joined(tokens, index).flatMap((token) => {
    if (isKnown(token, index)) return [marked(doubled(token, index), index)];
    if (guesses >= MOST_GUESSES) return [token];
    const slip = token.folded.length >= 7 ? slipped(token, index) : null;
    if (slip) return [slip];
    const split = splitCompound(token, index);
    if (split || isPartlyKnown(token, index)) return split ?? [token];
    guesses++;
    return [guessed(token, index)];
  });
}

// "Strandnas" where the plan has "Strandnäs": the ending is told by the marks.
function marked(token: Token, index: NameIndex): Token {
  if (token.word !== token.folded || PATTERNS.plainWords.has(token.word)) return token;
  const written = index.written.get(token.folded) ?? PATTERNS.written.get(token.folded);
  return written === undefined || written === token.word ? token : { ...token, word: written, stem: stemOf(written) };
}

// "Påminnn" has the key of "påminnelse" and is yet "påminn", with one letter twice.
function doubled(token: Token, index: NameIndex): Token {
  if (PATTERNS.words.has(token.folded) || index.vocabulary.has(token.folded) || !/(\p{L})\1/u.test(token.folded))
    return token;
  const near = lexicon.nearest(token.folded);
  return near?.distance === 1 && near.slip === 0 && near.word.length < token.folded.length
    ? replaced(token, near.word)
    : token;
}

// "Konc entrationen", "kort siktiga": a word that was broken in two is one again, where that one is known.
function joined(tokens: readonly Token[], index: NameIndex): readonly Token[] {
  const whole: Token[] = [];
  for (const token of tokens) {
    const before = whole.at(-1);
    if (before && token.breakBefore === "" && isBroken(before, token, index))
      whole[whole.length - 1] = { ...replaced(before, before.word + token.word), raw: before.raw + token.raw };
    else whole.push(token);
  }
  return whole;
}

function isBroken(left: Token, right: Token, index: NameIndex): boolean {
  const word = left.folded + right.folded;
  if (left.folded.length < 3 || right.folded.length < 3 || word.length < 7 || /[\d@]/.test(word)) return false;
  if (!PATTERNS.words.has(word) && !index.vocabulary.has(word)) return false;
  return !isKnown(left, index) || !isKnown(right, index);
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
  const slip = slipped(token, index);
  if (slip) return slip;
  const begun = planWordIn(token, index);
  if (begun) return replaced(token, begun);
  const completed =
    index.vocabulary.completed(token.folded) ?? (token.folded.length >= 5 ? lexicon.completed(token.folded) : null);
  if (completed !== null) return replaced(token, completed);
  const far = token.folded.length >= 7 ? nearestOf(token, index) : null;
  const word = far ?? beginningMeant(token.folded);
  return word === null ? token : replaced(token, word);
}

// One slip of the fingers, and only one word it can be.
function slipped(token: Token, index: NameIndex): Token | null {
  const nearest = nearestOf(token, index, 1);
  return nearest !== null && isSafe(token, nearest) ? replaced(token, nearest) : null;
}

// The word meant, where those as near are forms of one word. Two different ones are no guess: then it is not understood.
function nearestOf(token: Token, index: NameIndex, most = 3): string | null {
  const all = [...index.vocabulary.allNearest(token.folded), ...lexicon.allNearest(token.folded)].filter(
    (near) => near.distance <= most && isLikely(token, near),
  );
  const best = all.reduce<Near | null>((one, other) => (one && compared(one, other) <= 0 ? one : other), null);
  if (!best) return null;
  const tied = all.filter((near) => compared(near, best) === 0);
  return tied.every((near) => stemOf(near.word) === stemOf(best.word) || isInflected(near.word, best.word))
    ? best.word
    : null;
}

function isInflected(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short.slice(0, -1)) && long.length - short.length <= 3;
}

// A word that turns the question round is never guessed from another short one: "utad" is not "utan".
const TURNS = /^(inte|icke|utan|inga|ingen|inget|aldrig|utom|not|none|never|nothing)$/;

// A short word with one letter for another may as well be a word of its own: only two swapped, one missing or doubled,
// one vowel for another.
function isSafe(token: Token, word: string): boolean {
  if (TURNS.test(word)) return isSwapped(token.folded, word) || isDoubled(token.folded, word);
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

function isDoubled(a: string, b: string): boolean {
  return a.replace(/(.)\1/g, "$1") === b.replace(/(.)\1/g, "$1");
}

function isVowelSlip(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return /[aeiouy]/.test(a[at] ?? "") && /[aeiouy]/.test(b[at] ?? "");
}

// "Barnkliniken" is no misspelt "Hjärtkliniken": the part that tells which one must itself be near. And a word that
// begins otherwise is another word, but for one slip.
function isLikely(token: Token, near: Near): boolean {
  const isOther = token.folded[0] !== near.word[0] || token.folded[1] !== near.word[1];
  if (isOther && near.distance > 1) return false;
  const own = tellingPart(token.folded);
  const other = tellingPart(near.word);
  if (own === null || other === null || own.head !== other.head) return true;
  const most = own.part.length < 4 ? 0 : own.part.length < 8 ? 1 : 2;
  return typoDistance(own.part, other.part) <= most;
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

function replaced(token: Token, folded: string): Token {
  const word = PATTERNS.written.get(folded) ?? folded;
  return { ...token, word, folded: fold(word), stem: stemOf(word) };
}
