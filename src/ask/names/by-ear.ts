// Pure. A word written as it is said ("läjet", "vaför", "spart"): the known word that sounds the same.
import { grouped, memoised } from "../../lib/memo.ts";
import { PATTERNS } from "../lexicon/patterns.ts";
import { fold } from "../text/fold.ts";
import { typoDistance } from "../text/fuzzy.ts";
import type { NameIndex } from "./name-index.ts";

const SHORTEST_KEY = 3;
// A slip away from a word that turns the question round, it may be that one.
const TURNING = ["inte", "ingen", "inget", "inga", "utan"];

/** The word that sounds like `word`, folded, where all that do are forms of one; null otherwise. */
export function soundingLike(word: string, index: NameIndex): string | null {
  const key = soundOf(word);
  if (key.length < SHORTEST_KEY || TURNING.some((turn) => typoDistance(fold(word), turn) <= 1)) return null;
  const alike = [...(namesBySound(index).get(key) ?? []), ...(LEXICON.get(key) ?? [])];
  const [first, ...others] = alike.sort((a, b) => a.length - b.length);
  if (first === undefined || others.some((other) => !isForm(first, other))) return null;
  return fold(others.at(-1) ?? first);
}

// "Läge", "läget".
function isForm(short: string, long: string): boolean {
  return long.length - short.length <= 3 && long.startsWith(short.slice(0, -1));
}

// In this order: each is said of what the ones before have left.
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[^\p{L}]/gu, ""],
  [/é/gu, "e"],
  // What is silent, or said in another way than it is written.
  [/^[dghl]j/u, "j"],
  [/^(?:skj|stj|sch|sj|sk(?=[eiyäö]))/u, "ʃ"],
  [/^(?:tj|kj|k(?=[eiyäö]))/u, "ç"],
  [/g(?=[eiyäö])/gu, "j"],
  [/c(?=[eiy])/gu, "s"],
  [/ck|c|q/gu, "k"],
  [/w/gu, "v"],
  [/z/gu, "s"],
  [/x/gu, "ks"],
  // "Spart" is "sparat", "läge" may be "läget".
  [/(?<=\p{L}{3})a(?=t$)/u, ""],
  [/(?<=\p{L}{2}[eä])t$/u, ""],
  [/r(?=[^aoueiyåäö]|$)/gu, ""],
  [/ä/gu, "e"],
  [/å/gu, "o"],
  [/(\p{L})\1+/gu, "$1"],
];

function soundOf(word: string): string {
  return SOUNDS.reduce((said, [written, sound]) => said.replace(written, sound), word.toLowerCase());
}

const LEXICON = grouped(PATTERNS.plainWords, soundOf);
const namesBySound = memoised((index: NameIndex) => grouped(index.plainWords, soundOf));
