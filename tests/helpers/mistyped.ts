// One slip in a question, by a seed: two letters swapped, one lost, one doubled, a neighbouring key, a word broken in
// two, or no å, ä and ö at all. Never in a number, an id or an address.

export function mistyped(text: string, random: () => number): string {
  const words = [...text.matchAll(/(?<![\p{L}@.])\p{L}{4,}(?!\p{L}*[@.]\p{L})/gu)];
  const word = words[Math.floor(random() * words.length)];
  if (!word) return text;
  const slip = SLIPS[Math.floor(random() * SLIPS.length)] as Slip;
  const at = 1 + Math.floor(random() * (word[0].length - 1));
  return slip === withoutMarks
    ? withoutMarks(text, 0, random)
    : text.slice(0, word.index) + slip(word[0], at, random) + text.slice(word.index + word[0].length);
}

/** Numbers in 0…1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Slip = (word: string, at: number, random: () => number) => string;

const KEYS: Readonly<Record<string, string>> = {
  ...{ a: "sq", s: "ad", d: "sf", e: "rw", r: "et", t: "ry", n: "bm", m: "n", o: "pi", i: "uo", l: "kö", k: "lj" },
  ...{ g: "fh", v: "bc", b: "vn", p: "oå", u: "yi", h: "gj", f: "dg", ö: "äl", ä: "öå", å: "pä" },
};

const swapped: Slip = (word, at) => {
  const left = Math.min(at, word.length - 2);
  return `${word.slice(0, left)}${word[left + 1]}${word[left]}${word.slice(left + 2)}`;
};
const lost: Slip = (word, at) => word.slice(0, at) + word.slice(at + 1);
const doubled: Slip = (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at);
const neighbour: Slip = (word, at, random) => {
  const near = KEYS[word.charAt(at)] ?? word.charAt(at);
  return word.slice(0, at) + near.charAt(Math.floor(random() * near.length)) + word.slice(at + 1);
};
const broken: Slip = (word, at) => {
  const cut = Math.min(Math.max(4, at), word.length - 3);
  return word.length < 8 ? word : `${word.slice(0, cut)} ${word.slice(cut)}`;
};
const MARKS: Readonly<Record<string, string>> = { å: "a", ä: "a", ö: "o", Å: "A", Ä: "A", Ö: "O" };
const withoutMarks: Slip = (text) => text.replace(/[åäöÅÄÖ]/gu, (letter) => MARKS[letter] ?? letter);

const SLIPS: readonly Slip[] = [swapped, lost, doubled, neighbour, broken, withoutMarks];
