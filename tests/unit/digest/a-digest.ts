// A digest of a small plan, in one line.
import type { DigestSnapshot } from "../../../src/digest/snapshot.ts";
import { takeSnapshot } from "../../../src/digest/take-snapshot.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import type { Week } from "../../../src/plan/week.ts";

/** Monday after v. 47 2026, when its digest is made. */
export const MONDAY = "2026-11-23T07:30:00+01:00";
export const RHYTHM = defaultRhythm("Europe/Stockholm");

export function aDigest(plan: Plan, week = "2026-W47", previous: DigestSnapshot | null = null): DigestSnapshot {
  const snapshot = takeSnapshot(plan, week as Week, RHYTHM, previous);
  if (!snapshot) throw new Error(`No digest for ${week}`);
  return snapshot;
}
