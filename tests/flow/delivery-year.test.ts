// In short what `npm run prove` shows at length, and on both stores: a year of the whole bot on a clock of its own.
import { expect, it } from "vitest";
import { aDatabase } from "../helpers/a-database.ts";
import { FRIDAYS_OFF } from "../prove/days-off.ts";
import { expectedYear } from "../prove/expected-year.ts";
import { proveYear } from "../prove/year.ts";

it("2026, v. 53 and both clock changes: everything at its wall time, nothing on a day off", {
  timeout: 240_000,
}, async () => {
  const database = await aDatabase("server");
  try {
    const proved = await proveYear({ place: database.place, zone: "Europe/Stockholm", year: 2026, units: 1 });
    expect(proved.faults).toEqual([]);
    expect(proved.occurrences).toBe(44 * 5);
  } finally {
    await database.remove();
  }
});

it.each([2026, 2027])("the list made by hand asks nobody to answer on a Friday that is off, %i", (year) => {
  const due = expectedYear(year).filter(({ schedule }) => schedule === "remind2");
  expect(due.filter(({ date }) => FRIDAYS_OFF[year]?.includes(date))).toEqual([]);
});
