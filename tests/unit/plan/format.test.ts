import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IsoDate } from "../../../src/lib/time.ts";
import type { Sek } from "../../../src/plan/amount.ts";
import {
  amountText,
  changeText,
  dateText,
  dayText,
  listText,
  monthText,
  numberText,
  percentText,
  rateText,
  shortNumber,
  spanText,
  throughText,
  timeText,
  weekText,
} from "../../../src/plan/format.ts";
import type { Month, Week } from "../../../src/plan/week.ts";

const NBSP = "\u00A0";
const today = "2026-11-23" as IsoDate;

it.each<[number, string, string]>([
  [145_000_000, "145,0 mkr", "SEK 145.0 million"],
  [1_234_500_000, `1${NBSP}234,5 mkr`, "SEK 1,234.5 million"],
  [1_234_567_850_000, `1${NBSP}234${NBSP}567,9 mkr`, "SEK 1,234,567.9 million"],
  [-12_340_000, "−12,3 mkr", "SEK −12.3 million"],
  [0, "0,0 mkr", "SEK 0.0 million"],
  [-40_000, "0,0 mkr", "SEK 0.0 million"],
  [-50_000, "−0,1 mkr", "SEK −0.1 million"],
  [50_000, "0,1 mkr", "SEK 0.1 million"],
  [49_999, "0,0 mkr", "SEK 0.0 million"],
  [12_250_000, "12,3 mkr", "SEK 12.3 million"],
])("%s kronor: %s", (amount, sv, en) => {
  expect([amountText(amount as Sek, "sv"), amountText(amount as Sek, "en")]).toEqual([sv, en]);
});

it("writes the plan's own unit and as many decimals as asked", () => {
  expect(amountText(960_000 as Sek, "sv", "mnkr", 2)).toBe("0,96 mnkr");
  expect(amountText(12_500_000 as Sek, "sv", "mkr", 0)).toBe("13 mkr");
});

it.each<[number, number, string]>([
  [86.4, 1, "86,4"],
  [2.675, 2, "2,68"],
  [1.005, 2, "1,01"],
  [-2.5, 0, "−3"],
  [-0.04, 1, "0,0"],
  [1342, 0, `1${NBSP}342`],
])("%s with %s decimals: %s", (value, digits, text) => {
  expect(numberText(value, "sv", digits)).toBe(text);
});

it("writes shares, rates and changes", () => {
  expect([percentText(82.01, "sv"), percentText(82.01, "en"), percentText(5.2, "sv", 1)]).toEqual([
    "82 %",
    "82%",
    "5,2 %",
  ]);
  expect([rateText(94.96, "sv"), rateText(79.99, "sv"), rateText(80, "sv"), rateText(95, "en")]).toEqual([
    "94,9 %",
    "79,9 %",
    "80 %",
    "95%",
  ]);
  expect([changeText(-3.547, "sv"), changeText(1.25, "sv"), changeText(-0.01, "sv")]).toEqual([
    "−3,5 %",
    "+1,3 %",
    "0,0 %",
  ]);
  expect([shortNumber(42, "sv"), shortNumber(47.7, "sv"), shortNumber(333, "en")]).toEqual(["42", "47,7", "333"]);
});

describe("times", () => {
  it.each<[string, string, string]>([
    ["2026-W47", "v. 47", "week 47"],
    ["2026-W07", "v. 7", "week 7"],
    ["2025-W01", "v. 1 2025", "week 1 2025"],
  ])("%s: %s", (week, sv, en) => {
    expect([weekText(week as Week, "sv", today), weekText(week as Week, "en", today)]).toEqual([sv, en]);
  });

  it("takes New Year's Day 2027 as a day of 2026's weeks", () => {
    expect(weekText("2026-W53" as Week, "sv", "2027-01-01" as IsoDate)).toBe("v. 53");
    expect(weekText("2026-W53" as Week, "sv", "2027-01-04" as IsoDate)).toBe("v. 53 2026");
  });

  it.each<[string, string, string]>([
    ["2026-11-20", "fredag 20 november", "Friday 20 November"],
    ["2027-02-01", "måndag 1 februari 2027", "Monday 1 February 2027"],
  ])("%s: %s", (date, sv, en) => {
    expect([dateText(date as IsoDate, "sv", today), dateText(date as IsoDate, "en", today)]).toEqual([sv, en]);
  });

  it("writes days, months and spans of them", () => {
    const span = (from: string, to: string) => spanText({ from: from as Month, to: to as Month }, "sv", today);
    expect([dayText("2026-11-05" as IsoDate, "sv", today), timeText("07:30"), timeText("07:30", "en")]).toEqual([
      "5 november",
      "07.30",
      "07:30",
    ]);
    expect([monthText("2026-10" as Month, "sv", today), monthText("2025-10" as Month, "en", today)]).toEqual([
      "oktober",
      "October 2025",
    ]);
    expect(throughText("2026-10" as Month, "sv", today)).toBe("t.o.m. oktober");
    expect([
      span("2026-09", "2026-09"),
      span("2026-05", "2026-08"),
      span("2026-01", "2026-10"),
      span("2026-01", "2026-12"),
      span("2025-11", "2026-02"),
    ]).toEqual(["september", "maj–augusti", "t.o.m. oktober", "2026", "november 2025–februari 2026"]);
  });
});

it.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a och b"],
  [["a", "b", "c"], "a, b och c"],
])("%j: %s", (items, text) => {
  expect(listText(items, "sv")).toBe(text);
});

it("never writes minus nothing, and reads back to the nearest tenth", () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), (amount) => {
      const text = amountText(amount as Sek, "sv").replace(" mkr", "");
      expect(text).not.toBe("−0,0");
      const back = Number(text.replaceAll(NBSP, "").replace("−", "-").replace(",", "."));
      expect(Math.abs(back * 1_000_000 - amount)).toBeLessThanOrEqual(50_000.001);
    }),
  );
});
