// Pure. The book as one viewer may see it: a view on the whole one, which copies no rows until they are asked for.
import type { Book } from "./book.ts";
import type { MeasureId, OrgId, ReportLine } from "./plan.ts";

/** Hides the lines and forecasts of `hidden`, and blanks the free text of units that `mayRead` refuses. */
export function restrictBook(book: Book, hidden: ReadonlySet<MeasureId>, mayRead: (unit: OrgId) => boolean): Book {
  const seen = (line: ReportLine) => !hidden.has(line.measure);
  const shown = (line: ReportLine): ReportLine => {
    const hasText = line.comment !== null || line.nextStep !== null;
    return hasText && !mayRead(line.unit) ? { ...line, comment: null, nextStep: null } : line;
  };
  const one = (line: ReportLine | null) => line && shown(line);
  return {
    get lines() {
      return book.lines.filter(seen).map(shown);
    },
    get forecasts() {
      return hidden.size === 0 ? book.forecasts : book.forecasts.filter((row) => !hidden.has(row.measure));
    },
    support: book.support,
    line: (unit, measure, week, now) => (hidden.has(measure) ? null : one(book.line(unit, measure, week, now))),
    latest: (unit, measure, week, now) => (hidden.has(measure) ? null : one(book.latest(unit, measure, week, now))),
    history: (unit, measure, now) => (hidden.has(measure) ? [] : book.history(unit, measure, now).map(shown)),
    report: (unit, week, now) => book.report(unit, week, now).filter(seen).map(shown),
    // That a unit has reported is no secret, whatever its lines were about.
    weeks: book.weeks,
    receivedAt: book.receivedAt,
    firstWeek: book.firstWeek,
    lastWeek: book.lastWeek,
    forecastsOf: (measure, now) => (hidden.has(measure) ? [] : book.forecastsOf(measure, now)),
  };
}
