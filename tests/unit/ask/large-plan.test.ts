// What is said of a plan too large to be told in full.
import { expect, it } from "vitest";
import { ask } from "../../../src/ask/ask.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { aPlan } from "../../helpers/a-plan.ts";

const builder = aPlan().unit("U1").person("agare@x.se", "plan_owner", "REG");
for (let number = 2; number <= 50; number++)
  builder
    .unit(`U${number}`, "SJH", { name: `Enhet ${number}` })
    .staffing(`U${number}`, "2026-W46", 4, { fte: 9, target: 9, lastYear: 10 })
    .production(`U${number}`, "2026-W46", 4, { outcome: 8, plan: 9, lastYear: 10 });
for (let number = 1; number <= 25; number++)
  builder
    .measure(`Å-${number}`, { owner: "U1", decided: number })
    .report("U1", `Å-${number}`, "2026-W47", "deviation", { cause: "vacancy" });
const plan = builder.at();

function asked(text: string) {
  const viewer = viewerOf(plan.facts, "agare@x.se");
  return ask({ text, viewer, plan, context: null, rhythm: defaultRhythm("Europe/Stockholm") }).answer;
}

it("causes name the twenty largest measures, and hold all, largest first", () => {
  const { text, measures } = asked("vilka orsaker är vanligast");
  expect(text).toContain("Å-25, Å-24,");
  expect(text).toContain("Å-6, …");
  expect(text).not.toContain("Å-5,");
  expect(measures).toHaveLength(25);
  expect(measures.slice(0, 2)).toEqual(["Å-25", "Å-24"]);
});

it("units with a warning are named as far as anyone reads, and all held", () => {
  const { text, orgs } = asked("var minskar både bemanning och produktion");
  expect(text).toContain("• Enhet 41: ");
  expect(text).not.toContain("• Enhet 42: ");
  expect(orgs).toHaveLength(49);
});
