// Pure. What a year's timetable must be, written down from the description and the table by hand (days-off.ts): shares no
// code with the product. Dates are plain texts, reckoned in UTC; times are what the wall clock shows.
import { DAYS_OFF, WEEKS_IN_YEAR, WEEKS_WITHOUT_CARD } from "./days-off.ts";

export interface ExpectedOccurrence {
  readonly schedule: "collect" | "remind1" | "remind2" | "digest" | "escalate";
  /** `2026-W47` */
  readonly week: string;
  readonly date: string;
  readonly time: string;
}

const DAY_MS = 86_400_000;

/** The occurrences of the weeks of a year, in the order they fall due. */
export function expectedYear(year: number): ExpectedOccurrence[] {
  const without = WEEKS_WITHOUT_CARD[year] ?? [];
  const weeks = Array.from({ length: WEEKS_IN_YEAR[year] ?? 0 }, (_, index) => index + 1);
  return weeks
    .filter((week) => !without.includes(week))
    .flatMap((week) => expectedWeek(year, week))
    .sort((a, b) => `${a.date} ${a.time}`.localeCompare(`${b.date} ${b.time}`));
}

function expectedWeek(year: number, number: number): ExpectedOccurrence[] {
  const monday = mondayOf(year, number);
  const friday = plus(monday, 4);
  const due = back(friday);
  let opens = back(plus(monday, 2));
  if (due !== friday && workdays(opens, due) < 2) opens = back(plus(opens, -1));
  const reminder1 = back(plus(due, -1));
  const digest = forward(plus(monday, 7));
  const week = `${year}-W${String(number).padStart(2, "0")}`;
  const early = `${reminder1} 14:00` <= `${opens} 07:30`;
  return [
    { schedule: "collect", week, date: opens, time: "07:30" },
    ...(early ? [] : [{ schedule: "remind1", week, date: reminder1, time: "14:00" } as const]),
    { schedule: "remind2", week, date: due, time: "13:00" },
    { schedule: "digest", week, date: digest, time: "07:30" },
    { schedule: "escalate", week, date: digest, time: "08:00" },
  ];
}

/** Off by the table, or a weekend. */
export function isOff(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 || (DAYS_OFF[Number(date.slice(0, 4))] ?? []).includes(date);
}

function mondayOf(year: number, week: number): string {
  // 4 January always lies in v. 1.
  const fourth = `${year}-01-04`;
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  return plus(fourth, (week - 1) * 7 - weekday);
}

function plus(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function back(date: string): string {
  return isOff(date) ? back(plus(date, -1)) : date;
}

function forward(date: string): string {
  return isOff(date) ? forward(plus(date, 1)) : date;
}

function workdays(from: string, through: string): number {
  let count = 0;
  for (let date = from; date <= through; date = plus(date, 1)) if (!isOff(date)) count++;
  return count;
}
