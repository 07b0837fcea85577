// Pure. Weeks by number: "v 47", "v.47", "vecka 47", "2026-W46", "mellan v. 40 och v. 47", "veckorna 43–46".
import { isWeek, type Week, weekFrom, weekNumber, weeksBetween, weeksInYear, weekYear } from "../../plan/week.ts";
import type { Token } from "../text/tokens.ts";
import { numberOf } from "./calendar-words.ts";
import type { Moment, WhenSpan } from "./when.ts";

interface Found {
  readonly week: Week;
  readonly last: Week;
  readonly end: number;
}

export function readWeeks(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const lead = ["mellan", "between", "fran", "from"].includes(word(tokens, start)) ? 1 : 0;
  const first = weekAt(tokens, start + lead, moment);
  if (!first) return null;
  const range = first.week === first.last ? rangeEnd(tokens, first, moment, lead === 1) : null;
  const last = range ?? first;
  return { start, end: last.end, when: { is: "weeks", from: first.week, to: last.last, said: "named" } };
}

function rangeEnd(tokens: readonly Token[], first: Found, moment: Moment, isBetween: boolean): Found | null {
  const link = word(tokens, first.end);
  const isNext = ["och", "and", "samt"].includes(link) && isWeekAfter(tokens, first, moment);
  if (!["till", "to", "through", "tom", "-"].includes(link) && !(isBetween && ["och", "and"].includes(link)) && !isNext)
    return null;
  const named = weekAt(tokens, first.end + 1, moment);
  if (named) return named;
  const number = /^\d{1,2}$/.test(word(tokens, first.end + 1)) ? Number(word(tokens, first.end + 1)) : null;
  const week = number === null ? null : nearestWeek(number, moment);
  return week && { week, last: week, end: first.end + 2 };
}

// "Vecka 45 och 46": two in a row.
function isWeekAfter(tokens: readonly Token[], first: Found, moment: Moment): boolean {
  const number = /^\d{1,2}$/.test(word(tokens, first.end + 1)) ? Number(word(tokens, first.end + 1)) : null;
  const week = number === null ? null : nearestWeek(number, moment);
  return week !== null && weeksBetween(first.week, week) === 1;
}

function weekAt(tokens: readonly Token[], at: number, moment: Moment): Found | null {
  const text = tokens[at]?.word ?? "";
  const iso = /^(\d{4})-?[wv](\d{1,2})$/.exec(text);
  if (iso) return found(weekFrom(Number(iso[1]), Number(iso[2])), at + 1);
  const joined = /^(?:v|w|vecka|week|ve)[.:]?(\d{1,2})(?:[-](\d{1,2}))?(?::?s)?$/.exec(text);
  if (joined)
    return numbered(tokens, at + 1, moment, Number(joined[1]), joined[2] === undefined ? null : Number(joined[2]));
  if (!/^(v|w|vecka|veckan|veckorna|veckor|week|weeks|veckas|ve)$/.test(text)) return null;
  const spelt = /^\p{L}{3,}$/u.test(word(tokens, at + 1)) ? numberOf(word(tokens, at + 1)) : null;
  if (spelt !== null) return numbered(tokens, at + 2, moment, spelt, null);
  const next = /^(\d{1,2})(?:[-](?:v\.?)?(\d{1,2}))?(?::?s)?$/.exec(tokens[at + 1]?.word ?? "");
  return next
    ? numbered(tokens, at + 2, moment, Number(next[1]), next[2] === undefined ? null : Number(next[2]))
    : null;
}

function numbered(
  tokens: readonly Token[],
  end: number,
  moment: Moment,
  number: number,
  last: number | null,
): Found | null {
  const year = /^20[1-4]\d$/.test(word(tokens, end)) ? Number(word(tokens, end)) : null;
  const week = year === null ? nearestWeek(number, moment) : weekFrom(year, number);
  const to = last === null ? week : year === null ? nearestWeek(last, moment) : weekFrom(year, last);
  if (!week || !to || !isWeek(week) || !isWeek(to) || to < week) return null;
  return { week, last: to, end: year === null ? end : end + 1 };
}

function found(week: Week, end: number): Found | null {
  return isWeek(week) ? { week, last: week, end } : null;
}

/** The week of that number nearest to now; null when no year near has it. */
function nearestWeek(number: number, moment: Moment): Week | null {
  const year = weekYear(moment.week);
  const near = [year - 1, year, year + 1]
    .filter((of) => number >= 1 && number <= weeksInYear(of))
    .map((of) => weekFrom(of, number));
  near.sort((a, b) => Math.abs(weeksBetween(moment.week, a)) - Math.abs(weeksBetween(moment.week, b)));
  return near.find((week) => weekNumber(week) === number) ?? null;
}

function word(tokens: readonly Token[], at: number): string {
  return tokens[at]?.folded ?? "";
}
