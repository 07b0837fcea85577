import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrgId } from "../../src/plan/plan.ts";
import type { Week } from "../../src/plan/week.ts";
import type { NewCard } from "../../src/store/collect/collect.ts";
import type { Store } from "../../src/store/store.ts";
import { aDatabase, DATABASE_KINDS, type TestDatabase } from "../helpers/a-database.ts";
import { ANNA, aMessage, anAnswer, aReport, at, BO, later, MINUTE, UNIT, WEDNESDAY, WEEK } from "./rows.ts";

function aCard(nonce: string, more: Partial<NewCard> = {}): NewCard {
  return { nonce, unit: UNIT, week: WEEK, person: ANNA, insteadOf: null, renews: null, at: WEDNESDAY, ...more };
}

describe.each(DATABASE_KINDS)("cards, %s", (kind) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await aDatabase(kind);
    store = await database.open();
  });
  afterAll(() => database.remove());

  it("are made once for a person, unit and week, whoever asks at once", async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, (_, n) => store.collect.openCard(aCard(`c-${n}`))));
    expect(new Set(opened.map((card) => card.nonce)).size).toBe(1);
    expect(await store.collect.listCards(UNIT, WEEK)).toEqual([opened[0]]);
    expect(await store.collect.findCard("unknown")).toBeNull();
  });

  it("keep the draft and the place where they stand", async () => {
    const unit = "U2" as OrgId;
    await store.collect.openCard(aCard("draft", { unit, insteadOf: BO }));
    await store.collect.saveDraft("draft", 2, { lines: ["å \u0000 \ud800"] });
    await store.collect.markPosted("draft", { conversation: "a:1", activity: "42" });
    const card = await store.collect.findOpenCard(unit, WEEK, ANNA);
    expect(card).toMatchObject({ step: 2, insteadOf: BO, conversation: "a:1", activity: "42", answered: null });
    expect(card?.draft).toEqual({ lines: ["å \uFFFD \uFFFD"] });
  });

  it("are all answered by the first answer; a change is one more card", async () => {
    const unit = "U3" as OrgId;
    await store.collect.openCard(aCard("u3-anna", { unit }));
    await store.collect.openCard(aCard("u3-bo", { unit, person: BO }));
    await store.collect.recordReport(aReport("u3-anna", { unit }));
    const cards = await store.collect.listCards(unit, WEEK);
    expect(cards.map((card) => card.answered)).toEqual([WEDNESDAY, WEDNESDAY]);
    expect(cards.map((card) => card.receipt)).toEqual([{ from: "u3-anna", support: [] }, null]);
    expect(await store.collect.findOpenCard(unit, WEEK, ANNA)).toBeNull();

    const change = aCard("u3-change", { unit, renews: "u3-anna", draft: { step: 1 } });
    const opened = [await store.collect.openCard(change), await store.collect.openCard({ ...change, nonce: "again" })];
    expect(opened.map((card) => card.nonce)).toEqual(["u3-change", "u3-change"]);
    expect(await store.collect.findOpenCard(unit, WEEK, ANNA)).toMatchObject({
      nonce: "u3-change",
      draft: { step: 1 },
    });
  });
});

