// Pure. Amounts in words, as every part of the digest says them.
import type { Sek } from "../plan/amount.ts";
import { amountNumber, amountText } from "../plan/format.ts";
import type { Speech } from "./speech.ts";

/** `145,0 mkr`; an unknown one is "underlag saknas", never 0. */
export function amount(value: Sek | null, { lang, words, unit }: Speech): string {
  return value === null ? words.noData : amountText(value, lang, unit);
}

/** `145,0 av planerade 176,8 mkr`: in Swedish the unit is said once, in English it frames each amount. */
export function amountOfPlanned(value: Sek | null, planned: Sek | null, speech: Speech): string {
  const { words } = speech;
  if (value === null) return planned === null ? words.noData : words.onlyPlanned(amount(planned, speech));
  if (planned === null) return words.notPlanned(amount(value, speech));
  return `${amountBefore(value, speech)} ${words.ofPlanned(amount(planned, speech))}`;
}

/** An amount that another one follows. */
export function amountBefore(value: Sek | null, speech: Speech): string {
  return value !== null && speech.lang === "sv" ? amountNumber(value, "sv") : amount(value, speech);
}
