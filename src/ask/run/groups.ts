// Pure. Measures divided into groups.
import { grouped } from "../../lib/memo.ts";
import { ancestorsOf, isUnder, orgOf, orgsUnder, regionOf } from "../../plan/organisation.ts";
import type { Measure, Org, OrgId } from "../../plan/plan.ts";
import { stateIn } from "../../plan/status.ts";
import {
  CAUSE_WORDS,
  HORIZON_WORDS,
  KIND_WORDS,
  MECHANISM_WORDS,
  PERMANENCE_WORDS,
  STATE_WORDS,
} from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/list-words.ts";
import { causeOf } from "./filter.ts";
import { scopeOf } from "./span.ts";
import { measureName, type World } from "./world.ts";

export interface Grouped {
  readonly label: string;
  /** Organisation or measure id; null for other groups. */
  readonly id: string | null;
  readonly measures: readonly Measure[];
  readonly filter?: string;
}

export function groupsOf(world: World, query: PlanQuery, group: NonNullable<PlanQuery["group"]>): readonly Grouped[] {
  const scope = scopeOf(world, { ...query, measures: [] });
  const region = regionOf(world.plan.facts)?.id;
  if (group === "region" || group === "board" || group === "administration" || group === "area" || group === "unit") {
    const tops = query.orgs.length > 0 ? query.orgs : region ? [region] : [];
    const orgs = tops
      .flatMap((top) => orgsUnder(world.plan.facts, top, group))
      .filter((org) => !isLeftOut(world, query, org));
    const owned = byLevel(world, scope, group);
    return [...new Set(orgs)].map((org: Org) => ({ label: org.name, id: org.id, measures: owned.get(org.id) ?? [] }));
  }
  if (group === "measure")
    return scope.map((measure) => ({ label: measureName(measure), id: measure.id, measures: [measure] }));
  return [...grouped(scope, (measure) => keyOf(world, measure, group))]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([label, measures]) => ({
      label,
      id: null,
      measures,
      filter: `${words.GROUP_WORDS[group]?.sv ?? group}=${label}`,
    }));
}

// "Utöver tandvården": it has no place of its own, not even as one without data.
function isLeftOut(world: World, query: PlanQuery, org: Org): boolean {
  return query.filters.some(
    (filter) =>
      filter.on === "owner" && filter.not && filter.values.some((id) => isUnder(world.plan.facts, org.id, id)),
  );
}

// Each measure under the organisation of that level that its owner belongs to: one pass, whatever the size.
function byLevel(
  world: World,
  measures: readonly Measure[],
  level: Org["level"],
): ReadonlyMap<OrgId, readonly Measure[]> {
  const placeOf = new Map<OrgId, OrgId | null>();
  const found = new Map<OrgId, Measure[]>();
  for (const measure of measures) {
    if (!placeOf.has(measure.owner)) placeOf.set(measure.owner, placeAt(world, measure.owner, level));
    const place = placeOf.get(measure.owner) ?? null;
    if (place === null) continue;
    const known = found.get(place);
    if (known) known.push(measure);
    else found.set(place, [measure]);
  }
  return found;
}

function placeAt(world: World, id: OrgId, level: Org["level"]): OrgId | null {
  if (orgOf(world.plan.facts, id)?.level === level) return id;
  return ancestorsOf(world.plan.facts, id).find((org) => org.level === level)?.id ?? null;
}

function keyOf(world: World, measure: Measure, group: string): string {
  const { lang } = world;
  if (group === "theme") return measure.theme;
  if (group === "horizon") return HORIZON_WORDS[measure.horizon][lang];
  if (group === "kind") return measure.kind ? KIND_WORDS[measure.kind][lang] : words.notGiven(lang);
  if (group === "mechanism") return measure.mechanism ? MECHANISM_WORDS[measure.mechanism][lang] : words.notGiven(lang);
  if (group === "permanence")
    return measure.permanence ? PERMANENCE_WORDS[measure.permanence][lang] : words.notGiven(lang);
  if (group === "cause") {
    const cause = causeOf(world, measure);
    return cause ? CAUSE_WORDS[cause][lang] : words.notGiven(lang);
  }
  return STATE_WORDS[stateIn(world.plan, measure, world.week)][lang];
}
