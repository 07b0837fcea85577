// Pure. "fredag 13.05", "imorgon 8", "2026-11-23 07.35", "23 nov 07.35" → an instant, on the demo clock's calendar.

import type { WallTime } from "../lib/time.ts";
import {
  addDays,
  type Instant,
  type IsoDate,
  instantAt,
  isIsoDate,
  parseInstant,
  wallAt,
  weekdayOf,
} from "../lib/time.ts";
import { readTime, readWeekday } from "../plan/rhythm-words.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
/** English ones that begin differently. */
const ENGLISH: Readonly<Record<string, string>> = { may: "maj", oct: "okt" };

/** The moment that is meant, or null when it can't be read. A weekday is the next one that is not yet past. */
export function readDemoTime(text: string, now: Instant, zone: string): Instant | null {
  const wish = text.trim().toLowerCase();
  const exact = parseInstant(wish.toUpperCase().replace(" ", "T"));
  if (exact !== null) return exact;
  const date = dateIn(wish, wallAt(now, zone).date);
  const time = readTime(date.rest);
  // "imorgon 25.00": a time is meant, and there is no such.
  if (time === null && /\d[.:]\d|\bkl/.test(date.rest)) return null;
  if (date.found === null && time === null) return null;
  if (date.found?.weekday) return nextWeekday(date.found.date, time ?? MIDDAY, now, zone);
  const day = date.found?.date ?? wallAt(now, zone).date;
  return instantAt(day, time ?? MIDDAY, zone);
}

const MIDDAY = "12:00" as WallTime;

interface FoundDate {
  readonly found: { readonly date: IsoDate; readonly weekday: boolean } | null;
  /** What is left of the text, where the time of day stands. */
  readonly rest: string;
}

function dateIn(text: string, today: IsoDate): FoundDate {
  const iso = /\d{4}-\d{2}-\d{2}/.exec(text);
  if (iso && isIsoDate(iso[0]))
    return { found: { date: iso[0], weekday: false }, rest: text.replace(iso[0], " ").replace("t", " ") };
  const named = /(\d{1,2})(?:\s*([a-zåäö]{3,})|\/(\d{1,2}))(?:\s+(\d{4})(?![\d.:]))?/.exec(text);
  const month = named ? (named[3] ? Number(named[3]) : monthNumber(named[2] ?? "")) : 0;
  if (named && month > 0) {
    const date = dateOf(Number(named[1]), month, named[4] ?? null, today);
    return date ? { found: { date, weekday: false }, rest: text.replace(named[0], " ") } : { found: null, rest: "" };
  }
  if (/\bi\s?dag\b|\btoday\b/.test(text)) return { found: { date: today, weekday: false }, rest: text };
  if (/\bi\s?morgon\b|\btomorrow\b/.test(text))
    return { found: { date: addDays(today, 1), weekday: false }, rest: text };
  const weekday = readWeekday(text);
  if (weekday === null) return { found: null, rest: text };
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  return { found: { date: addDays(today, ahead), weekday: true }, rest: text };
}

function nextWeekday(date: IsoDate, time: WallTime, now: Instant, zone: string): Instant {
  const first = instantAt(date, time, zone);
  return first > now ? first : instantAt(addDays(date, 7), time, zone);
}

function monthNumber(word: string): number {
  const start = word.slice(0, 3);
  return MONTHS.indexOf(ENGLISH[start] ?? start) + 1;
}

/** Of the year that is named, else this year's, or next year's when it has passed. */
function dateOf(day: number, month: number, named: string | null, today: IsoDate): IsoDate | null {
  const monthDay = `-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const year = Number(today.slice(0, 4));
  const candidates = named === null ? [`${year}${monthDay}`, `${year + 1}${monthDay}`] : [`${named}${monthDay}`];
  return candidates.filter(isIsoDate).find((date) => named !== null || date >= today) ?? null;
}
