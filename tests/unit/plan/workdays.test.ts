import { describe, expect, it } from "vitest";
import { addDays, type IsoDate, weekdayOf } from "../../../src/lib/time.ts";
import { isWeek, type Week, weekOf, weeksInYear } from "../../../src/plan/week.ts";
import {
  holidayName,
  isBridgeDay,
  isWorkday,
  workdayAfter,
  workdayBefore,
  workdayOnOrAfter,
  workdayOnOrBefore,
  workdaysBetween,
} from "../../../src/plan/workdays.ts";

const sweden = { country: "SE", extraDaysOff: [] };
const date = (text: string) => text as IsoDate;

// Copied by hand from the table of the domain description (its section 7.1): day, weekday (1 = Monday), ISO week.
const DAYS_OFF: readonly (readonly [name: string, date: string, weekday: number, week: string])[] = [
  ["nyårsdagen", "2026-01-01", 4, "2026-W01"],
  ["nyårsdagen", "2027-01-01", 5, "2026-W53"],
  ["nyårsdagen", "2028-01-01", 6, "2027-W52"],
  ["trettondedag jul", "2026-01-06", 2, "2026-W02"],
  ["trettondedag jul", "2027-01-06", 3, "2027-W01"],
  ["trettondedag jul", "2028-01-06", 4, "2028-W01"],
  ["långfredagen", "2026-04-03", 5, "2026-W14"],
  ["långfredagen", "2027-03-26", 5, "2027-W12"],
  ["långfredagen", "2028-04-14", 5, "2028-W15"],
  ["påskdagen", "2026-04-05", 7, "2026-W14"],
  ["påskdagen", "2027-03-28", 7, "2027-W12"],
  ["påskdagen", "2028-04-16", 7, "2028-W15"],
  ["annandag påsk", "2026-04-06", 1, "2026-W15"],
  ["annandag påsk", "2027-03-29", 1, "2027-W13"],
  ["annandag påsk", "2028-04-17", 1, "2028-W16"],
  ["första maj", "2026-05-01", 5, "2026-W18"],
  ["första maj", "2027-05-01", 6, "2027-W17"],
  ["första maj", "2028-05-01", 1, "2028-W18"],
  ["Kristi himmelsfärdsdag", "2026-05-14", 4, "2026-W20"],
  ["Kristi himmelsfärdsdag", "2027-05-06", 4, "2027-W18"],
  ["Kristi himmelsfärdsdag", "2028-05-25", 4, "2028-W21"],
  ["pingstdagen", "2026-05-24", 7, "2026-W21"],
  ["pingstdagen", "2027-05-16", 7, "2027-W19"],
  ["pingstdagen", "2028-06-04", 7, "2028-W22"],
  ["nationaldagen", "2026-06-06", 6, "2026-W23"],
  ["nationaldagen", "2027-06-06", 7, "2027-W22"],
  ["nationaldagen", "2028-06-06", 2, "2028-W23"],
  ["midsommarafton", "2026-06-19", 5, "2026-W25"],
  ["midsommarafton", "2027-06-25", 5, "2027-W25"],
  ["midsommarafton", "2028-06-23", 5, "2028-W25"],
  ["midsommardagen", "2026-06-20", 6, "2026-W25"],
  ["midsommardagen", "2027-06-26", 6, "2027-W25"],
  ["midsommardagen", "2028-06-24", 6, "2028-W25"],
  ["alla helgons dag", "2026-10-31", 6, "2026-W44"],
  ["alla helgons dag", "2027-11-06", 6, "2027-W44"],
  ["alla helgons dag", "2028-11-04", 6, "2028-W44"],
  ["julafton", "2026-12-24", 4, "2026-W52"],
  ["julafton", "2027-12-24", 5, "2027-W51"],
  ["julafton", "2028-12-24", 7, "2028-W51"],
  ["juldagen", "2026-12-25", 5, "2026-W52"],
  ["juldagen", "2027-12-25", 6, "2027-W51"],
  ["juldagen", "2028-12-25", 1, "2028-W52"],
  ["annandag jul", "2026-12-26", 6, "2026-W52"],
  ["annandag jul", "2027-12-26", 7, "2027-W51"],
  ["annandag jul", "2028-12-26", 2, "2028-W52"],
  ["nyårsafton", "2026-12-31", 4, "2026-W53"],
  ["nyårsafton", "2027-12-31", 5, "2027-W52"],
  ["nyårsafton", "2028-12-31", 7, "2028-W52"],
];

