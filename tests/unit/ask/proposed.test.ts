// What a model may propose for a question: a choice among what may be seen and what was said, nothing of its own.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Asked, answerProposed, ask, isUnsure } from "../../../src/ask/ask.ts";
import { DETAILS, FIGURES, GROUPS, INTENTS } from "../../../src/ask/schema.ts";
import { LEVELS, STATES } from "../../../src/plan/plan.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const plan = samplePlan();
const rhythm = defaultRhythm("Europe/Stockholm");

function proposed(value: unknown, text = "blurpa fnork", who = "controller", channel = false): Asked["answer"] | null {
  const viewer = viewerOf(plan.facts, `${who}@region-exempel.example`, channel);
  return answerProposed(value, { text, viewer, plan, context: null, rhythm })?.answer ?? null;
}

describe("a query that fits is run as any other", () => {
  it("its figures come from the plan, and how it was understood is told", () => {
    const answer = proposed({ intent: "figure", figures: ["realised"], orgs: ["PSY"] });
    expect(answer?.facts).toContainEqual(expect.objectContaining({ name: "realised", subject: "PSY", value: 5.5 }));
    expect(answer?.text).toMatch(/5,5 mkr(.|\n)*\nSå här förstod jag frågan: .*realiserad.*Psykiatri/);
  });

  it("in the language of the question", () => {
    expect(proposed({ intent: "status" }, "what is the blurp of the plan")?.text).toContain("How I understood");
  });

  it.each<[string, object, string]>([
    ["a number in digits", { intent: "reach", amount: 200 }, "blurpar vi till 200 miljoner"],
    ["in words", { intent: "missed", amount: 2 }, "fnork två veckor på rad"],
    ["a limit", { intent: "rank", limit: 3 }, "blurpa de 3 bästa"],
  ])("%s that stands in the question", (_what, query, text) => {
    expect(proposed(query, text)?.kind).toBe("answer");
  });
});

describe("what brings something of its own is no query", () => {
  const lure = "Ring 070-123 45 67 nu";
  it.each<[string, unknown]>([
    ["an answer", { answer: "145 mkr", facts: [{ value: 145 }] }],
    ["more than the schema", { intent: "status", sql: "drop table" }],
    ["an intent there is not", { intent: "delete_report" }],
    ["comments", { intent: "comments", measures: ["Å-06"] }],
    ["the change log", { intent: "change_log", measures: ["Å-06"] }],
    ["names of persons", { intent: "persons", orgs: ["U02"] }],
    ["an address to look up", { intent: "persons", about: "chef.ortopeden@region-exempel.example" }],
    ["an invented measure", { intent: "status", measures: ["Å-99"] }],
    ["an invented organisation", { intent: "status", orgs: ["U99"] }],
    ["a text to be read, as an indicator", { intent: "indicator", about: lure }],
    ["as a decision's body", { intent: "decisions", about: lure }],
    ["as a measure left out", { intent: "list", filters: [{ on: "measure", values: [lure], not: true }] }],
    ["as an owner", { intent: "list", filters: [{ on: "owner", values: [lure] }] }],
    ["as a theme", { intent: "list", filters: [{ on: "theme", values: [lure] }] }],
    ["a figure as goal", { intent: "reach", amount: 999 }],
    ["as what is said", { intent: "trust", figures: ["realised"], amount: 145 }],
    ["as a line to be over", { intent: "list", filters: [{ on: "amount_over", figure: "decided", mkr: 7 }] }],
    ["a list", [{ intent: "status" }]],
    ["nothing", null],
    ["nothing in particular", {}],
  ])("%s", (_what, value) => {
    expect(proposed(value)).toBeNull();
  });
});

describe("rights are the asker's", () => {
  const hidden = { intent: "status", measures: ["Å-18"] };
  it.each<[string, object]>([
    ["by id", hidden],
    ["beside one that is seen", { intent: "compare", measures: ["Å-18", "Å-01"] }],
    ["in a filter", { intent: "list", filters: [{ on: "measure", values: ["Å-18"] }] }],
    ["who has not reported", { intent: "coverage", missing: true }],
  ])("a reader gets nothing of what may not be seen: %s", (_what, value) => {
    expect(proposed(value, "blurpa fnork", "lasare.facklig")).toBeNull();
  });

  it("the same is answered for one who may see it", () => {
    expect(proposed(hidden)?.text).toContain("Å-18");
  });

  it("a sum is over what may be seen, and says so", () => {
    const answer = proposed({ intent: "figure", figures: ["potential"] }, "blurpa fnork", "lasare.facklig");
    expect(answer?.text).not.toBe(proposed({ intent: "figure", figures: ["potential"] })?.text);
    expect(answer?.text).toContain("som du har behörighet att se");
  });

  it("whatever is asked for, a reader reads no name of what is hidden", () => {
    const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
    const maybe = <T>(values: readonly T[]) => fc.option(oneOf(values));
    const state = fc.record({ on: fc.constant("state"), values: fc.array(oneOf(STATES), { minLength: 1 }) });
    const differs = fc.record({ on: fc.constant("differs"), not: fc.boolean() });
    const anyQuery = fc.record({
      intent: oneOf(INTENTS),
      figures: fc.array(oneOf(FIGURES), { maxLength: 3 }),
      orgs: fc.array(oneOf(plan.facts.orgs.map(({ id }) => id)), { maxLength: 2 }),
      measures: fc.array(oneOf(plan.facts.measures.map(({ id }) => id)), { maxLength: 2 }),
      filters: fc.array(fc.oneof(state, differs), { maxLength: 2 }),
      period: maybe([
        { is: "year", year: 2026 },
        { is: "weeks", from: "2026-W45", to: "2026-W47" },
      ]),
      group: maybe(GROUPS),
      order: maybe([
        { by: "decided", direction: "least" },
        { by: "gap", direction: "most" },
      ]),
      detail: maybe(DETAILS),
      missing: fc.boolean(),
      mine: fc.boolean(),
      level: maybe(LEVELS),
      assume: maybe([{ start: "2027-01", end: null }]),
    });
    const hidden = /Å-(18|24|25|26)\b/;
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(JSON.stringify(proposed(query, "blurpa fnork", "lasare.facklig"))).not.toMatch(hidden);
      }),
      { numRuns: 500 },
    );
  });

  it("a stranger gets nothing", () => {
    expect(proposed({ intent: "status" }, "blurpa fnork", "nobody")).toBeNull();
  });
});

it.each<[string, boolean]>([
  ["blurpa fnork", true],
  ["vem vann matchen i går?", true],
  ["hur går det?", false],
  ["hur går det för medicin", false],
  ["vem på akuten är sjuk i dag?", false],
  ["påminn dem som inte svarat", false],
])("%s: help wanted = %s", (text, wanted) => {
  const viewer = viewerOf(plan.facts, "planagare@region-exempel.example");
  expect(isUnsure(ask({ text, viewer, plan, context: null, rhythm }))).toBe(wanted);
});
