import { describe, expect, it } from "vitest";
import { byDecided, measuresOfUnit, measuresOwnedUnder, reportingUnits } from "../../../src/plan/facts.ts";
import {
  administrationOf,
  ancestorsOf,
  boardOf,
  isUnder,
  orgOf,
  regionOf,
  subtreeOf,
  unitsUnder,
} from "../../../src/plan/organisation.ts";
import type { OrgId } from "../../../src/plan/plan.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const id = (text: string) => text as OrgId;

describe("a tree with skipped levels", () => {
  // A unit straight under a nämnd, one under an area, and a förvaltning that owns a measure itself.
  const facts = aPlan()
    .org("KIR", "area", "SJH")
    .unit("U1", "KIR")
    .unit("U2", "HSN")
    .unit("U3")
    .measure("M1", { owner: "U1" })
    .measure("M2", { owner: "U2" })
    .measure("M3", { owner: "SJH" })
    .takesPart("M3", "U3")
    .takesPart("M1", "U1")
    .facts();

  it.each([
    ["REG", ["M1", "M2", "M3"]],
    ["HSN", ["M1", "M2", "M3"]],
    ["SJH", ["M1", "M3"]],
    ["KIR", ["M1"]],
    ["U3", []],
    ["nowhere", []],
  ])("amounts of %s: %j", (org, measures) => {
    expect(measuresOwnedUnder(facts, id(org)).map((measure) => measure.id)).toEqual(measures);
  });

  it("finds the way up", () => {
    expect(ancestorsOf(facts, id("U1")).map((org) => org.id)).toEqual(["KIR", "SJH", "HSN", "REG"]);
    expect([administrationOf(facts, id("U1"))?.id, administrationOf(facts, id("U2"))]).toEqual(["SJH", null]);
    expect([boardOf(facts, id("U2"))?.id, boardOf(facts, id("REG"))]).toEqual(["HSN", null]);
    expect([isUnder(facts, id("U1"), id("SJH")), isUnder(facts, id("U2"), id("SJH"))]).toEqual([true, false]);
    expect([regionOf(facts)?.id, orgOf(facts, id("nowhere"))]).toEqual(["REG", null]);
  });

  it("finds the way down", () => {
    expect(unitsUnder(facts, id("HSN")).map((org) => org.id)).toEqual(["U1", "U2", "U3"]);
    expect([...subtreeOf(facts, id("SJH"))]).toEqual(["SJH", "KIR", "U3", "U1"]);
  });

  it("gives a unit its own measures and those it takes part in, each once", () => {
    expect(measuresOfUnit(facts, id("U1")).map(({ measure, own }) => [measure.id, own])).toEqual([["M1", true]]);
    expect(measuresOfUnit(facts, id("U3")).map(({ measure, own }) => [measure.id, own])).toEqual([["M3", false]]);
    expect(reportingUnits(facts)).toEqual(["SJH", "U1", "U2", "U3"]);
  });
});

it("never hangs on a cycle", () => {
  const facts = aPlan().org("A", "area", "B").org("B", "area", "A").org("C", "unit", "C").facts();
  expect(ancestorsOf(facts, id("A")).map((org) => org.id)).toEqual(["B"]);
  expect([...subtreeOf(facts, id("A"))]).toEqual(["A", "B"]);
  expect(ancestorsOf(facts, id("C"))).toEqual([]);
});

it("orders lists by decided effect, unknown last, then by id as people count", () => {
  const { measures } = aPlan()
    .unit("U1")
    .measure("Å-10", { owner: "U1", decided: 1 })
    .measure("Å-1", { owner: "U1" })
    .measure("Å-9", { owner: "U1", decided: 1 })
    .measure("Å-2", { owner: "U1", decided: 5 })
    .facts();
  expect([...measures].sort(byDecided).map((measure) => measure.id)).toEqual(["Å-2", "Å-9", "Å-10", "Å-1"]);
});
