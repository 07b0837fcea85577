import { describe, expect, it } from "vitest";
import { readTime, weekGiven } from "../../../src/cli/time.ts";

describe("a time on the command line", () => {
  it.each([
    ["2026-11-23T09:00:00+01:00", "2026-11-23T08:00:00.000Z"],
    ["2026-11-23T08:00:00Z", "2026-11-23T08:00:00.000Z"],
    ["2026-11-23T08:00Z", "2026-11-23T08:00:00.000Z"],
    // Without offset: the wall of the plan's zone, winter and summer.
    ["2026-11-23T09:00:00", "2026-11-23T08:00:00.000Z"],
    ["2026-11-23 09:00", "2026-11-23T08:00:00.000Z"],
    ["2026-06-23T09:00", "2026-06-23T07:00:00.000Z"],
    ["2026-11-23", null],
    ["2026-02-30T09:00", null],
    ["2026-11-23T25:00", null],
    ["nu", null],
    ["", null],
    ["1795507200000", null],
  ])("%s", (text, instant) => {
    const time = readTime(text, "Europe/Stockholm");
    expect(time === null ? null : new Date(time).toISOString()).toBe(instant);
  });

  it.each([
    ["2026-W47", "2026-W47"],
    ["2026-w47", "2026-W47"],
    ["2026-W53", "2026-W53"],
  ])("week %s", (text, week) => {
    expect(weekGiven(text)).toBe(week);
  });

  it.each(["2025-W53", "2026-W00", "v. 47", "47"])("no week: %s", (text) => {
    expect(() => weekGiven(text)).toThrow("ska vara en vecka");
  });
});
