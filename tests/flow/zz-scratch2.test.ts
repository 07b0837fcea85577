import { it } from "vitest";
import { samplePlan } from "../helpers/sample-plan.ts";
import { cardPreview } from "../../src/collect/collect.ts";
import { defaultRhythm } from "../../src/plan/rhythm.ts";
import { monthQuestionsOf } from "../../src/plan/month-questions.ts";
import { reportingUnits } from "../../src/plan/facts.ts";
import { cardTexts, inputsOf } from "../helpers/fake-teams/read-card.ts";
it("x", () => {
  const plan = samplePlan("2026-11-18T07:30:00+01:00");
  const r = defaultRhythm("Europe/Stockholm");
  const out: string[] = [];
  for (const u of reportingUnits(plan.facts)) {
    const q = monthQuestionsOf(plan, u, "2026-W47" as never, null);
    const card = cardPreview(plan, r, u, "2026-W47" as never)!;
    const texts = cardTexts(card.card!);
    out.push(`${u} month:${q.map(x=>x.measure.id)} inget nytt:${texts.some(t=>/Inget nytt/.test(t))} lines ${inputsOf(card.card!).map(i=>i.id+"="+i.value).join(" ")}`);
  }
  console.log(out.join("\n"));
  console.log(cardTexts(cardPreview(plan, r, "U16" as never, "2026-W47" as never)!.card!).join("\n"));
});
