import { describe, expect, it } from "vitest";
import { expiryOf, stillWanted } from "../../../src/jobs/decide.ts";
import type { Reach } from "../../../src/jobs/reach.ts";
import { type Instant, type IsoDate, parseInstant, zonedText } from "../../../src/lib/time.ts";
import type { Message } from "../../../src/plan/message.ts";
import type { OrgId, Plan } from "../../../src/plan/plan.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { aboutSubjects } from "../../../src/plan/subjects.ts";
import { aPlan, type PlanBuilder } from "../../helpers/a-plan.ts";
import { aMessage } from "./fake-jobs.ts";

const OPENS = "2026-11-18T07:30:00+01:00";
const settings = defaultRhythm("Europe/Stockholm");
const at = (text: string) => parseInstant(text) as Instant;
const reach: Reach = { ok: true, conversation: "c", target: {} };
const card = aMessage("anna@x", "U1", at(OPENS));

function plan(): PlanBuilder {
  return aPlan()
    .unit("U1")
    .unit("U2")
    .person("anna@x", "line_manager", "U1")
    .person("plan@x", "plan_owner", "REG")
    .measure("M1", { owner: "U1" })
    .measure("M2", { owner: "U2", state: "done" });
}

const look = (known: Plan, message: Message = card, changes = {}) =>
  stillWanted(message, { plan: known, settings, reach, hindrance: null, ...changes });

describe("the last look", () => {
  it("sends what is still wanted", () => {
    expect(look(plan().at(OPENS))).toEqual({ do: "send", target: {}, conversation: "c" });
  });

  it.each([
    [
      "the unit has answered",
      plan().report("U1", "M1", "2026-W47", "on_track", { at: OPENS }),
      card,
      "Har redan svarat.",
    ],
    [
      "another chef since",
      aPlan().unit("U1").person("bo@x", "line_manager", "U1").measure("M1", { owner: "U1" }),
      card,
      "Svarar inte längre för enheten.",
    ],
    ["the unit is gone", plan(), aMessage("anna@x", "U9", at(OPENS)), "Enheten finns inte längre i planen."],
    ["the measure is done", plan(), aMessage("anna@x", "U2", at(OPENS)), "Enheten har ingen pågående åtgärd längre."],
  ])("skips when %s", (_what, known, message, why) => {
    expect(look(known.at(OPENS), message)).toEqual({ do: "skip", why });
  });

  it("skips one who has paused, with that reason", () => {
    expect(look(plan().at(OPENS), card, { hindrance: "Paus." })).toEqual({ do: "skip", why: "Paus." });
  });

  it("goes to the deputy during an absence, not to the chef", () => {
    const away = plan()
      .person("dan@x", "reader", "REG")
      .deputy("anna@x", "dan@x", "2026-11-16", "2026-11-22")
      .at(OPENS);
    expect(look(away)).toMatchObject({ do: "skip" });
    expect(look(away, aMessage("dan@x", "U1", at(OPENS)))).toMatchObject({ do: "send" });
  });

  it("one that waited over a night does not fall between the chef and a deputy", () => {
    const awayFromThursday = plan()
      .person("dan@x", "reader", "REG")
      .deputy("anna@x", "dan@x", "2026-11-19", "2026-11-22")
      .at("2026-11-19T07:00:00+01:00");
    expect(look(awayFromThursday)).toMatchObject({ do: "send" });
  });

  it.each([
    ["in the evening", "2026-11-18T18:00:00+01:00", "2026-11-19T07:00:00+01:00"],
    ["before seven", "2026-11-19T06:59:00+01:00", "2026-11-19T07:00:00+01:00"],
  ])("waits %s", (_what, now, until) => {
    const verdict = look(plan().at(now));
    expect(verdict.do === "wait" && zonedText(verdict.until, settings.zone)).toBe(until);
  });

  it("drops what would have to wait until it has lost its point", () => {
    const reminder = aMessage("anna@x", "U1", at("2026-11-19T14:00:00+01:00"), { kind: "reminder1" });
    expect(look(plan().at("2026-11-19T18:00:00+01:00"), reminder)).toMatchObject({ do: "skip" });
    const fridayCard = aMessage("anna@x", "U1", at("2026-11-20T07:30:00+01:00"));
    expect(look(plan().at("2026-11-20T18:30:00+01:00"), fridayCard)).toMatchObject({ do: "skip" });
  });

  it("waits on a day that has been marked off", () => {
    const off = { ...settings, extraDaysOff: ["2026-11-18" as IsoDate] };
    expect(look(plan().at(OPENS), card, { settings: off })).toMatchObject({ do: "wait" });
  });

  it.each([
    ["card", "2026-11-20T07:30:00+01:00"],
    ["reminder1", "2026-11-18T11:30:00+01:00"],
    ["digest", "2026-11-20T07:30:00+01:00"],
  ] as const)("a %s has a point until %s", (kind, until) => {
    expect(zonedText(expiryOf({ kind, due: at(OPENS) }), settings.zone)).toBe(until);
    const late = plan().at(zonedText((at(until) + 1) as Instant, settings.zone));
    expect(look({ ...late, now: (at(until) + 1) as Instant }, { ...card, kind })).toMatchObject({ do: "skip" });
  });

  it.each([
    ["not_installed", /inte installerad/],
    ["silent", /kunde inte levereras/],
    ["not_bound", /använd den här kanalen/],
  ] as const)("says what to do about %s", (code, advice) => {
    const verdict = look(plan().at(OPENS), card, { reach: { ok: false, code } });
    expect(verdict).toMatchObject({ do: "fail", code });
    expect(verdict.do === "fail" && verdict.advice).toMatch(advice);
  });

  it("a reminder about two units is sent as long as one of them misses", () => {
    const both = aboutSubjects(["U1", "U2"].map((unit) => ({ unit: unit as OrgId, role: "manager" })));
    const known = aPlan()
      .unit("U1")
      .unit("U2")
      .person("anna@x", "line_manager", "U1")
      .person("anna@x", "line_manager", "U2")
      .measure("M1", { owner: "U1" })
      .measure("M2", { owner: "U2" })
      .report("U1", "M1", "2026-W47", "on_track", { at: OPENS });
    const reminder = { ...card, kind: "reminder1" as const, ...both };
    expect(look(known.at(OPENS), reminder)).toMatchObject({ do: "send" });
    const answered = known.report("U2", "M2", "2026-W47", "on_track", { at: OPENS });
    expect(look(answered.at(OPENS), reminder)).toEqual({ do: "skip", why: "Har redan svarat." });
  });

  it("an escalation to the planägare ends when the unit answers", () => {
    const about = aboutSubjects([{ unit: "U1" as OrgId, role: "owner" }]);
    const told = aMessage("plan@x", "U1", at(OPENS), { kind: "escalation", ...about });
    expect(look(plan().at(OPENS), told)).toMatchObject({ do: "send" });
    const answered = plan().report("U1", "M1", "2026-W47", "on_track", { at: OPENS });
    expect(look(answered.at(OPENS), told)).toEqual({ do: "skip", why: "Har redan svarat." });
  });
});
