// Pure. The one timetable: everything that falls due by itself. The clock, `try` and the demo all read it here.
import { addDays, type Instant, wallAt } from "../lib/time.ts";
import { type Occurrence, type RhythmSettings, rhythmOf, SCHEDULES, type Schedule, type WeekRhythm } from "./rhythm.ts";
import { addWeeks, type Week, weekOf } from "./week.ts";

const HOUR = 3_600_000;

/** How late each may still be done, once (spec: rhythm; escalation is taken to bear as much as the digest beside it). */
export const GRACE_MS: Readonly<Record<Schedule, number>> = {
  collect: 48 * HOUR,
  remind1: 4 * HOUR,
  remind2: 4 * HOUR,
  digest: 48 * HOUR,
  escalate: 48 * HOUR,
};

/** What falls due at or after `from` and before `to`, in the order it falls due. */
export function occurrencesBetween(from: Instant, to: Instant, settings: RhythmSettings): Occurrence[] {
  const found: Occurrence[] = [];
  // A card may open in the week before its own, and a digest comes a week after: one week beyond on either side.
  const last = addWeeks(weekOf(wallAt(to, settings.zone).date), 1);
  let week = addWeeks(weekOf(addDays(wallAt(from, settings.zone).date, -7)), -1);
  for (; week <= last; week = addWeeks(week, 1)) {
    for (const occurrence of occurrencesOf(week, settings)) {
      if (occurrence.due >= from && occurrence.due < to) found.push(occurrence);
    }
  }
  return found.sort(byDue);
}

/** The occurrences of one report week: at most one per schedule, none in a week without card. */
export function occurrencesOf(week: Week, settings: RhythmSettings): Occurrence[] {
  const rhythm = rhythmOf(week, settings);
  if (!rhythm) return [];
  return SCHEDULES.flatMap((schedule) => {
    const due = MOMENT[schedule](rhythm);
    if (due === null) return [];
    const localDate = wallAt(due, settings.zone).date;
    return [{ schedule, week, localDate, due, graceMs: GRACE_MS[schedule] }];
  });
}

const MOMENT: Readonly<Record<Schedule, (rhythm: WeekRhythm) => Instant | null>> = {
  collect: (rhythm) => rhythm.opens,
  remind1: (rhythm) => rhythm.remind1,
  remind2: (rhythm) => rhythm.remind2,
  digest: (rhythm) => rhythm.digest,
  escalate: (rhythm) => rhythm.escalate,
};

function byDue(a: Occurrence, b: Occurrence): number {
  return a.due - b.due || SCHEDULES.indexOf(a.schedule) - SCHEDULES.indexOf(b.schedule);
}
