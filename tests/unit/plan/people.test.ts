import { describe, expect, it } from "vitest";
import type { IsoDate } from "../../../src/lib/time.ts";
import { deputyFor, nameOf, nearestManagers, peopleFor, standsInFor, unitsLedBy } from "../../../src/plan/people.ts";
import type { Email, OrgId } from "../../../src/plan/plan.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const facts = aPlan()
  .org("KIR", "area", "SJH")
  .unit("U1", "KIR")
  .unit("U2")
  .person("anna@x.se", "line_manager", "U1", { name: "Anna" })
  .person("anna@x.se", "line_manager", "U2", { name: "Anna" })
  .person("vera@x.se", "area_manager", "KIR")
  .person("frida@x.se", "administration_manager", "SJH")
  .deputy("anna@x.se", "bo@x.se", "2026-11-02", "2026-11-06")
  .facts();

it("knows who leads what", () => {
  expect(peopleFor(facts, "U1" as OrgId, "line_manager").map(({ email }) => email)).toEqual(["anna@x.se"]);
  expect(unitsLedBy(facts, "Anna@X.se")).toEqual(["U1", "U2"]);
  expect([nameOf(facts, "ANNA@x.se"), nameOf(facts, "ingen@x.se")]).toEqual(["Anna", null]);
});

it.each([
  ["U1", "vera@x.se"],
  ["U2", "frida@x.se"],
])("the nearest chef above %s is %s", (unit, email) => {
  expect(nearestManagers(facts, unit as OrgId).map((row) => row.email)).toEqual([email]);
});

describe("a deputy", () => {
  it.each([
    ["2026-11-01", null],
    ["2026-11-02", "bo@x.se"],
    ["2026-11-06", "bo@x.se"],
    ["2026-11-07", null],
  ])("on %s: %s", (date, deputy) => {
    expect(deputyFor(facts, "anna@x.se" as Email, date as IsoDate)).toBe(deputy);
    expect(standsInFor(facts, "bo@x.se" as Email, date as IsoDate)).toEqual(deputy ? ["anna@x.se"] : []);
  });
});
