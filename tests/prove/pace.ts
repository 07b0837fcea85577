// The documented limits raised, so that a proof ends; everything else as it is.
import { DOCUMENTED_PACE, type Pace } from "../../src/jobs/limits.ts";

export function raisedPace(inFlight: number, appSpacingMs = 2): Pace {
  const conversation = DOCUMENTED_PACE.conversation.map(({ capacity, perMs }) => ({ capacity: capacity * 100, perMs }));
  return { appSpacingMs, conversation, inFlight };
}
