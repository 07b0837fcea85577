import { beforeAll, describe, expect, it } from "vitest";
import type { Week } from "../../../src/plan/week.ts";
import type { Store } from "../../../src/store/store.ts";
import { ANNA, aMessage, later, MINUTE, UNWRITABLE, WEDNESDAY, WEEK } from "../rows.ts";

const NOW = WEDNESDAY;
const TEXT = "Omställningsplanen v. 47 \u00A0· 1\u00A0234,5 mkr · −3 %\n\t🙂 e\u0301";
const CARD = { z: 1, a: [{ type: "TextBlock", text: TEXT }], 10: "x", 9: "y" };

export function digestsTests(opened: () => Store): void {
  describe("digests", () => {
    let store: Store;
    beforeAll(() => {
      store = opened();
    });

    const digest = (week: Week) => ({
      week,
      asOf: NOW,
      snapshot: { b: null, a: 0.1 },
      card: CARD,
      text: TEXT,
      by: "timetable",
      at: NOW,
    });

    it("come back byte for byte", async () => {
      await store.digests.save(digest(WEEK));
      const found = await store.digests.find(WEEK);
      expect(found?.text).toBe(TEXT);
      expect(JSON.stringify(found?.card)).toBe(JSON.stringify(CARD));
      expect(JSON.stringify(found?.snapshot)).toBe('{"b":null,"a":0.1}');
    });

    it("are corrected by a new version; the old one stays", async () => {
      const second = await store.digests.save({ ...digest(WEEK), text: "rättad", by: ANNA });
      expect(second.version).toBe(2);
      expect((await store.digests.find(WEEK))?.text).toBe("rättad");
      expect((await store.digests.findVersion(WEEK, 1))?.text).toBe(TEXT);
    });

    it("and what shows them are written both or neither", async () => {
      const week = "2026-W39" as Week;
      const shows = aMessage({ kind: "correction", to: { channel: "management" }, unit: null, week });
      await expect(store.digests.save(digest(week), [UNWRITABLE])).rejects.toThrow();
      expect(await store.digests.find(week)).toBeNull();
      const { id } = await store.digests.save(digest(week), [shows]);
      await expect(store.digests.withdraw(id, ANNA, NOW, [UNWRITABLE])).rejects.toThrow();
      expect((await store.digests.find(week))?.withdrawn).toBeNull();
      await store.digests.withdraw(id, ANNA, NOW, [shows]);
      expect((await store.outbox.byWeek(week)).map(({ cause }) => cause)).toEqual([
        `digest:${week}:1`,
        `digest-withdrawn:${id}`,
      ]);
    });

    it("get a version each, however many are saved at once", async () => {
      const week = "2026-W40" as Week;
      const saved = await Promise.all(Array.from({ length: 5 }, () => store.digests.save(digest(week))));
      expect(saved.map((each) => each.version).sort()).toEqual([1, 2, 3, 4, 5]);
      for (const each of saved) await store.digests.withdraw(each.id, ANNA, NOW);
    });

    it("are withdrawn once, and the log says by whom", async () => {
      const week = "2026-W46" as Week;
      const { id } = await store.digests.save(digest(week));
      await store.outbox.enqueue([aMessage({ kind: "digest", week })], "posted", NOW);
      const [row] = await store.outbox.claim(NOW, "w", 1, MINUTE);
      const sent = { conversation: "19:c", activity: "5", digest: { week, version: 1 }, at: NOW };
      await store.outbox.recordSent(row?.id ?? 0, "w", sent);
      expect((await store.digests.findBefore(WEEK))?.id).toBe(id);
      expect(await store.digests.withdraw(id, ANNA, later(NOW, MINUTE))).toBe(true);
      expect(await store.digests.withdraw(id, ANNA, later(NOW, MINUTE))).toBe(false);
      expect(await store.digests.find(week)).toMatchObject({
        activity: "5",
        posted: NOW,
        withdrawn: { at: later(NOW, MINUTE), by: ANNA },
      });
      expect(await store.digests.findBefore(WEEK)).toBeNull();
      expect((await store.log.recent(1, week))[0]).toMatchObject({ who: ANNA, what: "digest.withdraw" });
      expect((await store.digests.recent(2)).map((each) => [each.week, each.version])).toEqual([
        [WEEK, 2],
        [WEEK, 1],
      ]);
    });
  });
}