describe.each(DATABASE_KINDS)("reports, %s", (kind) => {
  let database: TestDatabase;
  let store: Store;
  const week = (number: number): Week => `2026-W${number}` as Week;
  beforeAll(async () => {
    database = await aDatabase(kind);
    store = await database.open();
  });
  afterAll(() => database.remove());

  it("count once, however often the same submit comes", async () => {
    const report = aReport("twice", {
      week: week(41),
      lines: [anAnswer("M1", { state: "critical", support: "hr", risks: ["production"] }), anAnswer("M2")],
      support: ["hr", "hr"],
      alsoMessages: [aMessage({ kind: "notice", week: week(41) })],
    });
    const tries = await Promise.all(Array.from({ length: 6 }, () => store.collect.recordReport(report)));
    expect(tries.map((each) => each.outcome).sort()).toEqual(["recorded", ...Array(5).fill("repeated")]);
    const receipts = new Set(tries.map((each) => JSON.stringify(each.report.receipt)));
    expect([...receipts]).toEqual(['{"from":"twice","support":[{"id":"S-01","type":"hr","opened":true}]}']);
    expect(tries.map((each) => each.report)).toEqual(Array(6).fill(tries[0]?.report));
    expect(await store.outbox.byWeek(week(41))).toHaveLength(1);
    expect((await store.log.recent(10, `${UNIT} ${week(41)}`)).map((entry) => entry.what)).toEqual(["report.record"]);
  });

  it("of two chefs at once: the first counts, the other is kept", async () => {
    const [anna, bo] = await Promise.all([
      store.collect.recordReport(aReport("from-anna", { week: week(42) })),
      store.collect.recordReport(
        aReport("from-bo", { week: week(42), by: BO, lines: [anAnswer("M1", { state: "critical" })] }),
      ),
    ]);
    expect([anna.outcome, bo.outcome].sort()).toEqual(["already", "recorded"]);
    expect(anna.report).toEqual(bo.report);
    const kept = await store.collect.listSubmissions(UNIT, week(42));
    expect(kept).toHaveLength(1);
    expect(kept[0]?.nonce).not.toBe(anna.report.nonce);
    // The second one's double click gets the same answer, and is kept once.
    const second =
      anna.outcome === "already"
        ? aReport("from-anna", { week: week(42) })
        : aReport("from-bo", { week: week(42), by: BO });
    expect(await store.collect.recordReport(second)).toEqual({ outcome: "already", report: anna.report });
    expect(await store.collect.listSubmissions(UNIT, week(42))).toHaveLength(1);
  });

  it("are changed by a new version of the one it was made from", async () => {
    await store.collect.recordReport(aReport("v1", { week: week(43) }));
    const changed = await store.collect.recordReport(aReport("v2", { week: week(43), replaces: 1, insteadOf: BO }));
    const stale = await store.collect.recordReport(aReport("v2b", { week: week(43), replaces: 1 }));
    const latest = await store.collect.recordReport(aReport("v3", { week: week(43), replaces: "latest" }));
    expect(changed).toMatchObject({ outcome: "recorded", report: { version: 2, insteadOf: BO } });
    expect(stale).toMatchObject({ outcome: "already", report: { nonce: "v2" } });
    expect(latest).toMatchObject({ outcome: "recorded", report: { version: 3 } });
    expect(await store.collect.findReport(UNIT, week(43))).toEqual(latest.report);
  });

  it("do not open a support request that is open already", async () => {
    const first = await store.collect.recordReport(aReport("s1", { week: week(44), support: ["economy"] }));
    const second = await store.collect.recordReport(
      aReport("s2", { week: week(45), support: ["economy", "training"] }),
    );
    const id = first.report.support[0]?.id;
    expect(second.report.support.map(({ id: each, opened }) => [each === id, opened])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it("are a correction once the week's digest has been made", async () => {
    const asOf = at("2026-11-16T07:30");
    const digest = { week: week(46), asOf, snapshot: {}, card: {}, text: "…", by: "timetable", at: asOf };
    await store.collect.recordReport(aReport("before", { week: week(46), at: later(asOf, -MINUTE) }));
    await store.digests.save(digest);
    const after = await store.collect.recordReport(
      aReport("after", { week: week(46), at: later(asOf, MINUTE), replaces: "latest" }),
    );
    expect(after.report.correction).toBe(true);
    expect(await store.collect.listCorrections(week(46))).toEqual([after.report]);
  });

  it("write nothing at all when something in them can't be written", async () => {
    const bad = aReport("bad", {
      week: week(40),
      receipt: () => {
        throw new Error("no receipt");
      },
    });
    await expect(store.collect.recordReport(bad)).rejects.toThrow("no receipt");
    expect(await store.collect.findReport(UNIT, week(40))).toBeNull();
    expect((await store.collect.recordReport(aReport("bad", { week: week(40) }))).outcome).toBe("recorded");
  });
});
