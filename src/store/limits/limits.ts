// Types of the group `limits`: how fast the bot may speak, shared by all replicas.
import type { Instant } from "../../lib/time.ts";

/** At most `capacity` at once, filled at `capacity` per `perMs`. */
export interface LimitRule {
  readonly capacity: number;
  readonly perMs: number;
}

export interface LimitStore {
  /**
   * Reserves `cost` and returns how many ms to wait before using it (0: now). When that would be more than `maxWaitMs`
   * nothing is reserved, and the wait is returned all the same: come back then. What goes beyond a rule's capacity is
   * to be spread by the caller: one token's time apart.
   */
  take(key: string, cost: number, now: Instant, rules: readonly LimitRule[], maxWaitMs?: number): Promise<number>;
  /** 1 of each key's, in one statement; the waits in the same order. A key that stands there twice waits for two. */
  takeEach(
    keys: readonly string[],
    now: Instant,
    rules: readonly LimitRule[],
    maxWaitMs?: number,
  ): Promise<readonly number[]>;
  /** Nothing on `key` before `until` (429 with `Retry-After`); never shortens a pause. */
  pause(key: string, until: Instant): Promise<void>;
  /** Removes buckets that have been full since before. Returns rows. */
  forget(before: Instant): Promise<number>;
}
