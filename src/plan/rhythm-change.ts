// Pure. A change of the rhythm that the planägare asked for in chat: read, checked as a whole, or named as a problem.
import { z } from "zod";
import { type IsoDate, isIsoDate, type WallTime } from "../lib/time.ts";
import type { RhythmSettings } from "./rhythm.ts";
import { type RhythmKey, readTime, readTimeSpan, readWeekday } from "./rhythm-words.ts";

/** What is wrong with a wish; the words stand in `remind/words.ts`. */
export const RHYTHM_PROBLEMS = [
  "unknown_setting",
  "not_understood",
  "not_a_workday",
  "due_before_card",
  "reminder2_past_midnight",
  "digest_too_early",
  "in_quiet_hours",
  "quiet_hours_wrong",
  "summer_weeks_wrong",
  "too_many_days_off",
] as const;
export type RhythmProblem = (typeof RHYTHM_PROBLEMS)[number];

export type RhythmChange =
  | { readonly ok: true; readonly settings: RhythmSettings }
  | { readonly ok: false; readonly problem: RhythmProblem };

/**
 * The settings after one change, or what is wrong with it. `key` is a `RhythmKey` (or a plain `RhythmSettings` key);
 * `value` is as a person writes it: `tisdag 08.00`, `19.00–06.30`, `28–31`, `2027-05-07`. Nothing is changed in place.
 */
export function changeRhythm(settings: RhythmSettings, key: string, value: unknown): RhythmChange {
  const read = READER_BY_KEY.get(key);
  if (!read) return { ok: false, problem: "unknown_setting" };
  const text = Value.safeParse(value);
  const wish = text.success ? read(text.data, settings) : null;
  if (!wish) return { ok: false, problem: "not_understood" };
  const wished = { ...settings, ...wish };
  const problem = problemOf(wished);
  return problem ? { ok: false, problem } : { ok: true, settings: wished };
}

/** What is wrong with a rhythm as a whole, or null: the card before due, reminder 2 before the digest, none at night. */
export function problemOf(settings: RhythmSettings): RhythmProblem | null {
  if ([settings.cardDay, settings.dueDay, settings.digestDay].some((day) => day < 1 || day > 5)) return "not_a_workday";
  if (!isBefore(settings.cardDay, settings.cardTime, settings.dueDay, settings.dueTime)) return "due_before_card";
  const reminder2 = plusMinutes(settings.dueTime, settings.reminder2After);
  if (reminder2 === null) return "reminder2_past_midnight";
  const sameWeek = isBefore(settings.dueDay, settings.dueTime, settings.digestDay, settings.digestTime);
  if (sameWeek && !isBefore(settings.dueDay, reminder2, settings.digestDay, settings.digestTime))
    return "digest_too_early";
  if (settings.quietTo >= settings.quietFrom) return "quiet_hours_wrong";
  const sent = [settings.cardTime, settings.reminder1Time, reminder2, settings.digestTime, settings.escalationTime];
  if (sent.some((time) => time < settings.quietTo || time >= settings.quietFrom)) return "in_quiet_hours";
  const [first, last] = settings.summerWeeks;
  if (!(first === 0 && last === 0) && !(first >= 1 && first <= last && last <= 53)) return "summer_weeks_wrong";
  return settings.extraDaysOff.length > MOST_DAYS_OFF ? "too_many_days_off" : null;
}

const MOST_DAYS_OFF = 200;

/** Text, a number, or a list of texts: what an action may carry. */
const Value = z.union([
  z.string().trim().min(1).max(5_000),
  z.number().int().transform(String),
  z
    .array(z.string())
    .max(500)
    .transform((list) => list.join(" ")),
]);

type Wish = Partial<RhythmSettings>;
type Reader = (text: string, settings: RhythmSettings) => Wish | null;

const READERS: Readonly<Record<RhythmKey, Reader>> = {
  card: (text) => dayAndTime(text, "cardDay", "cardTime"),
  due: (text) => dayAndTime(text, "dueDay", "dueTime"),
  digest: (text) => dayAndTime(text, "digestDay", "digestTime"),
  reminder1: (text) => oneTime(text, "reminder1Time"),
  reminder2: (text, settings) => reminder2After(text, settings),
  escalation: (text) => oneTime(text, "escalationTime"),
  quiet: (text) => quietHours(text),
  summer: (text) => summerWeeks(text),
  day_off: (text, settings) => daysOff(text, settings, true),
  day_on: (text, settings) => daysOff(text, settings, false),
};

