// Pure policy: what becomes of a stödbegäran, and who is told.
import type { IsoDate } from "../lib/time.ts";
import type { Message } from "../plan/message.ts";
import { todayOf, weekNow } from "../plan/moment.ts";
import { orgOf } from "../plan/organisation.ts";
import type { Email, OrgId, Plan, SupportRequest, SupportType } from "../plan/plan.ts";
import { cardRecipients } from "../plan/recipients.ts";
import { reaches, reportingRight, type Viewer } from "../plan/rights.ts";
import { openSupport, supportKnown } from "../plan/support-queue.ts";
import { type Answerers, answerersOf } from "./answerers.ts";
import { why } from "./words-why.ts";

export interface NewRequest {
  readonly unit: OrgId;
  readonly type: SupportType;
  readonly created: IsoDate;
}

export type SupportDecision =
  | {
      readonly outcome: "open";
      readonly request: NewRequest;
      readonly by: Answerers["who"];
      readonly messages: readonly Message[];
    }
  /** The unit has an open request of that type: nothing is opened twice. */
  | { readonly outcome: "duplicate"; readonly request: SupportRequest }
  | { readonly outcome: "not_yours" | "unknown_unit" };

/** Those who may report for a unit may ask for its support: its chef or deputy, the chefer above, planägare, controller. */
export function decideSupport(plan: Plan, viewer: Viewer, unit: OrgId, type: SupportType): SupportDecision {
  if (!orgOf(plan.facts, unit)) return { outcome: "unknown_unit" };
  if (!reportingRight(plan.facts, viewer, unit, todayOf(plan))) return { outcome: "not_yours" };
  const open = openRequest(plan, unit, type);
  if (open) return { outcome: "duplicate", request: open };
  const { who } = answerersOf(plan, unit, type, viewer.email);
  const messages = supportMessages(plan, unit, type, viewer.email);
  return { outcome: "open", request: { unit, type, created: todayOf(plan) }, by: who, messages };
}

/** The open request of a unit for a type of support, or null. */
export function openRequest(plan: Plan, unit: OrgId, type: SupportType): SupportRequest | null {
  return openSupport(plan, unit).find((request) => request.type === type) ?? null;
}

/**
 * A notice to each who answers. It knows the request by unit and type, so that it can be written in the same
 * transaction as a request whose number is not given yet (a weekly report that asks for support).
 */
export function supportMessages(plan: Plan, unit: OrgId, type: SupportType, asker: Email | null): Message[] {
  const { people } = answerersOf(plan, unit, type, asker);
  const name = orgOf(plan.facts, unit)?.name ?? unit;
  return people.map((person) => noticeTo(plan, person, unit, why.asked(name, type), { notice: "support", type }));
}

export type SupportStep = "contact" | "close";

export type StepDecision =
  | {
      readonly outcome: "do";
      readonly change: Partial<Pick<SupportRequest, "firstContact" | "closed">>;
      readonly messages: readonly Message[];
    }
  | { readonly outcome: "done_before"; readonly request: SupportRequest }
  | { readonly outcome: "not_yours" }
  | { readonly outcome: "unknown_request" };

/** First contact, or closed: by the one who answers such requests, or the planägare. The unit's chef is told. */
export function decideStep(plan: Plan, viewer: Viewer, id: string, step: SupportStep): StepDecision {
  const request = supportKnown(plan).find((row) => row.id === id);
  if (!request) return { outcome: "unknown_request" };
  if (!mayAnswer(plan, viewer, request)) return { outcome: "not_yours" };
  const isDone = request.closed !== null || (step === "contact" && request.firstContact !== null);
  if (isDone) return { outcome: "done_before", request };
  const today = todayOf(plan);
  const name = orgOf(plan.facts, request.unit)?.name ?? request.unit;
  const messages = cardRecipients(plan.facts, request.unit, today)
    .filter(({ person }) => person !== viewer.email)
    .map(({ person }) =>
      noticeTo(plan, person, request.unit, why.step(name, request.type, step), {
        notice: `support_${step}`,
        request: id,
      }),
    );
  const change = step === "close" ? { closed: today } : { firstContact: today };
  return { outcome: "do", change, messages };
}

function mayAnswer(plan: Plan, viewer: Viewer, request: SupportRequest): boolean {
  if (reaches(plan.facts, viewer, ["plan_owner"], request.unit)) return true;
  const { people } = answerersOf(plan, request.unit, request.type, null);
  return (
    people.includes(viewer.email) ||
    (request.type !== "manager_decision" && reaches(plan.facts, viewer, ["support_team"], request.unit))
  );
}

function noticeTo(plan: Plan, person: Email, unit: OrgId, reason: string, about: Message["about"]): Message {
  return { kind: "notice", to: { person }, unit, week: weekNow(plan), due: plan.now, why: reason, about };
}
