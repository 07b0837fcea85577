// Types only: what `remind` knows beside the plan.
import type { IsoDate } from "../lib/time.ts";
import type { Message } from "../plan/message.ts";
import type { Email } from "../plan/plan.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import type { Week } from "../plan/week.ts";

export interface ReminderPause {
  readonly email: Email;
  /** Last day without reminders. */
  readonly until: IsoDate;
}

export interface AskedWeeks {
  /** The first week whose reports were asked for here; null: the first that anyone reported. */
  readonly firstWeek: Week | null;
  /** Weeks in which no card went out, since the bot was away: nobody has missed them. */
  readonly unasked: ReadonlySet<Week>;
}

export interface RemindState extends AskedWeeks {
  readonly settings: RhythmSettings;
  readonly pauses: readonly ReminderPause[];
  /** How many reminders a person has had about the week. */
  readonly reminded: ReadonlyMap<Email, number>;
}

/** One that would have gone, and why it does not: stored beside the others, so that the planägare sees it. */
export interface Held {
  readonly message: Message;
  readonly why: string;
}

export interface Reminders {
  readonly messages: readonly Message[];
  readonly held: readonly Held[];
}
