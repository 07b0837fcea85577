// Types of the group `occurrences`: what falls due, once, whoever does it.
import type { Instant } from "../../lib/time.ts";
import type { Message } from "../../plan/message.ts";
import type { Occurrence, Schedule } from "../../plan/rhythm.ts";
import type { Week } from "../../plan/week.ts";
import type { NewDigest } from "../digests/digests.ts";

export type OccurrenceState = "waiting" | "claimed" | "done" | "skipped";

export interface StoredOccurrence extends Occurrence {
  readonly id: number;
  readonly state: OccurrenceState;
  /** Why it was skipped, or a word on how it was done. */
  readonly reason: string | null;
  /** How many times it was claimed. More than one: an earlier worker was cut off. */
  readonly attempts: number;
  readonly finished: Instant | null;
}

export interface OccurrenceResult {
  readonly state: "done" | "skipped";
  readonly reason: string | null;
  readonly messages: readonly Message[];
  /** For a digest occurrence: the snapshot that its message will show. */
  readonly digest?: NewDigest;
  readonly at: Instant;
}

export interface OccurrenceStore {
  /**
   * Writes what is not there yet (unique by schedule, week and local date). A waiting row of the same schedule and week
   * follows the list (settings were changed); one that was claimed, done or skipped is never done again on another day.
   * With `window` a waiting row that is due in it and not in the list goes away (a day was marked off).
   * Returns how many rows were added, moved or removed.
   */
  ensure(list: readonly Occurrence[], window?: { readonly from: Instant; readonly to: Instant }): Promise<number>;
  /** The latest `due` that has been ensured; null when nothing is. */
  lastEnsured(): Promise<Instant | null>;
  /** When the next waiting occurrence falls due. */
  nextDue(): Promise<Instant | null>;
  /** The earliest occurrence due at `now` that nobody holds; held by `worker` for `leaseMs`. Null: nothing to do. */
  claimDue(now: Instant, worker: string, leaseMs: number): Promise<StoredOccurrence | null>;
  /** Prolongs a claim; false when it is no longer the worker's. */
  renew(id: number, worker: string, now: Instant, leaseMs: number): Promise<boolean>;
  /** Gives a claim back untouched (graceful stop, or a fault: it is tried again). */
  release(id: number, worker: string): Promise<void>;
  /**
   * Outbox rows, digest and mark in one transaction. A message that is there already (same occurrence, unit, recipient
   * and kind) stays one. False, and nothing written, when the claim is no longer the worker's.
   */
  finish(id: number, worker: string, result: OccurrenceResult): Promise<boolean>;
  /** The weeks of a schedule that were done or skipped, oldest first. */
  ended(schedule: Schedule): Promise<readonly { readonly week: Week; readonly state: "done" | "skipped" }[]>;
  find(schedule: Schedule, week: Week): Promise<StoredOccurrence | null>;
  /** The newest `count`, for views. */
  recent(count: number): Promise<readonly StoredOccurrence[]>;
}
