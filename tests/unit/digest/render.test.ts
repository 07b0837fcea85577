import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestText, renderDigest, renderWithdrawn } from "../../../src/digest/render.ts";
import { readSnapshot } from "../../../src/digest/schema.ts";
import type { DigestSnapshot } from "../../../src/digest/snapshot.ts";
import { coverageOf } from "../../../src/plan/coverage.ts";
import { ladderOf } from "../../../src/plan/effect.ts";
import { stateIn } from "../../../src/plan/status.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";
import { aDigest, MONDAY } from "./a-digest.ts";

const STATES = ["on_track", "deviation", "critical", "paused", "done"] as const;
const Row = fc.record({
  title: fc.string({ unit: "grapheme", maxLength: 200 }),
  decided: fc.option(fc.integer({ min: 0, max: 900 })),
  planned: fc.option(fc.integer({ min: 0, max: 90 })),
  realised: fc.option(fc.integer({ min: 0, max: 90 })),
  state: fc.constantFrom(...STATES),
  before: fc.option(fc.constantFrom(...STATES)),
  asks: fc.option(fc.constantFrom("hr", "manager_decision")),
  milestone: fc.boolean(),
});
const Plans = fc.array(Row, { maxLength: 12 }).map((rows) => {
  const plan = aPlan();
  for (const [index, row] of rows.entries()) {
    const [unit, id] = [`U${index}`, `M${index}`];
    plan.unit(unit).measure(id, { owner: unit, title: row.title, decided: row.decided });
    plan.month(id, "2026-10", { planned: row.planned, realised: row.realised });
    if (row.before) plan.report(unit, id, "2026-W46", row.before);
    plan.report(unit, id, "2026-W47", row.state, { support: row.asks as "hr" | null, comment: "hemlig kommentar" });
    if (row.milestone) plan.milestone(id, "2026-11-30", null, row.title);
  }
  return plan.at(MONDAY);
});

