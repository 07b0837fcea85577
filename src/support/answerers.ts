// Pure. Who answers a stödbegäran: the förstärkningsteam, or the närmaste chef for "beslut från min chef".
import { todayOf } from "../plan/moment.ts";
import { ancestorsOf } from "../plan/organisation.ts";
import { nearestManagers, nearestPeople, peopleFor, peopleWith } from "../plan/people.ts";
import type { Email, OrgId, PersonRow, Plan, PlanFacts, SupportType } from "../plan/plan.ts";
import { standIn } from "../plan/recipients.ts";

export interface Answerers {
  /** `plan_owner`: there is nobody else, so the planägare is told. */
  readonly who: "support_team" | "manager" | "plan_owner";
  /** Each once; empty only when the plan has no planägare either. */
  readonly people: readonly Email[];
}

/** `asker` never answers an own request. A chef who is away today is stood in for by the ersättare. */
export function answerersOf(plan: Plan, unit: OrgId, type: SupportType, asker: Email | null): Answerers {
  const { facts } = plan;
  const wanted = type === "manager_decision" ? managersFor(facts, unit, asker) : teamFor(facts, unit, asker);
  if (wanted.length > 0) {
    const who = type === "manager_decision" ? "manager" : "support_team";
    return { who, people: present(plan, wanted, asker) };
  }
  return { who: "plan_owner", people: present(plan, peopleWith(facts, "plan_owner"), null) };
}

/** Everyone in the team whose reach the unit lies within. */
function teamFor(facts: PlanFacts, unit: OrgId, asker: Email | null): readonly PersonRow[] {
  const reach = [unit, ...ancestorsOf(facts, unit).map((org) => org.id)];
  return reach.flatMap((org) => peopleFor(facts, org, "support_team")).filter((row) => row.email !== asker);
}

/** The chef nearest above the asker: a verksamhetschef who asks is answered by the förvaltningschef. */
function managersFor(facts: PlanFacts, unit: OrgId, asker: Email | null): readonly PersonRow[] {
  const nearest = nearestManagers(facts, unit);
  if (!nearest.some((row) => row.email === asker)) return nearest;
  return nearestPeople(facts, unit, "administration_manager").filter((row) => row.email !== asker);
}

function present(plan: Plan, rows: readonly PersonRow[], asker: Email | null): Email[] {
  const today = todayOf(plan);
  const found = rows.map((row) => {
    const deputy = standIn(plan.facts, row.email, today);
    return deputy === asker ? row.email : deputy;
  });
  return [...new Set(found)];
}
