// Pure. Finds a Swedish personnummer or samordningsnummer in free text, so that it is never stored.
import { type IsoDate, isIsoDate } from "../lib/time.ts";

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const DASHES = /[\u2010-\u2015\u2212]/gu;
/**
 * Year (with or without century), month, day, and the last four; people put dashes, dots and blanks between them.
 * A look-ahead, so that one number that begins inside another is tried too.
 */
const SHAPE = /(?<!\d)(?=(\d{2})?(\d{2})[-./ ]?(\d{2})[-./ ]?(\d{2}) ?[-+./]? ?(\d{4})(?!\d))/gu;
/** A samordningsnummer has 60 added to its day. */
const COORDINATION_DAYS = 60;

/**
 * Whether `text` holds a Swedish personnummer or samordningsnummer: a real date not after `today` (either century where
 * none is written) and a right check digit, with or without dash, plus sign, blanks or invisible characters.
 */
export function hasPersonalNumber(text: string, today: IsoDate): boolean {
  const plain = text.normalize("NFKC").replace(INVISIBLE, "").replace(DASHES, "-").replace(/\s/gu, " ");
  for (const [, century = "", year = "", month = "", day = "", last = ""] of plain.matchAll(SHAPE)) {
    if (isBirthDate(century, year, month, day, today) && hasCheckDigit(year + month + day + last)) return true;
  }
  return false;
}

function isBirthDate(century: string, year: string, month: string, day: string, today: IsoDate): boolean {
  const plainDay = Number(day) > COORDINATION_DAYS ? Number(day) - COORDINATION_DAYS : Number(day);
  const centuries = century === "" ? ["18", "19", "20"] : [century];
  return centuries.some((each) => {
    const date = `${each}${year}-${month}-${String(plainDay).padStart(2, "0")}`;
    return each >= "18" && isIsoDate(date) && date <= today;
  });
}

/** Luhn over the ten digits: every other one doubled, the digits summed, a multiple of ten. */
function hasCheckDigit(tenDigits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...tenDigits].entries()) {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