const BRIDGE_DAYS: Readonly<Record<number, readonly string[]>> = {
  2026: ["2026-01-02", "2026-01-05", "2026-05-15"],
  2027: ["2027-05-07"],
  2028: ["2028-01-07", "2028-05-26", "2028-06-05"],
};

const FRIDAYS_OFF: Readonly<Record<number, readonly string[]>> = {
  2026: ["2026-04-03", "2026-05-01", "2026-06-19", "2026-12-25"],
  2027: ["2027-01-01", "2027-03-26", "2027-06-25", "2027-12-24", "2027-12-31"],
  2028: ["2028-04-14", "2028-06-23"],
};

describe("red days and eves that are off", () => {
  it.each(DAYS_OFF)("%s is %s", (name, day, weekday, week) => {
    expect(holidayName(date(day), "SE")).toBe(name);
    expect(isWorkday(date(day), sweden)).toBe(false);
    expect(weekdayOf(date(day))).toBe(weekday);
    expect(weekOf(date(day))).toBe(week);
  });

  it.each([2026, 2027, 2028])("%i has no other weekday off", (year) => {
    const off = daysOf(year).filter((day) => weekdayOf(day) <= 5 && !isWorkday(day, sweden));
    const expected = DAYS_OFF.filter(([, day, weekday]) => day.startsWith(String(year)) && weekday <= 5);
    expect(off).toEqual(expected.map(([, day]) => day).sort());
  });

  it.each([2026, 2027, 2028])("klämdagar and Fridays off of %i", (year) => {
    expect(daysOf(year).filter((day) => isBridgeDay(day, sweden))).toEqual(BRIDGE_DAYS[year]);
    const fridays = daysOf(year).filter((day) => weekdayOf(day) === 5 && !isWorkday(day, sweden));
    expect(fridays).toEqual(FRIDAYS_OFF[year]);
  });

  it.each([
    [2026, 53],
    [2027, 52],
    [2028, 52],
  ])("%i has %i ISO weeks", (year, weeks) => {
    expect(weeksInYear(year)).toBe(weeks);
    expect(isWeek(`${year}-W53` as Week)).toBe(weeks === 53);
  });
});

describe("workdays", () => {
  it.each([
    ["an ordinary Wednesday", "2026-11-18", true],
    ["a Saturday", "2026-11-21", false],
    ["a klämdag that nobody has marked", "2026-05-15", true],
    ["trettondagsafton, which differs by region", "2027-01-05", true],
    ["valborgsmässoafton", "2026-04-30", true],
    ["the day after Easter", "2026-04-07", true],
  ])("%s", (_what, day, expected) => {
    expect(isWorkday(date(day), sweden)).toBe(expected);
  });

  it("a marked klämdag is off, and only that day", () => {
    const marked = { country: "SE", extraDaysOff: [date("2026-05-15")] };
    expect(isWorkday(date("2026-05-15"), marked)).toBe(false);
    expect(isWorkday(date("2026-05-13"), marked)).toBe(true);
    expect(workdayBefore(date("2026-05-16"), marked)).toBe("2026-05-13");
    expect(workdayAfter(date("2026-05-13"), marked)).toBe("2026-05-18");
  });

  it.each([
    ["over Easter", "2026-04-07", "2026-04-02", "2026-04-08"],
    ["over jul", "2026-12-28", "2026-12-23", "2026-12-29"],
    ["over a weekend", "2026-11-23", "2026-11-20", "2026-11-24"],
  ])("before and after %s", (_what, day, before, after) => {
    expect(workdayBefore(date(day), sweden)).toBe(before);
    expect(workdayAfter(date(day), sweden)).toBe(after);
    expect(workdayOnOrBefore(date(day), sweden)).toBe(day);
    expect(workdayOnOrAfter(date(day), sweden)).toBe(day);
  });

  it.each([
    ["2026-11-18", "2026-11-20", 3],
    ["2026-06-17", "2026-06-19", 2],
    ["2026-06-19", "2026-06-21", 0],
    ["2026-06-22", "2026-06-19", 0],
  ])("%s to %s is %i workdays", (from, to, count) => {
    expect(workdaysBetween(date(from), date(to), sweden)).toBe(count);
  });

  it("a whole quarter marked off is stepped over", () => {
    const days = Array.from({ length: 120 }, (_, index) => addDays(date("2026-09-01"), index));
    expect(workdayAfter(date("2026-09-01"), { country: "SE", extraDaysOff: days })).toBe("2026-12-30");
  });
});

function daysOf(year: number): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = date(`${year}-01-01`); day.startsWith(String(year)); day = addDays(day, 1)) days.push(day);
  return days;
}
