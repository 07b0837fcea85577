import { describe, expect, it } from "vitest";
import { decideCardFor, decideCards } from "../../../src/collect/collect.ts";
import type { OrgId, Plan } from "../../../src/plan/plan.ts";
import type { Week } from "../../../src/plan/week.ts";
import { aPlan, type PlanBuilder } from "../../helpers/a-plan.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const WEEK = "2026-W47" as Week;
const WEDNESDAY = "2026-11-18T07:30:00+01:00";

/** U1 with one active measure; `told` says the rest. */
function cardsOf(told: (plan: PlanBuilder) => PlanBuilder): string[] {
  const plan = told(aPlan().unit("U1").measure("M1", { owner: "U1" })).at(WEDNESDAY);
  return decideCards(plan, WEEK, plan.now).map(shown);
}

function shown(message: ReturnType<typeof decideCards>[number]): string {
  const to = "person" in message.to ? message.to.person : message.to.channel;
  const behalf = message.about.insteadOf ? ` for ${message.about.insteadOf}` : "";
  return `${message.kind} ${message.unit} → ${to}${behalf}`;
}

describe("who gets a card", () => {
  it.each<[string, (plan: PlanBuilder) => PlanBuilder, string[]]>([
    ["the unit's linjechef", (p) => p.person("a", "line_manager", "U1"), ["card U1 → a"]],
    [
      "every linjechef of the unit",
      (p) => p.person("a", "line_manager", "U1").person("b", "line_manager", "U1"),
      ["card U1 → a", "card U1 → b"],
    ],
    [
      "a chef with two units gets two",
      (p) => p.unit("U2").takesPart("M1", "U2").person("a", "line_manager", "U1").person("a", "line_manager", "U2"),
      ["card U1 → a", "card U2 → a"],
    ],
    [
      "the ersättare during an absence, both days included",
      (p) =>
        p.person("a", "line_manager", "U1").person("b", "reader", "REG").deputy("a", "b", "2026-11-18", "2026-11-18"),
      ["card U1 → b for a"],
    ],
    [
      "not the day before it begins",
      (p) =>
        p.person("a", "line_manager", "U1").person("b", "reader", "REG").deputy("a", "b", "2026-11-19", "2026-11-30"),
      ["card U1 → a"],
    ],
    [
      "a colleague who leads the unit too answers in the own name",
      (p) =>
        p
          .person("a", "line_manager", "U1")
          .person("b", "line_manager", "U1")
          .deputy("a", "b", "2026-11-16", "2026-11-20"),
      ["card U1 → b"],
    ],
    [
      "a deputy who is not in Personer can't answer: the chef keeps it",
      (p) => p.person("a", "line_manager", "U1").deputy("a", "gone", "2026-11-16", "2026-11-20"),
      ["card U1 → a"],
    ],
    ["without linjechef the nearest verksamhetschef", (p) => p.person("v", "area_manager", "SJH"), ["card U1 → v"]],
    [
      "without either the planägare is told",
      (p) => p.person("p", "plan_owner", "REG").person("f", "administration_manager", "SJH"),
      ["notice U1 → p"],
    ],
    ["without anybody nothing is sent", (p) => p, []],
    [
      "a unit without active measure gets none",
      (p) => p.unit("U2").measure("M2", { owner: "U2", state: "done" }).person("b", "line_manager", "U2"),
      [],
    ],
    [
      "Ej påbörjad from its start month is a line, but does not make a unit owe",
      (p) =>
        p
          .unit("U2")
          .measure("M2", { owner: "U2", state: "not_started", start: "2026-11" })
          .person("b", "line_manager", "U2"),
      [],
    ],
    [
      "a unit that has answered already gets none",
      (p) =>
        p.person("a", "line_manager", "U1").report("U1", "M1", WEEK, "on_track", { at: "2026-11-17T10:00:00+01:00" }),
      [],
    ],
  ])("%s", (_what, told, expected) => {
    expect(cardsOf(told)).toEqual(expected);
  });

  it("says why, and when", () => {
    const plan = samplePlan("2026-11-25T07:30:00+01:00");
    const [message] = decideCardFor(plan, "U02" as OrgId, "2026-W48" as Week, plan.now);
    expect(message).toMatchObject({ due: plan.now, week: "2026-W48", unit: "U02" });
    expect(message?.why).toBe("Ersättare för Peter Sandin, som är borta: svarar för Ortopedkliniken.");
  });

  it("one per unit of the sample plan in v. 47, and quickly for a plan a hundred times as large", () => {
    const plan = samplePlan(WEDNESDAY);
    expect(decideCards(plan, WEEK, plan.now)).toHaveLength(31);
    const large = largePlan(1500, 5000);
    const before = performance.now();
    expect(decideCards(large, WEEK, large.now)).toHaveLength(1500);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

function largePlan(units: number, measures: number): Plan {
  const builder = aPlan();
  for (let n = 0; n < units; n++) builder.unit(`U${n}`).person(`chef.${n}`, "line_manager", `U${n}`);
  for (let n = 0; n < measures; n++) builder.measure(`M${n}`, { owner: `U${n % units}` });
  return builder.at(WEDNESDAY);
}
