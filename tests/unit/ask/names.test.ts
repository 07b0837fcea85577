import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask } from "../../../src/ask/ask.ts";
import { canonicalId } from "../../../src/ask/names/canonical-id.ts";
import { nameIndexOf } from "../../../src/ask/names/name-index.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { aPlan, type PlanBuilder } from "../../helpers/a-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");

function asked(builder: PlanBuilder, text: string) {
  const plan = builder.person("p@x.example", "plan_owner", "REG").at();
  return ask({ text, viewer: viewerOf(plan.facts, "p@x.example"), plan, context: null, rhythm }).answer;
}

const clinic = () =>
  aPlan()
    .unit("E1", "SJH", { name: "Njurmottagningen Öst", aliases: ["njuröst", "dialysen"] })
    .unit("E2", "SJH", { name: "Njurmottagningen Väst" })
    .unit("E3", "SJH", { name: "Centralköket" })
    .measure("M-07", { owner: "E1", title: "Minska svinnet av blodprodukter", aliases: ["blodsvinnet"] })
    .measure("M-08", { owner: "E2", title: "Samordna hemtransporter", aliases: ["bussarna", "turerna"] })
    .measure("M-09", { owner: "E3", title: "Nya kylskåp", aliases: ["turerna"] });

it("names are learned anew when one is given, not when something else is set", () => {
  const facts = clinic().facts();
  const known = nameIndexOf(facts);
  expect(nameIndexOf({ ...facts, deputies: [] })).toBe(known);
  expect(nameIndexOf({ ...facts, orgs: [...facts.orgs] })).not.toBe(known);
});

describe("the plan's own names", () => {
  it.each([
    ["Hur går det med M-07?", ["M-07"], []],
    ["m7 läget", ["M-07"], []],
    ["m 07", ["M-07"], []],
    ["läget för blodsvinnet", ["M-07"], []],
    ["hur går det med blodprodukterna", ["M-07"], []],
    ["blodsvinet?", ["M-07"], []],
    ["hur går det för dialysen", [], ["E1"]],
    ["läget på njurmottagningen öst", [], ["E1"]],
    ["hur går det på centralköke", [], ["E3"]],
    ["CENTRALKÖKETS LÄGE", [], ["E3"]],
    ["hur gar det for centralkoket", [], ["E3"]],
  ])("%s", (text, measures, orgs) => {
    const { kind, query } = asked(clinic(), text);
    expect({ kind, measures: query?.measures, orgs: query?.orgs }).toEqual({ kind: "answer", measures, orgs });
  });

  it("asks back when a name fits two, and never guesses", () => {
    expect(asked(clinic(), "hur går det på njurmottagningen").choices.map((choice) => choice.orgs[0])).toEqual([
      "E1",
      "E2",
    ]);
    expect(asked(clinic(), "hur går det med turerna").choices.map((choice) => choice.measures[0])).toEqual([
      "M-08",
      "M-09",
    ]);
  });

  it("says which word it does not know", () => {
    const answer = asked(clinic(), "Hur går det på neurologen?");
    expect(answer.kind).toBe("unknown");
    expect(answer.text).toContain("neurologen");
  });

  it("offers at most four", () => {
    const many = aPlan();
    for (let i = 0; i < 9; i++) many.unit(`E${i}`, "SJH", { name: `Hälsocentralen Plats${"abcdefghi"[i]}` });
    expect(asked(many, "hur går det på hälsocentralen").choices).toHaveLength(4);
  });
});

describe("ids", () => {
  it.each([
    ["Å-07", "å7"],
    ["Å-07", "A-007"],
    ["P12", "p 12"],
    ["UP-1", "up1"],
  ])("%s is %s", (one, other) => expect(canonicalId(one)).toBe(canonicalId(other)));

  it("numbers that differ stay apart", () => expect(canonicalId("Å-07")).not.toBe(canonicalId("Å-70")));
});

const letters = "abcdefghijklmnoprstuvyåäö";
const word = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 9, maxLength: 14 })
  .filter((text) => /[aeiouyåäö]/.test(text));

describe("a plan of random names", () => {
  it("finds every unit and measure by its own name", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 6, maxLength: 10, comparator: (a, b) => a.slice(0, 7) === b.slice(0, 7) }),
        (names) => {
          const builder = aPlan();
          for (const [i, name] of names.entries()) {
            if (i % 2 === 0) builder.unit(`E${i}`, "SJH", { name: `${name[0]?.toUpperCase()}${name.slice(1)}` });
          }
          for (const [i, name] of names.entries())
            if (i % 2 === 1) builder.measure(`M${i}`, { owner: `E${i - 1}`, title: `Ordna ${name}` });
          const plan = builder.person("p@x.example", "plan_owner", "REG").at();
          const viewer = viewerOf(plan.facts, "p@x.example");
          for (const [i, name] of names.entries()) {
            const text = i % 2 === 0 ? `Hur går det för ${name}?` : `Hur går det med ordna ${name}?`;
            const { query } = ask({ text, viewer, plan, context: null, rhythm }).answer;
            const found = i % 2 === 0 ? query?.orgs : query?.measures;
            expect(found, text).toEqual([i % 2 === 0 ? `E${i}` : `M${i}`]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
