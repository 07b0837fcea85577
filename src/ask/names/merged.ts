// Pure. Mentions that belong together made one.
import type { Token } from "../text/tokens.ts";
import type { Mention, Reading } from "./mention.ts";
import { isLink } from "./name-words.ts";

// "sammanslagningen av vårdcentraler", "medicinkliniken i norr": two mentions of the one thing that fits both.
export function merged(mentions: readonly Mention[], tokens: readonly Token[]): readonly Mention[] {
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
