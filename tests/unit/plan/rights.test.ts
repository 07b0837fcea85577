// The table of answers.md, cell by cell.
import { describe, expect, it } from "vitest";
import type { IsoDate } from "../../../src/lib/time.ts";
import type { Email, Measure, OrgId, Role } from "../../../src/plan/plan.ts";
import { maySeeMeasure } from "../../../src/plan/restrict.ts";
import {
  mayExport,
  mayKnowName,
  mayReadLog,
  mayReadText,
  mayRemind,
  maySeeSupport,
  maySteer,
  mayVerify,
  missingReachOf,
  reportingRight,
  type Viewer,
  viewerOf,
} from "../../../src/plan/rights.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const org = (id: string) => id as OrgId;
const day = (text: string) => text as IsoDate;

// U1 in the area KIR in SJH; U2 in SJH; U3 in NSV; U4 under another nämnd.
const plan = aPlan()
  .org("NSV", "administration", "HSN")
  .org("SN", "board", "REG")
  .org("KIR", "area", "SJH")
  .unit("U1", "KIR")
  .unit("U2")
  .unit("U3", "NSV")
  .unit("U4", "SN")
  .person("chef1@x.se", "line_manager", "U1")
  .person("chef3@x.se", "line_manager", "U3", { lang: "en" })
  .person("vc@x.se", "area_manager", "KIR")
  .person("fc@x.se", "administration_manager", "SJH")
  .person("ledning@x.se", "management", "REG")
  .person("agare@x.se", "plan_owner", "REG")
  .person("controller@x.se", "controller", "REG")
  .person("controller.hsn@x.se", "controller", "HSN")
  .person("stod@x.se", "support_team", "REG")
  .person("lasare@x.se", "reader", "REG")
  .person("tva@x.se", "reader", "REG")
  .person("tva@x.se", "line_manager", "U2")
  .deputy("chef3@x.se", "chef1@x.se", "2026-11-16", "2026-11-20")
  .measure("own", { owner: "U1", potential: 5 })
  .measure("other", { owner: "U3", potential: 5 })
  .measure("shared", { owner: "U3", potential: 5 })
  .takesPart("shared", "U1")
  .measure("far", { owner: "U4", potential: 5 })
  .measure("decided", { owner: "U3", potential: 5, decided: 4 })
  .measure("paused", { owner: "U3", potential: 5, state: "paused" })
  .measure("bare", { owner: "U3" })
  .at();
const { facts } = plan;
const viewer = (name: string, channel = false) => viewerOf(facts, `${name}@x.se`, channel) as Viewer;
const measure = (id: string) => facts.measures.find((each) => each.id === id) as Measure;
const unitsWhere = (may: (unit: OrgId) => boolean) =>
  ["U1", "U2", "U3", "U4"].filter((unit) => may(org(unit))).join(" ");

const EVERYONE = ["chef1", "vc", "fc", "ledning", "agare", "controller", "controller.hsn", "stod", "lasare", "tva"];

it("knows who is in the plan, in any letter case", () => {
  expect(viewerOf(facts, "nagon@x.se")).toBeNull();
  expect(viewerOf(facts, " TVA@x.se ")?.roles.map(({ role }) => role)).toEqual([
    "reader",
    "line_manager",
  ] satisfies Role[]);
  expect(viewerOf(facts, "chef3@x.se")?.lang).toBe("en");
});

it.each<[string, string]>([
  ["chef1", "own shared"],
  ["vc", "own shared"],
  ["fc", "own shared"],
  ["ledning", "own other shared far"],
  ["agare", "own other shared far"],
  ["controller", "own other shared far"],
  ["controller.hsn", "own other shared"],
  ["stod", ""],
  ["lasare", ""],
  ["tva", ""],
])("undecided measures: %s sees %j; all see the decided, the paused and the bare", (name, ids) => {
  const seen = facts.measures.filter((each) => maySeeMeasure(plan, viewer(name), each)).map(({ id }) => id);
  expect(seen).toEqual([...ids.split(" ").filter(Boolean), "decided", "paused", "bare"]);
});

it.each<[string, string]>([
  ["chef1", "U1"],
  ["vc", "U1"],
  ["fc", "U1 U2"],
  ["ledning", ""],
  ["agare", "U1 U2 U3 U4"],
  ["controller", "U1 U2 U3 U4"],
  ["controller.hsn", "U1 U2 U3"],
  ["stod", ""],
  ["lasare", ""],
  ["tva", "U2"],
])("comments and change log: %s reads %j, and nothing in a channel", (name, units) => {
  expect(unitsWhere((unit) => mayReadText(facts, viewer(name), unit))).toBe(units);
  expect(unitsWhere((unit) => mayReadLog(facts, viewer(name), unit))).toBe(units);
  expect(unitsWhere((unit) => mayReadText(facts, viewer(name, true), unit))).toBe("");
});

