import type { Instant } from "../../lib/time.ts";
import type { Occurrence } from "../../plan/rhythm.ts";
import type { Queries } from "../sql/database.ts";
import { inParts } from "../sql/in-parts.ts";
import { json, type Statement, sql } from "../sql/sql.ts";

/** Makes the waiting rows say what the list says; what has been begun stays, and is not begun on another day. */
export async function ensureOccurrences(
  tx: Queries,
  list: readonly Occurrence[],
  window?: { readonly from: Instant; readonly to: Instant },
): Promise<number> {
  let changed = 0;
  if (window) changed += await tx.run(removeUnlisted(list, window));
  for (const part of inParts(list)) {
    await tx.run(removeMoved(part));
    changed += await tx.run(insertOrMove(part));
  }
  return changed;
}

function rowsOf(part: string): Statement {
  return sql`jsonb_to_recordset(${part}::jsonb)
    AS listed (schedule text, week text, "localDate" date, due bigint, "graceMs" bigint)`;
}

function removeUnlisted(list: readonly Occurrence[], window: { from: Instant; to: Instant }): Statement {
  return sql`
    DELETE FROM occurrence
    WHERE state = 'waiting' AND due >= ${window.from} AND due < ${window.to}
      AND (schedule, week) NOT IN (SELECT schedule, week FROM ${rowsOf(json(list))})`;
}

function removeMoved(part: string): Statement {
  return sql`
    DELETE FROM occurrence USING ${rowsOf(part)}
    WHERE occurrence.state = 'waiting' AND occurrence.schedule = listed.schedule
      AND occurrence.week = listed.week AND occurrence.local_date <> listed."localDate"`;
}

function insertOrMove(part: string): Statement {
  return sql`
    INSERT INTO occurrence (schedule, week, local_date, due, grace_ms)
    SELECT schedule, week, "localDate", due, "graceMs" FROM ${rowsOf(part)}
    WHERE NOT EXISTS (
      SELECT FROM occurrence AS begun
      WHERE begun.schedule = listed.schedule AND begun.week = listed.week AND begun.state <> 'waiting'
    )
    ORDER BY due
    ON CONFLICT (schedule, week, local_date) DO UPDATE SET due = excluded.due, grace_ms = excluded.grace_ms
    WHERE occurrence.state = 'waiting'
      AND (occurrence.due, occurrence.grace_ms) IS DISTINCT FROM (excluded.due, excluded.grace_ms)`;
}
