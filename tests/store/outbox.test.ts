import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "../../src/plan/message.ts";
import type { Email, OrgId } from "../../src/plan/plan.ts";
import type { Week } from "../../src/plan/week.ts";
import type { OutboxRow } from "../../src/store/outbox/outbox.ts";
import type { Store } from "../../src/store/store.ts";
import { aDatabase, DATABASE_KINDS, type TestDatabase } from "../helpers/a-database.ts";
import { ANNA, aMessage, BO, later, MINUTE, UNIT, WEDNESDAY, WEEK } from "./rows.ts";

const NOW = WEDNESDAY;

describe.each(DATABASE_KINDS)("the outbox, %s", (kind) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await aDatabase(kind);
    store = await database.open();
  });
  afterAll(() => database.remove());

  /** A row of its own week, claimed by `worker`. */
  async function claimed(worker: string, more: Partial<Message> = {}): Promise<OutboxRow> {
    await store.outbox.enqueue([aMessage(more)], `test:${worker}`, NOW);
    const [row] = await store.outbox.claim(NOW, worker, 1, MINUTE);
    if (!row) throw new Error("nothing to claim");
    return row;
  }

  it("takes the same message of the same cause once", async () => {
    const messages = [
      aMessage(),
      aMessage({ to: { person: BO } }),
      aMessage({ to: { channel: "management" }, unit: null }),
    ];
    expect(await store.outbox.enqueue(messages, "once", NOW)).toBe(3);
    expect(await store.outbox.enqueue(messages, "once", NOW)).toBe(0);
    expect(await store.outbox.enqueue(messages.slice(0, 1), "another cause", NOW)).toBe(1);
    const rows = await store.outbox.byWeek(WEEK);
    expect(rows.map(({ to, unit }) => [to, unit])).toEqual([
      [{ person: ANNA }, UNIT],
      [{ person: BO }, UNIT],
      [{ channel: "management" }, null],
      [{ person: ANNA }, UNIT],
    ]);
    expect(await store.outbox.cancelFor(UNIT, WEEK, "provat", NOW)).toBe(3);
    await emptied(store);
  });

  it("hands each row to one worker", async () => {
    const people = Array.from({ length: 100 }, (_, n) => `p${n}@exempel.se` as Email);
    await store.outbox.enqueue(
      people.map((person) => aMessage({ to: { person } })),
      "race",
      NOW,
    );
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, n) => store.outbox.claim(NOW, `w${n}`, 15, MINUTE)),
    );
    const ids = claims.flat().map((row) => row.id);
    expect(ids).toHaveLength(100);
    expect(new Set(ids).size).toBe(100);
    for (let n = 0; n < 10; n++) await store.outbox.release(`w${n}`);
    await emptied(store);
  });

  it("gives the digest before cards, cards before reminders, and nothing before its time", async () => {
    const kinds = ["reminder1", "card", "digest", "notice"] as const;
    const later1 = aMessage({ kind: "digest", due: later(NOW, MINUTE), unit: "U9" as OrgId });
    await store.outbox.enqueue([...kinds.map((kind) => aMessage({ kind })), later1], "order", NOW);
    expect((await store.outbox.claim(NOW, "w", 10, MINUTE)).map((row) => row.kind)).toEqual([
      "digest",
      "notice",
      "card",
      "reminder1",
    ]);
    expect(await store.outbox.nextAttempt()).toBe(later(NOW, MINUTE));
    await store.outbox.release("w");
    await emptied(store, later(NOW, MINUTE));
    expect(await store.outbox.nextAttempt()).toBeNull();
  });

  it("remembers how each row ended, for the worker that has it", async () => {
    const sent = await claimed("ends-1");
    await store.collect.openCard({
      nonce: "in-post",
      unit: UNIT,
      week: WEEK,
      person: ANNA,
      insteadOf: null,
      renews: null,
      at: NOW,
    });
    expect(await store.outbox.markSending(sent.id, "somebody else", NOW, MINUTE)).toBe(false);
    expect(await store.outbox.markSending(sent.id, "ends-1", NOW, MINUTE)).toBe(true);
    await store.outbox.recordFailed(sent.id, "somebody else", { code: "403", advice: "nej", at: NOW });
    await store.outbox.recordSent(sent.id, "ends-1", { conversation: "a:1", activity: "7", card: "in-post", at: NOW });
    expect(await store.outbox.find(sent.id)).toMatchObject({
      state: "sent",
      attempts: 1,
      conversation: "a:1",
      activity: "7",
    });
    expect(await store.collect.findCard("in-post")).toMatchObject({ conversation: "a:1", activity: "7" });

    const failed = await claimed("ends-2", { week: "2026-W30" as Week });
    await store.outbox.recordFailed(failed.id, "ends-2", { code: "403", advice: "Be hen installera appen.", at: NOW });
    const skipped = await claimed("ends-3", { week: "2026-W30" as Week });
    await store.outbox.recordSkipped(skipped.id, "ends-3", "Har redan svarat.", NOW);
    expect(
      (await store.outbox.byWeek("2026-W30" as Week)).map(({ state, code, reason }) => [state, code, reason]),
    ).toEqual([
      ["failed", "403", "Be hen installera appen."],
      ["skipped", null, "Har redan svarat."],
    ]);
    const failedTo = (person: Email, since = NOW) => store.outbox.failedTo([{ person }], since);
    expect((await failedTo(ANNA)).map((row) => row.id)).toEqual([failed.id]);
    expect(await failedTo(BO)).toEqual([]);
    expect(await failedTo(ANNA, later(NOW, 1))).toEqual([]);
    expect(await store.outbox.failedTo([{ channel: "management" }], NOW)).toEqual([]);
  });

  it("puts a row back for later", async () => {
    const row = await claimed("retry", { week: "2026-W31" as Week });
    await store.outbox.retryAt(row.id, "retry", later(NOW, 5 * MINUTE), "429");
    expect(await store.outbox.claim(later(NOW, 5 * MINUTE - 1), "w", 5, MINUTE)).toEqual([]);
    expect(await store.outbox.claim(later(NOW, 5 * MINUTE), "w", 5, MINUTE)).toMatchObject([
      { id: row.id, code: "429" },
    ]);
    await store.outbox.recordSkipped(row.id, "w", "", NOW);
  });

  it("never sends again what may have been sent", async () => {
    const begun = await claimed("cut-1", { week: "2026-W32" as Week });
    await store.outbox.markSending(begun.id, "cut-1", NOW, MINUTE);
    const idle = await claimed("cut-2", { week: "2026-W32" as Week });
    expect(await store.outbox.expire(later(NOW, MINUTE - 1))).toEqual({ requeued: 0, ambiguous: 0 });
    expect(await store.outbox.expire(later(NOW, MINUTE))).toEqual({ requeued: 1, ambiguous: 1 });
    expect((await store.outbox.claim(NOW, "w", 5, MINUTE)).map((row) => row.id)).toEqual([idle.id]);
    expect((await store.outbox.ambiguousFor(ANNA)).map((row) => row.id)).toEqual([begun.id]);
    await store.outbox.recordSkipped(idle.id, "w", "", NOW);

    expect(await store.outbox.settleAmbiguous(begun.id, { state: "sent", reason: "hen har svarat", at: NOW })).toBe(
      true,
    );
    expect(await store.outbox.settleAmbiguous(begun.id, { state: "failed", reason: "", at: NOW })).toBe(false);
    expect(await store.outbox.find(begun.id)).toMatchObject({ state: "sent", reason: "hen har svarat" });
  });

  it("takes the late word of a worker that was thought dead", async () => {
    const row = await claimed("slow", { week: "2026-W33" as Week });
    await store.outbox.markSending(row.id, "slow", NOW, MINUTE);
    await store.outbox.expire(later(NOW, MINUTE));
    await store.outbox.recordSent(row.id, "slow", { conversation: "a:1", activity: "9", at: NOW });
    expect(await store.outbox.find(row.id)).toMatchObject({ state: "sent", activity: "9" });
  });

  it("takes its late no, too, and only of what it has asked Teams about", async () => {
    const [one, two] = [await claimed("late-1", { week: "2026-W28" as Week }), await claimed("late-2")];
    for (const [row, worker] of [
      [one, "late-1"],
      [two, "late-2"],
    ] as const)
      await store.outbox.markSending(row.id, worker, NOW, MINUTE);
    await store.outbox.expire(later(NOW, MINUTE));
    await store.outbox.retryAt(one.id, "late-1", NOW, "503");
    expect(await store.outbox.find(one.id)).toMatchObject({ state: "ambiguous" });
    await store.outbox.retryAt(one.id, "late-1", later(NOW, MINUTE), "503", true);
    expect(await store.outbox.find(one.id)).toMatchObject({ state: "queued", code: "503" });
    const failed = { code: "403", advice: "", at: NOW };
    await store.outbox.recordFailed(two.id, "late-2", failed);
    expect(await store.outbox.find(two.id)).toMatchObject({ state: "ambiguous" });
    await store.outbox.recordFailed(two.id, "late-2", { ...failed, begun: true });
    expect(await store.outbox.find(two.id)).toMatchObject({ state: "failed", code: "403" });
    await emptied(store, later(NOW, MINUTE));
  });

  it("a slow worker's old claim takes nothing back that its new one is sending", async () => {
    const row = await claimed("twice", { week: "2026-W29" as Week });
    await store.outbox.markSending(row.id, "twice", NOW, MINUTE);
    await store.outbox.retryAt(row.id, "twice", NOW, null);
    expect(await store.outbox.find(row.id)).toMatchObject({ state: "sending" });
    await store.outbox.recordAmbiguous(row.id, "twice", "reset", NOW);
    await store.outbox.retryAt(row.id, "twice", NOW, null, true);
    expect(await store.outbox.find(row.id)).toMatchObject({ state: "ambiguous", code: "reset" });
    await store.outbox.settleAmbiguous(row.id, { state: "sent", reason: "", at: NOW });
  });

  it("counts reminders that have reached, or may have reached, a person", async () => {
    const week = "2026-W34" as Week;
    const first = await claimed("r1", { week, kind: "reminder1" });
    await store.outbox.recordSent(first.id, "r1", { conversation: "a", activity: "1", at: NOW });
    const second = await claimed("r2", { week, kind: "reminder2" });
    expect(await store.outbox.remindersTo(ANNA, week)).toBe(1);
    await store.outbox.markSending(second.id, "r2", NOW, MINUTE);
    await store.outbox.recordAmbiguous(second.id, "r2", "ECONNRESET", NOW);
    expect(await store.outbox.remindersTo(ANNA, week)).toBe(2);
    expect((await store.outbox.sentTo(ANNA))[0]?.id).toBe(first.id);
  });

  it("cancels what is not begun, of the kinds given", async () => {
    const week = "2026-W35" as Week;
    await store.outbox.enqueue([aMessage({ week }), aMessage({ week, kind: "reminder1" })], "cancel", NOW);
    expect(await store.outbox.cancelFor(UNIT, week, "Redan svarat", NOW, ["reminder1", "reminder2"])).toBe(1);
    expect((await store.outbox.byWeek(week)).map(({ kind, state }) => [kind, state])).toEqual([
      ["card", "queued"],
      ["reminder1", "skipped"],
    ]);
    expect(await store.outbox.countByState()).toMatchObject({ queued: 1, claimed: 0, sending: 0 });
  });
});

async function emptied(store: Store, now = NOW): Promise<void> {
  for (const row of await store.outbox.claim(now, "cleaner", 1_000, MINUTE)) {
    await store.outbox.recordSkipped(row.id, "cleaner", "", now);
  }
}
