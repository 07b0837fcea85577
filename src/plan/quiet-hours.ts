// Pure. When the bot may speak on its own: on workdays, outside the quiet hours.
import { type Instant, instantAt, wallAt } from "../lib/time.ts";
import type { RhythmSettings } from "./rhythm.ts";
import { isWorkday, workdayAfter, workdayOnOrAfter } from "./workdays.ts";

/** The first moment at or after `now` at which something may be sent: `now` itself on a workday outside quiet hours. */
export function nextAllowed(now: Instant, settings: RhythmSettings): Instant {
  const { date, time } = wallAt(now, settings.zone);
  if (!isWorkday(date, settings)) {
    return instantAt(workdayOnOrAfter(date, settings), settings.quietTo, settings.zone);
  }
  if (time < settings.quietTo) return instantAt(date, settings.quietTo, settings.zone);
  if (time >= settings.quietFrom) return instantAt(workdayAfter(date, settings), settings.quietTo, settings.zone);
  return now;
}

/** Whether nothing may be sent at `now`: night, weekend, red day, or a day marked off. */
export function isQuiet(now: Instant, settings: RhythmSettings): boolean {
  return nextAllowed(now, settings) !== now;
}
