// The clock's hand: occurrences as rows, each carried out once whoever comes first. No timer is truth – a tick may come
// late, twice, or on three machines at once.
import type { Instant } from "../lib/time.ts";
import { zonedText } from "../lib/time.ts";
import { occurrencesBetween, occurrencesOf } from "../plan/occurrences.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import type { JobsDeps, OccurrenceRow } from "./deps.ts";
import { skipped } from "./words.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Rows are written this far ahead, so that the next due moment is known from the table alone. */
const AHEAD_MS = 15 * DAY_MS;
/** A settings change can move what is at most a week old; a missed older one has its row already. */
const BEHIND_MS = 14 * DAY_MS;
/** Deciding a round of thousands takes seconds; a worker that is gone for this long is dead. */
const LEASE_MS = 2 * MINUTE_MS;
const ENSURE_EVERY_MS = 60 * MINUTE_MS;

export interface Timetable {
  /** Carries out what is due at `now`. Returns how many occurrences were done or skipped. */
  tick(now: Instant, stopping?: () => boolean): Promise<number>;
}

export function createTimetable(deps: JobsDeps): Timetable {
  let ensured: { readonly settings: string; readonly at: Instant } | null = null;
  return {
    async tick(now, stopping = () => false) {
      const since = await deps.since();
      if (since === null) return 0;
      const settings = await deps.settings();
      const key = JSON.stringify(settings);
      // A clock that went backwards (a test, a demo begun again) ensures anew.
      const fresh = ensured?.settings === key && now >= ensured.at && now - ensured.at < ENSURE_EVERY_MS;
      if (!fresh) {
        await ensureAround(deps, settings, since, now);
        ensured = { settings: key, at: now };
      }
      return await carryOutDue(deps, settings, now, stopping);
    },
  };
}

async function ensureAround(deps: JobsDeps, settings: RhythmSettings, since: Instant, now: Instant): Promise<void> {
  const last = (await deps.occurrences.lastEnsured()) ?? since;
  const from = Math.max(since, Math.min(last, now) - BEHIND_MS) as Instant;
  const to = (now + AHEAD_MS) as Instant;
  const changed = await deps.occurrences.ensure(occurrencesBetween(from, to, settings), { from, to });
  if (changed > 0) deps.log.info({ changed }, "timetable written");
}

async function carryOutDue(
  deps: JobsDeps,
  settings: RhythmSettings,
  now: Instant,
  stopping: () => boolean,
): Promise<number> {
  let count = 0;
  while (!stopping()) {
    const row = await deps.occurrences.claimDue(now, deps.worker, LEASE_MS);
    if (!row) return count;
    try {
      await carryOut(deps, row, settings, now);
      count++;
    } catch (error) {
      // The claim is left to run out, so that a fault that stays is tried once every lease and stops nothing else.
      deps.log.error({ error, occurrence: row.id, schedule: row.schedule, week: row.week }, "occurrence failed");
    }
  }
  return count;
}

async function carryOut(deps: JobsDeps, row: OccurrenceRow, settings: RhythmSettings, now: Instant): Promise<void> {
  const reason = reasonToSkip(row, settings, now);
  const plan = reason === null ? await deps.plan(now) : null;
  if (!plan) {
    await finish(deps, row, { state: "skipped", reason: reason ?? skipped.nothingLeft, messages: [], at: now });
    return;
  }
  const { messages, held, digest } = await deps.decide[row.schedule](plan, row, settings);
  await finish(deps, row, {
    state: "done",
    reason: null,
    messages: [...messages, ...held],
    ...(digest && { digest }),
    at: now,
  });
}

/** Why an occurrence is not to be done now, or null. */
function reasonToSkip(row: OccurrenceRow, settings: RhythmSettings, now: Instant): string | null {
  if (now - row.due > row.graceMs) return skipped.occurrenceTooOld(zonedText(row.due, settings.zone));
  const wanted = occurrencesOf(row.week, settings).some((one) => one.schedule === row.schedule);
  return wanted ? null : skipped.notInTimetable;
}

type Result = Parameters<JobsDeps["occurrences"]["finish"]>[2];

async function finish(deps: JobsDeps, row: OccurrenceRow, result: Result): Promise<void> {
  const kept = await deps.occurrences.finish(row.id, deps.worker, result);
  const fields = { occurrence: row.id, schedule: row.schedule, week: row.week, messages: result.messages.length };
  if (!kept) deps.log.warn(fields, "claim was lost: another worker does it");
  else if (result.state === "skipped") deps.log.warn({ ...fields, reason: result.reason }, "occurrence skipped");
  else deps.log.info(fields, "occurrence done");
}
