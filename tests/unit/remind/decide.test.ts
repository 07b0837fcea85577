import { describe, expect, it } from "vitest";
import { type Instant, type IsoDate, parseInstant } from "../../../src/lib/time.ts";
import type { Message } from "../../../src/plan/message.ts";
import type { Email, OrgId, Plan } from "../../../src/plan/plan.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { subjectsOf } from "../../../src/plan/subjects.ts";
import type { Week } from "../../../src/plan/week.ts";
import { decideAskedReminders, decideReminders } from "../../../src/remind/decide.ts";
import { decideEscalations } from "../../../src/remind/escalate.ts";
import type { RemindState } from "../../../src/remind/state.ts";
import { aPlan, type PlanBuilder } from "../../helpers/a-plan.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const settings = defaultRhythm("Europe/Stockholm");
const w47 = "2026-W47" as Week;
const THURSDAY = "2026-11-19T14:00:00+01:00";
const FRIDAY = "2026-11-20T13:00:00+01:00";
const MONDAY = "2026-11-23T08:00:00+01:00";
const due = (text: string) => parseInstant(text) as Instant;

function state(changes: Partial<RemindState> = {}): RemindState {
  return { settings, pauses: [], reminded: new Map(), firstWeek: null, unasked: new Set(), ...changes };
}

/** `anna: U1 U2` per message: who is written to, about what. */
function told(messages: readonly Message[]): string[] {
  return messages.map((message) => {
    const to = "person" in message.to ? message.to.person.split("@")[0] : "channel";
    return `${to}: ${subjectsOf(message)
      .map(({ unit, role }) => (role === "manager" ? unit : `${unit} ${role}`))
      .join(" ")}`;
  });
}

/** U1 and U2 are Anna's, U3 is Bo's; one active measure each. */
function threeUnits(): PlanBuilder {
  return aPlan()
    .unit("U1")
    .unit("U2")
    .unit("U3")
    .person("anna@x", "line_manager", "U1")
    .person("anna@x", "line_manager", "U2")
    .person("bo@x", "line_manager", "U3")
    .measure("M1", { owner: "U1" })
    .measure("M2", { owner: "U2" })
    .measure("M3", { owner: "U3" });
}

