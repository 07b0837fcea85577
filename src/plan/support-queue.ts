// Pure. Stödbegäran as known now.
import { daysBetween, type IsoDate } from "../lib/time.ts";
import { todayOf } from "./moment.ts";
import type { OrgId, Plan, SupportRequest } from "./plan.ts";

/** Those created by today, oldest first; of one unit when it is given. */
export function supportKnown(plan: Plan, unit?: OrgId): readonly SupportRequest[] {
  const today = todayOf(plan);
  return plan.book.support
    .filter((request) => request.created <= today && (unit === undefined || request.unit === unit))
    .sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
}

/** Those of them that are not closed by today, oldest first. */
export function openSupport(plan: Plan, unit?: OrgId): readonly SupportRequest[] {
  const today = todayOf(plan);
  return supportKnown(plan, unit).filter((request) => request.closed === null || request.closed > today);
}

/** Whole days since it was created. */
export function supportAge(request: SupportRequest, today: IsoDate): number {
  return daysBetween(request.created, today);
}
