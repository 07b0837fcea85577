import { beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../../src/store/store.ts";
import { later, MINUTE, WEDNESDAY } from "../rows.ts";

const NOW = WEDNESDAY;

export function inboxTests(opened: () => Store): void {
  describe("the inbox", () => {
    let store: Store;
    beforeAll(() => {
      store = opened();
    });

    it("takes an activity once, however often it is delivered", async () => {
      const tries = await Promise.all(Array.from({ length: 8 }, () => store.inbox.accept("k1", { text: "hej" }, NOW)));
      expect(tries.filter((isNew) => isNew)).toHaveLength(1);
      expect(await store.inbox.claim(NOW, "w", 10, MINUTE)).toEqual([
        { key: "k1", activity: { text: "hej" }, received: NOW, attempts: 1, reason: null },
      ]);
      await store.inbox.finish("k1", "w", NOW);
      expect(await store.inbox.accept("k1", { text: "hej" }, NOW)).toBe(false);
      expect(await store.inbox.claim(later(NOW, 10 * MINUTE), "w", 10, MINUTE)).toEqual([]);
    });

    it("gives a turn that was cut off to another once the lease has run out", async () => {
      await store.inbox.accept("k2", { text: "\u0000 \ud83d" }, NOW, { worker: "dead", leaseMs: MINUTE });
      expect(await store.inbox.claim(later(NOW, MINUTE - 1), "w", 10, MINUTE)).toEqual([]);
      expect(await store.inbox.claim(later(NOW, MINUTE), "w", 10, MINUTE)).toMatchObject([
        { key: "k2", activity: { text: "\uFFFD \uFFFD" }, attempts: 2 },
      ]);
      // Its dead worker was only frozen: what it says now is not heard.
      await store.inbox.finish("k2", "dead", NOW);
      await store.inbox.fail("k2", "dead", "too late", NOW, null);
      expect(await store.inbox.claim(later(NOW, 2 * MINUTE), "w", 10, MINUTE)).toMatchObject([{ key: "k2" }]);
      await store.inbox.finish("k2", "w", NOW);
    });

    it("is held on to by the one who works on it, and by nobody else", async () => {
      await store.inbox.accept("k5", {}, NOW, { worker: "slow", leaseMs: MINUTE });
      expect(await store.inbox.renew(["k5"], "another", later(NOW, 9 * MINUTE))).toEqual([]);
      expect(await store.inbox.renew(["k5"], "slow", later(NOW, 2 * MINUTE))).toEqual(["k5"]);
      expect(await store.inbox.claim(later(NOW, MINUTE), "w", 10, MINUTE)).toEqual([]);
      expect(await store.inbox.claim(later(NOW, 2 * MINUTE), "w", 10, MINUTE)).toMatchObject([{ key: "k5" }]);
      await store.inbox.renew(["k5"], "slow", later(NOW, 9 * MINUTE));
      expect(await store.inbox.claim(later(NOW, 3 * MINUTE), "w", 10, MINUTE)).toMatchObject([{ key: "k5" }]);
      await store.inbox.finish("k5", "w", later(NOW, 4 * MINUTE));
    });

    it("tries a failed turn again at its time, and gives up when told to", async () => {
      await store.inbox.accept("k3", {}, NOW, { worker: "w", leaseMs: MINUTE });
      await store.inbox.fail("k3", "w", "database away", NOW, later(NOW, MINUTE));
      expect(await store.inbox.claim(later(NOW, MINUTE - 1), "w", 10, MINUTE)).toEqual([]);
      expect(await store.inbox.claim(later(NOW, MINUTE), "w", 10, MINUTE)).toHaveLength(1);
      await store.inbox.fail("k3", "w", "no use", NOW, null);
      expect(await store.inbox.claim(later(NOW, 99 * MINUTE), "w", 10, MINUTE)).toEqual([]);
    });

    it("forgets what has ended", async () => {
      await store.inbox.accept("k4", {}, NOW);
      expect(await store.inbox.forget(later(NOW, 1))).toBe(3);
      expect(await store.inbox.accept("k4", {}, NOW)).toBe(false);
      expect(await store.inbox.accept("k1", {}, NOW)).toBe(true);
    });
  });
}
