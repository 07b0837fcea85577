import { beforeAll, describe, expect, it } from "vitest";
import type { Taking } from "../../../src/store/memory/memory.ts";
import type { Store } from "../../../src/store/store.ts";
import { ANNA, later, MINUTE, WEDNESDAY } from "../rows.ts";

const NOW = WEDNESDAY;

function taking(given: Partial<Taking>): Taking {
  const keptUntil = later(NOW, 24 * 60 * MINUTE);
  return { person: ANNA, conversation: "c1", id: null, by: "turn", now: NOW, keptUntil, ...given };
}

export function memoryTests(opened: () => Store): void {
  describe("what the bot remembers", () => {
    let store: Store;
    beforeAll(() => {
      store = opened();
    });

    it("settings: each change replaces and is logged, null goes back to the default", async () => {
      await store.memory.saveSetting("cardDay", 3, ANNA, NOW);
      await store.memory.saveSetting("extraDaysOff", ["2026-12-07"], ANNA, NOW);
      await store.memory.saveSetting("cardDay", 2, ANNA, later(NOW, MINUTE));
      expect(await store.memory.settings()).toEqual({ cardDay: 2, extraDaysOff: ["2026-12-07"] });
      expect((await store.memory.listSettings())[0]).toEqual({
        key: "cardDay",
        value: 2,
        by: ANNA,
        at: later(NOW, MINUTE),
      });
      await store.memory.saveSetting("cardDay", null, ANNA, NOW);
      expect(await store.memory.settings()).toEqual({ extraDaysOff: ["2026-12-07"] });
      expect((await store.log.recent(5, "cardDay")).map(({ from, to }) => [from, to])).toEqual([
        [2, null],
        [3, 2],
        [null, 3],
      ]);
    });

    it("confirmations: two Ja at once do it once, and an old Ja does nothing", async () => {
      const kept = { id: "q1", action: { do: "remind", week: "2026-W47", units: [] } };
      await store.memory.saveConfirmation(ANNA, "c1", { id: "q0" }, later(NOW, MINUTE));
      await store.memory.saveConfirmation(ANNA, "c1", kept, later(NOW, MINUTE));
      expect(await store.memory.takeConfirmation(taking({ id: "q0", by: "button q0" }))).toBeNull();
      const taken = await Promise.all(
        Array.from({ length: 5 }, (_none, turn) => store.memory.takeConfirmation(taking({ by: `turn ${turn}` }))),
      );
      expect(taken.filter((each) => each !== null)).toEqual([kept]);
      await store.memory.saveConfirmation(ANNA, "c1", kept, later(NOW, MINUTE));
      expect(await store.memory.takeConfirmation(taking({ conversation: "another" }))).toBeNull();
      expect(await store.memory.takeConfirmation(taking({ now: later(NOW, MINUTE) }))).toBeNull();
    });

    it("confirmations: who has taken one gets it again, and not the next", async () => {
      const [first, next] = [
        { id: "q1", action: {} },
        { id: "q2", action: {} },
      ];
      const late = later(NOW, 99 * MINUTE);
      await store.memory.saveConfirmation(ANNA, "c2", first, later(NOW, MINUTE));
      expect(await store.memory.takeConfirmation(taking({ conversation: "c2" }))).toEqual(first);
      await store.memory.saveConfirmation(ANNA, "c2", next, later(late, MINUTE));
      expect(await store.memory.takeConfirmation(taking({ conversation: "c2", now: late }))).toEqual(first);
      expect(await store.memory.takeConfirmation(taking({ conversation: "c2", now: late, by: "x" }))).toEqual(next);
    });

    it("contexts: until they expire", async () => {
      await store.memory.saveContext("c1 anna", { about: "M1" }, later(NOW, 30 * MINUTE));
      expect(await store.memory.context("c1 anna", later(NOW, 30 * MINUTE - 1))).toEqual({ about: "M1" });
      expect(await store.memory.context("c1 anna", later(NOW, 30 * MINUTE))).toBeNull();
    });

    it("questions: without the person, and not for ever", async () => {
      const old = { at: NOW, text: "hur går det?", query: { kind: "status" }, verdict: "answered" };
      const fresh = { at: later(NOW, MINUTE), text: "åäö?", query: null, verdict: "not understood" };
      const talk = { key: "c1 anna", context: { about: "M2" }, expires: later(NOW, 30 * MINUTE) };
      await store.memory.saveTurn({ ...talk, question: old });
      await store.memory.saveTurn({ ...talk, question: fresh });
      expect(await store.memory.context("c1 anna", NOW)).toEqual({ about: "M2" });
      expect(await store.memory.questions(NOW, 10)).toEqual([fresh, old]);
      // One question and the context that has expired.
      expect(await store.memory.forget(later(NOW, 1), later(NOW, 31 * MINUTE))).toBe(2);
      expect(await store.memory.questions(NOW, 10)).toEqual([fresh]);
    });
  });
}
