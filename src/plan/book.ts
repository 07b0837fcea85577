// Pure in-memory ledger of what has been collected. Append-only: what is known "at now" is a filter on the row's time,
// so one book serves every question, also one about an earlier moment, and a new report costs one insert.
// Bound: a query looks at one unit's series for one measure (a few hundred lines at most), never at the whole book.
import type { Instant } from "../lib/time.ts";
import { createLineIndex } from "./line-index.ts";
import type { Forecast, MeasureId, OrgId, ReportLine, SupportRequest } from "./rows.ts";
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
  /** When a unit's first line for a week came in; null when none had at `now`. */
  receivedAt(unit: OrgId, week: Week, now: Instant): Instant | null;
  /** The first and last week anyone had reported for at `now`; null when no one had. */
  firstWeek(now: Instant): Week | null;
  lastWeek(now: Instant): Week | null;
  /** Forecasts of a measure known at `now`, in the order given. */
  forecastsOf(measure: MeasureId, now: Instant): readonly Forecast[];
}

export interface BookRows {
  readonly lines?: Iterable<ReportLine>;
  readonly forecasts?: Iterable<Forecast>;
  readonly support?: Iterable<SupportRequest>;
}

/** The book that the store fills and keeps in step with the database. Adding is cheap; nothing is ever taken out. */
export interface MutableBook extends Book {
  addLines(lines: Iterable<ReportLine>): void;
  addForecasts(forecasts: Iterable<Forecast>): void;
  /** A request with a known id takes the place of the one before. */
  putSupport(requests: Iterable<SupportRequest>): void;
}

const NO_FORECASTS: readonly Forecast[] = [];

export function createBook(rows: BookRows = {}): MutableBook {
  const lines: ReportLine[] = [];
  const forecasts: Forecast[] = [];
  const support: SupportRequest[] = [];
  const index = createLineIndex();
  const forecastsByMeasure = new Map<MeasureId, Forecast[]>();
  const supportPlace = new Map<string, number>();
  const book: MutableBook = {
    lines,
    forecasts,
    support,
    line: index.line,
    latest: index.latest,
    history: index.history,
    report: index.report,
    weeks: index.weeks,
    receivedAt: index.receivedAt,
    firstWeek: index.firstWeek,
    lastWeek: index.lastWeek,
    forecastsOf(measure, now) {
      const rows = forecastsByMeasure.get(measure) ?? NO_FORECASTS;
      return rows.every((row) => isGiven(row, now)) ? rows : rows.filter((row) => isGiven(row, now));
    },
    addLines(added) {
      for (const line of added) {
        lines.push(line);
        index.add(line);
      }
    },
    addForecasts(added) {
      for (const row of added) {
        forecasts.push(row);
        const known = forecastsByMeasure.get(row.measure);
        if (known) known.push(row);
        else forecastsByMeasure.set(row.measure, [row]);
      }
    },
    putSupport(requests) {
      for (const request of requests) {
        const place = supportPlace.get(request.id) ?? support.length;
        supportPlace.set(request.id, place);
        support[place] = request;
      }
    },
  };
  book.addLines(rows.lines ?? []);
  book.addForecasts(rows.forecasts ?? []);
  book.putSupport(rows.support ?? []);
  return book;
}

function isGiven(row: Forecast, now: Instant): boolean {
  return row.givenAt === null || row.givenAt <= now;
}
