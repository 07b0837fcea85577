import { expect, it } from "vitest";
import {
  daysBetween,
  type Instant,
  type IsoDate,
  instantAt,
  instantText,
  isIsoDate,
  isZone,
  parseInstant,
  type WallTime,
  wallAt,
  weekdayOf,
  zonedText,
} from "../../../src/lib/time.ts";

const ZONE = "Europe/Stockholm";
const at = (date: string, time: string) => instantText(instantAt(date as IsoDate, time as WallTime, ZONE));

it.each([
  ["2026-10-24", "07:30", "2026-10-24T05:30:00Z"],
  ["2026-10-26", "07:30", "2026-10-26T06:30:00Z"],
  // A time that the clock skips is the first after the gap; one that comes twice is the first of the two.
  ["2026-03-29", "02:30", "2026-03-29T01:30:00Z"],
  ["2026-10-25", "02:30", "2026-10-25T00:30:00Z"],
])("%s %s in Stockholm is %s", (date, time, instant) => {
  expect(at(date, time)).toBe(instant);
});

it("reads the wall at an instant", () => {
  const instant = parseInstant("2026-11-22T23:30:00Z") as Instant;
  expect(wallAt(instant, ZONE)).toEqual({ date: "2026-11-23", time: "00:30", weekday: 1 });
  expect(zonedText(instant, ZONE)).toBe("2026-11-23T00:30:00+01:00");
});

it("knows what is a time, a date and a zone", () => {
  expect([parseInstant("2026-11-23T09:00:00"), parseInstant("i går")]).toEqual([null, null]);
  const dates = ["2026-02-29", "2028-02-29", "2026-2-1", "2026-04-31", "2026-13-01", "0000-01-01", "9999-12-31"];
  expect(dates.filter(isIsoDate)).toEqual(["2028-02-29", "0000-01-01", "9999-12-31"]);
  expect([isZone("Europe/Stockholm"), isZone("Europe/Kalmar")]).toEqual([true, false]);
  expect([weekdayOf("2026-11-23" as IsoDate), daysBetween("2026-11-14" as IsoDate, "2026-11-23" as IsoDate)]).toEqual([
    1, 9,
  ]);
});
