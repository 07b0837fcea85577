// Pure policy: the last look at a message, the moment before it is sent. What has changed since it was written counts:
// an answer that came, a chef who left, a pause, the hour.
import { type Instant, wallAt } from "../lib/time.ts";
import { owes } from "../plan/coverage.ts";
import type { Message, MessageKind } from "../plan/message.ts";
import { todayOf } from "../plan/moment.ts";
import { GRACE_MS } from "../plan/occurrences.ts";
import { orgOf } from "../plan/organisation.ts";
import { rolesOf } from "../plan/people.ts";
import type { OrgId, Plan } from "../plan/plan.ts";
import { nextAllowed } from "../plan/quiet-hours.ts";
import { cardReaders } from "../plan/recipients.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import { subjectsOf } from "../plan/subjects.ts";
import type { Reach } from "./reach.ts";
import { advice, skipped } from "./words.ts";

export interface LastLook {
  readonly plan: Plan;
  readonly settings: RhythmSettings;
  readonly reach: Reach;
  /** A pause, or two reminders already; null when nothing hinders. */
  readonly hindrance: string | null;
}

export type Verdict =
  | { readonly do: "send"; readonly target: object; readonly conversation: string | null }
  | { readonly do: "wait"; readonly until: Instant }
  | { readonly do: "skip"; readonly why: string }
  | { readonly do: "fail"; readonly code: string; readonly advice: string };

const DAY_MS = 24 * 3_600_000;

/** How long after `due` a message still has a point: its occurrence's grace; what a person caused waits longer. */
const LIFE_MS: Readonly<Record<MessageKind, number>> = {
  card: GRACE_MS.collect,
  reminder1: GRACE_MS.remind1,
  reminder2: GRACE_MS.remind2,
  escalation: GRACE_MS.escalate,
  digest: GRACE_MS.digest,
  correction: GRACE_MS.digest,
  notice: 14 * DAY_MS,
};

/** When a message has lost its point. */
export function expiryOf(message: Pick<Message, "kind" | "due">): Instant {
  return (message.due + LIFE_MS[message.kind]) as Instant;
}

/** Whether a message is to be sent now, later, or not at all. `look.plan.now` is the moment. */
export function stillWanted(message: Message, look: LastLook): Verdict {
  const { now } = look.plan;
  if (now > expiryOf(message)) return { do: "skip", why: skipped.tooOld };
  const why = reasonToSkip(message, look.plan) ?? look.hindrance;
  if (why !== null) return { do: "skip", why };
  const until = nextAllowed(now, look.settings);
  if (until > expiryOf(message)) return { do: "skip", why: skipped.tooOld };
  if (until > now) return { do: "wait", until };
  const { reach } = look;
  if (!reach.ok) return { do: "fail", code: reach.code, advice: advice.unreachable[reach.code] };
  return { do: "send", target: reach.target, conversation: reach.conversation };
}

function reasonToSkip(message: Message, plan: Plan): string | null {
  switch (message.kind) {
    case "card":
      return message.unit === null ? null : whyUnitNeedsNothing(message, message.unit, plan);
    case "reminder1":
    case "reminder2":
      return firstUnlessNone(subjectsOf(message).map(({ unit }) => whyUnitNeedsNothing(message, unit, plan)));
    case "escalation":
      return whyNotEscalated(message, plan);
    case "digest":
    case "correction":
    case "notice":
      return null;
  }
}

function whyNotEscalated(message: Message, plan: Plan): string | null {
  const reasons = subjectsOf(message).map(({ unit, role }) =>
    role === "manager" ? whyUnitNeedsNothing(message, unit, plan) : whyNothingMissed(message, unit, plan),
  );
  return firstUnlessNone(reasons);
}

function whyUnitNeedsNothing(message: Message, unit: OrgId, plan: Plan): string | null {
  if (!orgOf(plan.facts, unit)) return skipped.unitGone;
  if (plan.book.receivedAt(unit, message.week, plan.now) !== null) return skipped.answered;
  if (!owes(plan, unit, message.week)) return skipped.owesNothing;
  return answersFor(message, unit, plan) ? null : skipped.notRecipient;
}

/** Today or on the day it was due: one that waited over a night must not fall between a chef and a deputy. */
function answersFor(message: Message, unit: OrgId, plan: Plan): boolean {
  const { to, due } = message;
  const days = [todayOf(plan), wallAt(due, plan.facts.header.zone).date];
  return days.some((day) =>
    cardReaders(plan.facts, unit, day).some((reader) => "person" in to && reader.person === to.person),
  );
}

function whyNothingMissed(message: Message, unit: OrgId, plan: Plan): string | null {
  if ("person" in message.to && rolesOf(plan.facts, message.to.person).length === 0) return skipped.notInPlan;
  return plan.book.receivedAt(unit, message.week, plan.now) !== null ? skipped.answered : null;
}

/** One unit that still needs it is enough; else why the first does not. */
function firstUnlessNone(reasons: readonly (string | null)[]): string | null {
  return reasons.includes(null) ? null : (reasons[0] ?? skipped.nothingLeft);
}
