import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Instant,
  type IsoDate,
  instantAt,
  parseInstant,
  type WallTime,
  wallAt,
  zonedText,
} from "../../../src/lib/time.ts";
import { GRACE_MS, occurrencesBetween, occurrencesOf } from "../../../src/plan/occurrences.ts";
import { isQuiet, nextAllowed } from "../../../src/plan/quiet-hours.ts";
import {
  cardWeekBefore,
  defaultRhythm,
  isCardWeek,
  nextCardFor,
  type RhythmSettings,
  rhythmOf,
  weekBeingReported,
} from "../../../src/plan/rhythm.ts";
import { addWeeks, type Week, weekOf, weeksInYear } from "../../../src/plan/week.ts";
import { isWorkday } from "../../../src/plan/workdays.ts";

const stockholm = defaultRhythm("Europe/Stockholm");
const week = (text: string) => text as Week;
const at = (text: string) => parseInstant(text) as Instant;
const settingsWith = (changes: Partial<RhythmSettings>): RhythmSettings => ({ ...stockholm, ...changes });

/** `onsdag 07.30` is hard to compare; `11-18 07:30` is what the wall in Stockholm shows. */
function wall(instant: Instant | null | undefined): string | null {
  if (instant === null || instant === undefined) return null;
  const { date, time } = wallAt(instant, "Europe/Stockholm");
  return `${date.slice(5)} ${time}`;
}

function moments(text: string, settings = stockholm) {
  const rhythm = rhythmOf(week(text), settings);
  return rhythm && [rhythm.opens, rhythm.remind1, rhythm.due, rhythm.remind2, rhythm.digest, rhythm.escalate].map(wall);
}

describe("the moments of a week: card, reminder 1, due, reminder 2, digest, escalation", () => {
  it.each([
    [
      "an ordinary week",
      "2026-W47",
      ["11-18 07:30", "11-19 14:00", "11-20 12:00", "11-20 13:00", "11-23 07:30", "11-23 08:00"],
    ],
    [
      "långfredagen off, annandag påsk off",
      "2026-W14",
      ["04-01 07:30", "04-01 14:00", "04-02 12:00", "04-02 13:00", "04-07 07:30", "04-07 08:00"],
    ],
    [
      "första maj on a Friday",
      "2026-W18",
      ["04-29 07:30", "04-29 14:00", "04-30 12:00", "04-30 13:00", "05-04 07:30", "05-04 08:00"],
    ],
    [
      "klämdag after Kristi himmelsfärd is a workday",
      "2026-W20",
      ["05-13 07:30", "05-13 14:00", "05-15 12:00", "05-15 13:00", "05-18 07:30", "05-18 08:00"],
    ],
    [
      "midsommar",
      "2026-W25",
      ["06-17 07:30", "06-17 14:00", "06-18 12:00", "06-18 13:00", "06-22 07:30", "06-22 08:00"],
    ],
    [
      "the clock goes forward before the digest",
      "2026-W13",
      ["03-25 07:30", "03-26 14:00", "03-27 12:00", "03-27 13:00", "03-30 07:30", "03-30 08:00"],
    ],
    [
      "trettondedag jul on the Wednesday",
      "2027-W01",
      ["01-05 07:30", "01-07 14:00", "01-08 12:00", "01-08 13:00", "01-11 07:30", "01-11 08:00"],
    ],
    [
      "första maj on the Monday of the digest",
      "2028-W17",
      ["04-26 07:30", "04-27 14:00", "04-28 12:00", "04-28 13:00", "05-02 07:30", "05-02 08:00"],
    ],
    [
      "nationaldagen on a Tuesday, klämdag on Monday",
      "2028-W22",
      ["05-31 07:30", "06-01 14:00", "06-02 12:00", "06-02 13:00", "06-05 07:30", "06-05 08:00"],
    ],
  ])("%s: %s", (_what, text, expected) => {
    expect(moments(text)).toEqual(expected);
  });

  it("the klämdag marked off: due on Wednesday, so the card opens on Tuesday", () => {
    const marked = settingsWith({ extraDaysOff: ["2026-05-15" as IsoDate] });
    expect(moments("2026-W20", marked)).toEqual([
      "05-12 07:30",
      "05-12 14:00",
      "05-13 12:00",
      "05-13 13:00",
      "05-18 07:30",
      "05-18 08:00",
    ]);
  });

  it("Monday to Wednesday off: the card opens on Friday of the week before", () => {
    const marked = settingsWith({ extraDaysOff: ["2026-11-16", "2026-11-17", "2026-11-18"] as IsoDate[] });
    expect(moments("2026-W47", marked)).toEqual([
      "11-13 07:30",
      "11-19 14:00",
      "11-20 12:00",
      "11-20 13:00",
      "11-23 07:30",
      "11-23 08:00",
    ]);
  });

  it("a reminder 1 that would come before the card is skipped", () => {
    const late = settingsWith({ cardDay: 4, cardTime: "15:00" as WallTime });
    expect(rhythmOf(week("2026-W47"), late)?.remind1).toBeNull();
    expect(occurrencesOf(week("2026-W47"), late).map((one) => one.schedule)).toEqual([
      "collect",
      "remind2",
      "digest",
      "escalate",
    ]);
  });

  it("escalation never comes before the digest has closed the week", () => {
    const tuesday = settingsWith({ digestDay: 2, digestTime: "09:00" as WallTime });
    expect(moments("2026-W47", tuesday)?.slice(4)).toEqual(["11-24 09:00", "11-25 08:00"]);
  });

  it("a digest later the same Friday", () => {
    const friday = settingsWith({ digestDay: 5, digestTime: "15:00" as WallTime });
    expect(moments("2026-W47", friday)?.slice(4)).toEqual(["11-20 15:00", "11-23 08:00"]);
  });
});

