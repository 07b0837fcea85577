// Pure. "Koncentrera hud och ögon", "när hud och ögon koncentreras": the measure that is called what is done and to
// whom, and not the place alone.
import { stemOf } from "../text/stem.ts";
import type { Token } from "../text/tokens.ts";
import type { Mention, Reading } from "./mention.ts";
import type { Name, NameIndex, NameRef } from "./name-index.ts";
import { isLink, keyOf, keysWithParts } from "./name-words.ts";

const AUXILIARIES = /^(kan|ska|skall|har|kunde|skulle|att|vi|de|man|måste|får|blir|bli|be|is|are|can|to|av|för)$/;
const FURTHEST = 3;
/** Less of its title said than this is no name of it. */
const LEAST_OF_TITLE = 0.6;

/** Places that are what a measure does something to, read as the measure where the verb is said too. */
export function withVerbs(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  index: NameIndex,
): readonly Mention[] {
  const isNamed = (at: number) => mentions.some(({ start, end }) => start <= at && at < end);
  return mentions.map((mention) => {
    if (mention.weak || !mention.readings.every(({ ref }) => ref.kind === "org")) return mention;
    for (const at of [...placesBefore(mention, tokens), ...placesAfter(mention, tokens)]) {
      if (isNamed(at)) continue;
      const only = measureOf(tokens[at] as Token, tokens.slice(mention.start, mention.end), index);
      if (only)
        return { ...mention, start: Math.min(at, mention.start), end: Math.max(at + 1, mention.end), readings: [only] };
    }
    return mention;
  });
}

// The verb stands straight before its object, but for a small word.
function placesBefore({ start }: Mention, tokens: readonly Token[]): readonly number[] {
  const nearest = tokens[start - 1];
  return nearest && (isLink(nearest) || AUXILIARIES.test(nearest.word)) ? [start - 2] : [start - 1];
}

// "Hud och ögon kan koncentreras", "när koncentreras hud och ögon".
function placesAfter({ end }: Mention, tokens: readonly Token[]): readonly number[] {
  for (let at = end; at < Math.min(tokens.length, end + FURTHEST); at++)
    if (!AUXILIARIES.test(tokens[at]?.word ?? "")) return [at];
  return [];
}

function measureOf(verb: Token | undefined, object: readonly Token[], index: NameIndex): Reading | null {
  if (!verb || verb.folded.length < 5) return null;
  const words = object.filter((token) => !isLink(token) && !/^(och|and|samt)$/.test(token.word)).map(keyOf);
  const called = verbKeys(verb)
    .flatMap((key) => index.byWord.get(key) ?? [])
    .filter(({ name }) => name.ref.kind === "measure" && isCalled(name, words))
    .map(({ name }) => name.ref);
  const [only, ...others] = new Set<NameRef>(called);
  if (!only || others.length > 0) return null;
  return { ref: only, score: words.reduce((sum, key) => sum + index.weightOf(key), 1), by: "phrase" };
}

function isCalled({ keys }: Name, words: readonly string[]): boolean {
  const holds = (word: string) =>
    keys.some((key) => key === word || keysWithParts(key).some((part) => part.key === word) || isBegun(key, word));
  return words.length > 0 && words.every(holds) && words.length + 1 >= LEAST_OF_TITLE * keys.length;
}

// "Ögon" in "ögonmottagningar".
function isBegun(key: string, word: string): boolean {
  return word.length >= 4 && key.startsWith(word);
}

// "Koncentreras" and "koncentrationen" are of "koncentrera".
function verbKeys({ word, stem }: Token): readonly string[] {
  const verb = word
    .replace(/ationen?s?$/, "era")
    .replace(/ningen?s?$/, "a")
    .replace(/andet$/, "a");
  const active = word.replace(/s$/, "");
  return [...new Set([stem, stemOf(verb), stemOf(active)])];
}
