import { describe, expect, it } from "vitest";
import type { Decide } from "../../../src/jobs/deps.ts";
import { type TryDeps, type TryVerb, tryVerb } from "../../../src/jobs/try.ts";
import { type Instant, parseInstant } from "../../../src/lib/time.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { defaultRhythm, type Schedule } from "../../../src/plan/rhythm.ts";
import { decideOccurrence, type RemindDeps } from "../../../src/remind/remind.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const settings = defaultRhythm("Europe/Stockholm");
const plan = aPlan()
  .unit("U1")
  .unit("U2")
  .person("anna@x", "line_manager", "U1")
  .person("anna@x", "line_manager", "U2")
  .measure("M1", { owner: "U1" })
  .measure("M2", { owner: "U2" });

const remind: RemindDeps = {
  plan: async () => null,
  settings: async () => settings,
  pauses: async () => [],
  remindersIn: async () => new Map(),
  remindersTo: async () => 0,
  asked: async () => ({ firstWeek: null, unasked: new Set() }),
  enqueue: async () => 0,
};
const remindNow: Decide = async (known, occurrence) => ({
  messages: (await decideOccurrence(remind, known, occurrence)).messages,
  held: [],
});
const digest: Decide = async (_known: Plan, { week, due }) => ({
  messages: [
    {
      kind: "digest",
      to: { channel: "management" },
      unit: null,
      week,
      due,
      why: "Veckans sammanställning.",
      about: {},
    },
  ],
  held: [],
});
const nothing: Decide = async () => ({ messages: [], held: [] });
const decide: Record<Schedule, Decide> = {
  collect: nothing,
  remind1: remindNow,
  remind2: remindNow,
  escalate: remindNow,
  digest,
};

const deps: TryDeps = {
  plan: async (now) => plan.at(new Date(now).toISOString()),
  settings: async () => settings,
  decide,
  channelName: async () => null,
};
const tried = (verb: TryVerb, at: string, more: Partial<TryDeps> = {}) =>
  tryVerb(verb, parseInstant(at) as Instant, { ...deps, ...more });

describe("try", () => {
  it("lists one item per unit, by e-mail, with the reason", async () => {
    const why = "U1 och U2 har inte svarat för v. 47.";
    const due = "2026-11-19T14:00:00+01:00";
    expect(await tried("remind", "2026-11-19T14:00:00+01:00")).toEqual([
      { kind: "reminder1", to: "anna@x", unit: "U1", due, why },
      { kind: "reminder1", to: "anna@x", unit: "U2", due, why },
    ]);
  });

  it.each([
    ["a minute before", "2026-11-19T13:59:00+01:00", 0],
    ["thirty seconds after, within its minute", "2026-11-19T14:00:30+01:00", 2],
    ["a minute after: it has been carried out", "2026-11-19T14:01:00+01:00", 0],
    ["reminder 2", "2026-11-20T13:00:00+01:00", 2],
    ["the hour of a Thursday that is red", "2026-05-14T14:00:00+02:00", 0],
    ["a summer week", "2026-07-16T14:00:00+02:00", 0],
    ["the other offset of the same instant", "2026-11-19T13:00:00Z", 2],
  ])("%s", async (_what, at, count) => {
    expect(await tried("remind", at)).toHaveLength(count);
  });

  it("says so when no channel is bound", async () => {
    const at = "2026-11-23T07:30:00+01:00";
    expect(await tried("digest", at)).toMatchObject([{ kind: "digest", to: "channel: not bound", unit: null }]);
    const bound = await tried("digest", at, { channelName: async () => "Ledningsgruppen" });
    expect(bound).toMatchObject([{ to: "channel: Ledningsgruppen" }]);
  });

  it("is empty without a plan", async () => {
    expect(await tried("digest", "2026-11-23T07:30:00+01:00", { plan: async () => null })).toEqual([]);
  });
});
