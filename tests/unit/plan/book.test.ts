import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instant } from "../../../src/lib/time.ts";
import { createBook } from "../../../src/plan/book.ts";
import type { Email, MeasureId, OrgId, ReportLine, State } from "../../../src/plan/plan.ts";
import type { Week } from "../../../src/plan/week.ts";

const U1 = "U1" as OrgId;
const M1 = "M1" as MeasureId;
const at = (time: number) => time as Instant;
const week = (number: number) => `2026-W${String(number).padStart(2, "0")}` as Week;

function line(number: number, time: number, state: State = "on_track", unit = "U1", measure = "M1"): ReportLine {
  const who = { unit: unit as OrgId, measure: measure as MeasureId, by: "chef@example.org" as Email };
  const what = { state, cause: null, nextStep: null, doneBy: null, support: null, risks: [], comment: null };
  return { ...who, ...what, week: week(number), reportedAt: at(time), insteadOf: null, mode: "card" };
}

describe("a book", () => {
  const book = createBook({
    lines: [line(46, 100), line(47, 200, "deviation"), line(47, 300, "critical"), line(46, 250, "done", "U1", "M2")],
  });

  it.each<[string, number, State | null]>([
    ["before anything came", 50, null],
    ["before a correction", 299, "deviation"],
    ["after it", 300, "critical"],
  ])("knows what was in effect %s", (_name, now, state) => {
    expect(book.latest(U1, M1, week(47), at(now))?.state ?? null).toBe(state);
  });

  it("takes the latest week asked for, and only the asked one for a line", () => {
    expect(book.latest(U1, M1, week(52), at(999))?.week).toBe(week(47));
    expect(book.latest(U1, M1, week(46), at(999))?.week).toBe(week(46));
    expect(book.line(U1, M1, week(48), at(999))).toBeNull();
    expect(book.history(U1, M1, at(999)).map(({ state }) => state)).toEqual(["on_track", "critical"]);
  });

  it("knows a unit's report, its weeks and when the first answer came", () => {
    expect(book.report(U1, week(46), at(999)).map(({ measure }) => measure)).toEqual(["M1", "M2"]);
    expect(book.report(U1, week(46), at(200)).map(({ measure }) => measure)).toEqual(["M1"]);
    expect(book.weeks(U1, at(150))).toEqual([week(46)]);
    expect(book.receivedAt(U1, week(47), at(999))).toBe(200);
    expect(book.receivedAt(U1, week(47), at(199))).toBeNull();
    expect([book.firstWeek(at(999)), book.lastWeek(at(999)), book.lastWeek(at(50))]).toEqual([
      week(46),
      week(47),
      null,
    ]);
  });

  it("lets the later given win when two came at the same moment", () => {
    const same = createBook({ lines: [line(47, 200, "on_track"), line(47, 200, "critical")] });
    expect(same.line(U1, M1, week(47), at(200))?.state).toBe("critical");
  });

  it("puts a changed support request in the place of the one before", () => {
    const request = {
      id: "S-1",
      unit: U1,
      type: "hr",
      created: "2026-11-01",
      firstContact: null,
      result: null,
    } as const;
    const support = createBook({ support: [{ ...request, closed: null }] as never });
    support.putSupport([{ ...request, closed: "2026-11-05" }] as never);
    expect(support.support.map(({ closed }) => closed)).toEqual(["2026-11-05"]);
  });

  it("counts imported forecasts as always known, others from when they came", () => {
    const given = { measure: M1, given: "2026-10", year: 1 } as never as { measure: MeasureId };
    const forecasts = [
      { ...given, givenAt: null },
      { ...given, givenAt: 500 },
    ] as never;
    expect(createBook({ forecasts }).forecastsOf(M1, at(499))).toHaveLength(1);
    expect(createBook({ forecasts }).forecastsOf(M1, at(500))).toHaveLength(2);
  });
});

it("answers as a search through every line would, in whatever order they came", () => {
  const anyLine = fc
    .tuple(fc.integer({ min: 40, max: 45 }), fc.integer({ min: 0, max: 20 }), fc.constantFrom("U1", "U2"))
    .map(([number, time, unit]) => line(number, time, "on_track", unit));
  fc.assert(
    fc.property(
      fc.array(anyLine, { maxLength: 40 }),
      fc.integer({ min: 40, max: 46 }),
      fc.nat(21),
      (lines, asked, now) => {
        const book = createBook({ lines: lines.slice(0, 5) });
        book.addLines(lines.slice(5));
        let best: ReportLine | null = null;
        for (const each of lines) {
          if (each.unit !== U1 || each.week > week(asked) || each.reportedAt > now) continue;
          if (
            best === null ||
            each.week > best.week ||
            (each.week === best.week && each.reportedAt >= best.reportedAt)
          ) {
            best = each;
          }
        }
        expect(book.latest(U1, M1, week(asked), at(now))).toBe(best);
      },
    ),
  );
});
