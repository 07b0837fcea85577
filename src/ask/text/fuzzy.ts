// Pure. The word a misspelt one is meant as. Bounded: only words of about the same length that begin or end alike.
import { distance } from "fastest-levenshtein";

export interface Vocabulary {
  /** The nearest word, or null when none is near enough. Words are folded. */
  nearest(word: string): { readonly word: string; readonly distance: number } | null;
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
  return {
    has: (word) => known.has(word),
    nearest(word) {
      const most = allowed(word);
      if (most === 0 || word.length > LONGEST || /\d/.test(word)) return null;
      let best: { word: string; distance: number } | null = null;
      for (const candidate of candidatesFor(word, byHead, byTail)) {
        if (Math.abs(candidate.length - word.length) > most) continue;
        const far = typoDistance(word, candidate);
        if (far > most || (best && !isBetter(word, candidate, far, best))) continue;
        best = { word: candidate, distance: far };
      }
      return best;
    },
    completed: (word) => (word.length < 4 ? null : completionOf(sorted, word)),
  };
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

function* candidatesFor(word: string, byHead: Map<string, string[]>, byTail: Map<string, string[]>): Generator<string> {
  yield* byHead.get(word.slice(0, 2)) ?? [];
  // A slip in the first two letters: then the end must be whole.
  if (word.length >= 5)
    for (const other of byTail.get(word.slice(-3)) ?? []) if (!other.startsWith(word.slice(0, 2))) yield other;
}

function isBetter(word: string, candidate: string, far: number, best: { word: string; distance: number }): boolean {
  if (far !== best.distance) return far < best.distance;
  const head = commonHead(word, candidate) - commonHead(word, best.word);
  return head !== 0 ? head > 0 : candidate < best.word;
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
