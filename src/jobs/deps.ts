// Types only: the outside world of the clock and the post. The store's groups `occurrences`, `outbox` and `limits` fit
// these as they are; the rest is wired by hand in app.ts.
import type { Clock } from "../lib/clock.ts";
import type { Instant } from "../lib/time.ts";
import type { Content, Message, Recipient } from "../plan/message.ts";
import type { Email, Plan } from "../plan/plan.ts";
import type { Occurrence, RhythmSettings, Schedule } from "../plan/rhythm.ts";
import type { Week } from "../plan/week.ts";
import type { Gate } from "./gate.ts";
import type { Limits, Pace } from "./limits.ts";
import type { SendOutcome } from "./outcome.ts";
import type { Reach } from "./reach.ts";

export interface JobsDeps {
  readonly clock: Clock;
  /** Unique per process: whose claims are whose. */
  readonly worker: string;
  readonly log: Log;
  /** The plan as known at `now`; null before the first import, when nothing is owed and nothing is sent. */
  plan(now: Instant): Promise<Plan | null>;
  settings(): Promise<RhythmSettings>;
  /** When the first plan was imported: nothing that fell due before is owed. */
  since(): Promise<Instant | null>;
  /** What an occurrence brings: the verbs' pure decisions. `try` calls the same. */
  readonly decide: Readonly<Record<Schedule, Decide>>;
  readonly occurrences: OccurrenceRows;
  readonly outbox: OutboxRows;
  readonly limits: Limits;
  readonly pace: Pace;
  /** Of this process, shared with replies. */
  readonly gate: Gate;
  /** How each recipient is reached now, or why not; in the same order. */
  reach(to: readonly Recipient[]): Promise<readonly Reach[]>;
  /** Pauses, and what a person has had: for the check at the last moment. */
  reminderHindrance(message: Message, plan: Plan): Promise<string | null>;
  /** Null: there is nothing to say any longer. */
  compose(known: Known, message: Message): Promise<Composed | null>;
  /** Sends once, never again by itself; has its own deadline. */
  send(target: object, content: Content): Promise<SendOutcome>;
  /** After a 403/404: not written to until the person is heard from. */
  stopUntilHeard(to: Recipient, code: string): Promise<void>;
  /** A first contact has opened a chat: the next message costs one call instead of two. */
  chatOpened(to: Recipient, conversation: string): Promise<void>;
  /** Real time passes, on the real clock; a test's or demo's clock just moves. */
  sleep(ms: number): Promise<void>;
  /** 0 ≤ x < 1, for jitter. */
  random(): number;
}

interface Log {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** The plan and the rhythm as they were read for this very message. */
export interface Known {
  readonly plan: Plan;
  readonly settings: RhythmSettings;
}

export type Decide = (plan: Plan, occurrence: Occurrence, settings: RhythmSettings) => Promise<Decision>;

export interface Decision {
  readonly messages: readonly Message[];
  /** Would have gone but for something worth showing (a pause): put in the outbox too, where the last check skips them. */
  readonly held: readonly Message[];
  /** The snapshot that a digest's message will show: written in the same transaction. */
  readonly digest?: object;
}

export interface Composed {
  readonly content: Content;
  /** The nonce of the card in it, so that it can be replaced in place. */
  readonly card: string | null;
  /** The digest in it, for the same reason. */
  readonly digest?: { readonly week: Week; readonly version: number };
}

/** An occurrence as it is kept. */
export interface OccurrenceRow extends Occurrence {
  readonly id: number;
  readonly attempts: number;
}

interface OccurrenceRows {
  /** Waiting rows due within `window` that the list lacks are taken away: settings were changed. */
  ensure(list: readonly Occurrence[], window?: { readonly from: Instant; readonly to: Instant }): Promise<number>;
  lastEnsured(): Promise<Instant | null>;
  nextDue(): Promise<Instant | null>;
  claimDue(now: Instant, worker: string, leaseMs: number): Promise<OccurrenceRow | null>;
  finish(
    id: number,
    worker: string,
    result: {
      readonly state: "done" | "skipped";
      readonly reason: string | null;
      readonly messages: readonly Message[];
      readonly digest?: object;
      readonly at: Instant;
    },
  ): Promise<boolean>;
}

/** A message on its way, as it is kept. */
export interface OutboxRow extends Message {
  readonly id: number;
  readonly state: "queued" | "claimed" | "sending" | "sent" | "failed" | "skipped" | "ambiguous";
  readonly attempts: number;
  readonly code: string | null;
  readonly reason: string | null;
  readonly changed: Instant;
}

interface OutboxRows {
  enqueue(messages: readonly Message[], cause: string, at: Instant): Promise<number>;
  claim(now: Instant, worker: string, limit: number, leaseMs: number): Promise<readonly OutboxRow[]>;
  markSending(id: number, worker: string, now: Instant, leaseMs: number): Promise<boolean>;
  recordSent(id: number, worker: string, sent: SentRecord): Promise<void>;
  recordFailed(
    id: number,
    worker: string,
    failed: { readonly code: string; readonly advice: string; readonly at: Instant; readonly begun?: boolean },
  ): Promise<void>;
  recordSkipped(id: number, worker: string, why: string, at: Instant): Promise<void>;
  retryAt(id: number, worker: string, notBefore: Instant, code: string | null, begun?: boolean): Promise<void>;
  recordAmbiguous(id: number, worker: string, code: string, at: Instant): Promise<void>;
  settleAmbiguous(
    id: number,
    how: { readonly state: "sent" | "failed" | "queued"; readonly reason: string; readonly at: Instant },
  ): Promise<boolean>;
  release(worker: string): Promise<number>;
  expire(now: Instant): Promise<{ readonly requeued: number; readonly ambiguous: number }>;
  nextAttempt(): Promise<Instant | null>;
  failedTo(recipients: readonly Recipient[], since: Instant): Promise<readonly OutboxRow[]>;
  ambiguousFor(person: Email): Promise<readonly OutboxRow[]>;
}

interface SentRecord {
  readonly conversation: string;
  readonly activity: string;
  readonly card?: string;
  readonly digest?: { readonly week: Week; readonly version: number };
  readonly at: Instant;
}
