// Types of the group `inbox`: activities are stored before they are acknowledged, and worked afterwards.
import type { Instant } from "../../lib/time.ts";

export interface InboxItem {
  readonly key: string;
  readonly activity: unknown;
  readonly received: Instant;
  /** 1 the first time. */
  readonly attempts: number;
}

export interface Claim {
  readonly worker: string;
  readonly leaseMs: number;
}

export interface InboxStore {
  /**
   * True when `key` (activity id + conversation) is new. With `claim` the row is already held by the one who accepted it,
   * so the usual turn costs two statements: this and `finish`.
   */
  accept(key: string, activity: object, at: Instant, claim?: Claim): Promise<boolean>;
  /** What nobody works on: waiting, or left by a worker that was cut off. Oldest first. */
  claim(now: Instant, worker: string, limit: number, leaseMs: number): Promise<readonly InboxItem[]>;
  /** Prolongs what `worker` still works on; what another has taken over stays with that one. */
  renew(keys: readonly string[], worker: string, until: Instant): Promise<void>;
  /** The key is kept against redelivery; the words are not. */
  finish(key: string, at: Instant): Promise<void>;
  /** `retryAt` null: given up. `reason` holds no personal data. */
  fail(key: string, reason: string, at: Instant, retryAt: Instant | null): Promise<void>;
  /** Removes what ended before. Returns rows. */
  forget(before: Instant): Promise<number>;
}
