// Pure. The times named in a question. One pass, the longest reading first at each word.
import { addDays, type IsoDate, isIsoDate } from "../../lib/time.ts";
import { isMonth, lastDayOf, mondayOf, monthFrom, monthOf, monthYear } from "../../plan/week.ts";
import type { Token } from "../text/tokens.ts";
import { FEASTS, monthNumberOf, numberOf, ordinalOf, SEASONS, WEAK_MONTHS } from "./calendar-words.ts";
import { readRelative } from "./read-relative.ts";
import { readWeeks } from "./read-weeks.ts";
import type { Moment, When, WhenSpan } from "./when.ts";

/** Every time named, in the order said. */
export function readWhens(tokens: readonly Token[], moment: Moment): readonly WhenSpan[] {
  const spans: WhenSpan[] = [];
  for (let at = 0; at < tokens.length; ) {
    const span = readAt(tokens, at, moment);
    if (span) spans.push(span);
    at = span ? span.end : at + 1;
  }
  return spans;
}

const READERS = [readRelative, readWeeks, readRange, readFeast, readLimited, readPart, readPlain] as const;

function readAt(tokens: readonly Token[], at: number, moment: Moment): WhenSpan | null {
  for (const read of READERS) {
    const span = read(tokens, at, moment);
    if (span) return span;
  }
  return null;
}

const THROUGH = new Set(["tom", "through", "thru", "ytd", "ackumulerat", "accumulated"]);
const SINCE = new Set(["sedan", "since", "from", "efter", "after"]);
const UNTIL = new Set(["fore", "innan", "before", "senast"]);
const LINK = new Set(["i", "den", "the", "slutet", "av", "end", "of", "in", "manad", "och", "med", "arets", "hela"]);

// "t.o.m. oktober", "till och med okt", "sedan juni", "före 14 december"
function readLimited(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const limit = limitAt(tokens, start);
  if (!limit) return null;
  let at = limit.end;
  while (at < tokens.length && at < limit.end + 3 && LINK.has(folded(tokens, at))) at++;
  const inner = readRelative(tokens, at, moment) ?? readWeeks(tokens, at, moment) ?? readPart(tokens, at, moment) ?? readPlain(tokens, at, moment, true);
  if (!inner) return null;
  const when = limitedBy(limit.kind, inner.when);
  return when && { start, end: inner.end, when };
}

function limitAt(tokens: readonly Token[], at: number): { kind: "through" | "since" | "until"; end: number } | null {
  const word = folded(tokens, at);
  const next = folded(tokens, at + 1);
  if (word === "till" && next === "och" && folded(tokens, at + 2) === "med") return { kind: "through", end: at + 3 };
  if ((word === "fram" && next === "till") || (word === "up" && next === "to")) return { kind: "through", end: at + 2 };
  if (word === "vid" || word === "at" || word === "by" || word === "per" || word === "till" || word === "until") {
    // "vid utgången av september", "by October": through. Alone it must be followed by a month at once.
    const skip = next === "utgangen" || next === "slutet" || next === "end" || next === "the" ? 1 : 0;
    const month = monthNumberOf(folded(tokens, at + 1 + skip)) ?? monthNumberOf(folded(tokens, at + 2 + skip));
    return month !== null && (skip > 0 || monthNumberOf(next) !== null) ? { kind: "through", end: at + 1 + skip } : null;
  }
  if (word === "fran" && next === "och") return { kind: "since", end: at + 3 };
  if (THROUGH.has(word)) return { kind: "through", end: at + 1 };
  if (SINCE.has(word)) return { kind: "since", end: at + 1 };
  if (UNTIL.has(word)) return { kind: "until", end: at + 1 };
  return null;
}

function limitedBy(kind: "through" | "since" | "until", inner: When): When | null {
  const from = firstDayOf(inner);
  const to = lastDayIn(inner);
  if (inner.is === "weeks" && kind === "through") return inner;
  if (kind === "through") return inner.is === "months" ? { is: "through", month: inner.to } : inner.is === "through" || inner.is === "year" ? inner : to ? { is: "through", month: monthOf(to) } : null;
  if (kind === "since") return from && { is: "since", date: from };
  return from && { is: "until", date: from };
}

// "mars–maj" (one word with a dash), "mars till maj", "mellan mars och maj", "jan-okt"
function readRange(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const lead = ["mellan", "between", "fran", "from"].includes(folded(tokens, start)) ? 1 : 0;
  const word = folded(tokens, start + lead);
  const dashed = word.split("-");
  if (dashed.length === 2) {
    const [first, second] = dashed.map((part) => monthNumberOf(part));
    if (first && second) return { start, ...withYear(tokens, start + lead + 1, moment, first, second) };
  }
  const first = monthNumberOf(word);
  const link = folded(tokens, start + lead + 1);
  const second = monthNumberOf(folded(tokens, start + lead + 2));
  const isLinked = ["till", "to", "through", "tom", "-"].includes(link) || (lead === 1 && ["och", "and"].includes(link));
  if (first && second && isLinked) return { start, ...withYear(tokens, start + lead + 3, moment, first, second) };
  return null;
}

