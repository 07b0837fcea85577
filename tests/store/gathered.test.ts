import { describe, expect, it } from "vitest";
import { gathered, shared } from "../../src/store/sql/gathered.ts";

describe("many who ask at once", () => {
  it("share one statement, and each gets the own answer", async () => {
    const batches: number[][] = [];
    const ask = gathered(async (wishes: readonly number[]) => {
      batches.push([...wishes]);
      return wishes.map((wish) => wish * 2);
    });
    expect(await Promise.all([1, 2, 3].map(ask))).toEqual([2, 4, 6]);
    expect(await ask(4)).toBe(8);
    expect(batches).toEqual([[1, 2, 3], [4]]);
  });

  it("what comes while one is under way is gathered for the next", async () => {
    const batches: number[][] = [];
    let answer = (): void => undefined;
    const ask = gathered(async (wishes: readonly number[]) => {
      batches.push([...wishes]);
      if (batches.length === 1) await new Promise<void>((resolve) => (answer = resolve));
      return wishes;
    });
    const first = ask(1);
    await new Promise((resolve) => setImmediate(resolve));
    const others = [ask(2), ask(3)];
    answer();
    expect([await first, ...(await Promise.all(others))]).toEqual([1, 2, 3]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it("a fault is only its own caller's", async () => {
    const ask = gathered(async (wishes: readonly number[]) => {
      if (wishes.includes(2)) throw new Error("two");
      return wishes;
    });
    const settled = await Promise.allSettled([1, 2, 3].map(ask));
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await ask(5)).toBe(5);
  });

  it("who asks the same is answered from one that began after the asking", async () => {
    let count = 0;
    const ask = shared(async () => ++count);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
    expect(await ask()).toBe(2);
  });
});
