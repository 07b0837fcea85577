import { beforeAll, describe, expect, it } from "vitest";
import type { LimitRule } from "../../../src/store/limits/limits.ts";
import type { Store } from "../../../src/store/store.ts";
import { later, WEDNESDAY } from "../rows.ts";

const NOW = WEDNESDAY;
const RULES: readonly LimitRule[] = [
  { capacity: 4, perMs: 1_000 },
  { capacity: 6, perMs: 6_000 },
];

export function limitsTests(opened: () => Store): void {
  describe("limits", () => {
    let store: Store;
    beforeAll(() => {
      store = opened();
    });

    it("let a burst pass, then as fast as the slowest rule allows", async () => {
      const waits: number[] = [];
      for (let n = 0; n < 8; n++) waits.push(await store.limits.take("a", 1, NOW, RULES));
      // Four at once, two more as the first bucket fills, then one a second.
      expect(waits).toEqual([0, 0, 0, 0, 250, 500, 1_000, 2_000]);
    });

    it("fill again with time", async () => {
      expect(await store.limits.take("a", 4, later(NOW, 60_000), RULES)).toBe(0);
      expect(await store.limits.take("b", 1, NOW, RULES)).toBe(0);
    });

    it("reserve nothing when the wait is longer than one will wait", async () => {
      const rule = [{ capacity: 1, perMs: 1_000 }];
      expect(await store.limits.take("c", 1, NOW, rule)).toBe(0);
      for (let n = 0; n < 3; n++) expect(await store.limits.take("c", 1, NOW, rule, 500)).toBe(1_000);
      expect(await store.limits.take("c", 1, later(NOW, 600), rule, 500)).toBe(400);
      expect(await store.limits.take("c", 1, later(NOW, 600), rule, 500)).toBe(1_400);
    });

    it("are paused by a 429, and a shorter pause does not end a longer one", async () => {
      await store.limits.pause("d", later(NOW, 5_000));
      await store.limits.pause("d", later(NOW, 3_000));
      expect(await store.limits.take("d", 1, NOW, RULES)).toBe(5_000);
      expect(await store.limits.take("d", 1, later(NOW, 6_000), RULES)).toBe(0);
    });

    it("give out no more than there is, however many ask at once", async () => {
      const rule = [{ capacity: 10, perMs: 1_000 }];
      const waits = await Promise.all(Array.from({ length: 50 }, () => store.limits.take("e", 1, NOW, rule)));
      const sorted = waits.sort((a, b) => a - b);
      expect(sorted).toEqual(Array.from({ length: 50 }, (_, n) => Math.max(0, (n - 9) * 100)));
    });

    it("forget buckets that have been full since long", async () => {
      expect(await store.limits.forget(later(NOW, 3_600_000))).toBe(5);
      expect(await store.limits.take("e", 10, NOW, [{ capacity: 10, perMs: 1_000 }])).toBe(0);
    });
  });
}
