import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createGate } from "../../../src/jobs/gate.ts";
import { DOCUMENTED_PACE } from "../../../src/jobs/limits.ts";
import { seeded } from "../../prove/random.ts";

const now = (): number => performance.now();
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The most in any second. */
function mostInASecond(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + 1_000).length));
}

/** When each call comes in at Teams; `goes`: when it is asked for, `late`: how long it is on the way. */
async function comeIn(goes: readonly number[], late: (at: number) => number): Promise<number[]> {
  const gate = createGate(DOCUMENTED_PACE.appSpacingMs, now, sleep);
  const came: number[] = [];
  const calls = goes.map(async (at) => {
    await sleep(at);
    await gate.through(async () => {
      await sleep(late(now()));
      came.push(now());
      await sleep(5);
    });
  });
  await vi.advanceTimersByTimeAsync(120_000);
  await Promise.all(calls);
  return came;
}

const evenly = (count: number): number[] => Array.from({ length: count }, (_, index) => index * 20.65);

describe("the gate", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("what stood still for a moment does not come out of it all at once", async () => {
    const came = await comeIn(Array(96).fill(0), () => 0);
    expect(mostInASecond(came)).toBeLessThanOrEqual(50);
    expect((came.at(-1) ?? 0) - (came[0] ?? 0)).toBeLessThan(1_100);
  });

  it("what was late on the way is not caught up with by what follows it", async () => {
    // What leaves between 1,0 and 1,2 s comes in at 1,2 s.
    const came = await comeIn(evenly(200), (at) => (at >= 1_000 && at < 1_200 ? 1_200 - at : 0));
    expect(mostInASecond(came)).toBeLessThanOrEqual(50);
    // Four seconds of calls, and the fifth of a second that stood still is not lost as a whole.
    expect(came.at(-1)).toBeLessThan(200 * 20.65 + 200);
  });

  it.each([1, 2, 3, 4, 5])("no second holds more than 50, however the way stands still (seed %i)", async (seed) => {
    const { next } = seeded(seed);
    const stops = Array.from({ length: 40 }, () => [next() * 20_000, next() * 240] as const);
    const until = (at: number): number =>
      Math.max(at, ...stops.filter(([from, ms]) => at >= from && at < from + ms).map(([from, ms]) => from + ms));
    const came = await comeIn(evenly(900), (at) => until(at) - at);
    expect(came).toHaveLength(900);
    expect(mostInASecond(came)).toBeLessThanOrEqual(50);
  });

  it("one that is never answered holds nobody back", async () => {
    const gate = createGate(DOCUMENTED_PACE.appSpacingMs, now, sleep);
    void gate.through(() => new Promise(() => {}));
    let passed = 0;
    for (let call = 0; call < 100; call++) void gate.through(async () => void passed++);
    await vi.advanceTimersByTimeAsync(2_600);
    expect(passed).toBe(100);
  });

  it("a call that throws lets the next one pass", async () => {
    const gate = createGate(DOCUMENTED_PACE.appSpacingMs, now, sleep);
    await expect(gate.through(() => Promise.reject(new Error("cut")))).rejects.toThrow("cut");
    expect(await gate.through(async () => "sent")).toBe("sent");
  });
});
