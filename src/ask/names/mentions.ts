// Pure. The names of the plan that a question mentions, each with everything it may stand for.

import { fold } from "../text/fold.ts";
import type { Token } from "../text/tokens.ts";
import { findByWords } from "./by-words.ts";
import type { Cover } from "./cover.ts";
import { findIds } from "./find-ids.ts";
import type { Mention, Reading } from "./mention.ts";
import { isConjunction, merged } from "./merged.ts";
import type { Name, NameIndex, NameRef } from "./name-index.ts";
import { isGeneric, isLink, keyOf } from "./name-words.ts";
import { withVerbs } from "./verb-object.ts";

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
  return withVerbs(merged(found, tokens), tokens, index);
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
      // "Når" is no form of "NARA", and a name of four letters only has endings of its own.
      if (surface !== said && own === written) return false;
      if (own.length <= 4) return said.startsWith(own);
      return own.length > 7 || own.startsWith(said) || said.startsWith(own) || isNoun(own, said);
    });
}

const ENDING = /(orna|arna|erna|orn|arn|ern|en|et|ar|er|or|an|a|n|t|s)$/;

function isNoun(own: string, said: string): boolean {
  return own.replace(ENDING, "") === said.replace(ENDING, "") && !/(ar|at|ade)$/.test(said);
}
