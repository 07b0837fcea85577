// Pure. The word a misspelt one is meant as, where that can only be one.
import { PATTERNS } from "../lexicon/patterns.ts";
import { compared, type Near, typoDistance } from "../text/fuzzy.ts";
import { stemOf } from "../text/stem.ts";
import type { Token } from "../text/tokens.ts";
import { PREFIXES, TURNS } from "./broken-words.ts";
import { soundingLike } from "./by-ear.ts";
import { lexicon, replaced } from "./known-words.ts";
import type { NameIndex } from "./name-index.ts";
import { isGeneric, tellingPart } from "./name-words.ts";

export function guessed(token: Token, index: NameIndex): Token {
  const cognate =
    cognateOf(token.folded, index) ?? indefiniteOf(token.folded, index) ?? soundingLike(token.word, index);
  if (cognate) return replaced(token, cognate, index);
  const slip = slipped(token, index);
  if (slip) return slip;
  const begun = planWordIn(token, index);
  if (begun) return replaced(token, begun, index);
  const own = index.vocabulary.completed(token.folded);
  if (hasNear(token, index, own !== null)) return token;
  const completed = own ?? (token.folded.length >= 5 ? lexicon.completed(token.folded) : null);
  if (completed !== null) return replaced(token, completed, index);
  const far = token.folded.length >= 7 ? nearestOf(token, index) : null;
  const word = far ?? beginningMeant(token.folded);
  return word === null ? token : replaced(token, word, index);
}

const COGNATES: readonly (readonly [RegExp, string])[] = [
  [/i[sz]ation$/, "isering"],
  [/ity$/, "itet"],
  [/logy$/, "logi"],
  [/iatry$/, "iatri"],
  [/ics$/, "ik"],
];

// "Digitalisation" of a plan that says "Digitalisering".
function cognateOf(word: string, index: NameIndex): string | null {
  for (const [ending, swedish] of COGNATES) {
    const own = word.replace(ending, swedish);
    if (own !== word && index.vocabulary.has(own)) return own;
  }
  return null;
}

// "Labbet" of a unit that is called "labb": so short a word keeps its ending as a stem.
function indefiniteOf(word: string, index: NameIndex): string | null {
  const bare = word.replace(/(et|en)$/, "");
  return bare !== word && bare.length >= 3 && index.surfaces.has(bare) ? bare : null;
}

// One slip of the fingers, and only one word it can be.
export function slipped(token: Token, index: NameIndex): Token | null {
  const nearest = nearestOf(token, index, 1);
  if (nearest === null || !isSafe(token, nearest)) return null;
  const meant = replaced(token, nearest, index);
  // "Gåer" is no "äger": with their marks they are two letters apart.
  const isOther = token.folded.length <= 5 && token.word !== token.folded && typoDistance(token.word, meant.word) > 1;
  return isOther ? null : meant;
}

// One slip from two words: neither is taken, and no longer one either.
// "Spec" begins a word of the plan, and is no likely slip for "spel".
function hasNear(token: Token, index: NameIndex, isBegun: boolean): boolean {
  return [index.vocabulary, lexicon].some((words) => {
    const near = words.nearest(token.folded);
    return near?.distance === 1 && !(isBegun && near.slip === 2);
  });
}

// The word meant, where those as near are forms of one word. Two different ones are no guess: then it is not understood.
function nearestOf(token: Token, index: NameIndex, most = 3): string | null {
  const all = [...index.vocabulary.allNearest(token.folded), ...lexicon.allNearest(token.folded)].filter(
    (near) => near.distance <= most && isLikely(token, near),
  );
  const best = all.reduce<Near | null>((one, other) => (one && compared(one, other) <= 0 ? one : other), null);
  if (!best) return null;
  const tied = all.filter((near) => compared(near, best) === 0);
  return tied.every(
    (near) =>
      stemOf(near.word) === stemOf(best.word) || isInflected(near.word, best.word) || isSynonym(near.word, best.word),
  )
    ? best.word
    : null;
}

// "Produktion" and "production".
function isSynonym(a: string, b: string): boolean {
  const meant = new Set(alone(a));
  return alone(b).some((concept) => meant.has(concept));
}

function alone(word: string): readonly string[] {
  return [...(PATTERNS.byWord.get(word) ?? []), ...(PATTERNS.byPrefix.get(word.slice(0, 3)) ?? [])]
    .filter(
      ({ words: [first, ...others] }) =>
        others.length === 0 &&
        (first?.is === "word" ? first.folded : first?.is === "prefix" ? first.prefix : "") === word,
    )
    .map(({ concept }) => concept);
}

function isInflected(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length > 3) return false;
  return short.length >= 6 ? long.startsWith(short.slice(0, -1)) : short.length >= 4 && long === `${short}r`;
}

// A word that turns the question round is never guessed from another short one: "utad" is not "utan". A short word with one letter for another may as well be a word of its own: only two swapped, one missing or doubled,
// one vowel for another.
function isSafe(token: Token, word: string): boolean {
  if (TURNS.test(word)) return isSwapped(token.folded, word) || isDoubled(token.folded, word);
  // "Oplanerad" is no misspelt "planerad" but its contrary.
  if (/^(o|in|im|un|non)/.test(token.folded) && token.folded.endsWith(word)) return false;
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
