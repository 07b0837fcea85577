import { describe, expect, it } from "vitest";
import { runUntil, startJobs } from "../../../src/jobs/run.ts";
import { type Instant, parseInstant, wallAt } from "../../../src/lib/time.ts";
import { occurrencesBetween } from "../../../src/plan/occurrences.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { aMessage, type FakeJobs, fakeJobs } from "./fake-jobs.ts";

const at = (text: string) => parseInstant(text) as Instant;

function office(start: string): { fake: FakeJobs; sentAt: string[] } {
  const plan = aPlan().unit("U1").person("anna@x", "line_manager", "U1").measure("M1", { owner: "U1" });
  const fake = fakeJobs(start, plan);
  const sentAt: string[] = [];
  fake.decide = (schedule, _plan, { due, week }) => ({
    messages: schedule === "collect" ? [aMessage("anna@x", "U1", due, { week })] : [],
    held: [],
  });
  fake.answer = () => {
    const { date, time } = wallAt(fake.clock.now(), "Europe/Stockholm");
    sentAt.push(`${date} ${time}`);
    return { outcome: "sent", activityId: "a", conversationId: "c" };
  };
  return { fake, sentAt };
}

describe("a clock of one's own", () => {
  it("does on the way all that falls due, each at its own time", async () => {
    const { fake, sentAt } = office("2026-11-18T07:25:00+01:00");
    await runUntil(fake.deps, at("2026-11-23T09:00:00+01:00"), (moment) => fake.clock.moveTo(moment));
    expect(sentAt).toEqual(["2026-11-18 07:30"]);
    const done = fake.occurrences.filter((row) => row.state === "done").map((row) => row.schedule);
    expect(done).toEqual(["collect", "remind1", "remind2", "digest", "escalate"]);
    expect(fake.clock.now()).toBe(at("2026-11-23T09:00:00+01:00"));
  });

  it("a whole year: every occurrence once, every card at 07.30, over both clock changes, summer and jul", async () => {
    const { fake, sentAt } = office("2026-01-01T00:00:00+01:00");
    await runUntil(fake.deps, at("2027-01-01T00:00:00+01:00"), (moment) => fake.clock.moveTo(moment));
    const expected = occurrencesBetween(
      at("2026-01-01T00:00:00+01:00"),
      at("2027-01-01T00:00:00+01:00"),
      fake.settings,
    );
    const past = fake.occurrences.filter((row) => row.due < at("2027-01-01T00:00:00+01:00"));
    expect(past.map((row) => row.state)).toEqual(expected.map(() => "done"));
    expect(sentAt).toHaveLength(44);
    expect(sentAt.every((moment) => moment.endsWith("07:30"))).toBe(true);
    expect(new Set(sentAt).size).toBe(44);
  });

  it("waits out a quiet night on the way", async () => {
    const { fake, sentAt } = office("2026-11-18T07:25:00+01:00");
    fake.settings = { ...fake.settings, quietTo: "08:00" as never };
    await runUntil(fake.deps, at("2026-11-18T12:00:00+01:00"), (moment) => fake.clock.moveTo(moment));
    expect(sentAt).toEqual(["2026-11-18 08:00"]);
  });
});

describe("the running jobs", () => {
  it("do what is due when they start and when they are woken, and stop", async () => {
    const { fake, sentAt } = office("2026-11-18T07:30:00+01:00");
    const sent = new Promise<void>((resolve) => {
      const before = fake.answer;
      fake.answer = async (to) => {
        const outcome = await before(to);
        resolve();
        return outcome;
      };
    });
    const jobs = startJobs(fake.deps);
    await sent;
    await jobs.stop();
    expect(sentAt).toEqual(["2026-11-18 07:30"]);
    expect(fake.outbox.map((row) => row.state)).toEqual(["sent"]);
  });

  it("give back what they have not begun", async () => {
    const { fake } = office("2026-11-18T07:25:00+01:00");
    const jobs = startJobs(fake.deps);
    await jobs.stop();
    expect(fake.outbox.filter((row) => row.state === "claimed")).toEqual([]);
  });
});
