import type { Instant } from "./time.ts";

/** What time it is. The only way anything learns it. */
export interface Clock {
  now(): Instant;
}

export const realClock: Clock = { now: () => Date.now() as Instant };

/** A clock that always shows `instant`, for one command or one test. */
export function stoppedAt(instant: Instant): Clock {
  return { now: () => instant };
}
