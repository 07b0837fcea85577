// Types of the group `outbox`: everything the bot says on its own, one row per recipient, until it has ended.
import type { Instant } from "../../lib/time.ts";
import type { Message, MessageKind, Recipient } from "../../plan/message.ts";
import type { Email, OrgId } from "../../plan/plan.ts";
import type { Week } from "../../plan/week.ts";

/**
 * queued → claimed (a worker has it, nothing sent) → sending (the request may have left) → sent · failed · skipped ·
 * ambiguous (cut off while sending: never re-sent blindly).
 */
export type OutboxState = "queued" | "claimed" | "sending" | "sent" | "failed" | "skipped" | "ambiguous";

export interface OutboxRow extends Message {
  readonly id: number;
  /** `occurrence:<id>`, or the key given to `enqueue`. */
  readonly cause: string;
  readonly state: OutboxState;
  /** Not to be sent before. */
  readonly notBefore: Instant;
  readonly attempts: number;
  /** Of the last failure or pause: an HTTP status or the connector's word. */
  readonly code: string | null;
  /** What to do about it, or why it was skipped, or how an ambiguous one was settled. */
  readonly reason: string | null;
  readonly conversation: string | null;
  readonly activity: string | null;
  readonly created: Instant;
  /** When it ended, or last changed state. */
  readonly changed: Instant;
}

export interface Sent {
  readonly conversation: string;
  readonly activity: string;
  /** The card that was in it, so that it can be replaced in place. */
  readonly card?: string;
  /** The digest that was in it. */
  readonly digest?: { readonly week: Week; readonly version: number };
  readonly at: Instant;
}

export interface Failed {
  readonly code: string;
  readonly advice: string;
  readonly at: Instant;
  /** Whether Teams was asked; default: it failed before. */
  readonly begun?: boolean;
}

export interface Ended {
  readonly state: "failed" | "ambiguous";
  readonly code: string;
  readonly reason: string | null;
}

export interface OutboxStore {
  /**
   * Messages that have no occurrence. `cause` is a unique key of what made them; the same twice adds nothing. With `ended`
   * they have been tried already, and are only listed. Returns rows added.
   */
  enqueue(messages: readonly Message[], cause: string, at: Instant, ended?: Ended): Promise<number>;
  /** Rows due at `now` in the order cards, digests … notices, then due; held by `worker` for `leaseMs`. */
  claim(now: Instant, worker: string, limit: number, leaseMs: number): Promise<readonly OutboxRow[]>;
  /** Just before the request: false when the row is no longer the worker's (then don't send). */
  markSending(id: number, worker: string, now: Instant, leaseMs: number): Promise<boolean>;
  /** Also settles a row of ours that has turned ambiguous meanwhile: the answer did come. */
  recordSent(id: number, worker: string, sent: Sent): Promise<void>;
  recordFailed(id: number, worker: string, failed: Failed): Promise<void>;
  recordSkipped(id: number, worker: string, why: string, at: Instant): Promise<void>;
  /** Back in the queue: quiet hours, or a fault that passes. `begun`: Teams was asked, and did not take it. */
  retryAt(id: number, worker: string, notBefore: Instant, code: string | null, begun?: boolean): Promise<void>;
  /** The outcome is unknown (cut off after the request left). */
  recordAmbiguous(id: number, worker: string, code: string, at: Instant): Promise<void>;
  /** Graceful stop: what a worker has claimed and not begun to send goes back in the queue. Returns rows. */
  release(worker: string): Promise<number>;
  /** Leases that ran out: claimed → queued, sending → ambiguous. */
  expire(now: Instant): Promise<{ readonly requeued: number; readonly ambiguous: number }>;
  settleAmbiguous(
    id: number,
    how: { readonly state: "sent" | "failed" | "queued"; readonly reason: string; readonly at: Instant },
  ): Promise<boolean>;
  /** What is not begun for a unit and week is skipped; `kinds` empty = all. Returns rows. */
  cancelFor(unit: OrgId, week: Week, why: string, at: Instant, kinds?: readonly MessageKind[]): Promise<number>;

  find(id: number): Promise<OutboxRow | null>;
  byWeek(week: Week): Promise<readonly OutboxRow[]>;
  /** What failed for these, later than `since`, oldest first. */
  failedTo(recipients: readonly Recipient[], since: Instant): Promise<readonly OutboxRow[]>;
  ambiguousFor(person: Email): Promise<readonly OutboxRow[]>;
  /** Reminders (both kinds) sent or under way to a person about a week. */
  remindersTo(person: Email, week: Week): Promise<number>;
  /** The newest to a person, for showing a chat as it stands; at most 50. */
  sentTo(person: Email): Promise<readonly OutboxRow[]>;
  /** When a worker should look again: the earliest queued row's time or lease's end; null: nothing waits. */
  nextAttempt(): Promise<Instant | null>;
  countByState(): Promise<Readonly<Record<OutboxState, number>>>;
}