describe("reminders", () => {
  const remind1 = (plan: Plan, changes: Partial<RemindState> = {}) =>
    decideReminders(1, plan, w47, state(changes), due(THURSDAY));

  it("go to those who have not answered, one message per person", () => {
    const plan = threeUnits().at(THURSDAY);
    expect(told(remind1(plan).messages)).toEqual(["anna: U1 U2", "bo: U3"]);
    expect(remind1(plan).messages.map((message) => [message.kind, message.unit])).toEqual([
      ["reminder1", null],
      ["reminder1", "U3"],
    ]);
  });

  it("leave out a unit that answered in that very second", () => {
    const answered = threeUnits().report("U3", "M3", "2026-W47", "on_track", { at: THURSDAY }).at(THURSDAY);
    expect(told(remind1(answered).messages)).toEqual(["anna: U1 U2"]);
  });

  it("count an answer only once it has been given", () => {
    const later = threeUnits().report("U3", "M3", "2026-W47", "on_track", { at: FRIDAY }).at(THURSDAY);
    expect(told(remind1(later).messages)).toEqual(["anna: U1 U2", "bo: U3"]);
  });

  it("go to every chef of a unit, and to the deputy during an absence", () => {
    const plan = threeUnits()
      .person("cecilia@x", "line_manager", "U3")
      .person("dan@x", "reader", "REG")
      .deputy("bo@x", "dan@x", "2026-11-16", "2026-11-19")
      .at(THURSDAY);
    expect(told(remind1(plan).messages)).toEqual(["anna: U1 U2", "dan: U3", "cecilia: U3"]);
    expect(told(remind1({ ...plan, now: due(FRIDAY) }).messages)).toEqual(["anna: U1 U2", "bo: U3", "cecilia: U3"]);
  });

  it("stay with the chef when the deputy is not in Personer", () => {
    const plan = threeUnits().deputy("bo@x", "nobody@x", "2026-11-16", "2026-11-19").at(THURSDAY);
    expect(told(remind1(plan).messages)).toContain("bo: U3");
  });

  it("leave out units without active measure, and go to the verksamhetschef where there is no linjechef", () => {
    const plan = aPlan()
      .org("VO", "area", "SJH")
      .unit("U1", "VO")
      .unit("U2", "VO")
      .person("vera@x", "area_manager", "VO")
      .measure("M1", { owner: "U1" })
      .measure("M2", { owner: "U2", state: "not_started" })
      .at(THURSDAY);
    expect(told(remind1(plan).messages)).toEqual(["vera: U1"]);
  });

  it("skip one who has paused, with the reason where it is seen", () => {
    const paused = remind1(threeUnits().at(THURSDAY), {
      pauses: [{ email: "bo@x" as Email, until: "2026-11-19" as IsoDate }],
    });
    expect(told(paused.messages)).toEqual(["anna: U1 U2"]);
    expect(paused.held.map((held) => held.why)).toEqual(["Har pausat påminnelser till och med 2026-11-19."]);
    const over = remind1(threeUnits().at(THURSDAY), {
      pauses: [{ email: "bo@x" as Email, until: "2026-11-18" as IsoDate }],
    });
    expect(told(over.messages)).toEqual(["anna: U1 U2", "bo: U3"]);
  });

  it("never come a third time to the same person in a week", () => {
    const reminded = new Map([
      ["anna@x" as Email, 2],
      ["bo@x" as Email, 1],
    ]);
    const decided = remind1(threeUnits().at(THURSDAY), { reminded });
    expect(told(decided.messages)).toEqual(["bo: U3"]);
    expect(decided.held.map((held) => held.why)).toEqual(["Har redan fått två påminnelser den här veckan."]);
  });

  it.each(["2026-W29", "2026-W52", "2026-W53"])("are not sent in %s, which has no card", (week) => {
    const plan = threeUnits().at(THURSDAY);
    expect(decideReminders(1, plan, week as Week, state(), due(THURSDAY))).toEqual({ messages: [], held: [] });
  });
});

describe("påminn dem som inte svarat", () => {
  it.each([
    ["before due: in the words of reminder 1", THURSDAY, "reminder1"],
    ["after due: in those of reminder 2", FRIDAY, "reminder2"],
  ])("%s", (_what, now, kind) => {
    const asked = decideAskedReminders(threeUnits().at(now), w47, [], state());
    expect(asked.messages.map((message) => message.kind)).toEqual([kind, kind]);
  });

  it("only the units that were named, and only if they miss", () => {
    const plan = threeUnits().report("U1", "M1", "2026-W47", "on_track").at(FRIDAY);
    const asked = decideAskedReminders(plan, w47, ["U1", "U3"] as OrgId[], state());
    expect(told(asked.messages)).toEqual(["bo: U3"]);
  });
});

