// Pure. Amounts of money and plain numbers: "200 miljoner", "12,5 mkr", "50 tkr", "1,2 miljarder", "tre".
import type { Token } from "../text/tokens.ts";
import { numberOf } from "../when/calendar-words.ts";
import type { WhenSpan } from "../when/when.ts";

export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Million kronor when a unit of money is said; `%`; plain otherwise. */
  readonly unit: "mkr" | "%" | null;
  /** "1.631": one thousand six hundred or one and a half? */
  readonly ambiguous: boolean;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ...[
    "mkr",
    "mnkr",
    "msek",
    "milj",
    "miljon",
    "miljoner",
    "miljonerna",
    "mille",
    "million",
    "millions",
    "mkr.",
    "m",
  ].map((word): [string, number] => [word, 1]),
  ...["tkr", "tusen", "ksek", "thousand", "k"].map((word): [string, number] => [word, 0.001]),
  ...["md", "mdr", "mdkr", "miljard", "miljarder", "billion", "bn"].map((word): [string, number] => [word, 1000]),
  ...["kr", "kronor", "kronorna", "sek"].map((word): [string, number] => [word, 0.000001]),
]);

export function readAmounts(tokens: readonly Token[], whens: readonly WhenSpan[]): readonly Amount[] {
  const found: Amount[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (whens.some((span) => span.start <= at && at < span.end)) continue;
    const amount = amountAt(tokens, at);
    if (!amount) continue;
    found.push(amount);
    at = amount.end - 1;
  }
  return found;
}

function amountAt(tokens: readonly Token[], start: number): Amount | null {
  const word = tokens[start]?.folded ?? "";
  const joined = /^(\d{1,9}(?:[.,]\d{1,4})?)(mkr|mnkr|msek|m|tkr|k|kr|%|mdr|md)$/.exec(word);
  const value = numberOf(joined?.[1] ?? (word.endsWith("%") ? word.slice(0, -1) : word));
  // "En miljon" is an amount, "en åtgärd" is none.
  const isScaled = /^(miljon|miljard|million|billion)$/.test(tokens[start + 1]?.folded ?? "");
  if (value === null || (!isScaled && ["en", "ett", "par", "one", "a"].includes(word))) return null;
  const ambiguous = /^\d{1,3}\.\d{3}$/.test(joined?.[1] ?? word);
  if (word.endsWith("%")) return { start, end: start + 1, value, unit: "%", ambiguous };
  if (joined)
    return { start, end: start + 1, value: value * (SCALES.get(joined[2] ?? "") ?? 1), unit: "mkr", ambiguous };
  const next = tokens[start + 1]?.folded ?? "";
  if (/^(procent|percent|%)$/.test(next)) return { start, end: start + 2, value, unit: "%", ambiguous };
  const scale = SCALES.get(next);
  if (scale === undefined) return { start, end: start + 1, value, unit: null, ambiguous };
  const isKronor = ["kr", "kronor", "sek", "crowns"].includes(tokens[start + 2]?.folded ?? "");
  return { start, end: start + (isKronor ? 3 : 2), value: value * scale, unit: "mkr", ambiguous };
}
