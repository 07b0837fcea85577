// Pure. What a query is run against: the plan as the asker may see it, and the pen that writes the answer.

import { memoised } from "../../lib/memo.ts";
import type { IsoDate } from "../../lib/time.ts";
import { measureOf, measuresOfUnit, measuresOwnedUnder } from "../../plan/facts.ts";
import { staffingThrough } from "../../plan/guard.ts";
import { defaultThrough, todayOf, weekNow } from "../../plan/moment.ts";
import { orgOf, regionOf } from "../../plan/organisation.ts";
import type { Lang, Measure, MeasureId, OrgId, Plan, PlanFacts } from "../../plan/plan.ts";
import type { RhythmSettings } from "../../plan/rhythm.ts";
import { weekBeingReported } from "../../plan/rhythm.ts";
import type { Viewer } from "../../plan/rights.ts";
import type { Month, Week } from "../../plan/week.ts";
import type { DataDates } from "../answer.ts";

export interface World {
  /** Without what the asker may not see. */
  readonly plan: Plan;
  /** All of it: only for coverage, and to tell "may not see" from "is not there". */
  readonly whole: Plan;
  readonly hidden: ReadonlySet<MeasureId>;
  readonly viewer: Viewer;
  readonly rhythm: RhythmSettings;
  readonly lang: Lang;
  readonly today: IsoDate;
  /** The week that now lies in. */
  readonly week: Week;
  /** The week of the lägen, when it is one that has passed. */
  readonly asOf: Week | null;
  /** "Veckans rapport". */
  readonly reportWeek: Week;
  /** ekonomi t.o.m. */
  readonly through: Month;
}

export function worldOf(
  whole: Plan,
  plan: Plan,
  hidden: readonly MeasureId[],
  viewer: Viewer,
  rhythm: RhythmSettings,
  lang: Lang,
): World {
  return {
    plan,
    whole,
    hidden: new Set(hidden),
    viewer,
    rhythm,
    lang,
    today: todayOf(whole),
    week: weekNow(whole),
    asOf: null,
    reportWeek: weekBeingReported(whole.now, rhythm),
    through: defaultThrough(whole),
  };
}

/** How far each kind of data reaches. */
export function dataDates(world: World): DataDates {
  return {
    economy: world.through,
    staffing: staffingThroughOf(world),
    reports: world.whole.book.lastWeek(world.whole.now),
  };
}

const staffingByFacts = memoised((facts: PlanFacts) => ({ facts, known: new Map<string, Week | null>() }));

function staffingThroughOf(world: World): Week | null {
  const { known } = staffingByFacts(world.whole.facts);
  const key = world.today;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size > 50) known.clear();
  const through = staffingThrough(world.whole);
  known.set(key, through);
  return through;
}

export function orgName(world: World, id: OrgId): string {
  return orgOf(world.plan.facts, id)?.name ?? id;
}

/** `M-07 Samordna tolkar` */
export function measureName(measure: Measure): string {
  return `${measure.id} ${measure.title}`;
}

export function measuresByIds(world: World, ids: readonly MeasureId[]): Measure[] {
  return ids.flatMap((id) => measureOf(world.plan.facts, id) ?? []);
}

/** Whose amounts belong to the organisations; every measure when none is named. */
export function ownedBy(world: World, orgs: readonly OrgId[]): readonly Measure[] {
  const [only] = orgs;
  if (only === undefined) return world.plan.facts.measures;
  if (orgs.length === 1) return measuresOwnedUnder(world.plan.facts, only);
  const found = new Set(orgs.flatMap((org) => measuresOwnedUnder(world.plan.facts, org)));
  return world.plan.facts.measures.filter((measure) => found.has(measure));
}

/** The lines of units: their own measures and those they take part in; for förvaltning and up what is owned below. */
export function linesOf(world: World, orgs: readonly OrgId[]): readonly Measure[] {
  const found = new Set<Measure>();
  for (const org of orgs) {
    const isUnit = orgOf(world.plan.facts, org)?.level === "unit";
    const measures = isUnit
      ? measuresOfUnit(world.plan.facts, org).map((row) => row.measure)
      : measuresOwnedUnder(world.plan.facts, org);
    for (const measure of measures) found.add(measure);
  }
  return [...found];
}

export function isUnit(world: World, id: OrgId): boolean {
  return orgOf(world.plan.facts, id)?.level === "unit";
}

/** `plan`, the one organisation, or the one measure an answer is about. The region is the plan. */
export function subjectOf(world: World, orgs: readonly OrgId[], measures: readonly MeasureId[]): string {
  if (measures.length === 1) return measures[0] as string;
  if (orgs.length === 1 && orgs[0] !== regionOf(world.plan.facts)?.id) return orgs[0] as string;
  return orgs.length === 1 ? (orgs[0] as string) : "plan";
}
