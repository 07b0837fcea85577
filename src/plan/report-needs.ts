// Pure. What a report line must carry beside its läge (rhythm.md, "The card", 4): the same for card and chat.
import type { ReportableState } from "./plan.ts";

export type Need = "cause" | "nextStep" | "doneBy";

export const NEXT_STEP_LEAST = 10;
export const NEXT_STEP_MOST = 200;

const NEEDS: Readonly<Record<ReportableState, readonly Need[]>> = {
  on_track: [],
  deviation: ["cause"],
  critical: ["cause", "nextStep", "doneBy"],
  paused: ["cause", "doneBy"],
  done: [],
};

export function needs(state: ReportableState, need: Need): boolean {
  return NEEDS[state].includes(need);
}

export function needsOf(state: ReportableState): readonly Need[] {
  return NEEDS[state];
}
