// A clock that a test moves by hand.
import type { Clock } from "../../src/lib/clock.ts";
import { type Instant, parseInstant } from "../../src/lib/time.ts";

export interface FakeClock extends Clock {
  /** To a moment, `2026-11-18T07:30:00+01:00` or an instant; also backwards. */
  moveTo(to: string | Instant): void;
  advance(ms: number): void;
}

export function fakeClock(start: string): FakeClock {
  let now = instantOf(start);
  return {
    now: () => now,
    moveTo(to) {
      now = typeof to === "string" ? instantOf(to) : to;
    },
    advance(ms) {
      now = (now + ms) as Instant;
    },
  };
}

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`Not a time: ${text}`);
  return instant;
}
