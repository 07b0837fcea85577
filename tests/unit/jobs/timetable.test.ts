import { describe, expect, it } from "vitest";
import { createTimetable } from "../../../src/jobs/timetable.ts";
import type { IsoDate, WallTime } from "../../../src/lib/time.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { aMessage, type FakeJobs, fakeJobs } from "./fake-jobs.ts";

const TUESDAY = "2026-11-17T12:00:00+01:00";

/** Every occurrence decides one message, so that what was carried out can be counted. */
function office(start = TUESDAY): FakeJobs {
  const fake = fakeJobs(start, aPlan());
  fake.decide = (schedule, _plan, { due }) => ({ messages: [aMessage(`${schedule}@x`, "U1", due)], held: [] });
  return fake;
}

function done(fake: FakeJobs): string[] {
  return fake.occurrences.filter((row) => row.state === "done").map((row) => `${row.schedule} ${row.week}`);
}

/** Moves to each moment and ticks there with a timetable of its own: every tick may be another process. */
async function tickAt(fake: FakeJobs, ...moments: readonly string[]): Promise<void> {
  for (const moment of moments) {
    fake.clock.moveTo(moment);
    await createTimetable(fake.deps).tick(fake.clock.now());
  }
}

describe("the timetable", () => {
  it("does nothing before it is due, then once, however often it ticks", async () => {
    const fake = office();
    await tickAt(fake, TUESDAY, "2026-11-18T07:29:59+01:00");
    expect(done(fake)).toEqual([]);
    await tickAt(fake, "2026-11-18T07:30:00+01:00", "2026-11-18T07:30:01+01:00", "2026-11-18T09:00:00+01:00");
    expect(done(fake)).toEqual(["collect 2026-W47"]);
    expect(fake.outbox).toHaveLength(1);
  });

  it("owes nothing from before the plan was imported", async () => {
    const fake = office("2026-11-18T10:00:00+01:00");
    await tickAt(fake, "2026-11-18T10:00:00+01:00", "2026-11-19T14:00:00+01:00");
    expect(done(fake)).toEqual(["remind1 2026-W47"]);
  });

  it("does nothing at all without a plan", async () => {
    const fake = office();
    fake.since = null;
    await tickAt(fake, "2026-11-18T07:30:00+01:00");
    expect(fake.occurrences).toEqual([]);
  });

  it.each([
    ["a card within two days is done once, late", "2026-11-20T07:30:00+01:00", "done"],
    ["an older one is skipped", "2026-11-20T07:30:01+01:00", "skipped"],
  ])("after downtime %s", async (_what, back, state) => {
    const fake = office();
    await tickAt(fake, TUESDAY, back);
    const collect = fake.occurrences.find((row) => row.schedule === "collect");
    expect(collect?.state).toBe(state);
    if (state === "skipped") {
      expect(collect?.reason).toBe("Missad 2026-11-18T07:30:00+01:00 och för gammal för att göras i efterhand.");
      expect(fake.said).toContain("warn: occurrence skipped");
      expect(fake.outbox.filter((row) => row.due === collect?.due)).toEqual([]);
    }
  });

  it.each([
    ["2026-11-19T18:00:00+01:00", "done"],
    ["2026-11-19T18:00:01+01:00", "skipped"],
  ])("a reminder has four hours: at %s it is %s", async (back, state) => {
    const fake = office("2026-11-19T10:00:00+01:00");
    await tickAt(fake, "2026-11-19T10:00:00+01:00", back);
    expect(fake.occurrences.find((row) => row.schedule === "remind1")?.state).toBe(state);
  });

  it("after five weeks down, every occurrence of that time ends: done or skipped, none lost", async () => {
    const fake = office("2026-09-14T12:00:00+02:00");
    await tickAt(fake, "2026-09-14T12:00:00+02:00", "2026-10-19T12:00:00+02:00");
    const past = fake.occurrences.filter((row) => row.due <= fake.clock.now());
    // v. 38–42, five each; of the last week digest and escalation are within their grace.
    expect(past).toHaveLength(25);
    expect(past.filter((row) => row.state === "done").map((row) => row.schedule)).toEqual(["digest", "escalate"]);
    expect(past.filter((row) => row.state === "skipped")).toHaveLength(23);
  });

  it("a worker that was cut off is followed by another when its lease has run out", async () => {
    const fake = office();
    await tickAt(fake, TUESDAY);
    fake.faults.finish = () => {
      throw new Error("the database is gone");
    };
    await tickAt(fake, "2026-11-18T07:30:00+01:00", "2026-11-18T07:31:00+01:00");
    expect(done(fake)).toEqual([]);
    fake.faults = {};
    await tickAt(fake, "2026-11-18T07:32:00+01:00");
    expect(done(fake)).toEqual(["collect 2026-W47"]);
    expect(fake.outbox).toHaveLength(1);
  });

  it("one that fails stops no other", async () => {
    const fake = office();
    await tickAt(fake, TUESDAY);
    fake.decide = (schedule) => {
      if (schedule === "digest") throw new Error("no figures");
      return { messages: [], held: [] };
    };
    await tickAt(fake, "2026-11-23T08:00:00+01:00");
    expect(done(fake)).toEqual(["escalate 2026-W47"]);
    expect(fake.said).toContain("error: occurrence failed");
  });

  it("what was held is put in the outbox too, where the last look gives the reason", async () => {
    const fake = office();
    fake.decide = (_schedule, _plan, { due }) => ({ messages: [], held: [aMessage("anna@x", "U1", due)] });
    await tickAt(fake, TUESDAY, "2026-11-18T07:30:00+01:00");
    expect(fake.outbox.map((row) => "person" in row.to && row.to.person)).toEqual(["anna@x"]);
  });
});

