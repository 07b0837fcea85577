// Types only: a digest as it stood when it was made. Plain JSON, self-contained (titles and names included), so that
// it renders again exactly as posted whatever happens to the plan afterwards. Amounts in kronor, rates in percent.
import type { Sek } from "../plan/amount.ts";
import type { Cause, MeasureId, OrgId, State, SupportType } from "../plan/plan.ts";
import type { Month, Week } from "../plan/week.ts";

export interface DigestSnapshot {
  /** The form of this object; raised when a field changes its meaning. */
  readonly form: 1;
  readonly week: Week;
  /** `2026-11-23T07:30:00+01:00`, in the plan's zone. */
  readonly madeAt: string;
  readonly amountUnit: "mkr" | "mnkr";
  readonly coverage: DigestCoverage;
  readonly effect: DigestEffect;
  readonly attention: readonly AttentionItem[];
  /** Critical (or asking for a decision) beside the three shown. */
  readonly attentionMore: number;
  /** The week of the digest that changes and corrections are measured from. */
  readonly comparedWith: Week | null;
  readonly changes: readonly StateChange[];
  readonly corrections: readonly Correction[];
  readonly warnings: readonly StaffingWarning[];
  readonly support: { readonly open: number; readonly oldestDays: number | null };
  readonly missing: readonly MissingReports[];
  readonly upcoming: readonly UpcomingItem[];
  readonly asOf: { readonly economy: Month | null; readonly staffing: Week | null; readonly reports: Week | null };
  /** Läge of every measure as told: what next week's digest is compared with. */
  readonly states: Readonly<Record<string, State>>;
}

export interface DigestCoverage {
  readonly expected: number;
  readonly received: number;
  /** Of those received, how many came after the week's due time. */
  readonly late: number;
  /** Percent; null when nobody owed a report. */
  readonly rate: number | null;
  /** Under 75 %. */
  readonly preliminary: boolean;
}

export interface DigestEffect {
  /** The year of `planned_year`, forecast and curve. */
  readonly year: number;
  readonly through: Month;
  readonly realised: Sek | null;
  readonly planned: Sek | null;
  /** Percent, from unrounded values. */
  readonly rate: number | null;
  /** What `rate` divides; months of a measure with no outcome yet are left out of both and counted. */
  readonly compared: { readonly realised: Sek; readonly planned: Sek; readonly leftOut: number };
  readonly forecast: Sek | null;
  readonly plannedYear: Sek | null;
  /** Measures with a plan for the year and no forecast: they are not in `forecast`. */
  readonly withoutForecast: number;
  readonly decided: Sek | null;
  readonly potential: Sek | null;
  /** bortfallen: never part of `decided`. */
  readonly lost: { readonly amount: Sek | null; readonly uncounted: number };
  /** Measures whose `potential` is not known. */
  readonly uncounted: number;
  /** Accumulated from January, one point per month. */
  readonly curve: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly month: Month;
  readonly planned: Sek | null;
  /** Null after the last closed month. */
  readonly realised: Sek | null;
  /** Only in the last closed month (= realised) and in December (= the year's forecast): nothing between is known. */
  readonly forecast: Sek | null;
}

export interface AttentionItem {
  readonly measure: MeasureId;
  readonly title: string;
  /** Name of the förvaltning the measure belongs to. */
  readonly org: string;
  readonly state: "critical" | "deviation";
  /** The measure's own `beslutad`. */
  readonly decided: Sek | null;
  readonly realised: Sek | null;
  readonly planned: Sek | null;
  readonly since: Week | null;
  readonly cause: Cause | null;
  /** What the latest report asks for, if anything. */
  readonly support: SupportType | null;
}

export interface StateChange {
  readonly measure: MeasureId;
  readonly title: string;
  readonly org: string;
  readonly from: State;
  readonly to: State;
}

/** What last week's digest would have said, had it known what is known now. */
export type Correction =
  | ({ readonly kind: "state"; readonly week: Week } & StateChange)
  | {
      readonly kind: "coverage";
      readonly week: Week;
      readonly from: number;
      readonly to: number;
      readonly expected: number;
    }
  | {
      readonly kind: "effect";
      readonly week: Week;
      readonly figure: "realised" | "planned";
      readonly through: Month;
      readonly from: Sek | null;
      readonly to: Sek | null;
    };

export interface StaffingWarning {
  readonly org: OrgId;
  readonly name: string;
  readonly metric: string;
  /** Percent against last year, 4-week means. */
  readonly staffingChange: number;
  readonly productionChange: number;
}

export interface MissingReports {
  readonly org: OrgId;
  readonly name: string;
  readonly count: number;
}

export interface UpcomingItem {
  readonly kind: "milestone" | "assignment";
  readonly date: string;
  /** Measure or uppdrag id. */
  readonly id: string;
  readonly text: string;
}