function withYear(tokens: readonly Token[], at: number, moment: Moment, first: number, second: number): { end: number; when: When } {
  const year = yearAt(tokens, at);
  const of = year ?? monthYear(moment.through);
  const from = monthFrom(second < first ? of - 1 : of, first);
  return { end: year === null ? at : at + 1, when: { is: "months", from, to: monthFrom(of, second) } };
}

// "T2", "tertial 2", "andra tertialet", "Q3", "tredje kvartalet", "första halvåret", "delåret i augusti"
function readPart(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const word = folded(tokens, start);
  const short = /^([tqkh])([1-4])$/.exec(word);
  const afterShort = { start, end: start + 1 };
  if (short) return partSpan(afterShort, tokens, moment, short[1] === "t" ? 4 : short[1] === "h" ? 6 : 3, Number(short[2]));
  const size = partSize(word);
  if (size !== null) {
    const number = numberOf(folded(tokens, start + 1));
    return number === null ? null : partSpan({ start, end: start + 2 }, tokens, moment, size, number);
  }
  const ordinal = ordinalOf(word);
  const named = ordinal === null ? null : partSize(folded(tokens, start + 1));
  if (ordinal !== null && named !== null) return partSpan({ start, end: start + 2 }, tokens, moment, named, ordinal === -1 ? 12 / named : ordinal);
  if (/^delar(et|s|srapport\w*|sbokslut\w*)?$/.test(word)) return readInterim(tokens, start, moment);
  return null;
}

function partSize(word: string): number | null {
  if (/^tertial/.test(word)) return 4;
  if (/^(kvartal|quarter)/.test(word)) return 3;
  return /^(halvar|half-year|half)/.test(word) ? 6 : null;
}

function partSpan(span: { start: number; end: number }, tokens: readonly Token[], moment: Moment, size: number, number: number): WhenSpan | null {
  if (number < 1 || number * size > 12) return null;
  const year = yearAt(tokens, span.end);
  const of = year ?? monthYear(moment.through);
  const when: When = { is: "months", from: monthFrom(of, (number - 1) * size + 1), to: monthFrom(of, number * size) };
  return { start: span.start, end: year === null ? span.end : span.end + 1, when };
}

// delår april/augusti: through that month; "delåret" alone is the latest one closed
function readInterim(tokens: readonly Token[], start: number, moment: Moment): WhenSpan {
  for (let at = start + 1; at <= start + 3 && at < tokens.length; at++) {
    const month = monthNumberOf(folded(tokens, at));
    if (month !== null) {
      const year = yearAt(tokens, at + 1);
      return { start, end: year === null ? at + 1 : at + 2, when: { is: "through", month: monthFrom(year ?? monthYear(moment.through), month) } };
    }
    const number = numberOf(folded(tokens, at));
    if (number === 1 || number === 2) return { start, end: at + 1, when: { is: "through", month: monthFrom(monthYear(moment.through), number * 4) } };
  }
  const year = monthYear(moment.through);
  const last = [monthFrom(year, 8), monthFrom(year, 4), monthFrom(year - 1, 8)].find((month) => month <= moment.through);
  return { start, end: start + 1, when: { is: "through", month: last ?? monthFrom(year, 4) } };
}

// "i somras", "sedan i våras", "före jul", "i höst"
function readFeast(tokens: readonly Token[], start: number, moment: Moment): WhenSpan | null {
  const lead = folded(tokens, start);
  let at = start;
  const since = SINCE.has(lead);
  const until = UNTIL.has(lead) || lead === "till" || lead === "until" || lead === "till";
  if (since || until) at++;
  const prepositions = at;
  while (at < prepositions + 2 && ["i", "in", "the", "under", "during", "this", "last"].includes(folded(tokens, at))) at++;
  const word = folded(tokens, at);
  const feast = FEASTS.get(word);
  if (feast && (since || until)) {
    const [month, day] = feast;
    const year = since && monthFrom(monthYear(monthOf(moment.today)), month) > monthOf(moment.today) ? monthYear(monthOf(moment.today)) - 1 : Number(moment.today.slice(0, 4));
    const date = `${monthFrom(year, month)}-${String(day).padStart(2, "0")}` as IsoDate;
    return { start, end: at + 1, when: since ? { is: "since", date } : { is: "until", date } };
  }
  const season = SEASONS.get(word);
  // "var" is also "where" and "was": a season only after "i" or as "våren", "i våras".
  if (!season || (at === start && !/(s|n)$/.test(word)) || (word === "var" && at === start) || word === "fall") return null;
  const year = Number(moment.today.slice(0, 4));
  const isOver = monthFrom(year, season[0]) <= monthOf(moment.today);
  const of = isOver || until ? year : year - 1;
  const from = monthFrom(of, season[0]);
  const to = monthFrom(of, season[1]);
  if (since) return { start, end: at + 1, when: { is: "since", date: `${from}-01` as IsoDate } };
  if (until) return { start, end: at + 1, when: { is: "until", date: `${from}-01` as IsoDate } };
  return { start, end: at + 1, when: { is: "months", from, to } };
}

