import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { IsoDate } from "../../src/lib/time.ts";
import type { Email } from "../../src/plan/plan.ts";
import type { Week } from "../../src/plan/week.ts";
import type { StoredOccurrence } from "../../src/store/occurrences/occurrences.ts";
import type { Store } from "../../src/store/store.ts";
import { aDatabase, DATABASE_KINDS, type TestDatabase } from "../helpers/a-database.ts";
import { aMessage, anOccurrence, at, later, MINUTE, WEDNESDAY, WEEK } from "./rows.ts";

describe.each(DATABASE_KINDS)("occurrences, %s", (kind) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await aDatabase(kind);
    store = await database.open();
  });
  afterAll(() => database.remove());
  // Each test has its own weeks; what it leaves must not be due in another's.
  beforeEach(async () => {
    await store.occurrences.ensure([], { from: at("2026-01-01T00:00"), to: at("2030-01-01T00:00") });
  });

  it("are written once and follow changed settings until they are begun", async () => {
    const week = "2026-W40" as Week;
    const wednesday = anOccurrence({ week, localDate: "2026-09-30" as IsoDate, due: at("2026-09-30T07:30") });
    const tuesday = { ...wednesday, localDate: "2026-09-29" as IsoDate, due: at("2026-09-29T08:00") };
    expect(await store.occurrences.ensure([wednesday])).toBe(1);
    expect(await store.occurrences.ensure([wednesday])).toBe(0);
    expect(await store.occurrences.ensure([tuesday])).toBe(1);
    expect(await store.occurrences.find("collect", week)).toMatchObject({ ...tuesday, state: "waiting" });
    expect(await store.occurrences.nextDue()).toBe(tuesday.due);

    const claimed = await store.occurrences.claimDue(tuesday.due, "w1", MINUTE);
    await store.occurrences.finish(claimed?.id ?? 0, "w1", {
      state: "done",
      reason: null,
      messages: [],
      at: tuesday.due,
    });
    expect(await store.occurrences.ensure([wednesday])).toBe(0);
    expect(await store.occurrences.claimDue(later(wednesday.due, MINUTE), "w1", MINUTE)).toBeNull();
  });

  it("go away with the day that was marked off", async () => {
    const off = anOccurrence({ schedule: "remind1", week: "2026-W41" as Week });
    const stays = anOccurrence({ schedule: "digest", week: "2026-W41" as Week });
    await store.occurrences.ensure([off, stays]);
    const window = { from: WEDNESDAY, to: later(WEDNESDAY, MINUTE) };
    expect(await store.occurrences.ensure([stays], window)).toBe(1);
    expect(await store.occurrences.find("remind1", off.week)).toBeNull();
    expect(await store.occurrences.find("digest", off.week)).toMatchObject({ state: "waiting" });
  });

  it("are claimed by one worker each, earliest first, however many come at once", async () => {
    const list = Array.from({ length: 12 }, (_, n) =>
      anOccurrence({ week: `2027-W${n + 10}` as Week, due: later(WEDNESDAY, n * MINUTE) }),
    );
    await store.occurrences.ensure(list);
    const now = later(WEDNESDAY, 100 * MINUTE);
    const workers = Array.from({ length: 6 }, (_, n) => `worker-${n}`);
    const claims = await Promise.all(workers.map((worker) => claimAll(store, worker, now)));
    const ids = claims.flat().map((each) => each.id);
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(12);
    for (const own of claims) expect(own.map((each) => each.due)).toEqual(own.map((each) => each.due).sort());
  });

  it("can be taken over when the lease has run out, and only then", async () => {
    await store.occurrences.ensure([anOccurrence({ week: "2026-W44" as Week })]);
    const first = await store.occurrences.claimDue(WEDNESDAY, "dead", MINUTE);
    const id = first?.id ?? 0;
    expect(await store.occurrences.claimDue(later(WEDNESDAY, MINUTE - 1), "alive", MINUTE)).toBeNull();
    const second = await store.occurrences.claimDue(later(WEDNESDAY, MINUTE), "alive", MINUTE);
    expect(second).toMatchObject({ id, attempts: 2 });

    const result = {
      state: "done",
      reason: null,
      messages: [aMessage({ week: "2026-W44" as Week })],
      at: WEDNESDAY,
    } as const;
    expect(await store.occurrences.renew(id, "dead", WEDNESDAY, MINUTE)).toBe(false);
    expect(await store.occurrences.finish(id, "dead", result)).toBe(false);
    expect(await store.outbox.byWeek("2026-W44" as Week)).toEqual([]);
    expect(await store.occurrences.finish(id, "alive", result)).toBe(true);
    expect(await store.occurrences.finish(id, "alive", result)).toBe(false);
    expect(await store.outbox.byWeek("2026-W44" as Week)).toHaveLength(1);
  });

  it("write messages and digest in the same transaction, each message once", async () => {
    const week = "2026-W45" as Week;
    await store.occurrences.ensure([anOccurrence({ schedule: "digest", week })]);
    const claimed = await store.occurrences.claimDue(WEDNESDAY, "w", MINUTE);
    const people = Array.from({ length: 2_500 }, (_, n) => `chef${n}@exempel.se` as Email);
    const messages = [...people, ...people].map((person) => aMessage({ week, to: { person }, about: { missed: 2 } }));
    const digest = {
      week,
      asOf: WEDNESDAY,
      snapshot: { b: 1, a: 2 },
      card: {},
      text: "t",
      by: "timetable",
      at: WEDNESDAY,
    };
    const done = { state: "done", reason: "klart", messages, digest, at: WEDNESDAY } as const;
    expect(await store.occurrences.finish(claimed?.id ?? 0, "w", done)).toBe(true);
    const rows = await store.outbox.byWeek(week);
    expect(rows).toHaveLength(2_500);
    expect(rows[0]).toMatchObject({ ...messages[0], state: "queued", cause: `occurrence:${claimed?.id}` });
    expect(await store.digests.find(week)).toMatchObject({ version: 1, snapshot: { b: 1, a: 2 } });
    expect(await store.occurrences.find("digest", week)).toMatchObject({
      state: "done",
      reason: "klart",
      finished: WEDNESDAY,
    });
  });

  it("tell which weeks were done and which skipped", async () => {
    const weeks = ["2026-W10", "2026-W11", "2026-W12"] as Week[];
    for (const [index, state] of (["done", "skipped"] as const).entries()) {
      const due = later(WEDNESDAY, -1000 * MINUTE);
      await store.occurrences.ensure([anOccurrence({ schedule: "remind2", week: weeks[index] as Week, due })]);
      const claimed = await store.occurrences.claimDue(due, "w", MINUTE);
      await store.occurrences.finish(claimed?.id ?? 0, "w", { state, reason: null, messages: [], at: due });
    }
    expect(await store.occurrences.ended("remind2")).toEqual([
      { week: weeks[0], state: "done" },
      { week: weeks[1], state: "skipped" },
    ]);
  });

  it("come back at once when they are released", async () => {
    await store.occurrences.ensure([anOccurrence({ week: WEEK })]);
    const claimed = await store.occurrences.claimDue(WEDNESDAY, "w1", MINUTE);
    await store.occurrences.release(claimed?.id ?? 0, "w1");
    expect(await store.occurrences.claimDue(WEDNESDAY, "w2", MINUTE)).toMatchObject({ id: claimed?.id });
    expect((await store.occurrences.recent(50)).map((each) => each.due)).toContain(WEDNESDAY);
    expect(await store.occurrences.lastEnsured()).toBe(later(WEDNESDAY, 11 * MINUTE));
  });
});

async function claimAll(store: Store, worker: string, now: typeof WEDNESDAY): Promise<StoredOccurrence[]> {
  const own: StoredOccurrence[] = [];
  for (;;) {
    const claimed = await store.occurrences.claimDue(now, worker, MINUTE);
    if (!claimed) return own;
    own.push(claimed);
  }
}
