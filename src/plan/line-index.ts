// Pure. Finds report lines by unit, measure and week as they stood at a moment. Rows are kept, never copied.
import type { Instant } from "../lib/time.ts";
import type { MeasureId, OrgId, ReportLine } from "./rows.ts";
import type { Week } from "./week.ts";

/** One unit's lines for one measure, by week and then by when they came; equal times keep the order given. */
interface Series {
  readonly lines: ReportLine[];
  sorted: boolean;
}

interface UnitIndex {
  readonly series: Map<MeasureId, Series>;
  readonly received: Map<Week, Instant>;
}

const NO_LINES: readonly ReportLine[] = [];

export function createLineIndex() {
  const units = new Map<OrgId, UnitIndex>();
  // The earliest line of each week over all units.
  const weeksSeen = new Map<Week, Instant>();

  function add(line: ReportLine): void {
    const unit = madeIn(units, line.unit, newUnit);
    keepEarliest(unit.received, line);
    keepEarliest(weeksSeen, line);
    const series = madeIn(unit.series, line.measure, newSeries);
    const last = series.lines.at(-1);
    if (last && isBefore(line, last)) series.sorted = false;
    series.lines.push(line);
  }

  function inOrder(unit: OrgId, measure: MeasureId): readonly ReportLine[] {
    const series = units.get(unit)?.series.get(measure);
    return series ? sortedLines(series) : NO_LINES;
  }

  return {
    add,
    line(unit: OrgId, measure: MeasureId, week: Week, now: Instant): ReportLine | null {
      const found = latestIn(inOrder(unit, measure), week, now);
      return found?.week === week ? found : null;
    },
    latest(unit: OrgId, measure: MeasureId, week: Week, now: Instant): ReportLine | null {
      return latestIn(inOrder(unit, measure), week, now);
    },
    history(unit: OrgId, measure: MeasureId, now: Instant): readonly ReportLine[] {
      const known: ReportLine[] = [];
      for (const line of inOrder(unit, measure)) {
        if (line.reportedAt > now) continue;
        if (known.at(-1)?.week === line.week) known.pop();
        known.push(line);
      }
      return known;
    },
    report(unit: OrgId, week: Week, now: Instant): readonly ReportLine[] {
      const found: ReportLine[] = [];
      for (const series of units.get(unit)?.series.values() ?? []) {
        const line = latestIn(sortedLines(series), week, now);
        if (line?.week === week) found.push(line);
      }
      return found;
    },
    weeks(unit: OrgId, now: Instant): readonly Week[] {
      return weeksBy(units.get(unit)?.received, now);
    },
    receivedAt(unit: OrgId, week: Week, now: Instant): Instant | null {
      const first = units.get(unit)?.received.get(week);
      return first !== undefined && first <= now ? first : null;
    },
    firstWeek: (now: Instant): Week | null => weeksBy(weeksSeen, now)[0] ?? null,
    lastWeek: (now: Instant): Week | null => weeksBy(weeksSeen, now).at(-1) ?? null,
  };
}

function newUnit(): UnitIndex {
  return { series: new Map(), received: new Map() };
}

function newSeries(): Series {
  return { lines: [], sorted: true };
}

function madeIn<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function keepEarliest(times: Map<Week, Instant>, line: ReportLine): void {
  const known = times.get(line.week);
  if (known === undefined || line.reportedAt < known) times.set(line.week, line.reportedAt);
}

function isBefore(a: ReportLine, b: ReportLine): boolean {
  return a.week < b.week || (a.week === b.week && a.reportedAt < b.reportedAt);
}

function sortedLines(series: Series): readonly ReportLine[] {
  if (!series.sorted) {
    series.lines.sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
    series.sorted = true;
  }
  return series.lines;
}

/** The last line of week ≤ `week` that existed at `now`, in lines sorted by week and time. */
function latestIn(lines: readonly ReportLine[], week: Week, now: Instant): ReportLine | null {
  // Nearly always the last of all is asked for.
  const last = lines.at(-1);
  if (last === undefined || (last.week <= week && last.reportedAt <= now)) return last ?? null;
  for (let at = countThrough(lines, week) - 1; at >= 0; at--) {
    const line = lines[at] as ReportLine;
    if (line.reportedAt <= now) return line;
  }
  return null;
}

/** How many lines are of week ≤ `week`, by halving. */
function countThrough(lines: readonly ReportLine[], week: Week): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as ReportLine).week <= week) low = middle + 1;
    else high = middle;
  }
  return low;
}

function weeksBy(times: ReadonlyMap<Week, Instant> | undefined, now: Instant): Week[] {
  const known: Week[] = [];
  for (const [week, first] of times ?? []) if (first <= now) known.push(week);
  return known.sort();
}
