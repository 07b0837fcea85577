// Pure. The word a misspelt one is meant as. Bounded: only words of about the same length that begin or end alike.
import { distance } from "fastest-levenshtein";

export interface Near {
  readonly word: string;
  readonly distance: number;
  /** How odd the slip is: 0 two swapped, one doubled; 1 a neighbouring key, a vowel for a vowel, a letter too few or too many; 2 any other. */
  readonly slip: number;
}

export interface Vocabulary {
  /** The nearest word, or null when none is near enough. Words are folded. */
  nearest(word: string): Near | null;
  /** All words that are as near as the nearest one. */
  allNearest(word: string): readonly Near[];
  /** The only word (up to its ending) that begins so, for abbreviations; null when none or several. */
  completed(word: string): string | null;
  has(word: string): boolean;
}

const LONGEST = 40;

export function createVocabulary(words: Iterable<string>): Vocabulary {
  const known = new Set(words);
  const byHead = new Map<string, string[]>();
  const byTail = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < 4 || word.length > LONGEST) continue;
    push(byHead, word.slice(0, 2), word);
    push(byTail, word.slice(-3), word);
  }
  const sorted = [...known].filter((word) => word.length >= 4).sort();
  const byLetters = new Map<string, string[]>();
  for (const word of known) if (word.length >= 4 && word.length <= LONGEST) push(byLetters, lettersOf(word), word);
  return {
    has: (word) => known.has(word),
    nearest: (word) => allNearest(word)[0] ?? null,
    allNearest,
    completed: (word) => (word.length < 4 ? null : completionOf(sorted, word)),
  };

  function allNearest(word: string): readonly Near[] {
    const most = allowed(word);
    if (most === 0 || word.length > LONGEST || /\d|n't$/.test(word)) return [];
    let best: Near[] = [];
    for (const candidate of candidatesFor(word, byHead, byTail, byLetters)) {
      if (Math.abs(candidate.length - word.length) > most) continue;
      const distance = typoDistance(word, candidate);
      if (distance > most) continue;
      const near = { word: candidate, distance, slip: slipOf(word, candidate, distance) };
      const order = best[0] ? compared(near, best[0]) : -1;
      if (order < 0) best = [near];
      else if (order === 0 && !best.some((other) => other.word === candidate)) best.push(near);
    }
    return best.sort((a, b) => commonHead(word, b.word) - commonHead(word, a.word) || (a.word < b.word ? -1 : 1));
  }
}

/** Below 0 when `a` is the likelier slip. */
export function compared(a: Near, b: Near): number {
  return a.distance - b.distance || a.slip - b.slip;
}

/** How many wrong letters a word of this length may have. */
function allowed(word: string): number {
  if (word.length < 4) return 0;
  if (word.length < 7) return 1;
  return word.length < 12 ? 2 : 3;
}

/** Levenshtein, where two swapped neighbours count as one. */
export function typoDistance(a: string, b: string): number {
  const plain = distance(a, b);
  return plain === 2 && isSwap(a, b) ? 1 : plain;
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function* candidatesFor(
  word: string,
  byHead: Map<string, string[]>,
  byTail: Map<string, string[]>,
  byLetters: Map<string, string[]>,
): Generator<string> {
  yield* byHead.get(word.slice(0, 2)) ?? [];
  // A slip in the first two letters: then the end must be whole, or only the order be wrong.
  if (word.length >= 5)
    for (const other of byTail.get(word.slice(-3)) ?? []) if (!other.startsWith(word.slice(0, 2))) yield other;
  yield* byLetters.get(lettersOf(word)) ?? [];
}

function lettersOf(word: string): string {
  return [...word].sort().join("");
}

// The Swedish keyboard, row by row; å, ä and ö are folded.
const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const VOWELS = "aeiouy";
// Written alike by ear.
const ALIKE = new Set(["ck", "kc", "sz", "zs", "vw", "wv", "qk", "kq", "sc", "cs", "bp", "pb", "dt", "td"]);

function slipOf(typed: string, meant: string, distance: number): number {
  if (distance !== 1) return distance === 0 ? 0 : 2;
  if (typed.length === meant.length) {
    const at = differenceAt(typed, meant);
    if (typed[at + 1] === meant[at] && typed[at] === meant[at + 1] && typed[at] !== meant[at]) return 0;
    return isNearKey(typed[at] ?? "", meant[at] ?? "") ? 1 : 2;
  }
  const [short, long] = typed.length < meant.length ? [typed, meant] : [meant, typed];
  const at = differenceAt(short, long);
  // A letter too few is as likely as a wrong one: "måna" may be "månad" or "många".
  return long[at] === long[at - 1] || long[at] === long[at + 1] ? 0 : 1;
}

function differenceAt(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function isNearKey(a: string, b: string): boolean {
  if ((VOWELS.includes(a) && VOWELS.includes(b)) || ALIKE.has(a + b)) return true;
  const row = KEYS.findIndex((keys) => keys.includes(a));
  const other = KEYS.findIndex((keys) => keys.includes(b));
  if (row < 0 || other < 0 || Math.abs(row - other) > 1) return false;
  const apart = (KEYS[row]?.indexOf(a) ?? 0) - (KEYS[other]?.indexOf(b) ?? 0);
  return row === other ? Math.abs(apart) === 1 : Math.abs(apart) <= 1;
}

function commonHead(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

function completionOf(sorted: readonly string[], prefix: string): string | null {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < prefix) low = middle + 1;
    else high = middle;
  }
  const first = sorted[low];
  if (!first?.startsWith(prefix)) return null;
  // Inflected forms of one word are one completion: "cystosk" → cystoskopi, cystoskopierna.
  for (let at = low; at < sorted.length && sorted[at]?.startsWith(prefix); at++) {
    const other = sorted[at] as string;
    if (!other.startsWith(first) && commonHead(first, other) < Math.min(first.length, other.length) - 2) return null;
  }
  return first;
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const known = map.get(key);
  if (known) known.push(word);
  else map.set(key, [word]);
}
