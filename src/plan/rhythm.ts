// Pure. The week's timetable: when cards open, reminders go, the digest is posted. Wall time of the plan's zone,
// computed from the calendar (spec: rhythm). CONTRACT – bodies to come.
import type { Instant, IsoDate, WallTime } from "../lib/time.ts";
import type { Week } from "./week.ts";

/** What the planägare can change in chat; takes effect from the next occurrence. Weekdays: 1 = Monday … 7 = Sunday. */
export interface RhythmSettings {
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
  /** First and last ISO week number of the summer without cards. */
  readonly summerWeeks: readonly [number, number];
  /** Extra days off that the planägare has marked (klämdagar, local half days). */
  readonly extraDaysOff: readonly IsoDate[];
  /** Subdivision for the holiday library, `SE`. */
  readonly country: string;
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

/** The five moments of one report week; a reminder that would come before the card is null. */
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
