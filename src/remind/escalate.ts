// Pure policy: the ladder after missed weeks. Help is offered first; nothing goes to a channel, no person is named.
//   2 in a row → the chef and the planägare · 3 → närmaste chef, one neutral line · 4 and more → förvaltningschef's list
import type { Instant } from "../lib/time.ts";
import { coverageOf, missedInRow } from "../plan/coverage.ts";
import type { Message } from "../plan/message.ts";
import { todayOf } from "../plan/moment.ts";
import { orgOf } from "../plan/organisation.ts";
import { nearestManagers, nearestPeople, peopleWith } from "../plan/people.ts";
import type { Email, OrgId, PersonRow, Plan } from "../plan/plan.ts";
import { cardReaders, standIn } from "../plan/recipients.ts";
import { isCardWeek, type RhythmSettings } from "../plan/rhythm.ts";
import { aboutSubjects, type Subject } from "../plan/subjects.ts";
import type { Week } from "../plan/week.ts";
import { reminderHindrance } from "./decide.ts";
import type { AskedWeeks, Held, Reminders, RemindState } from "./state.ts";
import { why } from "./words.ts";

/** What the Monday after `week` brings: one message per person, about all units that concern that person. */
export function decideEscalations(plan: Plan, week: Week, state: RemindState, due: Instant): Reminders {
  if (!isCardWeek(week, state.settings)) return { messages: [], held: [] };
  const subjects = new Map<Email, Subject[]>();
  for (const unit of coverageOf(plan, week).missing) {
    for (const { person, role } of concernedBy(plan, unit, missedWeeks(plan, unit, week, state))) {
      subjects.set(person, [...(subjects.get(person) ?? []), { unit, role }]);
    }
  }
  return messagesTo(subjects, plan, week, state, due);
}

/** How many card weeks in a row, ending with `week`, a unit has missed as known now. */
export function missedWeeks(
  plan: Plan,
  unit: OrgId,
  week: Week,
  state: AskedWeeks & { readonly settings: RhythmSettings },
): number {
  const hasCard = (one: Week) => isCardWeek(one, state.settings) && !state.unasked.has(one);
  const known = [plan.book.firstWeek(plan.now), state.firstWeek].filter((first) => first !== null);
  const [first = week] = known.sort();
  return missedInRow(plan, unit, week, hasCard, first);
}

type Concerned = { readonly person: Email } & Pick<Subject, "role">;

function concernedBy(plan: Plan, unit: OrgId, missed: number): readonly Concerned[] {
  const own = cardReaders(plan.facts, unit, todayOf(plan)).map((recipient) => recipient.person);
  if (missed < 2) return [];
  if (missed === 2) return [...own.map((person): Concerned => ({ person, role: "manager" })), ...planOwners(plan)];
  const above = missed === 3 ? nearestManagers(plan.facts, unit) : administrationManagers(plan, unit);
  const others = standIns(plan, above).filter((person) => !own.includes(person));
  if (others.length > 0) return others.map((person) => ({ person, role: missed === 3 ? "above" : "list" }));
  // A chef who answers for the unit is not told of oneself: the next one up is, else the planägare.
  const higher = standIns(plan, administrationManagers(plan, unit)).filter((person) => !own.includes(person));
  return higher.length > 0 ? higher.map((person) => ({ person, role: "above" })) : planOwners(plan);
}

function administrationManagers(plan: Plan, unit: OrgId): readonly PersonRow[] {
  return nearestPeople(plan.facts, unit, "administration_manager");
}

function planOwners(plan: Plan): readonly Concerned[] {
  return standIns(plan, peopleWith(plan.facts, "plan_owner")).map((person) => ({ person, role: "owner" }));
}

function standIns(plan: Plan, rows: readonly PersonRow[]): readonly Email[] {
  const today = todayOf(plan);
  return [...new Set(rows.map((row) => standIn(plan.facts, row.email, today)))];
}

function messagesTo(
  subjects: ReadonlyMap<Email, readonly Subject[]>,
  plan: Plan,
  week: Week,
  state: RemindState,
  due: Instant,
): Reminders {
  const messages: Message[] = [];
  const held: Held[] = [];
  for (const [person, about] of subjects) {
    const names = [...new Set(about.map(({ unit }) => orgOf(plan.facts, unit)?.name ?? unit))];
    const message: Message = {
      kind: "escalation",
      to: { person },
      week,
      due,
      why: why.missedInRow(names),
      ...aboutSubjects(about),
    };
    // A pause holds what is asked of the chef; the planägare and those above still get to know.
    const asChef = about.every(({ role }) => role === "manager");
    const hindrance = asChef ? reminderHindrance(person, plan, { ...state, reminded: new Map() }) : null;
    if (hindrance === null) messages.push(message);
    else held.push({ message, why: hindrance });
  }
  return { messages, held };
}