it.each<[string, string, string, string]>([
  ["chef1", "U1", "", ""],
  ["vc", "U1", "", ""],
  ["fc", "U1 U2", "SJH", "SJH"],
  ["ledning", "", "SJH NSV", "SJH NSV"],
  ["agare", "U1 U2 U3 U4", "SJH NSV", "SJH NSV"],
  ["controller.hsn", "U1 U2 U3", "SJH NSV", "SJH NSV"],
  ["stod", "", "", ""],
  ["lasare", "", "", ""],
])("who is missing: %s by name %j, by number %j, in a channel only %j", (name, units, numbers, inChannel) => {
  const reach = missingReachOf(facts, viewer(name));
  expect(unitsWhere((unit) => reach.units.has(unit))).toBe(units);
  expect([...reach.administrations].join(" ")).toBe(numbers);
  const channel = missingReachOf(facts, viewer(name, true));
  expect([channel.units.size, [...channel.administrations].join(" ")]).toEqual([0, inChannel]);
});

it.each<[string, string]>([
  ["chef1", "chef1"],
  ["vc", "chef1 vc"],
  ["fc", "chef1 vc fc tva"],
  ["ledning", "ledning"],
  ["agare", EVERYONE.join(" ")],
  ["controller.hsn", "chef1 vc fc controller.hsn tva"],
  ["lasare", "lasare"],
])("names: %s may know %j, none in a channel", (name, known) => {
  const email = (each: string) => `${each}@x.se` as Email;
  expect(EVERYONE.filter((each) => mayKnowName(facts, viewer(name), email(each))).join(" ")).toBe(known);
  expect(EVERYONE.filter((each) => mayKnowName(facts, viewer(name, true), email(each)))).toEqual([]);
});

describe("may report", () => {
  const right = (name: string, unit: string, date = "2026-11-18") =>
    reportingRight(facts, viewer(name), org(unit), day(date));

  it.each<[string, string, string | null, string | null]>([
    ["chef1", "U1", "manager", null],
    ["chef1", "U2", null, null],
    ["chef1", "U3", "deputy", "chef3@x.se"],
    ["vc", "U1", "on_behalf", "chef1@x.se"],
    ["vc", "U2", null, null],
    ["fc", "U2", "on_behalf", "tva@x.se"],
    ["ledning", "U1", null, null],
    ["agare", "U4", "on_behalf", null],
    ["controller.hsn", "U4", null, null],
    ["lasare", "U1", null, null],
    ["tva", "U2", "manager", null],
  ])("%s for %s: %s, for %s", (name, unit, as, insteadOf) => {
    expect(right(name, unit)).toEqual(as === null ? null : { as, insteadOf });
  });

  it.each([
    ["2026-11-15", null],
    ["2026-11-16", "deputy"],
    ["2026-11-20", "deputy"],
    ["2026-11-21", null],
  ])("a deputy on %s: %s", (date, as) => {
    expect(right("chef1", "U3", date)?.as ?? null).toBe(as);
  });
});

it.each<[string, string, string, string]>([
  ["chef1", "", "U1", ""],
  ["vc", "", "U1", ""],
  ["fc", "", "U1 U2", ""],
  ["ledning", "", "U1 U2 U3 U4", ""],
  ["agare", "steer", "U1 U2 U3 U4", ""],
  ["controller", "", "U1 U2 U3 U4", "U1 U2 U3 U4"],
  ["controller.hsn", "", "U1 U2 U3", "U1 U2 U3"],
  ["lasare", "", "U1 U2 U3 U4", ""],
])("%s: steers %j, exports %j, verifies %j", (name, steers, exports, verifies) => {
  expect(maySteer(facts, viewer(name)) ? "steer" : "").toBe(steers);
  expect(mayRemind(facts, viewer(name), org("U1")) ? "steer" : "").toBe(steers);
  expect(unitsWhere((unit) => mayExport(facts, viewer(name), unit))).toBe(exports);
  const owned = (unit: OrgId): Measure => ({ ...measure("own"), owner: unit });
  expect(unitsWhere((unit) => mayVerify(facts, viewer(name), owned(unit)))).toBe(verifies);
});

it("exports the whole plan only for those who reach it", () => {
  const whole = EVERYONE.filter((name) => mayExport(facts, viewer(name), null));
  expect(whole).toEqual(["ledning", "agare", "controller", "stod", "lasare", "tva"]);
});

it("a planägare of a part steers nothing of the whole", () => {
  const part = aPlan().unit("U1").person("del@x.se", "plan_owner", "SJH").facts();
  const partial = viewerOf(part, "del@x.se") as Viewer;
  expect([maySteer(part, partial), mayRemind(part, partial, org("U1"))]).toEqual([false, true]);
});

it.each<[string, string]>([
  ["chef1", "U1"],
  ["fc", "U1 U2"],
  ["stod", "U1 U2 U3 U4"],
  ["lasare", ""],
])("support requests: %s sees %j", (name, units) => {
  expect(unitsWhere((unit) => maySeeSupport(facts, viewer(name), unit))).toBe(units);
});
