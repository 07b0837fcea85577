import type { Clock } from "../lib/clock.ts";
import type { Instant } from "../lib/time.ts";

/** A clock that can be set. */
export interface MovableClock extends Clock {
  moveTo(instant: Instant): void;
}

/** Runs at the ordinary pace from where it was set, and can be moved forward, never back. */
export class DemoClock implements MovableClock {
  private shown: Instant;
  private setAt: number;

  constructor(start: Instant) {
    this.shown = start;
    this.setAt = performance.now();
  }

  now(): Instant {
    return (this.shown + Math.floor(performance.now() - this.setAt)) as Instant;
  }

  /** Moves to `instant`; an earlier one leaves the clock as it is. */
  moveTo(instant: Instant): void {
    this.shown = Math.max(instant, this.now()) as Instant;
    this.setAt = performance.now();
  }
}
