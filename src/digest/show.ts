// What a person is shown of a week's digest: as posted where it was, else as it would be.
import type { Instant } from "../lib/time.ts";
import { cardWeekBefore, type RhythmSettings, rhythmOf, weekBeingReported } from "../plan/rhythm.ts";
import type { Week } from "../plan/week.ts";
import type { DigestReads } from "./deps.ts";
import { readSnapshot } from "./schema.ts";
import type { DigestSnapshot } from "./snapshot.ts";
import { takeSnapshot } from "./take-snapshot.ts";

/** The week a digest is about when none is named: the latest whose last day has passed. Null when there is none. */
export function digestWeekAt(now: Instant, rhythm: RhythmSettings): Week | null {
  const open = weekBeingReported(now, rhythm);
  const moments = rhythmOf(open, rhythm);
  return moments && moments.due <= now ? open : cardWeekBefore(open, rhythm);
}

export interface WeekDigest {
  readonly snapshot: DigestSnapshot;
  /** 1 when it was not posted or not corrected. */
  readonly version: number;
}

/**
 * The digest of a week: the posted one, else one composed as of the week's digest (or of `now`, where that is
 * earlier): what came after it is not in it. Null for a week without card.
 */
export async function digestOf(reads: DigestReads, week: Week, now: Instant): Promise<WeekDigest | null> {
  const kept = await reads.find(week);
  const posted = kept && !kept.withdrawn && kept.asOf <= now ? readSnapshot(kept.snapshot) : null;
  if (kept && posted) return { snapshot: posted, version: kept.version };
  const rhythm = await reads.rhythm();
  const moments = rhythmOf(week, rhythm);
  if (!moments) return null;
  const at = moments.digest < now ? moments.digest : now;
  const snapshot = takeSnapshot(await reads.plan(at), week, rhythm, await previousOf(reads, week, at));
  return snapshot && { snapshot, version: 1 };
}

/** The latest earlier snapshot that stands and had been made at `at`. */
export async function previousOf(reads: DigestReads, week: Week, at: Instant): Promise<DigestSnapshot | null> {
  const kept = await reads.findBefore(week);
  return kept && kept.asOf <= at ? readSnapshot(kept.snapshot) : null;
}
