import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ladderOf } from "../../../src/plan/effect.ts";
import { effectsOf } from "../../../src/plan/effect-columns.ts";
import {
  assumptionsOf,
  decisionsOf,
  measureOf,
  measuresOfUnit,
  milestonesOf,
  participationsOf,
  prerequisitesOf,
  prerequisitesOn,
} from "../../../src/plan/facts.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { hiddenMeasures, restrict } from "../../../src/plan/restrict.ts";
import { type Viewer, viewerOf } from "../../../src/plan/rights.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const viewer = (plan: Plan, email: string, channel = false) => viewerOf(plan.facts, email, channel) as Viewer;

describe("what a reader is not shown", () => {
  const plan = aPlan()
    .unit("U1")
    .person("lasare@x.se", "reader", "REG")
    .person("agare@x.se", "plan_owner", "REG")
    .measure("secret", { owner: "U1", potential: 7 })
    .measure("open", { owner: "U1", potential: 2, decided: 2, replacedBy: "secret" as never })
    .takesPart("secret", "U1")
    .month("secret", "2026-01", { planned: 1 })
    .month("open", "2026-01", { planned: 1 })
    .forecast("secret", "2026-10", 5)
    .prerequisite("secret", "no")
    .prerequisite("open", "no", { dependsOn: "secret" })
    .assumption("secret", "uncertain")
    .milestone("secret", "2026-12-01")
    .decision("B1", "2026-05-01", ["secret"])
    .decision("B2", "2026-05-01", ["secret", "open"])
    .decision("B3", "2026-05-01", [])
    .report("U1", "secret", "2026-W47", "critical", { comment: "hemligt" })
    .report("U1", "open", "2026-W47", "on_track", { comment: "öppet", nextStep: "ring" })
    .at();
  const seen = restrict(plan, viewer(plan, "lasare@x.se"));

  it("leaves no row that hangs on a hidden measure", () => {
    expect(hiddenMeasures(plan, viewer(plan, "lasare@x.se"))).toEqual(["secret"]);
    expect(JSON.stringify({ facts: seen.facts, lines: seen.book.lines, forecasts: seen.book.forecasts })).not.toMatch(
      /secret|hemligt/,
    );
    expect(seen.facts.decisions.map(({ id, measures }) => [id, measures])).toEqual([
      ["B2", ["open"]],
      ["B3", []],
    ]);
    expect(seen.facts.prerequisites).toHaveLength(1);
  });

  it("is not found by any way into the facts, and what may be seen is the very row of the plan", () => {
    const [secret, open] = plan.facts.measures.map(({ id }) => id) as [never, never];
    const { facts } = seen;
    for (const rowsOf of [participationsOf, prerequisitesOf, assumptionsOf, milestonesOf, decisionsOf])
      expect(rowsOf(facts, secret), rowsOf.name).toEqual([]);
    expect(prerequisitesOn(facts, secret)).toEqual([]);
    expect(measureOf(facts, secret)).toBeNull();
    expect(measureOf(facts, open)?.replacedBy).toBeNull();
    expect(prerequisitesOf(facts, open)).toMatchObject([{ measure: "open", dependsOn: null }]);
    expect(decisionsOf(facts, open)).toMatchObject([{ id: "B2", measures: ["open"] }]);
    expect(measuresOfUnit(facts, "U1" as never).map(({ measure }) => measure.id)).toEqual(["open"]);
    expect(effectsOf(facts, secret).months).toEqual([]);
    expect(effectsOf(facts, open)).toBe(effectsOf(plan.facts, open));
  });

  it("is not found by any way into the book", () => {
    const [secret] = plan.facts.measures.map(({ id }) => id) as [never];
    const { book, now } = seen;
    expect(book.line("U1" as never, secret, "2026-W47" as never, now)).toBeNull();
    expect(book.latest("U1" as never, secret, "2026-W47" as never, now)).toBeNull();
    expect(book.history("U1" as never, secret, now)).toEqual([]);
    expect(book.forecastsOf(secret, now)).toEqual([]);
    expect(book.report("U1" as never, "2026-W47" as never, now).map(({ measure }) => measure)).toEqual(["open"]);
    expect(book.weeks("U1" as never, now)).toEqual(["2026-W47"]);
  });

  it("is comments and next steps, while the rest of the line stands", () => {
    const line = seen.book.latest("U1" as never, "open" as never, "2026-W47" as never, seen.now);
    expect(line).toMatchObject({ state: "on_track", comment: null, nextStep: null });
    const owner = restrict(plan, viewer(plan, "agare@x.se"));
    expect(owner.book.latest("U1" as never, "open" as never, "2026-W47" as never, owner.now)?.comment).toBe("öppet");
    expect(owner.facts).toBe(plan.facts);
  });

  it("costs nothing the second time", () => {
    expect(restrict(plan, viewer(plan, "lasare@x.se")).facts).toBe(seen.facts);
  });

  it("follows the state: a decided end makes it open", () => {
    const done = aPlan()
      .unit("U1")
      .person("lasare@x.se", "reader", "REG")
      .measure("M1", { owner: "U1", potential: 7 })
      .report("U1", "M1", "2026-W46", "done")
      .at();
    expect(hiddenMeasures(done, viewer(done, "lasare@x.se"))).toEqual([]);
  });
});

describe("on the sample plan", () => {
  const plan = samplePlan();
  const people = [...new Set(plan.facts.persons.map(({ email }) => email))];

  it("never shows anyone more than there is, and a channel never more than the person", () => {
    fc.assert(
      fc.property(fc.constantFrom(...people), (email) => {
        const own = restrict(plan, viewer(plan, email));
        const inChannel = restrict(plan, viewer(plan, email, true));
        expect(plan.facts.measures.map(({ id }) => id)).toEqual(
          expect.arrayContaining(own.facts.measures.map(({ id }) => id)),
        );
        expect(own.facts.measures.length).toBeGreaterThanOrEqual(inChannel.facts.measures.length);
        expect(inChannel.book.lines.filter(({ comment, nextStep }) => comment !== null || nextStep !== null)).toEqual(
          [],
        );
        // What is decided, and what has come of it, is the same for everyone.
        const whole = ladderOf(plan, plan.facts.measures);
        const told = ladderOf(own, own.facts.measures);
        expect([told.decided.amount, told.realised.amount]).toEqual([whole.decided.amount, whole.realised.amount]);
      }),
    );
  });

  it.each([
    ["lasare.facklig", ["Å-18", "Å-24", "Å-25", "Å-26"]],
    ["ledning.vard", []],
    ["controller", []],
  ])("%s is not shown %j", (name, hidden) => {
    expect(hiddenMeasures(plan, viewer(plan, `${name}@region-exempel.example`))).toEqual(hidden);
  });
});