describe("weeks without card", () => {
  it.each([
    [
      2026,
      ["2026-W01", "2026-W27", "2026-W28", "2026-W29", "2026-W30", "2026-W31", "2026-W32", "2026-W52", "2026-W53"],
    ],
    [2027, ["2027-W27", "2027-W28", "2027-W29", "2027-W30", "2027-W31", "2027-W32", "2027-W51", "2027-W52"]],
    [2028, ["2028-W27", "2028-W28", "2028-W29", "2028-W30", "2028-W31", "2028-W32", "2028-W52"]],
    [2029, ["2029-W01", "2029-W27", "2029-W28", "2029-W29", "2029-W30", "2029-W31", "2029-W32", "2029-W52"]],
  ])("of %i", (year, expected) => {
    expect(weeksOf(year).filter((one) => !isCardWeek(one, stockholm))).toEqual(expected);
  });

  it("a week marked off whole", () => {
    const marked = settingsWith({
      extraDaysOff: ["16", "17", "18", "19", "20"].map((day) => `2026-11-${day}` as IsoDate),
    });
    expect(rhythmOf(week("2026-W47"), marked)).toBeNull();
  });

  it("no summer break when it has been taken away", () => {
    expect(isCardWeek(week("2026-W29"), settingsWith({ summerWeeks: [0, 0] }))).toBe(true);
  });

  it.each([
    ["2026-W48", "2026-W47"],
    ["2026-W33", "2026-W26"],
    ["2027-W01", "2026-W51"],
  ])("the card week before %s is %s", (from, expected) => {
    expect(cardWeekBefore(week(from), stockholm)).toBe(expected);
  });
});

describe("which week is meant", () => {
  it.each([
    ["Tuesday: the last one due", "2026-11-17T12:00:00+01:00", "2026-W46"],
    ["Wednesday before the card opens", "2026-11-18T07:29:59+01:00", "2026-W46"],
    ["the moment it opens", "2026-11-18T07:30:00+01:00", "2026-W47"],
    ["Sunday", "2026-11-22T12:00:00+01:00", "2026-W47"],
    ["Monday after", "2026-11-23T12:00:00+01:00", "2026-W47"],
    ["in the middle of the summer", "2026-07-20T12:00:00+02:00", "2026-W26"],
    ["nyårsdagen 2027, which lies in v. 53 2026", "2027-01-01T12:00:00+01:00", "2026-W51"],
    ["the Tuesday on which the card of v. 1 opens early", "2027-01-05T08:00:00+01:00", "2027-W01"],
  ])("%s", (_what, now, expected) => {
    expect(weekBeingReported(at(now), stockholm)).toBe(expected);
  });

  it("a card that opens in the week before its own is the week being reported", () => {
    const marked = settingsWith({ extraDaysOff: ["2026-11-16", "2026-11-17", "2026-11-18"] as IsoDate[] });
    expect(weekBeingReported(at("2026-11-14T12:00:00+01:00"), marked)).toBe("2026-W47");
    expect(nextCardFor(at("2026-11-11T12:00:00+01:00"), marked)?.week).toBe("2026-W47");
  });

  it("a card that has opened stays open when the day is moved to a later one", () => {
    const opened = { week: week("2026-W47"), at: at("2026-11-18T07:30:00+01:00") };
    const moved = settingsWith({ cardDay: 5, cardTime: "08:00" as WallTime, opened });
    const now = at("2026-11-18T09:00:00+01:00");
    expect([weekBeingReported(now, moved), nextCardFor(now, moved)?.week]).toEqual(["2026-W47", "2026-W48"]);
    expect(moments("2026-W47", moved)?.slice(0, 2)).toEqual(["11-18 07:30", "11-19 14:00"]);
    expect(moments("2026-W48", moved)?.slice(0, 2)).toEqual(["11-27 08:00", null]);
  });

  it.each([
    ["2026-11-18T07:29:59+01:00", "2026-W47"],
    ["2026-11-18T07:30:00+01:00", "2026-W48"],
    ["2026-06-25T12:00:00+02:00", "2026-W33"],
    ["2026-12-16T12:00:00+01:00", "2027-W01"],
  ])("the next card after %s is that of %s", (now, expected) => {
    expect(nextCardFor(at(now), stockholm)?.week).toBe(expected);
  });
});

