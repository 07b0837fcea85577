// Pure. What hired staff cost: of a unit or of all at or below an organisation, in one month or a span of them.
import type { Sek } from "../../plan/amount.ts";
import { agencyOf } from "../../plan/facts.ts";
import type { MonthSpan } from "../../plan/moment.ts";
import { subtreeOf } from "../../plan/organisation.ts";
import type { Agency, OrgId } from "../../plan/plan.ts";
import type { Month } from "../../plan/week.ts";
import type { World } from "./world.ts";

export interface AgencyMonth {
  readonly month: Month;
  readonly cost: Sek;
  /** Null where some unit has none. */
  readonly plan: Sek | null;
  readonly units: number;
}

/** The sums of each month that has any, earliest first. */
export function agencyMonths(world: World, org: OrgId): readonly AgencyMonth[] {
  const months = new Map<Month, Agency[]>();
  for (const unit of subtreeOf(world.plan.facts, org))
    for (const row of agencyOf(world.plan.facts, unit)) {
      const known = months.get(row.month);
      if (known) known.push(row);
      else months.set(row.month, [row]);
    }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, rows]) => monthSum(month, rows));
}

/** The cost within a span, or of the last month known; null where nothing is. */
export function agencyCost(world: World, org: OrgId, span: MonthSpan | null): Sek | null {
  const months = agencyMonths(world, org);
  const rows =
    span === null
      ? months.filter(({ month }) => month === latestAgency(world, org))
      : months.filter(({ month }) => month >= span.from && month <= span.to);
  return rows.length === 0 ? null : (rows.reduce((sum, row) => sum + row.cost, 0) as Sek);
}

/** The latest closed month with any cost. */
export function latestAgency(world: World, org: OrgId): Month | null {
  const { economyThrough } = world.plan.facts.header;
  const closed = agencyMonths(world, org).filter(({ month }) => economyThrough === null || month <= economyThrough);
  return closed.at(-1)?.month ?? null;
}

function monthSum(month: Month, rows: readonly Agency[]): AgencyMonth {
  return {
    month,
    cost: rows.reduce((sum, row) => sum + row.cost, 0) as Sek,
    plan: rows.every((row) => row.plan !== null) ? (rows.reduce((sum, row) => sum + (row.plan ?? 0), 0) as Sek) : null,
    units: rows.length,
  };
}
