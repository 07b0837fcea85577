// Types of the group `digests`: immutable snapshots, shown again exactly as posted.
import type { Instant } from "../../lib/time.ts";
import type { Message } from "../../plan/message.ts";
import type { Week } from "../../plan/week.ts";

export interface NewDigest {
  readonly week: Week;
  /** The moment the figures hold for: a report after it is a correction. */
  readonly asOf: Instant;
  readonly snapshot: unknown;
  readonly card: unknown;
  readonly text: string;
  /** E-mail, or `timetable`. */
  readonly by: string;
  readonly at: Instant;
}

export interface StoredDigest extends NewDigest {
  readonly id: number;
  /** 1 for the first of a week, one more for each corrected one. */
  readonly version: number;
  readonly conversation: string | null;
  readonly activity: string | null;
  readonly posted: Instant | null;
  readonly withdrawn: { readonly at: Instant; readonly by: string } | null;
}

export interface DigestStore {
  /**
   * A further version of a week (a corrected one) and the messages that show it; the timetable's own goes through
   * `occurrences.finish`. Logged.
   */
  save(digest: NewDigest, messages?: readonly Message[]): Promise<StoredDigest>;
  /** The newest version of a week, withdrawn or not. */
  find(week: Week): Promise<StoredDigest | null>;
  findVersion(week: Week, version: number): Promise<StoredDigest | null>;
  /** The newest that was not withdrawn, of a week before `week`. */
  findBefore(week: Week): Promise<StoredDigest | null>;
  recent(count: number): Promise<readonly StoredDigest[]>;
  /** With the messages that say so. False, and nothing written, when it was withdrawn before. Logged. */
  withdraw(id: number, by: string, at: Instant, messages?: readonly Message[]): Promise<boolean>;
}
