// Pure. The rows of the plan by what they hang on: looked up in an index that is built once per version of the facts.
import { bySwedish } from "../lib/collate.ts";
import { grouped, memoised } from "../lib/memo.ts";
import { subtreeOf } from "./organisation.ts";
import type {
  Agency,
  Assumption,
  Decision,
  Effect,
  Indicator,
  Measure,
  MeasureId,
  Milestone,
  OrgId,
  Participation,
  PlanFacts,
  Prerequisite,
  Production,
  Staffing,
} from "./plan.ts";

/** A measure that a unit owns or takes part in. */
export interface UnitMeasure {
  readonly measure: Measure;
  /** Whether the unit owns it (ägare); else it takes part (deltagande). */
  readonly own: boolean;
}

const measuresById = memoised((facts: PlanFacts) => new Map(facts.measures.map((measure) => [measure.id, measure])));
const measuresByOwner = memoised((facts: PlanFacts) => grouped(facts.measures, (measure) => measure.owner));
const participationsByMeasure = memoised((facts: PlanFacts) => grouped(facts.participations, (row) => row.measure));
const participationsByUnit = memoised((facts: PlanFacts) => grouped(facts.participations, (row) => row.unit));
const prerequisitesByMeasure = memoised((facts: PlanFacts) => grouped(facts.prerequisites, (row) => row.measure));
const prerequisitesByTarget = memoised((facts: PlanFacts) => grouped(facts.prerequisites, (row) => row.dependsOn));
const assumptionsByMeasure = memoised((facts: PlanFacts) => grouped(facts.assumptions, (row) => row.measure));
const milestonesByMeasure = memoised((facts: PlanFacts) => grouped(facts.milestones, (row) => row.measure));
const indicatorsByOrg = memoised((facts: PlanFacts) => grouped(facts.indicators, (row) => row.org));
const effectsByMeasure = memoised((facts: PlanFacts) => inOrder(facts.effects, "measure", (row) => row.month));
const staffingByUnit = memoised((facts: PlanFacts) => inOrder(facts.staffing, "unit", (row) => row.week));
const agencyByUnit = memoised((facts: PlanFacts) => inOrder(facts.agency, "unit", (row) => row.month));
const productionByUnit = memoised((facts: PlanFacts) => grouped(facts.production, (row) => row.unit));

const decisionsByMeasure = memoised((facts: PlanFacts) => {
  const pairs = facts.decisions.flatMap((decision) => decision.measures.map((measure) => ({ measure, decision })));
  pairs.sort((a, b) => (a.decision.date < b.decision.date ? -1 : a.decision.date > b.decision.date ? 1 : 0));
  return grouped(pairs, (pair) => pair.measure);
});

export function measureOf(facts: PlanFacts, id: MeasureId): Measure | null {
  return measuresById(facts).get(id) ?? null;
}

/** The measures whose amounts belong to `org`: owned by it or by anything below it, in file order. */
export function measuresOwnedUnder(facts: PlanFacts, org: OrgId): readonly Measure[] {
  const inside = subtreeOf(facts, org);
  return facts.measures.filter((measure) => inside.has(measure.owner));
}

/** What a unit has a line for: its own measures first, then those it takes part in, each once, in file order. */
export function measuresOfUnit(facts: PlanFacts, unit: OrgId): readonly UnitMeasure[] {
  const own = measuresByOwner(facts).get(unit) ?? [];
  const seen = new Set(own.map((measure) => measure.id));
  const shared: UnitMeasure[] = [];
  for (const row of participationsByUnit(facts).get(unit) ?? []) {
    const measure = measureOf(facts, row.measure);
    if (!measure || seen.has(row.measure)) continue;
    seen.add(row.measure);
    shared.push({ measure, own: false });
  }
  return [...own.map((measure) => ({ measure, own: true })), ...shared];
}

/** Every organisation that owns or takes part in a measure, of whatever level, in file order. */
export const reportingUnits: (facts: PlanFacts) => readonly OrgId[] = memoised((facts: PlanFacts) =>
  facts.orgs.map((org) => org.id).filter((id) => measuresByOwner(facts).has(id) || participationsByUnit(facts).has(id)),
);

export function participationsOf(facts: PlanFacts, measure: MeasureId): readonly Participation[] {
  return participationsByMeasure(facts).get(measure) ?? [];
}

/** By month, earliest first. */
export function effectsOf(facts: PlanFacts, measure: MeasureId): readonly Effect[] {
  return effectsByMeasure(facts).get(measure) ?? [];
}

export function prerequisitesOf(facts: PlanFacts, measure: MeasureId): readonly Prerequisite[] {
  return prerequisitesByMeasure(facts).get(measure) ?? [];
}

/** The prerequisites of other measures that point at this one. */
export function prerequisitesOn(facts: PlanFacts, measure: MeasureId): readonly Prerequisite[] {
  return prerequisitesByTarget(facts).get(measure) ?? [];
}

export function assumptionsOf(facts: PlanFacts, measure: MeasureId): readonly Assumption[] {
  return assumptionsByMeasure(facts).get(measure) ?? [];
}

export function milestonesOf(facts: PlanFacts, measure: MeasureId): readonly Milestone[] {
  return milestonesByMeasure(facts).get(measure) ?? [];
}

/** By date, earliest first. */
export function decisionsOf(facts: PlanFacts, measure: MeasureId): readonly Decision[] {
  return (decisionsByMeasure(facts).get(measure) ?? []).map((pair) => pair.decision);
}

/** By week, earliest first. */
export function staffingOf(facts: PlanFacts, unit: OrgId): readonly Staffing[] {
  return staffingByUnit(facts).get(unit) ?? [];
}

/** By month, earliest first. */
export function agencyOf(facts: PlanFacts, unit: OrgId): readonly Agency[] {
  return agencyByUnit(facts).get(unit) ?? [];
}

/** In file order: the first metric (mått) is the one paired with staffing. */
export function productionOf(facts: PlanFacts, unit: OrgId): readonly Production[] {
  return productionByUnit(facts).get(unit) ?? [];
}

export function indicatorsOf(facts: PlanFacts, org: OrgId): readonly Indicator[] {
  return indicatorsByOrg(facts).get(org) ?? [];
}

/** How lists of measures are ordered unless asked otherwise: largest `beslutad` first, unknown last, then id. */
export function byDecided(a: Measure, b: Measure): number {
  if (a.decided !== b.decided) {
    if (a.decided === null) return 1;
    if (b.decided === null) return -1;
    return b.decided - a.decided;
  }
  return bySwedish(a.id, b.id);
}

function inOrder<K extends string, P, T extends Record<K, P>>(rows: readonly T[], key: K, timeOf: (row: T) => string) {
  const groups = grouped(rows, (row): P => row[key]);
  for (const group of groups.values()) {
    group.sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));
  }
  return groups;
}
