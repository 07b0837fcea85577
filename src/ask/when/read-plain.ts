// Pure. Months, dates and years as such.
import { isIsoDate } from "../../lib/time.ts";
import { isMonth, monthFrom, monthYear } from "../../plan/week.ts";
import type { Token } from "../text/tokens.ts";
import { monthNumberOf, numberOf, WEAK_MONTHS } from "./calendar-words.ts";
import type { Moment, WhenSpan } from "./when.ts";

// "oktober", "okt 2026", "2026-10", "20 november", "20/11", "2026"
export function readPlain(tokens: readonly Token[], start: number, moment: Moment, isLimited = false): WhenSpan | null {
  const word = folded(tokens, start);
  const raw = tokens[start]?.word ?? "";
  if (isIsoDate(raw)) return { start, end: start + 1, when: { is: "dates", from: raw, to: raw } };
  if (isMonth(raw)) return { start, end: start + 1, when: { is: "months", from: raw, to: raw } };
  const slashed = /^(\d{1,2})\/(\d{1,2})$/.exec(word);
  if (slashed) return dayIn(start, start + 1, moment, Number(slashed[1]), Number(slashed[2]), null);
  const days = /^(\d{1,2})-(\d{1,2})$/.exec(word);
  const ofMonth = days ? monthNumberOf(folded(tokens, start + 1)) : null;
  if (days && ofMonth) {
    const first = dayIn(start, start + 2, moment, Number(days[1]), ofMonth, null);
    const last = dayIn(start, start + 2, moment, Number(days[2]), ofMonth, null);
    if (first?.when.is === "dates" && last?.when.is === "dates" && first.when.from <= last.when.to)
      return { start, end: start + 2, when: { is: "dates", from: first.when.from, to: last.when.to } };
  }
  const day = /^(\d{1,2})(?::?e|:?a|th|st|nd|rd)?$/.exec(word);
  const monthAfter = day ? monthNumberOf(folded(tokens, start + 1)) : null;
  if (day && monthAfter) {
    const year = yearAt(tokens, start + 2);
    return dayIn(start, year === null ? start + 2 : start + 3, moment, Number(day[1]), monthAfter, year);
  }
  const month = monthNumberOf(word);
  if (month !== null && (isLimited || !WEAK_MONTHS.has(word) || isSaidAsMonth(tokens, start))) {
    const next =
      /^\d{1,2}$/.test(folded(tokens, start + 1)) && yearAt(tokens, start + 1) === null && !isLimited
        ? Number(folded(tokens, start + 1))
        : null;
    if (next !== null && next <= 31 && isEnglishMonth(word)) return dayIn(start, start + 2, moment, next, month, null);
    const year = yearAt(tokens, start + 1);
    const named = monthFrom(year ?? monthYear(moment.through), month);
    return { start, end: year === null ? start + 1 : start + 2, when: { is: "months", from: named, to: named } };
  }
  // "År 2026", "the year 2026"
  const isYearWord = ["ar", "year"].includes(folded(tokens, start));
  const spelt = isYearWord ? yearAt(tokens, start + 1) : null;
  if (spelt !== null) return { start, end: start + 2, when: { is: "year", year: spelt } };
  const year = yearAt(tokens, start) ?? shortYearAt(tokens, start, moment);
  return year === null ? null : { start, end: start + 1, when: { is: "year", year } };
}

function isEnglishMonth(word: string): boolean {
  return ["january", "february", "march", "may", "june", "july", "august", "october"].includes(word);
}

const MOST_OF_FEW = 6;
const A_FIGURE = /^(hyr|overtid|sjukfranv|bemanning|produktion|utfall|realiser|prognos|effekt|kostnad)/;

function isSaidAsMonth(tokens: readonly Token[], at: number): boolean {
  const before = folded(tokens, at - 1);
  if (
    [
      "i",
      "in",
      "tom",
      "through",
      "from",
      "since",
      "sedan",
      "of",
      "for",
      "during",
      "under",
      "och",
      "and",
      "till",
    ].includes(before)
  )
    return true;
  // "Hyrkostnad sep", "utfall jan": in a few words.
  if (tokens.length <= MOST_OF_FEW && A_FIGURE.test(before)) return true;
  return yearAt(tokens, at + 1) !== null || /^\d{1,2}$/.test(before) || (tokens[at]?.capital === true && at > 0);
}

function dayIn(
  start: number,
  end: number,
  moment: Moment,
  day: number,
  month: number,
  year: number | null,
): WhenSpan | null {
  const date = `${monthFrom(year ?? Number(moment.today.slice(0, 4)), month)}-${String(day).padStart(2, "0")}`;
  return isIsoDate(date) ? { start, end, when: { is: "dates", from: date, to: date } } : null;
}

// "Prognosen för tjugosju?": the year as people say it, last and after "för", and one that figures may be of.
function shortYearAt(tokens: readonly Token[], at: number, moment: Moment): number | null {
  const word = folded(tokens, at);
  if (at !== tokens.length - 1 || !/^(for|under|helaret|aret)$/.test(folded(tokens, at - 1))) return null;
  const year = /^(tjugo|trettio)\p{L}+$/u.test(word) ? 2000 + (numberOf(word) ?? 0) : 0;
  return Math.abs(year - monthYear(moment.through)) <= 1 ? year : null;
}

export function yearAt(tokens: readonly Token[], at: number): number | null {
  const word = folded(tokens, at);
  // "Tjugohundratjugosex", "tjugotjugosex"
  const spelt = /^tjugo(?:hundra)?((?:tjugo|trettio|fyrtio)[a-z]*)$/.exec(word);
  const number = spelt ? numberOf(spelt[1] ?? "") : null;
  if (number !== null) return 2000 + number;
  return /^20[1-4]\d$/.test(word) ? Number(word) : null;
}

export function folded(tokens: readonly Token[], at: number): string {
  return tokens[at]?.folded ?? "";
}
