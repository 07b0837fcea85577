// The door of `remind`: nudge what is late, escalate, never too often.
import type { Instant, IsoDate } from "../lib/time.ts";
import type { Message, MessageKind } from "../plan/message.ts";
import { todayOf } from "../plan/moment.ts";
import type { Email, Lang, OrgId, Plan } from "../plan/plan.ts";
import type { Occurrence, RhythmSettings } from "../plan/rhythm.ts";
import { changeRhythm } from "../plan/rhythm-change.ts";
import { subjectsOf } from "../plan/subjects.ts";
import type { Week } from "../plan/week.ts";
import { decideAskedReminders, decideReminders, reminderHindrance } from "./decide.ts";
import { decideEscalations } from "./escalate.ts";
import type { AskedWeeks, ReminderPause, Reminders, RemindState } from "./state.ts";
import { wordsFor } from "./words.ts";

export { renderReminder } from "./render.ts";
export type { AskedWeeks, Reminders } from "./state.ts";

export interface RemindDeps {
  plan(now: Instant): Promise<Plan | null>;
  settings(): Promise<RhythmSettings>;
  /** Pauses that hold on `today`. */
  pauses(today: IsoDate): Promise<readonly ReminderPause[]>;
  /** Reminders sent or under way about a week, per person. */
  remindersIn(week: Week): Promise<ReadonlyMap<Email, number>>;
  /** The same for one person: the last look before a send. */
  remindersTo(person: Email, week: Week): Promise<number>;
  /** Since when cards are sent from here (null: none yet), and the weeks in which none could be. */
  asked(): Promise<AskedWeeks>;
  /** Puts messages in the post; the same `cause` twice adds nothing. */
  enqueue(messages: readonly Message[], cause: string, at: Instant): Promise<number>;
}

export interface AskedReminder {
  readonly week: Week;
  /** Empty: every unit that has not answered. */
  readonly units: readonly OrgId[];
  /** Unique for the asking: the same twice (a double Ja) reminds once. */
  readonly cause: string;
}

/**
 * "Påminn dem som inte svarat", asked for by the planägare: only those who have not answered at that second, at most two
 * reminders per person and week. With `dryRun` nothing is put in the post: what the confirmation shows.
 */
export async function remind(deps: RemindDeps, asked: AskedReminder, now: Instant, dryRun = false): Promise<Reminders> {
  const plan = await deps.plan(now);
  if (!plan) return { messages: [], held: [] };
  const reminders = decideAskedReminders(plan, asked.week, asked.units, await remindState(deps, plan, asked.week));
  if (!dryRun) await deps.enqueue(reminders.messages, asked.cause, now);
  return reminders;
}

/** What an occurrence of the timetable brings: the same decisions for the clock, for `try` and for the demo. */
export async function decideOccurrence(deps: RemindDeps, plan: Plan, occurrence: Occurrence): Promise<Reminders> {
  const state = await remindState(deps, plan, occurrence.week);
  switch (occurrence.schedule) {
    case "remind1":
      return decideReminders(1, plan, occurrence.week, state, occurrence.due);
    case "remind2":
      return decideReminders(2, plan, occurrence.week, state, occurrence.due);
    case "escalate":
      return decideEscalations(plan, occurrence.week, state, occurrence.due);
    case "collect":
    case "digest":
      return { messages: [], held: [] };
  }
}

/** Why a message is not to be sent after all, in Swedish, or null: the last look before it goes. */
export async function hindranceNow(deps: RemindDeps, message: Message, plan: Plan): Promise<string | null> {
  const { kind, to, week } = message;
  if (!("person" in to) || !HELD_BY_PAUSE.includes(kind)) return null;
  // The planägare and those above are told of missed weeks even if they have paused reminders about their own unit.
  if (kind === "escalation" && subjectsOf(message).some(({ role }) => role !== "manager")) return null;
  const count = kind === "escalation" ? 0 : await deps.remindersTo(to.person, week);
  const pauses = await deps.pauses(todayOf(plan));
  return reminderHindrance(to.person, plan, { pauses, reminded: new Map([[to.person, count]]) });
}

const HELD_BY_PAUSE: readonly MessageKind[] = ["reminder1", "reminder2", "escalation"];

async function remindState(deps: RemindDeps, plan: Plan, week: Week): Promise<RemindState> {
  return {
    settings: await deps.settings(),
    pauses: await deps.pauses(todayOf(plan)),
    reminded: await deps.remindersIn(week),
    ...(await deps.asked()),
  };
}

export type SettingChange =
  | { readonly ok: true; readonly settings: RhythmSettings }
  /** What is wrong, in the asker's language: nothing was changed. */
  | { readonly ok: false; readonly text: string };

/** "Ändra kortet till tisdag 08.00": the settings as they would be, or a sentence that says why not. */
export function changeSetting(settings: RhythmSettings, key: string, value: unknown, lang: Lang): SettingChange {
  const change = changeRhythm(settings, key, value);
  return change.ok ? change : { ok: false, text: wordsFor(lang).problem[change.problem] };
}
