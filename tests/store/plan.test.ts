import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IsoDate } from "../../src/lib/time.ts";
import { sekFromMkr } from "../../src/plan/amount.ts";
import type { MeasureId } from "../../src/plan/plan.ts";
import type { Month, Week } from "../../src/plan/week.ts";
import type { CollectedRows, VersionMeta } from "../../src/store/plan/plan.ts";
import type { Store } from "../../src/store/store.ts";
import { aDatabase, DATABASE_KINDS, type TestDatabase } from "../helpers/a-database.ts";
import { aPlan } from "../helpers/a-plan.ts";
import { ANNA, aLine, aMessage, aReport, BO, later, UNIT, UNWRITABLE, WEDNESDAY, WEEK } from "./rows.ts";

const NO_ROWS: CollectedRows = { lines: [], forecasts: [], support: [] };
const META: VersionMeta = { by: ANNA, source: "plan.xlsx", hash: "abc", changes: [], at: WEDNESDAY };
const facts = aPlan()
  .unit("U1")
  .measure("M1", { owner: "U1", decided: 12.5 })
  .months("M1", "2026-01", "2026-03", { planned: 1, realised: null })
  .prerequisite("M1", "no", { date: "2026-10-01" })
  .deputy(ANNA, BO, "2026-12-01", "2026-12-31")
  .facts();

