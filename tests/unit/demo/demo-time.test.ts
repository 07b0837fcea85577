import { expect, it } from "vitest";
import { readDemoTime } from "../../../src/demo/demo-time.ts";
import { type Instant, parseInstant } from "../../../src/lib/time.ts";

const ZONE = "Europe/Stockholm";
const wednesday = parseInstant("2026-11-18T07:25:00+01:00") as Instant;

it.each([
  ["fredag 13.05", "2026-11-20T13:05:00+01:00"],
  ["fredag 13:05", "2026-11-20T13:05:00+01:00"],
  ["onsdag 07.35", "2026-11-18T07:35:00+01:00"],
  ["onsdag 07.00", "2026-11-25T07:00:00+01:00"],
  ["nästa måndag kl 8", "2026-11-23T08:00:00+01:00"],
  ["imorgon", "2026-11-19T12:00:00+01:00"],
  ["14.00", "2026-11-18T14:00:00+01:00"],
  ["23 nov 07.35", "2026-11-23T07:35:00+01:00"],
  ["23 november 2026 07.35", "2026-11-23T07:35:00+01:00"],
  ["3 mars 2028", "2028-03-03T12:00:00+01:00"],
  ["23/11 07.35", "2026-11-23T07:35:00+01:00"],
  ["1 april 9.00", "2027-04-01T09:00:00+02:00"],
  ["2026-11-23 07.35", "2026-11-23T07:35:00+01:00"],
  ["2026-11-23T07:35:00+01:00", "2026-11-23T07:35:00+01:00"],
])("%s", (text, moment) => {
  expect(readDemoTime(text, wednesday, ZONE)).toBe(parseInstant(moment));
});

it.each(["imorgon 25.00", "fredag kl", "31/2 08.00", "99.99", "snart", ""])("%j is no time", (text) => {
  expect(readDemoTime(text, wednesday, ZONE)).toBeNull();
});
