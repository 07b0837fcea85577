// Pure. Money is counted in whole kronor, so that sums are exact and 80,0 % is 80,0 %.
import type { Brand } from "../lib/brand.ts";

/** An amount in whole kronor (SEK). `null` where one could stand means "ej beräknad" (unknown), never 0. */
export type Sek = Brand<number, "Sek">;

export const SEK_PER_MKR = 1_000_000;

/** Million kronor as a plain number, for facts and charts. */
export function mkr(amount: Sek): number {
  return amount / SEK_PER_MKR;
}

/** Kronor from million kronor, rounded to the krona. */
export function sekFromMkr(value: number): Sek {
  return Math.round(value * SEK_PER_MKR) as Sek;
}

export interface Sum {
  /** Null when no amount at all was known: "underlag saknas", not 0,0. */
  readonly amount: Sek | null;
  /** How many amounts were unknown. */
  readonly unknown: number;
}

/** Adds the known amounts and counts the unknown ones (rule: unknowns are counted, never added as 0). */
export function sumOf(amounts: Iterable<Sek | null>): Sum {
  let total = 0;
  let known = 0;
  let unknown = 0;
  for (const amount of amounts) {
    if (amount === null) unknown++;
    else {
      total += amount;
      known++;
    }
  }
  return { amount: known === 0 ? null : (total as Sek), unknown };
}

/** `part ÷ whole` in percent, or null when there is nothing to divide by. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (part * 100) / whole;
}
