// The parts of the store that need no database.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IsoDate } from "../../src/lib/time.ts";
import type { MeasureId } from "../../src/plan/plan.ts";
import { layOver } from "../../src/store/plan/overlay.ts";
import { nextSupportId } from "../../src/store/plan/support.ts";
import { json, sql } from "../../src/store/sql/sql.ts";
import { aPlan } from "../helpers/a-plan.ts";

describe("a statement", () => {
  it("keeps values out of its text, and numbers on inside another", () => {
    const inner = sql`b = ${2} OR c = ${"x'; DROP"}`;
    expect(sql`SELECT a FROM t WHERE a = ${1} AND (${inner}) LIMIT ${9}`).toEqual({
      text: "SELECT a FROM t WHERE a = $1 AND (b = $2 OR c = $3) LIMIT $4",
      values: [1, 2, "x'; DROP", 9],
    });
  });

  it("holds text that PostgreSQL takes", () => {
    const { values } = sql`${"a\u0000b\ud800 \udc00🙂"}`;
    expect(values).toEqual(["a\uFFFDb\uFFFD \uFFFD🙂"]);
  });

  it("changes no JSON that PostgreSQL takes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(json(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it("gives JSON that PostgreSQL takes, whatever people paste", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.array(fc.string({ unit: "binary" }))), (value) => {
        expect(json({ ...value, "\u0000": "\ud800" })).not.toMatch(/\\u(0000|d[89a-f])/i);
      }),
    );
  });
});

describe("the next support id", () => {
  it.each([
    [[], "S-01"],
    [["S-10", "S-09", "S-02"], "S-11"],
    [["S-09"], "S-10"],
    [["S-99"], "S-100"],
    [["7", "6"], "8"],
    [["STÖD/2026-007", "S-10"], "STÖD/2026-008"],
    [["utan nummer", "B4"], "B5"],
    [["S-003", "S-12"], "S-013"],
    [["S-9007199254740993"], "S-9007199254740994"],
  ])("after %j is %s", (known, next) => {
    expect(nextSupportId(known)).toBe(next);
  });
});

describe("what is set in chat", () => {
  const facts = aPlan()
    .unit("U1")
    .measure("M1", { owner: "U1" })
    .prerequisite("M1", "no", { date: "2026-10-01" })
    .facts();
  const description = facts.prerequisites[0]?.description ?? "";
  const nothing = { aliases: [], marks: [], deputies: [] };
  const mark = (date: string) => ({
    measure: "M1" as MeasureId,
    description,
    met: "yes" as const,
    date: date as IsoDate,
  });

  it("leaves the very same facts when it is nothing", () => {
    expect(layOver(facts, nothing)).toBe(facts);
  });

  it("leaves the lists that it says nothing about", () => {
    const after = layOver(facts, { ...nothing, marks: [mark("2026-11-01")] });
    expect(after.prerequisites).not.toBe(facts.prerequisites);
    expect(after.measures).toBe(facts.measures);
    expect(after.orgs).toBe(facts.orgs);
  });

  it.each([
    ["2026-09-30", "no"],
    ["2026-10-01", "yes"],
    ["2026-11-01", "yes"],
  ])("a mark of %s against a file's 2026-10-01: met = %s", (date, met) => {
    expect(layOver(facts, { ...nothing, marks: [mark(date)] }).prerequisites[0]?.met).toBe(met);
  });

  it("adds an alias once, whatever its case", () => {
    const alias = (text: string) => ({ alias: text, measure: "M1" as MeasureId, org: null });
    const aliases = [alias("Övertid")];
    const once = layOver(facts, { ...nothing, aliases });
    const twice = layOver(once, { ...nothing, aliases: [alias("övertid")] });
    expect(once.measures[0]?.aliases).toEqual(["Övertid"]);
    expect(twice.measures[0]?.aliases).toEqual(["Övertid"]);
  });
});
