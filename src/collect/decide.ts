// Pure policy: who gets a card for a week. One per unit and week for each linjechef of a unit that owes a report.
import { type Instant, wallAt } from "../lib/time.ts";
import { owes } from "../plan/coverage.ts";
import { reportingUnits } from "../plan/facts.ts";
import type { Message } from "../plan/message.ts";
import { orgOf } from "../plan/organisation.ts";
import { nameOf, nearestPeople, peopleWith, rolesOf } from "../plan/people.ts";
import type { Email, OrgId, Plan, PlanFacts } from "../plan/plan.ts";
import { type CardRecipient, cardRecipients } from "../plan/recipients.ts";
import type { Week } from "../plan/week.ts";
import { why } from "./why.ts";

/**
 * The cards that open at `due`, unit by unit in file order, and a notice to the planägare about each unit that owes a
 * report but has nobody to ask. A unit without active measure, or that has answered already, gets none.
 * (Whether the week has cards at all is the rhythm's to say.)
 */
export function decideCards(plan: Plan, week: Week, due: Instant): readonly Message[] {
  return reportingUnits(plan.facts).flatMap((unit) => decideCardFor(plan, unit, week, due));
}

/** The same for one unit; empty when it gets no card. */
export function decideCardFor(plan: Plan, unit: OrgId, week: Week, due: Instant): readonly Message[] {
  const { facts, book, now } = plan;
  if (!owes(plan, unit, week) || book.receivedAt(unit, week, now) !== null) return [];
  const date = wallAt(due, facts.header.zone).date;
  const recipients = cardRecipients(facts, unit, date);
  if (recipients.length === 0) return noticesAbout(facts, unit, week, due);
  const found = new Map<Email, Message>();
  for (const recipient of recipients) {
    const message = cardMessage(facts, unit, week, due, recipient);
    const { person, insteadOf } = cardReader(facts, recipient);
    // Who both leads the unit and would stand in for a colleague answers in the own name.
    if (insteadOf === null || !found.has(person)) found.set(person, message);
  }
  return [...found.values()];
}

function cardMessage(facts: PlanFacts, unit: OrgId, week: Week, due: Instant, recipient: CardRecipient): Message {
  const { person, insteadOf } = cardReader(facts, recipient);
  const name = orgOf(facts, unit)?.name ?? unit;
  return {
    kind: "card",
    to: { person },
    unit,
    week,
    due,
    why: whyThisOne(facts, name, recipient, person),
    about: { insteadOf },
  };
}

/** A deputy who is not in Personer can answer nothing: the chef keeps the card. */
function cardReader(
  facts: PlanFacts,
  { person, insteadOf }: CardRecipient,
): Pick<CardRecipient, "person" | "insteadOf"> {
  const known = insteadOf === null || rolesOf(facts, person).length > 0;
  return known ? { person, insteadOf } : { person: insteadOf, insteadOf: null };
}

function whyThisOne(facts: PlanFacts, unit: string, recipient: CardRecipient, person: Email): string {
  const { insteadOf, role } = recipient;
  if (insteadOf !== null && person === insteadOf) return why.unknownDeputy(unit, recipient.person);
  if (insteadOf !== null) return why.deputy(unit, nameOf(facts, insteadOf) ?? insteadOf);
  return role === "area_manager" ? why.areaManager(unit) : why.lineManager(unit);
}

/** To the planägare nearest above the unit, else to every planägare there is. */
function noticesAbout(facts: PlanFacts, unit: OrgId, week: Week, due: Instant): readonly Message[] {
  const nearest = nearestPeople(facts, unit, "plan_owner");
  const owners = nearest.length > 0 ? nearest : peopleWith(facts, "plan_owner");
  const name = orgOf(facts, unit)?.name ?? unit;
  return [...new Set(owners.map((owner) => owner.email))].map((person) => ({
    kind: "notice",
    to: { person },
    unit,
    week,
    due,
    why: why.nobody(name),
    about: { notice: "no_manager" },
  }));
}
