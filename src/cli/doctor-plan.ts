// Pure. What in the plan itself would keep the bot from doing its work.
import { isZone } from "../lib/time.ts";
import { reportingUnits } from "../plan/facts.ts";
import { todayOf } from "../plan/moment.ts";
import { orgOf } from "../plan/organisation.ts";
import { peopleFor, peopleWith } from "../plan/people.ts";
import type { Email, OrgId, Plan } from "../plan/plan.ts";
import { maySteer, viewerOf } from "../plan/rights.ts";
import { type Check, doctorWords as words } from "./doctor-words.ts";

/** Somebody met in Teams. */
export interface Met {
  readonly email: Email | null;
  readonly installed: boolean;
  readonly inRoster: boolean;
}

export function checkPlan(plan: Plan, people: readonly Met[]): Check[] {
  const { header, measures, orgs } = plan.facts;
  return [
    words.plan(header.name, plan.version, measures.length, orgs.length),
    isZone(header.zone) ? words.zone(header.zone) : words.unknownZone(header.zone),
    ...(hasOwner(plan) ? [] : [words.noOwner]),
    ...(header.economyThrough === null ? [words.noEconomy] : []),
    ...(isZone(header.zone) && header.to < todayOf(plan) ? [words.ended(header.to)] : []),
    checkManagers(plan),
    checkReach(plan, people),
  ];
}

function hasOwner({ facts }: Plan): boolean {
  return peopleWith(facts, "plan_owner").some(({ email }) => {
    const viewer = viewerOf(facts, email);
    return viewer !== null && maySteer(facts, viewer);
  });
}

function checkManagers({ facts }: Plan): Check {
  const without = reportingUnits(facts).filter((unit) => peopleFor(facts, unit, "line_manager").length === 0);
  const name = (unit: OrgId) => orgOf(facts, unit)?.name ?? unit;
  return without.length === 0 ? words.managers : words.unitsWithoutManager(without.map(name));
}

/** The linjechefer whom the bot can't write to yet. */
function checkReach({ facts }: Plan, people: readonly Met[]): Check {
  const met = new Set(people.filter(({ installed, inRoster }) => installed || inRoster).map(({ email }) => email));
  const managers = new Set(peopleWith(facts, "line_manager").map(({ email }) => email));
  const unmet = [...managers].filter((email) => !met.has(email)).length;
  return unmet === 0 ? words.reach(managers.size) : words.notReached(unmet, managers.size);
}
