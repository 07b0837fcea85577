// Pure policy: who is reminded. Only those who have not answered at that second, never one who has paused, never more
// than twice per person and week.
import type { Instant } from "../lib/time.ts";
import { coverageOf } from "../plan/coverage.ts";
import type { Message } from "../plan/message.ts";
import { todayOf } from "../plan/moment.ts";
import { orgOf } from "../plan/organisation.ts";
import type { Email, OrgId, Plan } from "../plan/plan.ts";
import { cardReaders } from "../plan/recipients.ts";
import { isCardWeek, rhythmOf } from "../plan/rhythm.ts";
import { aboutSubjects, type Subject } from "../plan/subjects.ts";
import type { Week } from "../plan/week.ts";
import type { Held, Reminders, RemindState } from "./state.ts";
import { why } from "./words.ts";

const MOST_REMINDERS_A_WEEK = 2;

/** Reminder 1 (the workday before due) or 2 (an hour after): one message per person, about all the units that miss. */
export function decideReminders(step: 1 | 2, plan: Plan, week: Week, state: RemindState, due: Instant): Reminders {
  if (!isCardWeek(week, state.settings)) return { messages: [], held: [] };
  return remindersFor(step, plan, week, state, due, coverageOf(plan, week).missing);
}

/** "Påminn dem som inte svarat": now, the units named (none = all that miss); in the words of the step that holds now. */
export function decideAskedReminders(plan: Plan, week: Week, units: readonly OrgId[], state: RemindState): Reminders {
  const rhythm = rhythmOf(week, state.settings);
  if (!rhythm) return { messages: [], held: [] };
  const missing = coverageOf(plan, week).missing.filter((unit) => units.length === 0 || units.includes(unit));
  return remindersFor(plan.now < rhythm.due ? 1 : 2, plan, week, state, plan.now, missing);
}

/** Why a person is not reminded now, in Swedish, or null when nothing hinders. */
export function reminderHindrance(
  person: Email,
  plan: Plan,
  state: Pick<RemindState, "pauses" | "reminded">,
): string | null {
  const today = todayOf(plan);
  const pause = state.pauses.find((row) => row.email === person && row.until >= today);
  if (pause) return why.paused(pause.until);
  return (state.reminded.get(person) ?? 0) >= MOST_REMINDERS_A_WEEK ? why.remindedTwice : null;
}

function remindersFor(
  step: 1 | 2,
  plan: Plan,
  week: Week,
  state: RemindState,
  due: Instant,
  missing: readonly OrgId[],
): Reminders {
  const messages: Message[] = [];
  const held: Held[] = [];
  for (const [person, units] of unitsByPerson(plan, missing)) {
    const subjects = units.map((unit): Subject => ({ unit, role: "manager" }));
    const names = units.map((unit) => orgOf(plan.facts, unit)?.name ?? unit);
    const message: Message = {
      kind: step === 1 ? "reminder1" : "reminder2",
      to: { person },
      week,
      due,
      why: why.notAnswered(names, week),
      ...aboutSubjects(subjects),
    };
    const hindrance = reminderHindrance(person, plan, state);
    if (hindrance === null) messages.push(message);
    else held.push({ message, why: hindrance });
  }
  return { messages, held };
}

function unitsByPerson(plan: Plan, units: readonly OrgId[]): ReadonlyMap<Email, readonly OrgId[]> {
  const today = todayOf(plan);
  const found = new Map<Email, OrgId[]>();
  for (const unit of units) {
    for (const { person } of cardReaders(plan.facts, unit, today)) {
      found.set(person, [...(found.get(person) ?? []), unit]);
    }
  }
  return found;
}