describe("a changed rhythm", () => {
  it("holds from the next occurrence, without a restart", async () => {
    const fake = office("2026-11-16T12:00:00+01:00");
    const timetable = createTimetable(fake.deps);
    await timetable.tick(fake.clock.now());
    fake.settings = { ...fake.settings, cardDay: 2, cardTime: "08:00" as WallTime };
    fake.clock.moveTo("2026-11-17T08:00:00+01:00");
    await timetable.tick(fake.clock.now());
    expect(done(fake)).toEqual(["collect 2026-W47"]);
    fake.clock.moveTo("2026-11-18T07:30:00+01:00");
    await timetable.tick(fake.clock.now());
    expect(done(fake)).toEqual(["collect 2026-W47"]);
  });

  it("a card already sent is not sent again on its new day", async () => {
    const fake = office();
    const timetable = createTimetable(fake.deps);
    fake.clock.moveTo("2026-11-18T07:30:00+01:00");
    await timetable.tick(fake.clock.now());
    fake.settings = { ...fake.settings, cardDay: 4 };
    fake.clock.moveTo("2026-11-19T07:30:00+01:00");
    await timetable.tick(fake.clock.now());
    expect(done(fake)).toEqual(["collect 2026-W47"]);
  });

  it("a day marked off moves what was waiting", async () => {
    const fake = office("2026-11-16T12:00:00+01:00");
    const timetable = createTimetable(fake.deps);
    await timetable.tick(fake.clock.now());
    fake.settings = { ...fake.settings, extraDaysOff: ["2026-11-18" as IsoDate] };
    fake.clock.moveTo("2026-11-17T07:30:00+01:00");
    await timetable.tick(fake.clock.now());
    expect(done(fake)).toEqual(["collect 2026-W47"]);
  });

  it("a week that has become free of cards is skipped, whatever row was written before", async () => {
    const fake = office("2026-11-16T12:00:00+01:00");
    const timetable = createTimetable(fake.deps);
    await timetable.tick(fake.clock.now());
    fake.settings = { ...fake.settings, summerWeeks: [47, 47] };
    fake.clock.moveTo("2026-11-18T07:30:00+01:00");
    await timetable.tick(fake.clock.now());
    expect(done(fake)).toEqual([]);
  });
});
