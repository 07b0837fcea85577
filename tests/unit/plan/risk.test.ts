import { describe, expect, it } from "vitest";
import { mkr } from "../../../src/plan/amount.ts";
import type { MeasureId } from "../../../src/plan/plan.ts";
import { allDependantsOf, atRiskAmong, atRiskBehind, chainTo, dependantsOf, unmetOf } from "../../../src/plan/risk.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const M = (id: string) => id as MeasureId;

// D depends on B and C, both on A (a diamond); E on A, but that is met; F is lost; G has a prerequisite of its own.
const plan = aPlan()
  .unit("U1")
  .measure("A", { owner: "U1", decided: 1 })
  .measure("B", { owner: "U1", decided: 10 })
  .measure("C", { owner: "U1", decided: 20 })
  .measure("D", { owner: "U1", decided: 40 })
  .measure("E", { owner: "U1", decided: 80 })
  .measure("F", { owner: "U1", decided: 160, state: "paused" })
  .measure("G", { owner: "U1", decided: 320 })
  .measure("H", { owner: "U1" })
  .prerequisite("B", "no", { dependsOn: "A" })
  .prerequisite("C", "partly", { dependsOn: "A" })
  .prerequisite("D", "no", { dependsOn: "B" })
  .prerequisite("D", "no", { dependsOn: "C" })
  .prerequisite("E", "yes", { dependsOn: "A" })
  .prerequisite("F", "no", { dependsOn: "A" })
  .prerequisite("H", "no", { dependsOn: "F" })
  .prerequisite("G", "no")
  .at();

it("finds who depends on a measure, each once, in list order", () => {
  expect(dependantsOf(plan, M("A")).map(({ id }) => id)).toEqual(["F", "C", "B"]);
  expect(allDependantsOf(plan, M("A")).map(({ id }) => id)).toEqual(["F", "D", "C", "B", "H"]);
  expect(unmetOf(plan, M("E"))).toEqual([]);
});

describe("effect at risk", () => {
  const told = ({ sum, measures }: ReturnType<typeof atRiskBehind>) => [
    sum.amount === null ? null : mkr(sum.amount),
    sum.unknown,
    measures.map(({ id }) => id),
  ];

  it.each<[string, number | null, number, string[]]>([
    ["A", 70, 1, ["D", "C", "B", "H"]],
    ["C", 60, 0, ["D", "C"]],
    ["G", 320, 0, ["G"]],
    ["E", null, 0, []],
    ["nowhere", null, 0, []],
  ])("behind %s: %s mkr – a diamond once, the lost not, its own when unmet", (id, amount, unknown, measures) => {
    expect(told(atRiskBehind(plan, M(id)))).toEqual([amount, unknown, measures]);
  });

  it("among many is every measure with something unmet", () => {
    expect(told(atRiskAmong(plan, plan.facts.measures))).toEqual([390, 1, ["G", "D", "C", "B", "H"]]);
  });
});

it("explains how one comes to depend on another", () => {
  expect(chainTo(plan, M("D"), M("A"))).toEqual(["D", "B", "A"]);
  expect(chainTo(plan, M("E"), M("A"))).toEqual([]);
});

it("never hangs on a cycle", () => {
  const round = aPlan()
    .unit("U1")
    .measure("A", { owner: "U1", decided: 1 })
    .measure("B", { owner: "U1", decided: 2 })
    .prerequisite("A", "no", { dependsOn: "B" })
    .prerequisite("B", "no", { dependsOn: "A" })
    .prerequisite("A", "no", { dependsOn: "A" })
    .at();
  expect(atRiskBehind(round, M("A")).measures.map(({ id }) => id)).toEqual(["B", "A"]);
  expect(chainTo(round, M("A"), M("nowhere"))).toEqual([]);
});
