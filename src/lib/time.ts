// Pure. Instants, dates and wall time; what depends on a time zone is Temporal's to say.
import { Temporal } from "temporal-polyfill";
import type { Brand } from "./brand.ts";

/** A moment, in milliseconds since 1970-01-01 UTC. */
export type Instant = Brand<number, "Instant">;
/** A calendar date, `2026-10-31`. Sorts as text. */
export type IsoDate = Brand<string, "IsoDate">;
/** A wall time, `07:30`. Sorts as text. */
export type WallTime = Brand<string, "WallTime">;

export interface Wall {
  readonly date: IsoDate;
  readonly time: WallTime;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
}

/** The instant that an ISO text with an offset or `Z` names, or null when it names none. */
export function parseInstant(text: string): Instant | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds as Instant;
  } catch {
    return null;
  }
}

/** `2026-11-23T08:00:00Z`, the form that is stored and printed. */
export function instantText(instant: Instant): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}

/** What the clock on the wall shows in `zone` at `instant`. */
export function wallAt(instant: Instant, zone: string): Wall {
  // Every turn asks what day it is: within a minute the answer stays.
  const minute = Math.floor(instant / 60_000);
  const known = walls.get(zone);
  if (known?.minute === minute) return known.wall;
  const wall = wallOf(instant, zone);
  walls.set(zone, { minute, wall });
  return wall;
}

const walls = new Map<string, { readonly minute: number; readonly wall: Wall }>();

function wallOf(instant: Instant, zone: string): Wall {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return {
    date: zoned.toPlainDate().toString() as IsoDate,
    time: zoned.toPlainTime().toString({ smallestUnit: "minute" }) as WallTime,
    weekday: zoned.dayOfWeek,
  };
}

/**
 * The instant at which the wall in `zone` shows `date` `time`.
 * A time that a clock change skips is the first instant after the gap; one that occurs twice is the first of the two.
 */
export function instantAt(date: IsoDate, time: WallTime, zone: string): Instant {
  const plain = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return plain.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds as Instant;
}

/** `2026-11-23T09:00:00+01:00`: the instant with the offset that holds in `zone` then. */
export function zonedText(instant: Instant, zone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return zoned.toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** Whether `text` is a real calendar date in the form `2026-10-31`. */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = dayNumberOf(text as IsoDate);
  return Number.isFinite(day) && dateOf(day) === text;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOf(dayNumberOf(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: IsoDate): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1;
}

const DAY_MS = 86_400_000;

// Dates without a zone are counted as days since 1970-01-01: a question about every unit asks for thousands of them.
function dayNumberOf(date: IsoDate): number {
  return Date.parse(date) / DAY_MS;
}

/** Throws on what is no date. */
function dateOf(day: number): IsoDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as IsoDate;
}

/** Whether `zone` is a time zone this machine knows. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
