import { describe, expect, it } from "vitest";
import type { IsoDate } from "../../../src/lib/time.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { changeRhythm, problemOf } from "../../../src/plan/rhythm-change.ts";
import { readRhythmWish } from "../../../src/plan/rhythm-words.ts";

const settings = defaultRhythm("Europe/Stockholm");

describe("a wish in words", () => {
  it.each([
    ["ändra kortet till tisdag 08.00", "card", { cardDay: 2, cardTime: "08:00" }],
    ["Ändra kortet till tisdagar kl 8", "card", { cardDay: 2, cardTime: "08:00" }],
    ["flytta veckokortet till kl. 9.15", "card", { cardTime: "09:15" }],
    ["sista dagen ska vara torsdag 15:00", "due", { dueDay: 4, dueTime: "15:00" }],
    ["första påminnelsen klockan 13", "reminder1", { reminder1Time: "13:00" }],
    ["ändra påminnelsen till 15.00", "reminder1", { reminder1Time: "15:00" }],
    ["change the reminder to 15:00", "reminder1", { reminder1Time: "15:00" }],
    ["påminnelse 2 till 14.30", "reminder2", { reminder2After: 150 }],
    ["påminnelse 2 90 minuter efter", "reminder2", { reminder2After: 90 }],
    ["sammanställningen på tisdag 07.45", "digest", { digestDay: 2, digestTime: "07:45" }],
    ["tysta timmar 19–06.30", "quiet", { quietFrom: "19:00", quietTo: "06:30" }],
    ["sommaruppehåll v. 28–31", "summer", { summerWeeks: [28, 31] }],
    ["change the card to Tuesday 08:00", "card", { cardDay: 2, cardTime: "08:00" }],
    ["the digest is tuesday 9.00", "digest", { digestDay: 2, digestTime: "09:00" }],
  ])("%s", (sentence, key, changed) => {
    const wish = readRhythmWish(sentence);
    expect(wish?.key).toBe(key);
    expect(changeRhythm(settings, wish?.key ?? "", wish?.value)).toEqual({
      ok: true,
      settings: { ...settings, ...changed },
    });
  });

  it.each(["hur går det?", "visa de kortsiktiga åtgärderna", ""])("%j names no setting", (sentence) => {
    expect(readRhythmWish(sentence)).toBeNull();
  });
});

describe("a wish that can't be granted says why", () => {
  it.each([
    ["card", "lördag 08.00", "not_a_workday"],
    ["card", "fredag 13.00", "due_before_card"],
    ["due", "tisdag", "due_before_card"],
    ["card", "onsdag 06.30", "in_quiet_hours"],
    ["digest", "måndag 18.00", "in_quiet_hours"],
    ["digest", "fredag 12.30", "digest_too_early"],
    ["reminder2", "700", "in_quiet_hours"],
    ["reminder2", "800", "reminder2_past_midnight"],
    ["reminder2", "0", "not_understood"],
    ["quiet", "06–20", "quiet_hours_wrong"],
    ["quiet", "13–07", "in_quiet_hours"],
    ["summer", "32–27", "summer_weeks_wrong"],
    ["card", "efter lunch", "not_understood"],
    ["card", "25.00", "not_understood"],
    ["card", { day: 2 }, "not_understood"],
    ["day_off", "2027-02-30", "not_understood"],
    ["zone", "Asia/Tokyo", "unknown_setting"],
    ["constructor", "x", "unknown_setting"],
    ["__proto__", "x", "unknown_setting"],
  ])("%s to %j: %s", (key, value, problem) => {
    expect(changeRhythm(settings, key, value)).toEqual({ ok: false, problem });
  });
});

describe("plain keys and days off", () => {
  it.each([
    ["cardDay", 2, { cardDay: 2 }],
    ["cardTime", "08:00", { cardTime: "08:00" }],
    ["reminder2After", 30, { reminder2After: 30 }],
    ["summerWeeks", ["28", "31"], { summerWeeks: [28, 31] }],
    ["summer", "inga", { summerWeeks: [0, 0] }],
    ["extraDaysOff", ["2027-05-07", "2026-05-15"], { extraDaysOff: ["2026-05-15", "2027-05-07"] }],
  ])("%s = %j", (key, value, changed) => {
    expect(changeRhythm(settings, key, value)).toEqual({ ok: true, settings: { ...settings, ...changed } });
  });

  it("a day is marked off once, and can be taken back", () => {
    const marked = { ...settings, extraDaysOff: ["2027-05-07" as IsoDate] };
    expect(changeRhythm(marked, "day_off", "2027-05-07 2026-05-15")).toMatchObject({
      settings: { extraDaysOff: ["2026-05-15", "2027-05-07"] },
    });
    expect(changeRhythm(marked, "day_on", "2027-05-07")).toMatchObject({ settings: { extraDaysOff: [] } });
  });

  it("the default rhythm has no problem", () => {
    expect(problemOf(settings)).toBeNull();
  });
});
