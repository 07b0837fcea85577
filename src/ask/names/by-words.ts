// Pure. Words left over that stand in names: the names that hold most of them.

import { isFormOfSmall } from "../lexicon/tag.ts";
import { fold } from "../text/fold.ts";
import type { Token } from "../text/tokens.ts";
import type { Cover } from "./cover.ts";
import type { Mention } from "./mention.ts";
import { isConjunction } from "./merged.ts";
import type { Name, NameIndex, NameRef } from "./name-index.ts";
import { isGeneric, isLink, keyOf, keysWithParts } from "./name-words.ts";

interface Tally {
  weight: number;
  words: Set<number>;
  /** Some word of it is no general word. */
  specific: boolean;
  /** Some word of it is more than "minska" or "klinik". */
  telling: boolean;
  name: Name;
}

export function findByWords(
  tokens: readonly Token[],
  index: NameIndex,
  cover: Cover,
  taken: readonly boolean[],
): Mention[] {
  const found: Mention[] = [];
  for (let start = 0; start < tokens.length; ) {
    if (taken[start] || !isCandidate(tokens, start, index, cover)) {
      start++;
      continue;
    }
    let end = start + 1;
    for (let next = end; next < tokens.length && next <= end + 2 && end - start < 8; next++) {
      if (taken[next] || /[.,;!?]/.test(tokens[next]?.breakBefore ?? "")) break;
      if (isCandidate(tokens, next, index, cover)) end = next + 1;
      else if (!isLink(tokens[next] as Token) || isConjunction(tokens[next] as Token)) break;
    }
    found.push(...bestIn(tokens, start, end, index, cover));
    start = end;
  }
  return found;
}

function isCandidate(tokens: readonly Token[], at: number, index: NameIndex, cover: Cover): boolean {
  const token = tokens[at] as Token;
  return (
    !isLink(token) &&
    !cover.isEmpty(at) &&
    (index.vocabulary.has(token.folded) || !isFormOfSmall(token)) &&
    index.isForm(token) &&
    keysWithParts(keyOf(token)).some((part) => index.byWord.has(part.key))
  );
}

function bestIn(tokens: readonly Token[], start: number, end: number, index: NameIndex, cover: Cover): Mention[] {
  const tallies = new Map<NameRef, Tally>();
  for (let at = start; at < end; at++) addWord(tallies, tokens[at] as Token, at, index, cover);
  const ranked = [...tallies.entries()]
    .filter(
      ([ref, tally]) =>
        (tally.specific || isTopic(ref, tally, cover)) && (ref.kind !== "person" || isPersonName(tokens, tally)),
    )
    .map(([ref, tally]) => ({ ref, tally, score: scoreOf(tally, index) }))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (!best) return [];
  const words = [...best.tally.words].sort((a, b) => a - b);
  const from = words[0] as number;
  const to = (words.at(-1) as number) + 1;
  const same = ranked.filter(
    ({ tally, score }) => score >= best.score * 0.6 && words.every((at) => tally.words.has(at)),
  );
  const mention: Mention = {
    start: from,
    end: to,
    weak: words.every((at) => cover.isGeneral(at)),
    readings: same.slice(0, 60).map(({ ref, score }) => ({ ref, score, by: "words" })),
  };
  return [
    ...(from > start ? bestIn(tokens, start, from, index, cover) : []),
    mention,
    ...(to < end ? bestIn(tokens, to, end, index, cover) : []),
  ];
}

function addWord(tallies: Map<NameRef, Tally>, token: Token, at: number, index: NameIndex, cover: Cover): void {
  const counted = new Set<NameRef>();
  for (const part of keysWithParts(keyOf(token))) {
    const weight = index.weightOf(part.key) * part.quality * (isGeneric(part.key) ? 0.3 : 1);
    for (const { name, quality } of index.byWord.get(part.key) ?? []) {
      if (!isMarkedAlike(token, name)) continue;
      const tally = tallies.get(name.ref) ?? {
        weight: 0,
        words: new Set<number>(),
        specific: false,
        telling: false,
        name,
      };
      if (!counted.has(name.ref)) tally.weight += weight * quality;
      counted.add(name.ref);
      tally.words.add(at);
      if (!isGeneric(part.key)) tally.telling = true;
      if (!isGeneric(part.key) && !cover.isGeneral(at)) tally.specific = true;
      if (name.keys.length < tally.name.keys.length) tally.name = name;
      tallies.set(name.ref, tally);
    }
  }
}

// "Nått" has the key of "nätter", and is another word: marks that are typed are meant.
function isMarkedAlike(token: Token, name: Name): boolean {
  if (token.word === token.folded) return true;
  const near = name.surface.split(/[^\p{L}\d]+/u).filter((word) => fold(word).slice(0, 3) === token.folded.slice(0, 3));
  return near.length === 0 || near.some((word) => word === fold(word) || word.slice(0, 3) === token.word.slice(0, 3));
}

/** "Hyrpersonal" is a general word, and yet what a measure may be known by. */
function isTopic(ref: NameRef, tally: Tally, cover: Cover): boolean {
  return ref.kind === "measure" && tally.telling && ![...tally.words].every((at) => cover.isAsked(at));
}

/** More of the question's words, and of the name's, is better. */
function scoreOf(tally: Tally, index: NameIndex): number {
  const whole = tally.name.keys.reduce((sum, key) => sum + index.weightOf(key), 0);
  return tally.weight * (0.75 + 0.25 * Math.min(1, tally.weight / Math.max(whole, 0.1)));
}

function isPersonName(tokens: readonly Token[], tally: Tally): boolean {
  return [...tally.words].every((at) => tokens[at]?.capital);
}
