// Pure. Who a unit's card goes to on a date: each linjechef, or the deputy in an absence; without linjechef the nearest
// verksamhetschef (spec: rhythm).
import type { IsoDate } from "../lib/time.ts";
import { deputyFor, nearestPeople, peopleFor, rolesOf } from "./people.ts";
import type { Email, OrgId, PlanFacts } from "./plan.ts";

export interface CardRecipient {
  readonly person: Email;
  /** The chef who is away; null when the person answers for an own unit. */
  readonly insteadOf: Email | null;
  /** The role through which the unit is answered for. */
  readonly role: "line_manager" | "area_manager";
}

/** Each person once, in file order. Empty: the unit has no chef at all, which the planägare is told. */
export function cardRecipients(facts: PlanFacts, unit: OrgId, date: IsoDate): readonly CardRecipient[] {
  const managers = peopleFor(facts, unit, "line_manager");
  const role = managers.length > 0 ? "line_manager" : "area_manager";
  const chefs = managers.length > 0 ? managers : nearestPeople(facts, unit, "area_manager");
  const found = new Map<Email, CardRecipient>();
  for (const { email } of chefs) {
    const person = standIn(facts, email, date);
    // Someone who both leads the unit and stands in for a colleague answers in the own name.
    if (person === email || !found.has(person)) {
      found.set(person, { person, insteadOf: person === email ? null : email, role });
    }
  }
  return [...found.values()];
}

/**
 * Those who can read and answer a unit's card on a date: as `cardRecipients`, but a deputy who is not in Personer can
 * answer nothing, so the chef keeps it.
 */
export function cardReaders(facts: PlanFacts, unit: OrgId, date: IsoDate): readonly CardRecipient[] {
  const found = new Map<Email, CardRecipient>();
  for (const recipient of cardRecipients(facts, unit, date)) {
    const { insteadOf } = recipient;
    const unknown = insteadOf !== null && rolesOf(facts, recipient.person).length === 0;
    const reader = unknown ? { ...recipient, person: insteadOf, insteadOf: null } : recipient;
    if (reader.insteadOf === null || !found.has(reader.person)) found.set(reader.person, reader);
  }
  return [...found.values()];
}

/** The one who acts for a person on a date: the person, or the deputy – whose own deputy steps in when both are away. */
export function standIn(facts: PlanFacts, email: Email, date: IsoDate): Email {
  const asked = new Set([email]);
  for (let person = email; ; ) {
    const deputy = deputyFor(facts, person, date);
    if (deputy === null) return person;
    // Two who stand in for one another and are both away: the chef keeps it.
    if (asked.has(deputy)) return email;
    asked.add(deputy);
    person = deputy;
  }
}