describe.each(DATABASE_KINDS)("the plan in force, %s", (kind) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await aDatabase(kind);
    store = await database.open();
  });
  afterAll(() => database.remove());

  it("is nothing before the first import", async () => {
    expect(await store.plan.current()).toBeNull();
    expect(await store.plan.factsOf(1)).toBeNull();
  });

  it("comes back as it was saved, with what was collected", async () => {
    const lines = [
      aLine("M1", { comment: 'Rad\u2028två "citat" 🙂', risks: ["production"], doneBy: "2026-12-24" as IsoDate }),
      aLine("M1", { state: "critical" }),
    ];
    const forecast = { measure: "M1" as MeasureId, given: "2026-10" as Month, year: sekFromMkr(9.5), givenAt: null };
    const saved = await store.plan.saveVersion(0, facts, { lines, forecasts: [forecast], support: [] }, META);
    const plan = await store.plan.current();
    expect(saved).toEqual({ outcome: "saved", version: 1 });
    expect(plan?.version).toBe(1);
    expect(plan?.facts).toEqual(facts);
    expect(plan?.book.lines).toEqual(lines);
    expect(plan?.book.forecasts).toEqual([forecast]);
  });

  it("gives the same objects until something has changed", async () => {
    const first = await store.plan.current();
    expect(await store.plan.current()).toBe(first);
    await store.collect.recordReport(aReport("n-1"));
    const second = await store.plan.current();
    expect(second?.facts).toBe(first?.facts);
    expect(second?.book.lines).toHaveLength(3);
  });

  it("is all or nothing when somebody else was first", async () => {
    const before = (await store.plan.current())?.book.lines.length;
    const saved = await store.plan.saveVersion(0, facts, { ...NO_ROWS, lines: [aLine("M1")] }, META);
    expect(saved).toEqual({ outcome: "moved", version: 1 });
    expect((await store.plan.current())?.book.lines).toHaveLength(before ?? -1);
    expect(await store.plan.versions()).toEqual([{ version: 1, ...META }]);
  });

  it("lets one of many simultaneous imports win", async () => {
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => store.plan.saveVersion(1, facts, NO_ROWS, { ...META, hash: "def" })),
    );
    expect(tries.filter((saved) => saved.outcome === "saved")).toEqual([{ outcome: "saved", version: 2 }]);
  });

  it("bears aliases, prerequisites and deputies that were set in chat", async () => {
    const description = facts.prerequisites[0]?.description ?? "";
    const met = { measure: "M1" as MeasureId, description, met: "yes", date: "2026-11-01" as IsoDate } as const;
    const period = { email: ANNA, deputy: BO, from: "2026-11-20" as IsoDate, to: "2026-11-27" as IsoDate };
    await store.plan.addAlias({ alias: "jouren", measure: "M1" as MeasureId, org: null }, ANNA, WEDNESDAY);
    await store.plan.markPrerequisite(met, ANNA, WEDNESDAY);
    await store.plan.setDeputy(period, ANNA, WEDNESDAY);
    const plan = await store.plan.current();
    expect(plan?.facts.measures[0]?.aliases).toContain("jouren");
    expect(plan?.facts.prerequisites[0]).toMatchObject({ met: "yes", date: "2026-11-01" });
    expect(plan?.facts.deputies).toEqual([period, ...facts.deputies]);
    expect(await store.plan.factsOf(2)).toEqual(facts);
  });

  it("lets a deputy period take the place of one it overlaps, and an alias go", async () => {
    const period = { email: ANNA, deputy: BO, from: "2026-11-25" as IsoDate, to: "2026-11-30" as IsoDate };
    await store.plan.setDeputy(period, ANNA, WEDNESDAY);
    await store.plan.removeAlias({ alias: "jouren", measure: "M1" as MeasureId, org: null }, ANNA, WEDNESDAY);
    expect(await store.plan.deputies()).toEqual([period]);
    expect(await store.plan.aliases()).toEqual([]);
    expect((await store.plan.current())?.facts.measures[0]?.aliases).toEqual([]);
  });

  it("continues the plan's own numbers for support requests", async () => {
    const given = {
      id: "S-10",
      unit: UNIT,
      type: "hr",
      created: "2026-11-01",
      firstContact: null,
      closed: null,
      result: null,
    };
    const support = [given] as unknown as CollectedRows["support"];
    await store.plan.saveVersion(2, facts, { ...NO_ROWS, support }, META);
    const request = { unit: UNIT, type: "economy", created: "2026-11-18" as IsoDate } as const;
    const opened = await store.plan.requestSupport(request, ANNA, WEDNESDAY);
    const changed = await store.plan.updateSupport(
      opened.id,
      { closed: "2026-11-20" as IsoDate, result: "Klart" },
      BO,
      WEDNESDAY,
    );
    expect(opened).toEqual({ id: "S-11", ...request, firstContact: null, closed: null, result: null });
    expect(changed).toEqual({ ...opened, closed: "2026-11-20", result: "Klart" });
    expect(await store.plan.updateSupport("S-99", {}, BO, WEDNESDAY)).toBeNull();
    expect((await store.plan.current())?.book.support).toEqual([given, changed]);
  });

  it("writes a support request, its change or a deputy together with what is said about it, or neither", async () => {
    const request = { unit: UNIT, type: "hr", created: "2026-11-18" as IsoDate } as const;
    const week = "2026-W02" as Week;
    const told = aMessage({ kind: "notice", week });
    const closed = { closed: "2026-11-20" as IsoDate };
    await store.plan.updateSupport("S-10", closed, BO, WEDNESDAY);
    await expect(store.plan.requestSupport(request, ANNA, WEDNESDAY, [UNWRITABLE])).rejects.toThrow();
    const opened = await store.plan.requestSupport(request, ANNA, WEDNESDAY, [told]);
    expect(await store.plan.requestSupport(request, BO, WEDNESDAY, [told])).toEqual(opened);
    await expect(store.plan.updateSupport(opened.id, closed, BO, WEDNESDAY, [UNWRITABLE])).rejects.toThrow();
    await store.plan.updateSupport(opened.id, closed, BO, WEDNESDAY, [told]);
    const days = { from: "2026-01-05" as IsoDate, to: "2026-01-09" as IsoDate };
    const period = { email: ANNA, deputy: BO, ...days };
    const before = await store.plan.deputies();
    await expect(store.plan.setDeputy(period, ANNA, WEDNESDAY, [UNWRITABLE])).rejects.toThrow();
    expect(await store.plan.deputies()).toEqual(before);
    await store.plan.setDeputy(period, ANNA, WEDNESDAY, [aMessage({ week, to: { person: BO } })]);
    expect((await store.outbox.byWeek(week)).map(({ cause }) => cause)).toEqual([
      `support:${opened.id}`,
      `support:${opened.id}:closed`,
      `deputy:${UNIT}:${week}:${BO}`,
    ]);
  });

  it("is the same for another process that opens it, and after its writing", async () => {
    if (kind === "embedded") return;
    const other = await database.open();
    const mine = await store.plan.current();
    const theirs = await other.plan.current();
    const before = theirs?.book.lines.length ?? 0;
    expect(theirs?.facts).toEqual(mine?.facts);
    expect(theirs?.book.lines).toEqual(mine?.book.lines);
    await other.collect.recordReport(aReport("n-2", { replaces: "latest" }));
    await other.plan.addAlias({ alias: "nätter", measure: "M1" as MeasureId, org: null }, BO, WEDNESDAY);
    const seen = await store.plan.current();
    expect(seen?.book.lines).toHaveLength(before + 1);
    expect(seen?.book.report(UNIT, WEEK, WEDNESDAY)).toHaveLength(1);
    expect(seen?.facts.measures[0]?.aliases).toEqual(["nätter"]);
    expect((await other.plan.current())?.book.lines).toEqual(seen?.book.lines);
  });

  it("sees its own write, however many ask meanwhile", async () => {
    for (let turn = 1; turn <= 10; turn++) {
      const before = (await store.plan.current())?.book.lines.length ?? 0;
      const asking = Array.from({ length: 5 }, () => store.plan.current());
      await store.collect.recordReport(aReport(`busy-${turn}`, { replaces: "latest" }));
      expect((await store.plan.current())?.book.lines).toHaveLength(before + 1);
      await Promise.all(asking);
    }
  });

  it("lets go of imported lines dated after a moment, in every process that has them in memory", async () => {
    const week = "2026-W48" as Week;
    const [early, late] = [later(WEDNESDAY, -1), later(WEDNESDAY, 1)].map((reportedAt) =>
      aLine("M1", { week, reportedAt }),
    );
    if (!early || !late) throw new Error("two lines");
    const version = (await store.plan.current())?.version ?? 0;
    await store.plan.saveVersion(version, facts, { ...NO_ROWS, lines: [early, late] }, META);
    await store.collect.recordReport(aReport("own", { week, at: late.reportedAt }));
    const other = kind === "server" ? await database.open() : store;
    const lines = async (of: Store) => (await of.plan.current())?.book.lines.filter((line) => line.week === week);
    expect(await lines(other)).toHaveLength(3);
    expect(await store.plan.dropImportedAfter(UNIT, week, WEDNESDAY)).toBe(1);
    expect(await lines(store)).toEqual([early, { ...late, mode: "card" }]);
    expect(await lines(other)).toEqual(await lines(store));
    expect(await store.plan.dropImportedAfter(UNIT, week, WEDNESDAY)).toBe(0);
  });
});
