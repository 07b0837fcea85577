import { describe, expect, it } from "vitest";
import { replyPace, takeTurn } from "../../../src/jobs/limits.ts";
import type { Instant } from "../../../src/lib/time.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { fakeJobs } from "./fake-jobs.ts";

/** When each of `count` calls goes, in ms from the first, when every one waits for its turn. */
async function calls(count: number, conversation: string | null): Promise<number[]> {
  const { deps, clock } = fakeJobs("2026-11-18T07:30:00+01:00", aPlan());
  const began = clock.now();
  const times: number[] = [];
  for (let call = 0; call < count; call++) {
    clock.advance(await takeTurn(deps.limits, conversation, clock.now(), 3_600_000));
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
    const times = await calls(2_000, "c");
    expect(most(times, ms)).toBeLessThanOrEqual(limit);
  });

  it("the app: 50 a second, and nearly that many used", async () => {
    const times: number[] = [];
    const { deps, clock } = fakeJobs("2026-11-18T07:30:00+01:00", aPlan());
    const began = clock.now();
    for (let call = 0; call < 1_000; call++) {
      clock.advance(await takeTurn(deps.limits, `c${call}`, clock.now(), 3_600_000));
      times.push(clock.now() - began);
    }
    expect(most(times, 1_000)).toBeLessThanOrEqual(50);
    // 1 000 calls take 20 s at 50 a second; 5 % more is the bound.
    expect(times.at(-1)).toBeLessThanOrEqual(21_000);
  });

  it("a first contact counts as two calls", async () => {
    const times = await calls(100, null);
    expect(times.at(-1)).toBeGreaterThanOrEqual(99 * 2 * 20);
  });

  it("a wait that is too long reserves nothing", async () => {
    const { deps, clock } = fakeJobs("2026-11-18T07:30:00+01:00", aPlan());
    await deps.limits.pause("conversation:c", (clock.now() + 60_000) as Instant);
    expect(await takeTurn(deps.limits, "c", clock.now(), 2_000)).toBe(60_000);
    expect(await takeTurn(deps.limits, "d", clock.now(), 2_000)).toBe(0);
  });

  it("a reply waits for its turn at the same limits", async () => {
    const { deps, clock } = fakeJobs("2026-11-18T07:30:00+01:00", aPlan());
    const waits: number[] = [];
    const pace = replyPace(deps.limits, clock.now, async (ms) => void waits.push(ms));
    await pace("c");
    await pace("d");
    expect(waits).toEqual([21]);
  });
});
