// Pure. The rows of the plan by what they hang on, looked up in an index. An index belongs to its list of rows; what a
// viewer may see of a plan is looked up in the indexes of the whole plan (`hidden.ts`).
import { bySwedish } from "../lib/collate.ts";
import { grouped, groupedInOrder, memoised } from "../lib/memo.ts";
import { seenDecision, seenThrough, withoutHiddenTarget } from "./hidden.ts";
import { subtreeOf } from "./organisation.ts";
import type {
  Agency,
  Assumption,
  Decision,
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

const measuresById = memoised((rows: readonly Measure[]) => new Map(rows.map((row) => [row.id, row])));
const measuresByOwner = memoised((rows: readonly Measure[]) => grouped(rows, (measure) => measure.owner));
const participationsByMeasure = memoised((rows: readonly Participation[]) => grouped(rows, (row) => row.measure));
const participationsByUnit = memoised((rows: readonly Participation[]) => grouped(rows, (row) => row.unit));
const prerequisitesByMeasure = memoised((rows: readonly Prerequisite[]) => grouped(rows, (row) => row.measure));
const prerequisitesByTarget = memoised((rows: readonly Prerequisite[]) => grouped(rows, (row) => row.dependsOn));
const assumptionsByMeasure = memoised((rows: readonly Assumption[]) => grouped(rows, (row) => row.measure));
const milestonesByMeasure = memoised((rows: readonly Milestone[]) => grouped(rows, (row) => row.measure));
const indicatorsByOrg = memoised((rows: readonly Indicator[]) => grouped(rows, (row) => row.org));
const staffingByUnit = memoised((rows: readonly Staffing[]) =>
  groupedInOrder(
    rows,
    (row) => row.unit,
    (row) => row.week,
  ),
);
const measuresByUnit = memoised((_facts: PlanFacts) => new Map<OrgId, readonly UnitMeasure[]>());
const agencyByUnit = memoised((rows: readonly Agency[]) =>
  groupedInOrder(
    rows,
    (row) => row.unit,
    (row) => row.month,
  ),
);
const productionByUnit = memoised((rows: readonly Production[]) => grouped(rows, (row) => row.unit));

const decisionsByMeasure = memoised((rows: readonly Decision[]) => {
  const pairs = rows.flatMap((decision) => [...new Set(decision.measures)].map((measure) => ({ measure, decision })));
  pairs.sort((a, b) => (a.decision.date < b.decision.date ? -1 : a.decision.date > b.decision.date ? 1 : 0));
  return grouped(pairs, (pair) => pair.measure);
});

export function measureOf(facts: PlanFacts, id: MeasureId): Measure | null {
  return measuresById(facts.measures).get(id) ?? null;
}

/** The measures whose amounts belong to `org`: owned by it or by anything below it, in file order. */
export function measuresOwnedUnder(facts: PlanFacts, org: OrgId): readonly Measure[] {
  const inside = subtreeOf(facts, org);
  if (inside.size === 1) return measuresByOwner(facts.measures).get(org) ?? [];
  return facts.measures.filter((measure) => inside.has(measure.owner));
}

/** What a unit has a line for: its own measures first, then those it takes part in, each once, in file order. */
export function measuresOfUnit(facts: PlanFacts, unit: OrgId): readonly UnitMeasure[] {
  const known = measuresByUnit(facts);
  const found = known.get(unit) ?? findMeasuresOfUnit(facts, unit);
  known.set(unit, found);
  return found;
}

function findMeasuresOfUnit(facts: PlanFacts, unit: OrgId): readonly UnitMeasure[] {
  const own = measuresByOwner(facts.measures).get(unit) ?? [];
  const seen = new Set(own.map((measure) => measure.id));
  const shared: UnitMeasure[] = [];
  for (const row of participationsByUnit(seenThrough(facts).whole.participations).get(unit) ?? []) {
    const measure = measureOf(facts, row.measure);
    if (!measure || seen.has(row.measure)) continue;
    seen.add(row.measure);
    shared.push({ measure, own: false });
  }
  return [...own.map((measure) => ({ measure, own: true })), ...shared];
}

/** Every organisation that owns or takes part in a measure, of whatever level, in file order. */
export const reportingUnits: (facts: PlanFacts) => readonly OrgId[] = memoised((facts: PlanFacts) =>
  facts.orgs
    .map((org) => org.id)
    .filter((id) => measuresByOwner(facts.measures).has(id) || participationsByUnit(facts.participations).has(id)),
);

export function participationsOf(facts: PlanFacts, measure: MeasureId): readonly Participation[] {
  const { whole, hidden } = seenThrough(facts);
  return hidden.has(measure) ? [] : (participationsByMeasure(whole.participations).get(measure) ?? []);
}

export function prerequisitesOf(facts: PlanFacts, measure: MeasureId): readonly Prerequisite[] {
  const { whole, hidden } = seenThrough(facts);
  if (hidden.has(measure)) return [];
  const rows = prerequisitesByMeasure(whole.prerequisites).get(measure) ?? [];
  return hidden.size === 0 ? rows : rows.map((row) => withoutHiddenTarget(row, hidden));
}

/** The prerequisites of other measures that point at this one. */
export function prerequisitesOn(facts: PlanFacts, measure: MeasureId): readonly Prerequisite[] {
  const { whole, hidden } = seenThrough(facts);
  if (hidden.has(measure)) return [];
  const rows = prerequisitesByTarget(whole.prerequisites).get(measure) ?? [];
  return hidden.size === 0 ? rows : rows.filter((row) => !hidden.has(row.measure));
}

export function assumptionsOf(facts: PlanFacts, measure: MeasureId): readonly Assumption[] {
  const { whole, hidden } = seenThrough(facts);
  return hidden.has(measure) ? [] : (assumptionsByMeasure(whole.assumptions).get(measure) ?? []);
}

export function milestonesOf(facts: PlanFacts, measure: MeasureId): readonly Milestone[] {
  const { whole, hidden } = seenThrough(facts);
  return hidden.has(measure) ? [] : (milestonesByMeasure(whole.milestones).get(measure) ?? []);
}

/** By date, earliest first. */
export function decisionsOf(facts: PlanFacts, measure: MeasureId): readonly Decision[] {
  const { whole, hidden } = seenThrough(facts);
  if (hidden.has(measure)) return [];
  const pairs = decisionsByMeasure(whole.decisions).get(measure) ?? [];
  return pairs.flatMap(({ decision }) => seenDecision(decision, hidden) ?? []);
}

/** By week, earliest first. */
export function staffingOf(facts: PlanFacts, unit: OrgId): readonly Staffing[] {
  return staffingByUnit(facts.staffing).get(unit) ?? [];
}

/** By month, earliest first. */
export function agencyOf(facts: PlanFacts, unit: OrgId): readonly Agency[] {
  return agencyByUnit(facts.agency).get(unit) ?? [];
}

/** In file order: the first metric (mått) is the one paired with staffing. */
export function productionOf(facts: PlanFacts, unit: OrgId): readonly Production[] {
  return productionByUnit(facts.production).get(unit) ?? [];
}

export function indicatorsOf(facts: PlanFacts, org: OrgId): readonly Indicator[] {
  return indicatorsByOrg(facts.indicators).get(org) ?? [];
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
