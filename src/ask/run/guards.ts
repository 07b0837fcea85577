// Pure. Guards are computed once per unit, version of the facts and day: a question about every unit asks for all of them.
// Nothing in them is hidden from anyone, so that all who ask share those of the whole plan.
import { memoised } from "../../lib/memo.ts";
import type { IsoDate } from "../../lib/time.ts";
import { type Guard, guardOf } from "../../plan/guard.ts";
import { subtreeOf } from "../../plan/organisation.ts";
import type { OrgId, PlanFacts } from "../../plan/plan.ts";
import type { World } from "./world.ts";

const known = memoised((_facts: PlanFacts) => ({ day: null as IsoDate | null, guards: new Map<OrgId, Guard>() }));

export function guardFor(world: World, unit: OrgId): Guard {
  const kept = known(world.whole.facts);
  if (kept.day !== world.today) {
    kept.day = world.today;
    kept.guards.clear();
  }
  const guard = kept.guards.get(unit) ?? guardOf(world.whole, unit);
  kept.guards.set(unit, guard);
  return guard;
}

/** Those at or below an organisation with any staffing or production, in file order. */
export function guardsFor(world: World, org: OrgId): readonly Guard[] {
  return guardsUnder(world, org).filter((guard) => guard.staffing !== null || guard.production.length > 0);
}

/** All at or below an organisation: one without staffing of its own may still have hired. */
export function guardsUnder(world: World, org: OrgId): readonly Guard[] {
  const inside = subtreeOf(world.plan.facts, org);
  return world.plan.facts.orgs.filter((one) => inside.has(one.id)).map((one) => guardFor(world, one.id));
}