describe("quiet hours", () => {
  it.each([
    ["in working hours", "2026-11-18T12:00:00+01:00", "2026-11-18T12:00:00+01:00"],
    ["at 07.00 sharp", "2026-11-18T07:00:00+01:00", "2026-11-18T07:00:00+01:00"],
    ["early", "2026-11-18T03:00:00+01:00", "2026-11-18T07:00:00+01:00"],
    ["at 18.00 sharp", "2026-11-18T18:00:00+01:00", "2026-11-19T07:00:00+01:00"],
    ["Friday evening", "2026-11-20T20:00:00+01:00", "2026-11-23T07:00:00+01:00"],
    ["the eve of långfredagen", "2026-04-02T19:00:00+02:00", "2026-04-07T07:00:00+02:00"],
    ["midsommarafton at noon", "2026-06-19T12:00:00+02:00", "2026-06-22T07:00:00+02:00"],
    ["the Sunday the clock goes back", "2026-10-25T02:30:00+02:00", "2026-10-26T07:00:00+01:00"],
  ])("%s", (_what, now, expected) => {
    expect(zonedText(nextAllowed(at(now), stockholm), "Europe/Stockholm")).toBe(expected);
    expect(isQuiet(at(now), stockholm)).toBe(now !== expected);
  });
});

const ZONES = ["Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"] as const;

describe("the timetable over years", () => {
  it.each(ZONES)("in %s every occurrence stands at its wall time, on a workday, in order", (zone) => {
    const settings = defaultRhythm(zone);
    const from = instantAt("2025-06-01" as IsoDate, "00:00" as WallTime, zone);
    const to = instantAt("2029-02-01" as IsoDate, "00:00" as WallTime, zone);
    const all = occurrencesBetween(from, to, settings);
    expect(all.length).toBeGreaterThan(750);
    const times = { collect: "07:30", remind1: "14:00", remind2: "13:00", digest: "07:30", escalate: "08:00" };
    for (const one of all) {
      expect(wallAt(one.due, zone), one.week).toMatchObject({ date: one.localDate, time: times[one.schedule] });
      expect(isWorkday(one.localDate, settings), `${one.schedule} ${one.localDate}`).toBe(true);
      expect(isQuiet(one.due, settings)).toBe(false);
    }
    expect(new Set(all.map((one) => `${one.schedule} ${one.week}`)).size).toBe(all.length);
    expect(all.map((one) => one.due)).toEqual(all.map((one) => one.due).sort((a, b) => a - b));
  });

  it("a year is cheap", () => {
    occurrencesBetween(at("2025-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z"), stockholm);
    const settings = { ...stockholm };
    const began = performance.now();
    occurrencesBetween(at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"), settings);
    // 25 ms on an idle machine; the bound is wide because the machine that tests is not idle.
    expect(performance.now() - began).toBeLessThan(500);
  });

  it("grace: card and digest 2 days, reminders 4 hours", () => {
    expect(GRACE_MS).toMatchObject({
      collect: 172_800_000,
      digest: 172_800_000,
      remind1: 14_400_000,
      remind2: 14_400_000,
    });
  });
});

const anyRhythm = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    cardDay: fc.integer({ min: 1, max: 3 }),
    dueDay: fc.integer({ min: 4, max: 5 }),
    digestDay: fc.integer({ min: 1, max: 3 }),
    extraDaysOff: fc.array(fc.integer({ min: 0, max: 364 * 3 }).map(dayFrom2026), { maxLength: 30 }),
  })
  .map((changes) => ({ ...stockholm, ...changes }));
const anyWeek = fc.integer({ min: 0, max: 155 }).map((weeks) => addWeeks(week("2026-W01"), weeks));

describe("whatever the settings", () => {
  it("a week's moments come in order, on workdays, due within its own week", () => {
    fc.assert(
      fc.property(anyRhythm, anyWeek, (settings, one) => {
        const rhythm = rhythmOf(one, settings);
        if (!rhythm) return;
        const order = [rhythm.opens, rhythm.remind1, rhythm.due, rhythm.remind2, rhythm.digest, rhythm.escalate];
        const moments = order.filter((moment) => moment !== null);
        expect(moments).toEqual([...moments].sort((a, b) => a - b));
        expect(new Set(moments).size).toBe(moments.length);
        for (const moment of moments) expect(isWorkday(wallAt(moment, settings.zone).date, settings)).toBe(true);
        expect(weekOf(wallAt(rhythm.due, settings.zone).date)).toBe(one);
      }),
    );
  });

  it("two spans side by side give what the whole span gives: nothing twice, nothing lost", () => {
    const first = at("2026-01-01T00:00:00Z");
    const last = at("2027-06-01T00:00:00Z");
    fc.assert(
      fc.property(anyRhythm, fc.integer({ min: first, max: last }), (settings, cut) => {
        const whole = occurrencesBetween(first, last, settings);
        const parts = [
          ...occurrencesBetween(first, cut as Instant, settings),
          ...occurrencesBetween(cut as Instant, last, settings),
        ];
        expect(parts).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });
});

function dayFrom2026(offset: number): IsoDate {
  return new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10) as IsoDate;
}

function weeksOf(year: number): Week[] {
  return Array.from({ length: weeksInYear(year) }, (_, index) => addWeeks(week(`${year}-W01`), index));
}
