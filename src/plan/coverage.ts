// Pure. Which units owe a report for a week and which have given it. Coverage counts units, not measures.

import { grouped } from "../lib/memo.ts";
import type { Instant } from "../lib/time.ts";
import { percentOf } from "./amount.ts";
import { measuresOfUnit, reportingUnits } from "./facts.ts";
import { administrationOf, subtreeOf } from "./organisation.ts";
import type { OrgId, Plan, State } from "./plan.ts";
import { stateIn } from "./status.ts";
import { addWeeks, type Week } from "./week.ts";

/** Whether a week has cards at all (not summer, not jul): said by the rhythm. */
export type IsCardWeek = (week: Week) => boolean;

/** Whether a measure in this läge makes its units owe a report. */
export function isActive(state: State): boolean {
  return state === "on_track" || state === "deviation" || state === "critical" || state === "paused";
}

/** Whether a unit has an active line in `week`, own or shared. (A week without cards owes nothing: ask the rhythm.) */
export function owes(plan: Plan, unit: OrgId, week: Week): boolean {
  return measuresOfUnit(plan.facts, unit).some(({ measure }) => isActive(stateIn(plan, measure, week)));
}

export interface Coverage {
  readonly week: Week;
  /** All four in file order. */
  readonly expected: readonly OrgId[];
  readonly received: readonly OrgId[];
  readonly missing: readonly OrgId[];
  /** Among the received: first answer after `due`. Empty when no `due` was given. */
  readonly late: readonly OrgId[];
  /** Unrounded percent; null when nothing was expected. */
  readonly percent: number | null;
}

/** Coverage of the units at or below `org` (default: the whole plan) as known now. */
export function coverageOf(plan: Plan, week: Week, org: OrgId | null = null, due?: Instant): Coverage {
  const inside = org === null ? null : subtreeOf(plan.facts, org);
  const units = reportingUnits(plan.facts).filter((unit) => inside === null || inside.has(unit));
  return coverageAmong(plan, units, week, due);
}

/** One per förvaltning that has an expected unit, in file order; units outside every förvaltning under `null`. */
export function coverageByAdministration(
  plan: Plan,
  week: Week,
  due?: Instant,
): readonly { readonly administration: OrgId | null; readonly coverage: Coverage }[] {
  const groups = grouped(reportingUnits(plan.facts), (unit) => administrationOf(plan.facts, unit)?.id ?? null);
  const order = [...plan.facts.orgs.map((org) => org.id), null];
  return order
    .filter((administration) => groups.has(administration))
    .map((administration) => ({
      administration,
      coverage: coverageAmong(plan, groups.get(administration) ?? [], week, due),
    }))
    .filter(({ coverage }) => coverage.expected.length > 0);
}

/**
 * How many weeks in a row, ending with `week`, a unit owed a report and gave none. Weeks without card, or in which the
 * unit owed none, neither count nor break. Looks back to `first` (default: the first week anyone reported).
 */
export function missedInRow(plan: Plan, unit: OrgId, week: Week, isCardWeek: IsCardWeek, first?: Week): number {
  const earliest = first ?? plan.book.firstWeek(plan.now) ?? week;
  let missed = 0;
  for (let at = week; at >= earliest; at = addWeeks(at, -1)) {
    if (plan.book.receivedAt(unit, at, plan.now) !== null) break;
    if (isCardWeek(at) && owes(plan, unit, at)) missed++;
  }
  return missed;
}

function coverageAmong(plan: Plan, units: readonly OrgId[], week: Week, due: Instant | undefined): Coverage {
  const expected = units.filter((unit) => owes(plan, unit, week));
  const received: OrgId[] = [];
  const missing: OrgId[] = [];
  const late: OrgId[] = [];
  for (const unit of expected) {
    const at = plan.book.receivedAt(unit, week, plan.now);
    if (at === null) missing.push(unit);
    else received.push(unit);
    if (at !== null && due !== undefined && at > due) late.push(unit);
  }
  return { week, expected, received, missing, late, percent: percentOf(received.length, expected.length) };
}
