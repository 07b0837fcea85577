// Pure. The names of the plan that a question mentions, each with everything it may stand for.

import { isFormOfSmall } from "../lexicon/tag.ts";
import { fold } from "../text/fold.ts";
import type { Token } from "../text/tokens.ts";
import { findIds } from "./find-ids.ts";
import type { Mention, Reading } from "./mention.ts";
import type { Name, NameIndex, NameRef } from "./name-index.ts";
import { isGeneric, isLink, keyOf, keysWithParts } from "./name-words.ts";

/** What the words are besides names. */
export interface Cover {
  /** A function word, or part of a time or number: never a name by itself. */
  isEmpty(at: number): boolean;
  /** Has a general meaning. */
  isGeneral(at: number): boolean;
  /** Names a kind of effect ("avgift", "lokal"), and no figure. */
  isKind(at: number): boolean;
}

export function findMentions(tokens: readonly Token[], index: NameIndex, cover: Cover): readonly Mention[] {
  const taken = new Array<boolean>(tokens.length).fill(false);
  const found: Mention[] = [];
  const keep = (mention: Mention) => {
    found.push(mention);
    for (let at = mention.start; at < mention.end; at++) taken[at] = true;
  };
  for (const mention of findIds(tokens, index)) keep(mention);
  for (const mention of findPhrases(tokens, index, cover, taken)) keep(mention);
  for (const mention of findByWords(tokens, index, cover, taken)) keep(mention);
  found.sort((a, b) => a.start - b.start);
  return merged(found, tokens);
}

function findPhrases(tokens: readonly Token[], index: NameIndex, cover: Cover, taken: readonly boolean[]): Mention[] {
  const matches: Mention[] = [];
  for (let start = 0; start < tokens.length; start++) {
    if (taken[start]) continue;
    const most = Math.min(tokens.length, start + index.longestPhrase + 5);
    for (let end = start + 1; end <= most && !taken[end - 1]; end++) {
      if (end - 1 > start && /[.;!?]/.test(tokens[end - 1]?.breakBefore ?? "")) break;
      const mention = phraseAt(tokens, start, end, index, cover);
      if (mention) matches.push(mention);
    }
  }
  matches.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const chosen: Mention[] = [];
  for (const match of matches)
    if (!chosen.some((other) => match.start < other.end && other.start < match.end)) chosen.push(match);
  return chosen;
}

function phraseAt(
  tokens: readonly Token[],
  start: number,
  end: number,
  index: NameIndex,
  cover: Cover,
): Mention | null {
  const span = tokens.slice(start, end);
  const surface = span.map((token) => token.word).join(" ");
  const isSurface = index.surfaces.has(surface);
  if (!isSurface && (isLink(span[0] as Token) || isLink(span.at(-1) as Token))) return null;
  const content = span.filter((token) => !isLink(token));
  // A name that is also a function word ("it", "med") counts only when it is written as a name.
  if (end - start === 1 && cover.isEmpty(start) && !(tokens[start]?.allCaps && isSurface)) return null;
  const keys = content.map(keyOf);
  // "Per område", where a unit is called "område med": such a word alone is a name only as it is written.
  if (keys.length === 0 || (!isSurface && keys.every(isGeneric))) return null;
  const names =
    index.byPhrase.get(keys.join(" ")) ??
    (keys.length > 1 && !span.some(isConjunction) ? index.byBag.get([...keys].sort().join(" ")) : undefined);
  if (!names) return null;
  const weight = keys.reduce((sum, key) => sum + index.weightOf(key), 0);
  const isGeneral = span.every((token, i) => isLink(token) || cover.isGeneral(start + i));
  const readings = readingsOf(names, surface, weight).filter(
    (reading) => !isGeneral || isFormOf(reading, names, surface),
  );
  const weak = isGeneral && !isWholeTitle(readings, content) && !isOneOfIts(readings, content, cover, start);
  return readings.length === 0 ? null : { start, end, weak, readings };
}

// "Produktionsplan per mottagning", word by word as the plan has it, is that measure, general words though they are.
function isWholeTitle(readings: readonly Reading[], content: readonly Token[]): boolean {
  return content.length >= 2 && readings.some(({ ref, by }) => ref.kind === "measure" && by === "surface");
}

// "Avgiften" where measures are called so: the one that is known, not all of the kind.
function isOneOfIts(readings: readonly Reading[], content: readonly Token[], cover: Cover, at: number): boolean {
  const [only] = content;
  return (
    content.length === 1 &&
    only !== undefined &&
    cover.isKind(at) &&
    /(en|et)$/.test(only.word) &&
    readings.some(({ ref }) => ref.kind === "measure")
  );
}

