// Pure. Where a figure stands in a line: the ways a fact may be written, looked for as whole numbers.
import { sekFromMkr } from "../plan/amount.ts";
import { amountNumber, numberText, percentText, rateText } from "../plan/format.ts";
import type { Lang } from "../plan/plan.ts";
import type { Fact } from "./answer.ts";

export interface Place {
  readonly fact: Fact;
  readonly start: number;
  readonly end: number;
}

/**
 * The first figure of a line, or null when none of the facts stands there, or it can't be told which: a number that
 * occurs twice may belong to a name.
 */
export function firstFigure(line: string, facts: readonly Fact[], lang: Lang): Place | null {
  let first: Place | null = null;
  for (const fact of facts) {
    const place = placeOf(line, fact, lang);
    if (place && (!first || place.start < first.start || (place.start === first.start && place.end > first.end)))
      first = place;
  }
  return first && isNamedTwice(line, first) ? null : first;
}

function placeOf(line: string, fact: Fact, lang: Lang): Place | null {
  const starts = writingsOf(fact, lang).flatMap((writing) => {
    const start = indexOfNumber(line, writing, 0);
    return start === -1 ? [] : [{ fact, start, end: start + writing.length }];
  });
  return starts.reduce<Place | null>((best, place) => (!best || place.start < best.start ? place : best), null);
}

function isNamedTwice(line: string, { start, end }: Place): boolean {
  return indexOfNumber(line, line.slice(start, end), end) !== -1;
}

function writingsOf({ value, unit }: Fact, lang: Lang): readonly string[] {
  // What is missing may be written without its sign ("9,0 mkr före plan").
  const values = value < 0 ? [value, -value] : [value];
  if (unit === "mkr") return values.flatMap((one) => amountsOf(one, lang));
  if (unit === "%")
    return values.flatMap((one) => [0, 1].map((digits) => percentText(one, lang, digits)).concat(rateText(one, lang)));
  if (unit === "st") return [numberText(value, lang, 0)];
  return values.flatMap((one) => [numberText(one, lang, 1), numberText(one, lang, 0)]);
}

function amountsOf(value: number, lang: Lang): string[] {
  return [1, 2].flatMap((digits) => {
    const number = amountNumber(sekFromMkr(value), lang, digits);
    return lang === "sv" ? [`${number} mkr`, `${number} mnkr`] : [`SEK ${number} million`];
  });
}

/** Not a part of a longer number, an id, a week or a signed number. */
function indexOfNumber(line: string, writing: string, from: number): number {
  for (let at = line.indexOf(writing, from); at !== -1; at = line.indexOf(writing, at + 1)) {
    const before = line.slice(0, at);
    const after = line.slice(at + writing.length);
    const stands = !/(?:[\p{L}\d]|[\d\p{L}][.,:–-]|[\u2212+§]|\bv\. |\bweek |§ |\d\u00a0)$/u.test(before);
    if (stands && !/^(?:[\p{L}\d]|[.,:–-]\d|\u00a0\d)/u.test(after)) return at;
  }
  return -1;
}
