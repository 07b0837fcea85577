// Types of the group `inbox`: activities are stored before they are acknowledged, and worked afterwards.
import type { Instant } from "../../lib/time.ts";

export interface InboxItem {
  readonly key: string;
  readonly activity: unknown;
  readonly received: Instant;
  /** 1 the first time. */
  readonly attempts: number;
  /** Of the last `fail`; null: it was never brought to its end. */
  readonly reason: string | null;
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
  /** Prolongs what `worker` still works on; what another has taken over stays with that one. Returns what was prolonged. */
  renew(keys: readonly string[], worker: string, until: Instant): Promise<readonly string[]>;
  /** The key is kept against redelivery; the words are not. Only for the worker that has it. */
  finish(key: string, worker: string, at: Instant): Promise<void>;
  /** `retryAt` null: given up. `reason` holds no personal data. Only for the worker that has it. */
  fail(key: string, worker: string, reason: string, at: Instant, retryAt: Instant | null): Promise<void>;
  /** Removes what ended before. Returns rows. */
  forget(before: Instant): Promise<number>;
}
