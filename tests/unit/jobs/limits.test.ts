import { describe, expect, it } from "vitest";
import { DOCUMENTED_PACE, replyPace, takeTurns } from "../../../src/jobs/limits.ts";
import type { Instant } from "../../../src/lib/time.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { type FakeJobs, fakeJobs } from "./fake-jobs.ts";

const office = (): FakeJobs => fakeJobs("2026-11-18T07:30:00+01:00", aPlan());

/** When each of `count` replies in one conversation goes, in ms from the first. */
async function repliesTo(conversation: string, count: number): Promise<number[]> {
  const { deps, clock } = office();
  const began = clock.now();
  const pace = replyPace(deps.limits, deps.gate, clock.now, async (ms) => clock.advance(ms));
  const times: number[] = [];
  for (let reply = 0; reply < count; reply++) {
    await pace(conversation, async () => void times.push(clock.now() - began));
  }
  return times;
}

/** When each of `count` sends of our own goes, each of so many calls. */
async function sends(count: number, calls: number, { deps, clock } = office()): Promise<number[]> {
  const began = clock.now();
  const turns = takeTurns(deps.limits, DOCUMENTED_PACE, clock, 3_600_000);
  const times: number[] = [];
  for (let send = 0; send < count; send++) {
    const turn = await turns.next(calls);
    if ("waitMs" in turn) throw new Error("no turn");
    clock.moveTo(Math.max(clock.now(), turn.at) as Instant);
    times.push(clock.now() - began);
  }
  return times;
}

/** The most calls in any window of `ms`. */
function most(times: readonly number[], ms: number): number {
  return Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + ms).length));
}

describe("the documented limits", () => {
  it.each([
    ["7 a second", 1_000, 7],
    ["8 in 2 s", 2_000, 8],
    ["60 in 30 s", 30_000, 60],
    ["1 800 an hour", 3_600_000, 1_800],
  ])("one conversation: %s, whatever window is looked at", async (_what, ms, limit) => {
    expect(most(await repliesTo("c", 2_000), ms)).toBeLessThanOrEqual(limit);
  });

  it.each([
    ["known chats", 1_000, 1],
    ["first contacts, two calls each", 500, 2],
  ])("the app: 50 calls a second, and nearly that many used: %s", async (_what, count, calls) => {
    const times = await sends(count, calls);
    expect(most(times, 1_000) * calls).toBeLessThanOrEqual(50);
    // 1 000 calls take 20 s at 50 a second; 5 % more is the bound.
    expect(times.at(-1)).toBeLessThanOrEqual(21_000);
  });

  it("a pause in between is not made up for by a burst", async () => {
    const { deps, clock } = office();
    const turns = takeTurns(deps.limits, DOCUMENTED_PACE, clock, 1_000);
    await turns.next(1);
    clock.advance(60_000);
    const later = [await turns.next(1), await turns.next(1), await turns.next(1)];
    expect(later.map((turn) => "at" in turn && turn.at - clock.now())).toEqual([0, 21, 41]);
  });

  it("a wait that is too long reserves nothing", async () => {
    const { deps, clock } = office();
    const turns = takeTurns(deps.limits, DOCUMENTED_PACE, clock, 2_000);
    await deps.limits.pause("app", (clock.now() + 60_000) as Instant);
    expect(await turns.next(1)).toEqual({ waitMs: 60_000 });
    clock.advance(60_000);
    expect(await turns.next(1)).toEqual({ at: clock.now() });
  });

  it("a reply waits for its turn at the same limits", async () => {
    const { deps, clock } = office();
    const waits: number[] = [];
    const pace = replyPace(deps.limits, deps.gate, clock.now, async (ms) => void waits.push(ms));
    await pace("c", async () => {});
    await pace("d", async () => {});
    expect(waits).toEqual([21]);
  });

  it("a reply waits behind a handful of sends at most, however many are due", async () => {
    const { deps, clock } = office();
    const turns = takeTurns(deps.limits, DOCUMENTED_PACE, clock, 2_000);
    for (let send = 0; send < 200; send++) {
      const turn = await turns.next(1);
      if ("at" in turn) clock.moveTo(Math.max(clock.now(), turn.at) as Instant);
    }
    const waits: number[] = [];
    await replyPace(deps.limits, deps.gate, clock.now, async (ms) => void waits.push(ms))("c", async () => {});
    expect(waits[0]).toBeLessThan(130);
  });
});
