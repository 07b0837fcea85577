// Pure in-memory ledger of what has been collected. Append-only: what is known "at now" is a filter on the row's time,
// so one book serves every question, also one about an earlier moment, and a new report costs one insert.
import type { Instant } from "../lib/time.ts";
import type { Forecast, MeasureId, OrgId, ReportLine, SupportRequest } from "./plan.ts";
import type { Week } from "./week.ts";

export interface Book {
  /** Every line, in the order given. */
  readonly lines: readonly ReportLine[];
  readonly forecasts: readonly Forecast[];
  readonly support: readonly SupportRequest[];
  /** The version in effect at `now` of a unit's line for a measure and week. */
  line(unit: OrgId, measure: MeasureId, week: Week, now: Instant): ReportLine | null;
  /** The latest line of week ≤ `week`, in effect at `now`. */
  latest(unit: OrgId, measure: MeasureId, week: Week, now: Instant): ReportLine | null;
  /** The lines in effect at `now` of a unit and measure, oldest week first, one per week. */
  history(unit: OrgId, measure: MeasureId, now: Instant): readonly ReportLine[];
  /** The lines in effect at `now` of a unit's report for a week; empty when it has not reported. */
  report(unit: OrgId, week: Week, now: Instant): readonly ReportLine[];
  /** The weeks for which a unit had reported at `now`, oldest first. */
  weeks(unit: OrgId, now: Instant): readonly Week[];
  /** Forecasts of a measure known at `now`, in the order given. */
  forecastsOf(measure: MeasureId, now: Instant): readonly Forecast[];
}
