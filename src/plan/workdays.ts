// Pure. Which days people work: weekends, red days, eves that are off in practice, and days the planägare has marked.
import { createRequire } from "node:module";
import type Holidays from "date-holidays";
import { addDays, type IsoDate, weekdayOf } from "../lib/time.ts";

export interface WorkdaySettings {
  /** Country for the holiday library, `SE`. */
  readonly country: string;
  /** Days off besides: klämdagar and local half days that the planägare has marked. */
  readonly extraDaysOff: readonly IsoDate[];
}

/** Monday to Friday, not a red day, not an eve that is off in practice, not marked off. A klämdag is a workday. */
export function isWorkday(date: IsoDate, settings: WorkdaySettings): boolean {
  if (weekdayOf(date) > 5) return false;
  return holidayName(date, settings.country) === null && !settings.extraDaysOff.includes(date);
}

/** The last workday strictly before `date`. */
export function workdayBefore(date: IsoDate, settings: WorkdaySettings): IsoDate {
  return nearestWorkday(addDays(date, -1), -1, settings);
}

/** The first workday strictly after `date`. */
export function workdayAfter(date: IsoDate, settings: WorkdaySettings): IsoDate {
  return nearestWorkday(addDays(date, 1), 1, settings);
}

/** `date` itself when it is a workday, else the last one before. */
export function workdayOnOrBefore(date: IsoDate, settings: WorkdaySettings): IsoDate {
  return nearestWorkday(date, -1, settings);
}

/** `date` itself when it is a workday, else the first one after. */
export function workdayOnOrAfter(date: IsoDate, settings: WorkdaySettings): IsoDate {
  return nearestWorkday(date, 1, settings);
}

/** How many workdays lie in `from`…`to`, both included; 0 when `to` is earlier. */
export function workdaysBetween(from: IsoDate, to: IsoDate, settings: WorkdaySettings): number {
  let count = 0;
  for (let date = from; date <= to; date = addDays(date, 1)) if (isWorkday(date, settings)) count++;
  return count;
}

/** A klämdag: a workday with a day off on either side. */
export function isBridgeDay(date: IsoDate, settings: WorkdaySettings): boolean {
  return isWorkday(date, settings) && !isWorkday(addDays(date, -1), settings) && !isWorkday(addDays(date, 1), settings);
}

/** `långfredagen`, `midsommarafton` …; null on a day that is no holiday. Weekends and marked days have no name. */
export function holidayName(date: IsoDate, country: string): string | null {
  return holidaysOf(Number(date.slice(0, 4)), country).get(date) ?? null;
}

/** More days in a row than can be marked off; only a broken setting would make the search go on. */
const LONGEST_LEAVE_DAYS = 500;

function nearestWorkday(start: IsoDate, step: 1 | -1, settings: WorkdaySettings): IsoDate {
  let date = start;
  for (let tried = 0; tried < LONGEST_LEAVE_DAYS; tried++) {
    if (isWorkday(date, settings)) return date;
    date = addDays(date, step);
  }
  return start;
}

/** Per country and year: date → name. */
const known = new Map<string, ReadonlyMap<IsoDate, string>>();
let library: typeof Holidays | null = null;

function holidaysOf(year: number, country: string): ReadonlyMap<IsoDate, string> {
  const key = `${country} ${year}`;
  let days = known.get(key);
  if (!days) {
    days = computeHolidays(year, country);
    known.set(key, days);
  }
  return days;
}

function computeHolidays(year: number, country: string): ReadonlyMap<IsoDate, string> {
  // Loading the library takes 0.2 s, so it waits until a day is first asked about.
  library ??= createRequire(import.meta.url)("date-holidays") as typeof Holidays;
  // "public" are the red days; "bank" is what the library calls midsommarafton, julafton and nyårsafton.
  const calendar = new library(country, { types: ["public", "bank"] });
  const days = new Map<IsoDate, string>();
  for (const { date, name } of calendar.getHolidays(year, "sv") ?? []) days.set(date.slice(0, 10) as IsoDate, name);
  return days;
}
