// Pure. Amounts (mkr in the file, kronor inside) and other numbers.
import { SEK_PER_MKR, type Sek } from "../plan/amount.ts";
import type { Cell } from "./cell.ts";
import type { Kind, Read } from "./column.ts";
import type { Fault } from "./fault.ts";
import { bare } from "./text.ts";

/** An amount in mkr, of either sign. */
export const amount: Kind<Sek> = {
  read: (cell) => mapped(readNumber(cell, true), sekOf),
  write: (value) => ({ number: value / SEK_PER_MKR, decimals: 1 }),
};

/** An amount in mkr that can't be below zero: potential, beslutad, planerad. */
export const amountFromZero: Kind<Sek> = {
  read(cell) {
    const read = amount.read(cell);
    return "value" in read && read.value < 0 ? { fault: { is: "negative" } } : read;
  },
  write: amount.write,
};

/** A plain number: årsarbetare, percent, a count. Kept to six decimals, so that Excel's 47,699999999999996 is 47,7. */
export const number: Kind<number> = {
  read: (cell) => readNumber(cell, false),
  write: (value) => ({ number: value, decimals: 0 }),
};

/** The largest number whose kronor can be counted exactly. */
const LARGEST = 1_000_000_000;

function readNumber(cell: Cell, isAmount: boolean): Read<number> {
  if (typeof cell === "number") return withinBounds(cell);
  if (typeof cell !== "string") return { fault: { is: "notNumber" } };
  const written = bare(cell).replace(/^[\u2212\u2013]/, "-");
  const unit = /^([-+]?[\d.,\s]*\d)\s*(%|[\p{L}$€][\p{L}.$€ ]*)$/u.exec(written);
  if (!unit) return plainNumber(written);
  const [, digits = "", word = ""] = unit;
  return isAmount && /^(mkr|mnkr)\.?$/i.test(word) ? plainNumber(digits) : { fault: unitFault(digits, word, isAmount) };
}

function plainNumber(written: string): Read<number> {
  const digits = /^[-+]?\d{1,3}(\s\d{3})+([.,]\d+)?$/.test(written) ? written.replace(/\s/g, "") : written;
  const ambiguous = /^([-+]?\d+)\.(\d{3})$/.exec(digits);
  if (ambiguous) return { fault: ambiguousFault(ambiguous[1] ?? "", ambiguous[2] ?? "") };
  if (!/^[-+]?(\d+([.,]\d*)?|[.,]\d+)$/.test(digits)) return { fault: { is: "notNumber" } };
  return withinBounds(Number(digits.replace(",", ".")));
}

function ambiguousFault(whole: string, decimals: string): Fault {
  const plain = whole.replace("+", "");
  return { is: "ambiguousNumber", grouped: `${Number(`${plain}${decimals}`)}`, decimal: `${plain},${decimals}` };
}

/** For thousands the same amount in mkr is told; for another unit only that it should go. */
function unitFault(digits: string, unit: string, isAmount: boolean): Fault {
  const read = plainNumber(digits);
  const value = "value" in read ? read.value : null;
  const thousands = /^t(kr|sek|usen|usen kr|usen kronor)?$/i.test(unit);
  const kronor = /^(kr|sek|kronor)\.?$/i.test(unit);
  const divisor = !isAmount ? 1 : thousands ? 1000 : kronor ? SEK_PER_MKR : null;
  const instead = value === null || divisor === null ? null : decimalText(value / divisor);
  return { is: "unitInCell", unit, instead };
}

function withinBounds(value: number): Read<number> {
  if (!Number.isFinite(value)) return { fault: { is: "notNumber" } };
  if (Math.abs(value) > LARGEST) return { fault: { is: "numberTooLarge" } };
  // Adding 0 makes −0 an ordinary 0.
  return { value: Math.round(value * 1e6) / 1e6 + 0 };
}

function sekOf(value: number): Sek {
  return (Math.round(value * SEK_PER_MKR) + 0) as Sek;
}

function mapped<A, B>(read: Read<A>, to: (value: A) => B): Read<B> {
  return "fault" in read ? read : { value: to(read.value) };
}

/** A number as Swedish text, at most six decimals, at least `decimals`. */
export function decimalText(value: number, decimals = 0): string {
  const rounded = value.toFixed(6).replace(/0+$/, "");
  const [whole = "0", rest = ""] = rounded.split(".");
  const padded = rest.padEnd(decimals, "0");
  return padded === "" ? whole : `${whole},${padded}`;
}