function readingsOf(names: readonly Name[], surface: string, weight: number): Reading[] {
  const best = new Map<NameRef, Reading>();
  for (const name of names) {
    if (!isLikeForm(name, surface)) continue;
    const isSame = fold(name.surface) === fold(surface);
    const reading: Reading = { ref: name.ref, score: weight * (isSame ? 1.1 : 1), by: isSame ? "surface" : "phrase" };
    const known = best.get(name.ref);
    if (!known || known.score < reading.score) best.set(name.ref, reading);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

// A short name is itself only ("FAS" is not "fasa"), and a form is about as long as its word ("fast" is not "fastigheter").
function isLikeForm(name: Name, surface: string): boolean {
  if (name.keys.length > 1) return true;
  const folded = fold(name.surface);
  const said = fold(surface);
  if (folded === said) return true;
  return folded.length > 3 && Math.abs(folded.length - said.length) <= 5 && folded.slice(0, 3) === said.slice(0, 3);
}

// A general word is a form of a short name only where one is the other with an ending: "kostar" is not "kosten".
function isFormOf({ ref, by }: Reading, names: readonly Name[], surface: string): boolean {
  if (by === "surface" || surface.includes(" ")) return true;
  const said = fold(surface);
  return names
    .filter((name) => name.ref === ref && name.keys.length === 1)
    .every(({ surface: written }) => {
      const own = fold(written);
      return own.length > 7 || own.startsWith(said) || said.startsWith(own) || isNoun(own, said);
    });
}

const ENDING = /(orna|arna|erna|orn|arn|ern|en|et|ar|er|or|an|a|n|t|s)$/;

function isNoun(own: string, said: string): boolean {
  return own.replace(ENDING, "") === said.replace(ENDING, "") && !/(ar|at|ade)$/.test(said);
}

interface Tally {
  weight: number;
  words: Set<number>;
  /** Some word of it is no general word. */
  specific: boolean;
  /** Some word of it is more than "minska" or "klinik". */
  telling: boolean;
  name: Name;
}

// Words left over that stand in names: the names that hold most of them.
function findByWords(tokens: readonly Token[], index: NameIndex, cover: Cover, taken: readonly boolean[]): Mention[] {
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
        (tally.specific || isTopic(ref, tally)) && (ref.kind !== "person" || isPersonName(tokens, tally)),
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
function isTopic(ref: NameRef, tally: Tally): boolean {
  return ref.kind === "measure" && tally.telling;
}

/** More of the question's words, and of the name's, is better. */
function scoreOf(tally: Tally, index: NameIndex): number {
  const whole = tally.name.keys.reduce((sum, key) => sum + index.weightOf(key), 0);
  return tally.weight * (0.75 + 0.25 * Math.min(1, tally.weight / Math.max(whole, 0.1)));
}

function isPersonName(tokens: readonly Token[], tally: Tally): boolean {
  return [...tally.words].every((at) => tokens[at]?.capital);
}

// "sammanslagningen av vårdcentraler", "medicinkliniken i norr": two mentions of the one thing that fits both.
function merged(mentions: readonly Mention[], tokens: readonly Token[]): readonly Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const before = kept.at(-1);
    if (before && isHalves(before, mention, tokens)) {
      kept[kept.length - 1] = {
        ...before,
        end: mention.end,
        readings: [...before.readings, ...mention.readings].map(asWords),
      };
      continue;
    }
    const both = before && isLinked(tokens, before.end, mention.start) ? shared(before, mention) : [];
    if (before && both.length > 0)
      kept[kept.length - 1] = {
        start: before.start,
        end: mention.end,
        weak: before.weak && mention.weak,
        readings: both,
      };
    else kept.push(mention);
  }
  return kept;
}

// "Ögonkirurgen" where the plan has an eye clinic and a surgical one: either, so it must be asked which.
function isHalves(a: Mention, b: Mention, tokens: readonly Token[]): boolean {
  const left = tokens[b.start - 1];
  const right = tokens[b.start];
  const areOrgs = [a, b].every((one) => !one.weak && one.readings.every(({ ref }) => ref.kind === "org"));
  return a.end === b.start && areOrgs && left !== undefined && left.raw === right?.raw && right.breakBefore === "";
}

function asWords(reading: Reading): Reading {
  return { ...reading, by: "words", score: 1 };
}

function shared(a: Mention, b: Mention): Reading[] {
  if (a.readings.length === 1 && b.readings.length === 1 && a.readings[0]?.ref !== b.readings[0]?.ref) return [];
  return a.readings.flatMap((reading) => {
    const other = b.readings.find(({ ref }) => ref.kind === reading.ref.kind && ref.id === reading.ref.id);
    return other ? [{ ref: reading.ref, score: reading.score + other.score, by: "words" as const }] : [];
  });
}

function isLinked(tokens: readonly Token[], from: number, to: number): boolean {
  if (/[,;.!?]/.test(tokens[to]?.breakBefore ?? "")) return false;
  return tokens.slice(from, to).every((token) => isLink(token) && !isConjunction(token));
}

export function isConjunction(token: Token): boolean {
  return ["och", "eller", "and", "or", "samt", "respektive", "mot", "med", "with"].includes(token.word);
}
