// Types of the group `log`: the append-only change log; each entry's hash covers the one before.
import type { Instant } from "../../lib/time.ts";

export interface LogEntry {
  readonly at: Instant;
  /** E-mail, `cli:<os user>` or `timetable`. */
  readonly who: string;
  /** A verb of ours: `plan.import`, `setting.change`, `digest.withdraw` … */
  readonly what: string;
  /** What it was done to. */
  readonly subject: string;
  readonly from: unknown;
  readonly to: unknown;
}

export interface LoggedEntry extends LogEntry {
  readonly number: number;
  /** SHA-256, hexadecimal, over the hash before and the entry. */
  readonly hash: string;
}

export type LogVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  /** The first entry that doesn't follow from the one before, or is missing. */
  | { readonly ok: false; readonly brokenAt: number };

export interface LogStore {
  append(entry: LogEntry): Promise<LoggedEntry>;
  /** Recomputes the whole chain. */
  verify(): Promise<LogVerdict>;
  /** Every entry, oldest first, read in pages. */
  export(): AsyncIterable<LoggedEntry>;
  /** The newest `count`, newest first; of one subject when given. */
  recent(count: number, subject?: string): Promise<readonly LoggedEntry[]>;
}
