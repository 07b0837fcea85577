// Reads report lines in pages. Three years of a big region are a million, so a page comes as one JSON text: the database
// writes it and `JSON.parse` reads it several times faster than the protocol's cell by cell.
import { z } from "zod";
import { type ReportLine, RISKS } from "../../plan/plan.ts";
import type { Queries } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";

/** One line as the page holds it, in the order of the statement below; the columns are ours, so only JSON is checked. */
type Cells = readonly [
  id: number,
  unit: ReportLine["unit"],
  measure: ReportLine["measure"],
  week: ReportLine["week"],
  state: ReportLine["state"],
  cause: ReportLine["cause"],
  nextStep: string | null,
  doneBy: ReportLine["doneBy"],
  support: ReportLine["support"],
  risks: readonly unknown[],
  comment: string | null,
  reportedAt: ReportLine["reportedAt"],
  by: ReportLine["by"],
  insteadOf: ReportLine["insteadOf"],
  mode: ReportLine["mode"],
];

const LINES_AT_A_TIME = 5_000;

/** Lines after the one numbered `after`, oldest first; `last` is the number of the newest in the page. */
export async function* linesAfter(db: Queries, after: number): AsyncGenerator<{ lines: ReportLine[]; last: number }> {
  const same = sameText();
  for (let last = after; ; ) {
    const page = await db.row<{ lines: string }>(sql`
      SELECT coalesce(json_agg(json_build_array(id, unit, measure, week, state, cause, next_step, done_by, support, risks,
        comment, reported_at, by, instead_of, mode) ORDER BY id), '[]')::text AS lines
      FROM (SELECT * FROM report_line WHERE id > ${last} ORDER BY id LIMIT ${LINES_AT_A_TIME}) AS page`);
    const rows = JSON.parse(page?.lines ?? "[]") as Cells[];
    const newest = rows.at(-1);
    if (!newest) return;
    last = newest[0];
    yield { lines: rows.map((cells) => toLine(cells, same)), last };
    if (rows.length < LINES_AT_A_TIME) return;
  }
}

const Risks = z.array(z.enum(RISKS));
const NO_RISKS: ReportLine["risks"] = [];

function toLine(cells: Cells, same: ReturnType<typeof sameText>): ReportLine {
  const [
    ,
    unit,
    measure,
    week,
    state,
    cause,
    nextStep,
    doneBy,
    support,
    risks,
    comment,
    reportedAt,
    by,
    insteadOf,
    mode,
  ] = cells;
  return {
    unit: same(unit),
    measure: same(measure),
    week: same(week),
    state: same(state),
    cause: same(cause),
    nextStep,
    doneBy,
    support: same(support),
    risks: risks.length === 0 ? NO_RISKS : Risks.parse(risks),
    comment,
    reportedAt,
    by: same(by),
    insteadOf: same(insteadOf),
    mode: same(mode),
  };
}

/** Every page brings its own copy of each id; kept once they take a fifth of the memory. */
function sameText(): <T extends string | null>(text: T) => T {
  const known = new Map<string, string>();
  return <T extends string | null>(text: T): T => {
    if (text === null) return text;
    const kept = known.get(text);
    if (kept !== undefined) return kept as T;
    known.set(text, text);
    return text;
  };
}
