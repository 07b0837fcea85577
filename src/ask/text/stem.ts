// Pure. One key for all forms of a word: Swedish snowball first, then the endings it leaves, then folded letters.
import { newStemmer } from "snowball-stemmers";
import { fold } from "./fold.ts";

const swedish = newStemmer("swedish");
const MAX_CACHED = 20_000;
const cache = new Map<string, string>();

// What snowball leaves of a Swedish noun when the plural or the definite form is a rarer one.
const LEFT_OVER = ["arn", "ern", "orn", "et", "en", "er", "ar", "or", "n", "t", "e", "a"] as const;

/** The key under which a word and its inflected forms are filed. The word is expected in lower case. */
export function stemOf(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stem = computeStem(word);
  if (cache.size >= MAX_CACHED) cache.clear(); // memory stays flat whatever people type
  cache.set(word, stem);
  return stem;
}

function computeStem(word: string): string {
  if (word.length > 40 || /\d/.test(word)) return fold(word);
  const bare = word.length > 4 && word.endsWith("'s") ? word.slice(0, -2) : word;
  const stem = fold(swedish.stem(bare));
  return shorten(stem);
}

function shorten(stem: string): string {
  if (stem.length < 7) return stem;
  for (const ending of LEFT_OVER)
    if (stem.length - ending.length >= 5 && stem.endsWith(ending)) return stem.slice(0, -ending.length);
  return stem;
}
