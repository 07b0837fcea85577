import { describe, expect, it } from "vitest";
import { type Instant, type IsoDate, parseInstant } from "../../../src/lib/time.ts";
import type { Message } from "../../../src/plan/message.ts";
import type { Email, OrgId } from "../../../src/plan/plan.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { RHYTHM_PROBLEMS } from "../../../src/plan/rhythm-change.ts";
import { aboutSubjects, type SubjectRole } from "../../../src/plan/subjects.ts";
import type { Week } from "../../../src/plan/week.ts";
import { changeSetting, hindranceNow, type RemindDeps, remind } from "../../../src/remind/remind.ts";
import { wordsFor } from "../../../src/remind/words.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const settings = defaultRhythm("Europe/Stockholm");
const week = "2026-W47" as Week;
const now = parseInstant("2026-11-19T14:00:00+01:00") as Instant;
const plan = aPlan()
  .unit("U1")
  .person("anna@x", "line_manager", "U1")
  .measure("M1", { owner: "U1" })
  .at("2026-11-19T14:00:00+01:00");

function deps(changes: Partial<RemindDeps> = {}): RemindDeps & { readonly post: Map<string, readonly Message[]> } {
  const post = new Map<string, readonly Message[]>();
  return {
    post,
    plan: async () => plan,
    settings: async () => settings,
    pauses: async () => [],
    remindersIn: async () => new Map(),
    remindersTo: async () => 0,
    asked: async () => ({ firstWeek: null, unasked: new Set() }),
    async enqueue(messages, cause) {
      post.set(cause, messages);
      return messages.length;
    },
    ...changes,
  };
}

function message(kind: Message["kind"], role: SubjectRole = "manager"): Message {
  const about = aboutSubjects([{ unit: "U1" as OrgId, role }]);
  return { kind, to: { person: "anna@x" as Email }, week, due: now, why: "", ...about };
}

describe("påminn dem som inte svarat", () => {
  it("puts the reminders in the post under the asking's own key", async () => {
    const world = deps();
    const { messages } = await remind(world, { week, units: [], cause: "asked:1" }, now);
    expect(messages).toHaveLength(1);
    expect(world.post.get("asked:1")).toEqual(messages);
  });

  it("only shows what would be done when it is a question", async () => {
    const world = deps();
    expect((await remind(world, { week, units: [], cause: "asked:1" }, now, true)).messages).toHaveLength(1);
    expect(world.post.size).toBe(0);
  });

  it("does nothing without a plan", async () => {
    const world = deps({ plan: async () => null });
    expect(await remind(world, { week, units: [], cause: "asked:1" }, now)).toEqual({ messages: [], held: [] });
  });
});

describe("the last look at a reminder", () => {
  const had = (count: number): Partial<RemindDeps> => ({ remindersTo: async () => count });
  const paused: Partial<RemindDeps> = {
    pauses: async () => [{ email: "anna@x" as Email, until: "2026-12-01" as IsoDate }],
  };
  const PAUSED = "Har pausat påminnelser till och med 2026-12-01.";

  it.each([
    ["nothing hinders", message("reminder1"), {}, null],
    ["one before is not too many", message("reminder2"), had(1), null],
    ["two before are", message("reminder2"), had(2), "Har redan fått två påminnelser den här veckan."],
    ["a pause since", message("reminder1"), paused, PAUSED],
    ["a pause holds the question to the chef", message("escalation"), paused, PAUSED],
    ["but not what the planägare is told", message("escalation", "owner"), paused, null],
    ["two reminders hold no escalation", message("escalation"), had(2), null],
    ["a card is no reminder", message("card"), { ...paused, ...had(2) }, null],
  ])("%s", async (_what, wanted, changes, expected) => {
    expect(await hindranceNow(deps(changes), wanted, plan)).toBe(expected);
  });
});

describe("a changed setting", () => {
  it("is given back whole", () => {
    expect(changeSetting(settings, "card", "tisdag 08.00", "sv")).toEqual({
      ok: true,
      settings: { ...settings, cardDay: 2, cardTime: "08:00" },
    });
  });

  it("or a sentence says why not, in the asker's language", () => {
    expect(changeSetting(settings, "card", "söndag", "sv")).toEqual({
      ok: false,
      text: "Välj en dag måndag–fredag. Inget skickas på helger.",
    });
    expect(changeSetting(settings, "card", "sunday", "en")).toMatchObject({
      text: expect.stringContaining("Monday to Friday"),
    });
  });

  it.each(["sv", "en"] as const)("every problem has its sentence (%s)", (lang) => {
    for (const problem of RHYTHM_PROBLEMS) expect(wordsFor(lang).problem[problem]).toMatch(/[.”"]$/);
  });
});
