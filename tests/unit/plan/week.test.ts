import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type IsoDate } from "../../../src/lib/time.ts";
import {
  addMonths,
  addWeeks,
  dayOfWeek,
  isMonth,
  isWeek,
  lastDayOf,
  type Month,
  mondayOf,
  monthsThrough,
  type Week,
  weekOf,
  weeksBetween,
  weeksInYear,
} from "../../../src/plan/week.ts";

const D = (text: string) => text as IsoDate;

it.each([
  ["2026-11-22", "2026-W47"],
  ["2027-01-01", "2026-W53"],
  ["2027-01-04", "2027-W01"],
  ["2024-12-30", "2025-W01"],
  ["2021-01-03", "2020-W53"],
])("%s lies in %s", (date, week) => {
  expect(weekOf(D(date))).toBe(week);
});

it("knows 53 weeks in 2026 and not in 2027", () => {
  expect([weeksInYear(2026), weeksInYear(2027)]).toEqual([53, 52]);
  expect(["2026-W53", "2027-W53", "2026-W00", "2026-W7", "v. 47"].map(isWeek)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(addWeeks("2026-W53" as Week, 1)).toBe("2027-W01");
});

describe("there and back", () => {
  const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(D("1990-01-01"), days));

  it("a week holds its own days, and steps are undone", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -200, max: 200 }), (date, steps) => {
        const week = weekOf(date);
        expect(isWeek(week)).toBe(true);
        expect(mondayOf(week) <= date && date <= dayOfWeek(week, 7)).toBe(true);
        expect(weekOf(dayOfWeek(week, 7))).toBe(week);
        expect(addWeeks(addWeeks(week, steps), -steps)).toBe(week);
        expect(weeksBetween(week, addWeeks(week, steps))).toBe(steps);
      }),
    );
  });

  it("months too", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -50, max: 50 }), (date, steps) => {
        const month = date.slice(0, 7) as Month;
        expect(isMonth(addMonths(month, steps))).toBe(true);
        expect(addMonths(addMonths(month, steps), -steps)).toBe(month);
        expect(addDays(lastDayOf(month), 1)).toBe(`${addMonths(month, 1)}-01`);
      }),
    );
  });
});

it("lists months through the last, none when it is earlier", () => {
  expect(monthsThrough("2026-11" as Month, "2027-01" as Month)).toEqual(["2026-11", "2026-12", "2027-01"]);
  expect(monthsThrough("2026-11" as Month, "2026-10" as Month)).toEqual([]);
});
