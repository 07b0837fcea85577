// Pure. "Koncentrera hud och ögon", "när hud och ögon koncentreras": the measure that is called what is done and to
// whom, and not the place alone.
import { stemOf } from "../text/stem.ts";
import type { Token } from "../text/tokens.ts";
import type { Mention } from "./mention.ts";
import type { Name, NameIndex } from "./name-index.ts";
import { isLink, keyOf, keysWithParts } from "./name-words.ts";

const AUXILIARIES = /^(kan|ska|skall|har|kunde|skulle|att|vi|de|man|måste|får|blir|bli|be|is|are|can|to|av|för)$/;
const FURTHEST = 3;
/** Less of its title said than this is no name of it. */
const LEAST_OF_TITLE = 0.5;

/** Places that are what a measure does something to, read as the measure where the verb is said too. */
export function withVerbs(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  index: NameIndex,
): readonly Mention[] {
  const isNamed = (at: number) => mentions.some(({ start, end }) => start <= at && at < end);
  const read = mentions.map((mention) => {
    if (mention.weak || !mention.readings.every(({ ref }) => ref.kind === "org")) return { mention, name: null };
    for (const at of [...placesBefore(mention, tokens), ...placesAfter(mention, tokens)]) {
      const name = isNamed(at) ? null : nameOf(tokens[at], tokens.slice(mention.start, mention.end), index);
      if (name) return { mention: widened(mention, at, name, index), name };
    }
    return { mention, name: null };
  });
  // "Stänga Västra på natten": the rest of its title is no other measure.
  const isRest = ({ start, end, readings }: Mention) =>
    readings.every(({ by }) => by === "words") &&
    read.some(
      ({ mention, name }) =>
        name !== null &&
        mention.end <= start &&
        start - mention.end <= 1 &&
        tokens.slice(start, end).every((token) => isLink(token) || holds(name, keyOf(token))),
    );
  return read
    .filter(({ mention }) => !isRest(mention))
    .map(({ mention, name }) => {
      const rest = name ? mentions.find((other) => other.start - mention.end === 1 && isRest(other)) : undefined;
      return rest ? { ...mention, end: rest.end } : mention;
    });
}

function widened(mention: Mention, at: number, name: Name, index: NameIndex): Mention {
  const score = name.keys.reduce((sum, key) => sum + index.weightOf(key), 0);
  return {
    ...mention,
    start: Math.min(at, mention.start),
    end: Math.max(at + 1, mention.end),
    readings: [{ ref: name.ref, score, by: "phrase" }],
  };
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

// The one measure that is called so.
function nameOf(verb: Token | undefined, object: readonly Token[], index: NameIndex): Name | null {
  if (!verb || verb.folded.length < 5) return null;
  const words = object.filter((token) => !isLink(token) && !/^(och|and|samt)$/.test(token.word)).map(keyOf);
  const called = verbKeys(verb)
    .flatMap((key) => index.byWord.get(key) ?? [])
    .map(({ name }) => name)
    .filter((name) => name.ref.kind === "measure" && isCalled(name, words));
  const [only] = called;
  return only && called.every(({ ref }) => ref === only.ref) ? only : null;
}

function isCalled(name: Name, words: readonly string[]): boolean {
  const isMost = words.length + 1 >= LEAST_OF_TITLE * name.keys.length;
  return words.length > 0 && isMost && words.every((word) => holds(name, word));
}

function holds({ keys }: Name, word: string): boolean {
  return keys.some((key) => key === word || keysWithParts(key).some((part) => part.key === word) || isBegun(key, word));
}

// "Ögon" in "ögonmottagningar".
function isBegun(key: string, word: string): boolean {
  return word.length >= 4 && key.startsWith(word);
}

/** "Koncentreras" and "koncentrationen" are of "koncentrera". */
export function verbKeys({ word, stem }: Token): readonly string[] {
  const verb = word
    .replace(/ationen?s?$/, "era")
    .replace(/ningen?s?$/, "a")
    .replace(/andet$/, "a");
  const active = word.replace(/s$/, "");
  return [...new Set([stem, stemOf(verb), stemOf(active)])];
}
