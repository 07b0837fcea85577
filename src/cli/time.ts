// Pure. Times and weeks as they are written on a command line.
import { Temporal } from "temporal-polyfill";
import { type Instant, parseInstant } from "../lib/time.ts";
import { isWeek, type Week } from "../plan/week.ts";
import { WrongWords } from "./command.ts";
import { words } from "./words.ts";

/** An ISO time; one without offset is a wall time in `zone`. Null when it is none. */
export function readTime(text: string, zone: string): Instant | null {
  return parseInstant(text) ?? wallTimeIn(text, zone);
}

/** A day alone is no time: which of its moments would it be? */
function wallTimeIn(text: string, zone: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text)) return null;
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds as Instant;
  } catch {
    return null;
  }
}

/** The time of an option. Throws `WrongWords`. */
export function timeOf(option: string, text: string, zone: string): Instant {
  const time = readTime(text, zone);
  if (time === null) throw new WrongWords(words.badTime(option, text));
  return time;
}

/** `2026-W47`; null when none was given. Throws `WrongWords`. */
export function weekGiven(text: string | undefined): Week | null {
  if (text === undefined) return null;
  const week = text.trim().toUpperCase();
  if (!isWeek(week)) throw new WrongWords(words.badWeek(text));
  return week;
}
