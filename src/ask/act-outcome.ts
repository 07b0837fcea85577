// Pure. What may come of a wish, and the units it may be about.
import type { Action } from "../plan/action.ts";
import { measureOf } from "../plan/facts.ts";
import { standsInFor, unitsLedBy } from "../plan/people.ts";
import type { MeasureId, OrgId } from "../plan/plan.ts";
import { maySteer } from "../plan/rights.ts";
import type { Week } from "../plan/week.ts";
import type { Choice } from "./answer.ts";
import type { Refusal } from "./grammar/bounds.ts";
import type { Heard } from "./grammar/heard.ts";
import { type Preference, settleSubjects } from "./grammar/subjects.ts";
import { measureName, orgName, type World } from "./run/world.ts";
import * as words from "./words/action-words.ts";

export type Outcome =
  | {
      readonly is: "confirm";
      readonly action: Action;
      readonly lines: readonly string[];
      readonly measures: readonly MeasureId[];
      readonly orgs: readonly OrgId[];
    }
  | { readonly is: "clarify"; readonly line: string; readonly choices: readonly Choice[] }
  | { readonly is: "refuse"; readonly why: Refusal }
  | { readonly is: "show"; readonly digest: Week; readonly line: string }
  | { readonly is: "tell"; readonly lines: readonly string[]; readonly orgs: readonly OrgId[] }
  | { readonly is: "unknown"; readonly words?: readonly string[] };

export const MOST_CHOICES = 4;

export function confirm(
  action: Action,
  lines: readonly string[],
  measures: readonly MeasureId[] = [],
  orgs: readonly OrgId[] = [],
): Outcome {
  return { is: "confirm", action, lines, measures, orgs };
}

export function steered(world: World, action: Action, line: string): Outcome {
  return maySteer(world.whole.facts, world.viewer) ? confirm(action, [line]) : { is: "refuse", why: "steer" };
}

/** Units the asker answers for: their own, and on this day those of a chef they stand in for. */
export function reportable(world: World): OrgId[] {
  const { facts } = world.whole;
  const away = standsInFor(facts, world.viewer.email, world.today).flatMap((email) => unitsLedBy(facts, email));
  return [...new Set([...unitsLedBy(facts, world.viewer.email), ...away])];
}

export function orgsNamed(
  world: World,
  heard: Heard,
  prefer: Preference,
): { orgs: readonly OrgId[]; ambiguous: readonly OrgId[] } {
  const subjects = settleSubjects(heard, world.whole.facts, ["org"], true, prefer);
  const ambiguous = subjects.ambiguous?.orgs ?? [];
  // "Vilken enhet gäller det?" was asked because none was named: the one picked then is the one named.
  const isNamed = subjects.orgs.length > 0 || ambiguous.length > 0;
  return { orgs: isNamed ? subjects.orgs : prefer.orgs, ambiguous };
}

export function unitChoice(world: World, units: readonly OrgId[]): Outcome {
  const choices = units
    .slice(0, MOST_CHOICES)
    .map((unit): Choice => ({ label: orgName(world, unit), measures: [], orgs: [unit] }));
  return { is: "clarify", line: words.whichUnit(world.lang), choices };
}

// Those who act on behalf of others must say of whom.
export function withoutUnit(world: World): Outcome {
  const onBehalf = world.viewer.roles.some(({ role }) =>
    ["area_manager", "administration_manager", "plan_owner", "controller"].includes(role),
  );
  return onBehalf ? unitChoice(world, []) : { is: "refuse", why: "report" };
}

export function nameOfMeasure(world: World, id: MeasureId): string {
  const measure = measureOf(world.whole.facts, id);
  return measure ? measureName(measure) : id;
}