/** The plain `RhythmSettings` keys, one value each. Zone and country are the plan's, not the rhythm's. */
const PLAIN: Readonly<Record<string, Reader>> = {
  cardDay: (text) => oneDay(text, "cardDay"),
  cardTime: (text) => oneTime(text, "cardTime"),
  reminder1Time: (text) => oneTime(text, "reminder1Time"),
  dueDay: (text) => oneDay(text, "dueDay"),
  dueTime: (text) => oneTime(text, "dueTime"),
  reminder2After: (text, settings) => reminder2After(text, settings),
  digestDay: (text) => oneDay(text, "digestDay"),
  digestTime: (text) => oneTime(text, "digestTime"),
  escalationTime: (text) => oneTime(text, "escalationTime"),
  quietFrom: (text) => oneTime(text, "quietFrom"),
  quietTo: (text) => oneTime(text, "quietTo"),
  summerWeeks: (text) => summerWeeks(text),
  extraDaysOff: (text) => onlyDaysOff(text),
};

/** A Map, because a key comes from outside: `constructor` is no setting. */
const READER_BY_KEY = new Map<string, Reader>([...Object.entries(READERS), ...Object.entries(PLAIN)]);

type DayKey = "cardDay" | "dueDay" | "digestDay";
type TimeKey = "cardTime" | "dueTime" | "digestTime" | "reminder1Time" | "escalationTime" | "quietFrom" | "quietTo";

/** A day, a time, or both; what is not said stays. */
function dayAndTime(text: string, dayKey: DayKey, timeKey: TimeKey): Wish | null {
  const day = readWeekday(text);
  const time = readTime(text);
  if (day === null && time === null) return null;
  return { ...(day !== null && { [dayKey]: day }), ...(time !== null && { [timeKey]: time }) };
}

function oneDay(text: string, key: DayKey): Wish | null {
  const day = readWeekday(text) ?? (/^[1-7]$/.test(text) ? Number(text) : null);
  return day === null ? null : { [key]: day };
}

function oneTime(text: string, key: TimeKey): Wish | null {
  const time = readTime(text);
  return time === null ? null : { [key]: time };
}

/** `13.30` is a time of the due day; `90` or `90 minuter` is so long after due. */
function reminder2After(text: string, settings: RhythmSettings): Wish | null {
  const minutes = /^(\d{1,4})(?:\s*(?:min|minuter|minutes?))?(?:\s+(?:efter|after)\b.*)?$/i.exec(text);
  if (minutes) return Number(minutes[1]) > 0 ? { reminder2After: Number(minutes[1]) } : null;
  const time = readTime(text);
  if (time === null || time <= settings.dueTime) return null;
  return { reminder2After: minutesOf(time) - minutesOf(settings.dueTime) };
}

function quietHours(text: string): Wish | null {
  const span = readTimeSpan(text);
  return span && { quietFrom: span[0], quietTo: span[1] };
}

function summerWeeks(text: string): Wish | null {
  if (/^(0\D+0|inga|ingen|none|nej)$/i.test(text)) return { summerWeeks: [0, 0] };
  const weeks = /^\D*(\d{1,2})\D+(\d{1,2})\D*$/.exec(text);
  return weeks && { summerWeeks: [Number(weeks[1]), Number(weeks[2])] };
}

function daysOff(text: string, settings: RhythmSettings, off: boolean): Wish | null {
  const dates = readDates(text);
  if (!dates || dates.length === 0) return null;
  const kept = settings.extraDaysOff.filter((date) => !dates.includes(date));
  return { extraDaysOff: off ? [...kept, ...dates].sort() : kept };
}

/** The whole list anew; an empty one is written `inga`. */
function onlyDaysOff(text: string): Wish | null {
  const dates = /^(inga|none)$/i.test(text) ? [] : readDates(text);
  return dates && { extraDaysOff: dates.sort() };
}

function readDates(text: string): IsoDate[] | null {
  const parts = text.split(/[\s,;|]+/).filter((part) => part !== "");
  return parts.every((part) => isIsoDate(part)) ? [...new Set(parts as IsoDate[])] : null;
}

function isBefore(day: number, time: WallTime, otherDay: number, otherTime: WallTime): boolean {
  return day < otherDay || (day === otherDay && time < otherTime);
}

/** Null when it passes midnight. */
function plusMinutes(time: WallTime, minutes: number): WallTime | null {
  const total = minutesOf(time) + minutes;
  if (total >= 24 * 60) return null;
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}` as WallTime;
}

function minutesOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
