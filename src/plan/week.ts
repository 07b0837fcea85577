// Pure. ISO 8601 weeks and months.
import type { Brand } from "../lib/brand.ts";
import { addDays, daysBetween, type IsoDate, weekdayOf } from "../lib/time.ts";

/** An ISO 8601 week, `2026-W47`. Sorts as text. */
export type Week = Brand<string, "Week">;
/** A calendar month, `2026-10`. Sorts as text. */
export type Month = Brand<string, "Month">;

/** The ISO week a date lies in: 2027-01-01 is in `2026-W53`. */
export function weekOf(date: IsoDate): Week {
  // A week belongs to the year that its Thursday lies in.
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = Number(thursday.slice(0, 4));
  return weekFrom(year, Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01` as IsoDate, thursday) / 7) + 1);
}

/** `2026-W07` from a year and a number; not checked against the year's length, see `isWeek`. */
export function weekFrom(year: number, number: number): Week {
  return `${String(year).padStart(4, "0")}-W${String(number).padStart(2, "0")}` as Week;
}

export function weekYear(week: Week): number {
  return Number(week.slice(0, 4));
}

export function weekNumber(week: Week): number {
  return Number(week.slice(6));
}

/** The Monday a week begins on. */
export function mondayOf(week: Week): IsoDate {
  // 4 January always lies in week 1 (ISO 8601).
  const fourth = `${week.slice(0, 4)}-01-04` as IsoDate;
  return addDays(fourth, 1 - weekdayOf(fourth) + (weekNumber(week) - 1) * 7);
}

/** The date of `weekday` (1 = Monday … 7 = Sunday) in a week. */
export function dayOfWeek(week: Week, weekday: number): IsoDate {
  return addDays(mondayOf(week), weekday - 1);
}

export function addWeeks(week: Week, weeks: number): Week {
  return weekOf(addDays(mondayOf(week), weeks * 7));
}

/** Whole weeks from `from` to `to`; negative when `to` is earlier. */
export function weeksBetween(from: Week, to: Week): number {
  return daysBetween(mondayOf(from), mondayOf(to)) / 7;
}

/** 52 or 53. */
export function weeksInYear(year: number): number {
  return weekNumber(weekOf(`${String(year).padStart(4, "0")}-12-28` as IsoDate));
}

export function isWeek(text: string): text is Week {
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  if (!match) return false;
  const number = Number(match[2]);
  return number >= 1 && number <= weeksInYear(Number(match[1]));
}

export function isMonth(text: string): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(date: IsoDate): Month {
  return date.slice(0, 7) as Month;
}

export function monthYear(month: Month): number {
  return Math.floor(monthIndex(month) / 12);
}

export function monthNumber(month: Month): number {
  return (monthIndex(month) % 12) + 1;
}

/** Months since January of the year 0. Read digit by digit: a sum over a large plan asks for tens of thousands. */
export function monthIndex(month: Month): number {
  const century = digitAt(month, 0) * 10 + digitAt(month, 1);
  const year = century * 100 + digitAt(month, 2) * 10 + digitAt(month, 3);
  return year * 12 + digitAt(month, 5) * 10 + digitAt(month, 6) - 1;
}

function digitAt(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}

export function monthFrom(year: number, number: number): Month {
  return `${String(year).padStart(4, "0")}-${String(number).padStart(2, "0")}` as Month;
}

export function addMonths(month: Month, months: number): Month {
  const index = monthIndex(month) + months;
  return monthFrom(Math.floor(index / 12), (index % 12) + 1);
}

/** Every month from `from` through `to`, both included; empty when `to` is earlier. */
export function monthsThrough(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The last date of a month. */
export function lastDayOf(month: Month): IsoDate {
  return addDays(`${addMonths(month, 1)}-01` as IsoDate, -1);
}
