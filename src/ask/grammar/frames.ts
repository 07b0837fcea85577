// Pure. The frames in the order they are tried: the more particular question first.
import type { PlanFacts } from "../../plan/plan.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { compareFrame, levelFrame, rankFrame } from "./frames-compare.ts";
import { decisionFrame, milestoneFrame, upcomingFrame } from "./frames-decisions.ts";
import { dependsFrame } from "./frames-depends.ts";
import { detailFrame } from "./frames-detail.ts";
import { figureFrame, statusFrame } from "./frames-effect.ts";
import { needFrame } from "./frames-goal.ts";
import { indicatorFrame } from "./frames-indicator.ts";
import { bareFrame, countFrame, groupFrame, listFrame, underFrame } from "./frames-list.ts";
import { changesFrame, sinceFrame, whyFrame } from "./frames-measure.ts";
import { monthFrame } from "./frames-month.ts";
import { orgsWithFrame } from "./frames-orgs.ts";
import { partFrame } from "./frames-part.ts";
import { personFrame } from "./frames-people.ts";
import { commentFrame, coverageFrame } from "./frames-reports.ts";
import { shareFrame } from "./frames-share.ts";
import { staffingFrame } from "./frames-staffing.ts";
import { supportFrame } from "./frames-support.ts";
import { dataFrame, definitionFrame, legalFrame, talkFrame } from "./frames-talk.ts";
import type { Heard } from "./heard.ts";

type Frame = (heard: Heard, facts: PlanFacts) => Draft | null;

const FRAMES: readonly Frame[] = [
  talkFrame,
  legalFrame,
  definitionFrame,
  dataFrame,
  sinceFrame,
  commentFrame,
  coverageFrame,
  milestoneFrame,
  supportFrame,
  decisionFrame,
  partFrame,
  needFrame,
  dependsFrame,
  whyFrame,
  changesFrame,
  personFrame,
  detailFrame,
  bareFrame,
  underFrame,
  indicatorFrame,
  compareFrame,
  staffingFrame,
  levelFrame,
  orgsWithFrame,
  monthFrame,
  rankFrame,
  shareFrame,
  groupFrame,
  countFrame,
  upcomingFrame,
  listFrame,
  figureFrame,
  statusFrame,
];

export function draftOf(heard: Heard, facts: PlanFacts): Draft | null {
  if (asksWhereToPark(heard)) return null;
  for (const frame of FRAMES) {
    const draft = frame(heard, facts);
    if (draft) return draft;
  }
  return null;
}

// "Var kan jag parkera?": cars, and no measure, though what is parked is paused.
function asksWhereToPark({ typed }: Heard): boolean {
  return says(typed, "(var|where) (kan|får|ska|can|may|do) (jag|man|vi|i|we|one|you) (parkera|park)");
}