describe("the ladder", () => {
  /** One unit under a verksamhetsområde; everybody has answered up to and with `last`. */
  function ladder(last: string): PlanBuilder {
    return aPlan()
      .org("VO", "area", "SJH")
      .unit("U1", "VO")
      .unit("U2", "VO")
      .person("chef@x", "line_manager", "U1")
      .person("chef2@x", "line_manager", "U2")
      .person("vera@x", "area_manager", "VO")
      .person("fred@x", "administration_manager", "SJH")
      .person("plan@x", "plan_owner", "REG")
      .measure("M1", { owner: "U1" })
      .measure("M2", { owner: "U2" })
      .report("U1", "M1", last, "on_track", { at: "2026-06-01T10:00:00+02:00" })
      .report("U2", "M2", "2026-W47", "on_track");
  }
  const escalate = (plan: Plan, week = w47, changes: Partial<RemindState> = {}) =>
    decideEscalations(plan, week, state(changes), due(MONDAY));

  it.each([
    ["nothing after one missed week", "2026-W46", []],
    ["two: the chef and the planägare", "2026-W45", ["chef: U1", "plan: U1 owner"]],
    ["three: närmaste chef", "2026-W44", ["vera: U1 above"]],
    ["four: förvaltningschef's list", "2026-W43", ["fred: U1 list"]],
    ["five: again the list", "2026-W42", ["fred: U1 list"]],
  ])("%s", (_what, last, expected) => {
    expect(told(escalate(ladder(last).at(MONDAY)).messages)).toEqual(expected);
  });

  it("a week without card neither counts nor breaks the run", () => {
    const plan = ladder("2026-W25").report("U2", "M2", "2026-W33", "on_track").at("2026-08-17T08:00:00+02:00");
    expect(told(escalate(plan, "2026-W33" as Week).messages)).toEqual(["chef: U1", "plan: U1 owner"]);
  });

  it("an answer given the same morning ends it", () => {
    const plan = ladder("2026-W45")
      .report("U1", "M1", "2026-W47", "on_track", { at: "2026-11-23T07:59:00+01:00" })
      .at(MONDAY);
    expect(escalate(plan).messages).toEqual([]);
  });

  it("a pause holds what is asked of the chef, not what the planägare is told", () => {
    const decided = escalate(ladder("2026-W45").at(MONDAY), w47, {
      pauses: [{ email: "chef@x" as Email, until: "2026-12-01" as IsoDate }],
    });
    expect(told(decided.messages)).toEqual(["plan: U1 owner"]);
    expect(decided.held).toHaveLength(1);
  });

  it("a verksamhetschef who answers for the unit is not told of oneself", () => {
    const plan = aPlan()
      .org("VO", "area", "SJH")
      .unit("U1", "VO")
      .person("vera@x", "area_manager", "VO")
      .person("fred@x", "administration_manager", "SJH")
      .measure("M1", { owner: "U1" })
      .report("U1", "M1", "2026-W44", "on_track")
      .at(MONDAY);
    expect(told(escalate(plan).messages)).toEqual(["fred: U1 above"]);
  });

  it("nobody above at all: the planägare", () => {
    const plan = aPlan()
      .unit("U1")
      .person("chef@x", "line_manager", "U1")
      .person("plan@x", "plan_owner", "REG")
      .measure("M1", { owner: "U1" })
      .report("U1", "M1", "2026-W44", "on_track")
      .at(MONDAY);
    expect(told(escalate(plan).messages)).toEqual(["plan: U1 owner"]);
  });

  it("the first week asked for here bounds the run when no history came with the plan", () => {
    const plan = threeUnits().at(MONDAY);
    expect(escalate(plan).messages).toEqual([]);
    expect(told(escalate(plan, w47, { firstWeek: "2026-W46" as Week }).messages)).toEqual(["anna: U1 U2", "bo: U3"]);
  });

  it("a week in which no card went out is nobody's to have missed, and breaks no run", () => {
    const plan = threeUnits().at(MONDAY);
    const firstWeek = "2026-W45" as Week;
    const run = (...unasked: string[]) =>
      escalate(plan, w47, { firstWeek, unasked: new Set(unasked as Week[]) }).messages.length;
    expect(run("2026-W46", "2026-W45")).toBe(0);
    expect(told(escalate(plan, w47, { firstWeek, unasked: new Set(["2026-W46" as Week]) }).messages)).toEqual([
      "anna: U1 U2",
      "bo: U3",
    ]);
  });
});

describe("the sample plan", () => {
  it("reminds the five units that miss v. 47 on Friday", () => {
    const decided = decideReminders(2, samplePlan(FRIDAY), w47, state(), due(FRIDAY));
    const units = decided.messages.flatMap((message) => subjectsOf(message).map(({ unit }) => unit));
    expect(units.length).toBeGreaterThanOrEqual(5);
    expect(units).toContain("U11");
  });

  it("has one unit with two missed weeks in a row on Monday: its chef and the planägare", () => {
    const decided = decideEscalations(samplePlan(MONDAY), w47, state(), due(MONDAY));
    expect(told(decided.messages)).toEqual(["chef.vc.sjostaden: U11", "planagare: U11 owner"]);
  });
});
