// Pure. The week's timetable: when cards open, reminders go, the digest is posted. Wall time of the plan's zone,
// computed from the calendar (spec: rhythm).
import { addDays, type Instant, type IsoDate, instantAt, type WallTime, wallAt } from "../lib/time.ts";
import { addWeeks, dayOfWeek, mondayOf, type Week, weekNumber, weekOf, weekYear } from "./week.ts";
import {
  type WorkdaySettings,
  workdayAfter,
  workdayBefore,
  workdayOnOrAfter,
  workdayOnOrBefore,
  workdaysBetween,
} from "./workdays.ts";

/** What the planägare can change in chat; takes effect from the next occurrence. Weekdays: 1 = Monday … 7 = Sunday. */
export interface RhythmSettings extends WorkdaySettings {
  readonly zone: string;
  readonly cardDay: number;
  readonly cardTime: WallTime;
  readonly reminder1Time: WallTime;
  readonly dueDay: number;
  readonly dueTime: WallTime;
  /** Minutes after due. */
  readonly reminder2After: number;
  readonly digestDay: number;
  readonly digestTime: WallTime;
  readonly escalationTime: WallTime;
  readonly quietFrom: WallTime;
  readonly quietTo: WallTime;
  /** First and last ISO week number of the summer without cards; `[0, 0]` when there is none. */
  readonly summerWeeks: readonly [number, number];
  /** The week whose card had opened when the rhythm was last changed, and when: what has opened stays open. */
  readonly opened: { readonly week: Week; readonly at: Instant } | null;
}

export const SCHEDULES = ["collect", "remind1", "remind2", "digest", "escalate"] as const;
export type Schedule = (typeof SCHEDULES)[number];

/** One thing that falls due once: unique by schedule, subject (the report week) and local date. */
export interface Occurrence {
  readonly schedule: Schedule;
  /** The report week it is about (for digest and escalate: the week that has just ended). */
  readonly week: Week;
  readonly localDate: IsoDate;
  readonly due: Instant;
  /** How late it may still be done, once; older is skipped with a reason. */
  readonly graceMs: number;
}

/** The moments of one report week; a reminder that would come before the card is null. */
export interface WeekRhythm {
  readonly week: Week;
  readonly opens: Instant;
  readonly remind1: Instant | null;
  readonly due: Instant;
  readonly remind2: Instant | null;
  /** Snapshot and digest, the Monday (or next workday) after. */
  readonly digest: Instant;
  readonly escalate: Instant;
}

/** The rhythm before anybody has changed anything (spec: rhythm), in the plan's zone. */
export function defaultRhythm(zone: string): RhythmSettings {
  return {
    zone,
    cardDay: 3,
    cardTime: "07:30" as WallTime,
    reminder1Time: "14:00" as WallTime,
    dueDay: 5,
    dueTime: "12:00" as WallTime,
    reminder2After: 60,
    digestDay: 1,
    digestTime: "07:30" as WallTime,
    escalationTime: "08:00" as WallTime,
    quietFrom: "18:00" as WallTime,
    quietTo: "07:00" as WallTime,
    summerWeeks: [27, 32],
    opened: null,
    extraDaysOff: [],
    country: "SE",
  };
}

/** The moments of a report week, or null for a week without card: summer, jul, nyår, or no workday up to its due day. */
export function rhythmOf(week: Week, settings: RhythmSettings): WeekRhythm | null {
  const weeks = computed.get(settings) ?? new Map<Week, WeekRhythm | null>();
  computed.set(settings, weeks);
  const known = weeks.get(week);
  if (known !== undefined) return known;
  const rhythm = computeRhythm(week, settings);
  weeks.set(week, rhythm);
  return rhythm;
}

/** Whether a week has a card. One without owes no report, has no digest, and neither counts in nor breaks a run. */
export function isCardWeek(week: Week, settings: RhythmSettings): boolean {
  return rhythmOf(week, settings) !== null;
}

/** "Veckans rapport" at `now`: the latest week whose card has opened; before Wednesday that is the last one due. */
export function weekBeingReported(now: Instant, settings: RhythmSettings): Week {
  // Every question asks for it; cards open on whole minutes, so within one the answer stays.
  const minute = Math.floor(now / 60_000);
  const known = reported.get(settings);
  if (known?.minute === minute) return known.week;
  const week = findWeekBeingReported(now, settings);
  reported.set(settings, { minute, week });
  return week;
}

const reported = new WeakMap<RhythmSettings, { readonly minute: number; readonly week: Week }>();

function findWeekBeingReported(now: Instant, settings: RhythmSettings): Week {
  // A card may open in the calendar week before its own, so the search begins one week ahead.
  const current = weekOf(wallAt(now, settings.zone).date);
  for (let back = -1; back < SEARCH_WEEKS; back++) {
    const rhythm = rhythmOf(addWeeks(current, -back), settings);
    if (rhythm && rhythm.opens <= now) return rhythm.week;
  }
  return current;
}