describe("any plan", () => {
  it("every figure of its digest is the one the plan gives", () => {
    fc.assert(
      fc.property(Plans, (plan) => {
        const { effect, coverage, states } = aDigest(plan);
        const ladder = ladderOf(plan, plan.facts.measures);
        expect(effect).toMatchObject({
          realised: ladder.realised.amount,
          planned: ladder.planned.amount,
          rate: ladder.rate.percent,
          forecast: ladder.forecast.amount,
          plannedYear: ladder.plannedYear.amount,
          decided: ladder.decided.amount,
          potential: ladder.potential.amount,
          uncounted: ladder.potential.unknown,
        });
        const told = coverageOf(plan, "2026-W47" as never);
        expect([coverage.expected, coverage.received]).toEqual([told.expected.length, told.received.length]);
        for (const measure of plan.facts.measures) {
          expect(states[measure.id]).toBe(stateIn(plan, measure, "2026-W47" as never));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("its kept digest renders again byte for byte, small enough, with nothing left to fill and no free text", () => {
    fc.assert(
      fc.property(Plans, fc.constantFrom("sv", "en"), (plan, lang) => {
        const snapshot = aDigest(plan);
        const once = JSON.stringify(renderDigest(snapshot, lang));
        const kept = readSnapshot(JSON.parse(JSON.stringify(snapshot))) as DigestSnapshot;
        expect(JSON.stringify(renderDigest(kept, lang))).toBe(once);
        expect(once).not.toContain("hemlig kommentar");
        expect(once).not.toContain("undefined");
      }),
      { numRuns: 60 },
    );
  });
});

describe("a digest as a person meets it", () => {
  const snapshot = aDigest(samplePlan(MONDAY));
  const text = digestText(snapshot, "sv");

  it("has the nine points in order", () => {
    const points = [
      "Omställningsplanen v. 47 · 26 av 31 enheter har rapporterat (84 %)",
      "145,0 av planerade 176,8 mkr (82 %)",
      "Behöver beslut eller hjälp",
      "Ändrat sedan förra veckan",
      "Bemanning och produktion",
      "4 öppna ärenden, äldst 9 dagar",
      "Närsjukvården 2 · Psykiatrin 1 · Ambulans, diagnostik och hälsa 2",
      "Kommande 14 dagar",
      "Ekonomi t.o.m. oktober, bemanning t.o.m. v. 46",
    ].map((point) => plain(text).indexOf(point));
    expect(points).not.toContain(-1);
    expect(points).toEqual([...points].sort((a, b) => a - b));
  });

  it("names no person and tells no comment or next step", () => {
    const plan = samplePlan(MONDAY);
    const shown = JSON.stringify(renderDigest(snapshot, "sv"));
    for (const { name, email } of plan.facts.persons) {
      expect(shown).not.toContain(name);
      expect(shown).not.toContain(email);
    }
    for (const line of plan.book.lines) {
      for (const free of [line.comment, line.nextStep]) if (free) expect(shown).not.toContain(free);
    }
  });

  it("tells no läge by colour alone, and the curve in words for those who can't see it", () => {
    const card = renderDigest(snapshot, "sv").card as { body: { type: string; fallback?: object; columns?: object }[] };
    const rows = card.body.filter((part) => part.type === "ColumnSet").map((part) => JSON.stringify(part.columns));
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toMatch(/"■".*Kritisk/);
    const chart = card.body.find((part) => part.type === "Chart.Line");
    const words = plain(JSON.stringify(chart?.fallback));
    expect(words).toContain("planerad 176,8 · realiserad 145,0");
    expect(words).toContain("planerad 229,6 · prognos 189,3");
  });

  it("has four buttons, each opening a dialog of its own about this week", () => {
    const { actions } = renderDigest(snapshot, "sv").card as unknown as { actions: { title: string; data: object }[] };
    expect(actions.map((action) => action.title)).toEqual([
      "Visa alla åtgärder",
      "Per förvaltning",
      "Underlag till månadsuppföljning",
      "Fråga boten",
    ]);
    expect(actions.map((action) => action.data)).toEqual(
      ["measures", "administrations", "brief", "ask"].map((which) => ({
        msteams: { type: "task/fetch" },
        verb: "digest_dialog",
        which,
        week: "2026-W47",
        page: 1,
      })),
    );
  });

  it("says when it is a preview, a corrected one, or withdrawn", () => {
    expect(digestText(snapshot, "sv", { preview: true })).toContain("Förhandsvisning");
    expect(digestText(snapshot, "sv", { version: 2 })).toContain("version 2");
    expect(renderWithdrawn(snapshot, "sv").text).toContain("tillbakadragen");
  });

  it("of another form is not read", () => {
    expect(readSnapshot({ ...snapshot, form: 2 })).toBeNull();
    expect(readSnapshot("nonsense")).toBeNull();
  });
});

describe("a plan a hundred times the size, with the worst of names", () => {
  it("stays one screen, under 60 KB", () => {
    const plan = aPlan();
    const awful = "*[_`<>~|&@".repeat(60);
    for (let org = 0; org < 40; org++) plan.org(`F${org}`, "administration", "HSN", { name: `${org}${awful}` });
    for (let index = 0; index < 1500; index++) {
      const unit = `U${index}`;
      plan.unit(unit, `F${index % 40}`).measure(`${awful}${index}`, { owner: unit, title: awful, decided: index });
      plan.report(unit, `${awful}${index}`, "2026-W46", "on_track");
      if (index % 3 > 0) plan.report(unit, `${awful}${index}`, "2026-W47", "critical");
      plan.milestone(`${awful}${index}`, "2026-11-25", null, awful);
    }
    const { card } = renderDigest(aDigest(plan.at(MONDAY)), "sv");
    expect(JSON.stringify(card).length * 2).toBeLessThan(60 * 1024);
  });
});

/** No-break spaces read as spaces. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
