import { it } from "vitest";
import { samplePlan } from "../helpers/sample-plan.ts";
import { cardPreview } from "../../src/collect/collect.ts";
import { defaultRhythm } from "../../src/plan/rhythm.ts";
import { reportingUnits } from "../../src/plan/facts.ts";
it("x", () => {
  const plan = samplePlan("2026-11-18T07:30:00+01:00");
  const r = defaultRhythm("Europe/Stockholm");
  for (let i=0;i<3;i++) { const t=Date.now(); let n=0;
  for (const u of reportingUnits(plan.facts)) { cardPreview(plan, r, u, "2026-W47" as never); n++; }
  console.log(n, Date.now()-t); }
});
