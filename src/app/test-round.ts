// "Kör utskicket som test": the asker, and nobody else, sees what the week's card looks like.
import { cardPreview } from "../collect/collect.ts";
import { owes } from "../plan/coverage.ts";
import { reportingUnits } from "../plan/facts.ts";
import { weekBeingReported } from "../plan/rhythm.ts";
import { maySteer } from "../plan/rights.ts";
import type { Replies } from "../teams/teams.ts";
import type { Doing } from "./present.ts";
import { WORDS } from "./words.ts";
import { rhythmNow } from "./world.ts";

export async function showTestRound({ office, plan, viewer }: Doing): Promise<Replies> {
  const words = WORDS[viewer.lang];
  if (!maySteer(plan.facts, viewer)) return [{ do: "say", content: { text: words.notYours, card: null } }];
  const rhythm = await rhythmNow(office.world);
  const week = weekBeingReported(plan.now, rhythm);
  const unit = reportingUnits(plan.facts).find((id) => owes(plan, id, week));
  const preview = unit ? cardPreview(plan, rhythm, unit, week) : null;
  if (!preview) return [{ do: "say", content: { text: words.noTestCard, card: null } }];
  return [
    { do: "say", content: { text: words.testRound, card: null } },
    { do: "say", content: preview },
  ];
}
