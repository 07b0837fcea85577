// Types only: the importer's outside world.
import type { Instant } from "../lib/time.ts";
import type { PlanFacts } from "../plan/plan.ts";
import type { InForce, NewRows } from "./merge.ts";
import type { Progress } from "./read-plan.ts";

export interface VersionMeta {
  readonly by: string;
  /** File name, or how many files it came from. */
  readonly source: string;
  readonly hash: string;
  readonly changes: readonly unknown[];
  readonly at: Instant;
}

export interface ReviseDeps {
  /** Null before the first import. */
  current(): Promise<InForce | null>;
  /** Facts, new rows and log in one transaction, if `expectedVersion` (0: none) is still the one in force. */
  saveVersion(
    expectedVersion: number,
    facts: PlanFacts,
    rows: NewRows,
    meta: VersionMeta,
  ): Promise<{ readonly outcome: "saved" | "moved"; readonly version: number }>;
  /** Told now and then while a file is read. */
  progress?(progress: Progress): void;
}