// "oktober", "okt 2026", "2026-10", "20 november", "20/11", "2026"
function readPlain(tokens: readonly Token[], start: number, moment: Moment, isLimited = false): WhenSpan | null {
  const word = folded(tokens, start);
  const raw = tokens[start]?.word ?? "";
  if (isIsoDate(raw)) return { start, end: start + 1, when: { is: "dates", from: raw, to: raw } };
  if (isMonth(raw)) return { start, end: start + 1, when: { is: "months", from: raw, to: raw } };
  const slashed = /^(\d{1,2})\/(\d{1,2})$/.exec(word);
  if (slashed) return dayIn(start, start + 1, moment, Number(slashed[1]), Number(slashed[2]), null);
  const day = /^(\d{1,2})(?::?e|:?a|th|st|nd|rd)?$/.exec(word);
  const monthAfter = day ? monthNumberOf(folded(tokens, start + 1)) : null;
  if (day && monthAfter) {
    const year = yearAt(tokens, start + 2);
    return dayIn(start, year === null ? start + 2 : start + 3, moment, Number(day[1]), monthAfter, year);
  }
  const month = monthNumberOf(word);
  if (month !== null && (isLimited || !WEAK_MONTHS.has(word) || isSaidAsMonth(tokens, start))) {
    const next = /^\d{1,2}$/.test(folded(tokens, start + 1)) && yearAt(tokens, start + 1) === null && !isLimited ? Number(folded(tokens, start + 1)) : null;
    if (next !== null && next <= 31 && isEnglishMonth(word)) return dayIn(start, start + 2, moment, next, month, null);
    const year = yearAt(tokens, start + 1);
    const named = monthFrom(year ?? monthYear(moment.through), month);
    return { start, end: year === null ? start + 1 : start + 2, when: { is: "months", from: named, to: named } };
  }
  const year = yearAt(tokens, start);
  return year === null ? null : { start, end: start + 1, when: { is: "year", year } };
}

function isEnglishMonth(word: string): boolean {
  return ["january", "february", "march", "may", "june", "july", "august", "october"].includes(word);
}

function isSaidAsMonth(tokens: readonly Token[], at: number): boolean {
  const before = folded(tokens, at - 1);
  if (["i", "in", "tom", "through", "from", "since", "sedan", "of", "for", "during", "under", "och", "and", "till"].includes(before)) return true;
  return yearAt(tokens, at + 1) !== null || /^\d{1,2}$/.test(before) || (tokens[at]?.capital === true && at > 0);
}

function dayIn(start: number, end: number, moment: Moment, day: number, month: number, year: number | null): WhenSpan | null {
  const date = `${monthFrom(year ?? Number(moment.today.slice(0, 4)), month)}-${String(day).padStart(2, "0")}`;
  return isIsoDate(date) ? { start, end, when: { is: "dates", from: date, to: date } } : null;
}

function yearAt(tokens: readonly Token[], at: number): number | null {
  const word = folded(tokens, at);
  return /^20[1-4]\d$/.test(word) ? Number(word) : null;
}

export function firstDayOf(when: When): IsoDate | null {
  switch (when.is) {
    case "months":
      return `${when.from}-01` as IsoDate;
    case "through":
      return `${when.month}-01` as IsoDate;
    case "year":
      return `${when.year}-01-01` as IsoDate;
    case "weeks":
      return mondayOf(when.from);
    case "dates":
      return when.from;
    case "since":
      return when.date;
    default:
      return null;
  }
}

export function lastDayIn(when: When): IsoDate | null {
  switch (when.is) {
    case "months":
      return lastDayOf(when.to);
    case "through":
      return lastDayOf(when.month);
    case "year":
      return `${when.year}-12-31` as IsoDate;
    case "weeks":
      return addDays(mondayOf(when.to), 6);
    case "dates":
      return when.to;
    case "until":
      return when.date;
    default:
      return null;
  }
}

function folded(tokens: readonly Token[], at: number): string {
  return tokens[at]?.folded ?? "";
}