/** The next card that opens after `now`; null only when the settings leave no card in a year. */
export function nextCardFor(now: Instant, settings: RhythmSettings): WeekRhythm | null {
  const current = weekOf(wallAt(now, settings.zone).date);
  for (let ahead = 0; ahead < SEARCH_WEEKS; ahead++) {
    const rhythm = rhythmOf(addWeeks(current, ahead), settings);
    if (rhythm && rhythm.opens > now) return rhythm;
  }
  return null;
}

/** The last card week before `week`; null only when the settings leave no card in a year. */
export function cardWeekBefore(week: Week, settings: RhythmSettings): Week | null {
  for (let back = 1; back < SEARCH_WEEKS; back++) {
    const earlier = addWeeks(week, -back);
    if (isCardWeek(earlier, settings)) return earlier;
  }
  return null;
}

const SEARCH_WEEKS = 60;

/** Settings objects never change, so what was computed for one holds as long as it lives. */
const computed = new WeakMap<RhythmSettings, Map<Week, WeekRhythm | null>>();

function computeRhythm(week: Week, settings: RhythmSettings): WeekRhythm | null {
  if (isSummerWeek(week, settings) || isChristmasOrNewYear(week)) return null;
  const nominalDue = dayOfWeek(week, settings.dueDay);
  const dueDate = workdayOnOrBefore(nominalDue, settings);
  if (dueDate < mondayOf(week)) return null;
  const openDate = openingDate(week, dueDate, dueDate !== nominalDue, settings);

  const { opened } = settings;
  const opens = opened?.week === week ? opened.at : instantAt(openDate, settings.cardTime, settings.zone);
  const remind1 = instantAt(workdayBefore(dueDate, settings), settings.reminder1Time, settings.zone);
  const remind2 = wallPlus(dueDate, settings.dueTime, settings.reminder2After, settings.zone);
  const digestDate = workdayOnOrAfter(nominalDigest(week, settings), settings);
  const digest = instantAt(digestDate, settings.digestTime, settings.zone);
  return {
    week,
    opens,
    remind1: remind1 > opens ? remind1 : null,
    due: instantAt(dueDate, settings.dueTime, settings.zone),
    remind2: remind2 > opens ? remind2 : null,
    digest,
    escalate: escalationAfter(week, digestDate, digest, settings),
  };
}

function isSummerWeek(week: Week, settings: RhythmSettings): boolean {
  const [first, last] = settings.summerWeeks;
  const number = weekNumber(week);
  return first > 0 && number >= first && number <= last;
}

/**
 * The week of jul is the one juldagen lies in, nyår's the one nyårsdagen lies in: always two in a row.
 * 2026: v. 52 and 53 · 2027: v. 51 and 52 · 2028 (juldagen is a Monday): v. 52 and v. 1 2029.
 */
function isChristmasOrNewYear(week: Week): boolean {
  const year = weekYear(week);
  if (weekNumber(week) === 1) return holdsNewYearsDay(week, year);
  return week === weekOf(`${year}-12-25` as IsoDate) || holdsNewYearsDay(week, year + 1);
}

function holdsNewYearsDay(week: Week, year: number): boolean {
  return week === weekOf(`${year}-01-01` as IsoDate);
}

/** Wednesday, or the last workday before; one workday earlier when a moved due day leaves fewer than two workdays. */
function openingDate(week: Week, dueDate: IsoDate, dueMoved: boolean, settings: RhythmSettings): IsoDate {
  const date = workdayOnOrBefore(dayOfWeek(week, settings.cardDay), settings);
  const tooShort = dueMoved && workdaysBetween(date, dueDate, settings) < 2;
  return tooShort ? workdayBefore(date, settings) : date;
}

/** The first `digestDay` after the week's ordinary due moment: Monday of the week after, unless it has been changed. */
function nominalDigest(week: Week, settings: RhythmSettings): IsoDate {
  const later =
    settings.digestDay > settings.dueDay ||
    (settings.digestDay === settings.dueDay && settings.digestTime > settings.dueTime);
  return dayOfWeek(later ? week : addWeeks(week, 1), settings.digestDay);
}

/** Monday after the week or the next workday, but never before the digest has closed the week. */
function escalationAfter(week: Week, digestDate: IsoDate, digest: Instant, settings: RhythmSettings): Instant {
  const monday = workdayOnOrAfter(mondayOf(addWeeks(week, 1)), settings);
  const date = monday > digestDate ? monday : digestDate;
  const at = instantAt(date, settings.escalationTime, settings.zone);
  return at > digest ? at : instantAt(workdayAfter(date, settings), settings.escalationTime, settings.zone);
}

/** The wall clock `minutes` later, read off the calendar: a clock change in between does not move it. */
function wallPlus(date: IsoDate, time: WallTime, minutes: number, zone: string): Instant {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  const inDay = total % MINUTES_PER_DAY;
  const clock = `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}` as WallTime;
  return instantAt(addDays(date, Math.floor(total / MINUTES_PER_DAY)), clock, zone);
}

const MINUTES_PER_DAY = 24 * 60;
