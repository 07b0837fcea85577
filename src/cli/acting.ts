// Pure. Whoever has the command line acts as planägare of the whole plan.
import { regionOf } from "../plan/organisation.ts";
import type { Email, PlanFacts } from "../plan/plan.ts";
import type { Viewer } from "../plan/rights.ts";

/** `by`: what the log calls them. It is no address, so it can't be taken for somebody's in Personer. */
export function planOwner(facts: PlanFacts, by: string): Viewer {
  const top = regionOf(facts);
  const roles = top ? [{ role: "plan_owner", org: top.id } as const] : [];
  return { email: by as Email, lang: "sv", roles, channel: false };
}
