import type { Instant } from "../../lib/time.ts";
import { saveDigest } from "../digests/save-digest.ts";
import { insertMessages } from "../outbox/insert-messages.ts";
import type { Database, Queries } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";
import { ensureOccurrences } from "./ensure.ts";
import type { OccurrenceResult, OccurrenceStore, StoredOccurrence } from "./occurrences.ts";

const COLUMNS = sql`id, schedule, week, local_date, due, grace_ms, state, reason, attempts, finished`;

export function occurrenceStore(db: Database): OccurrenceStore {
  return {
    ensure: (list, window) => db.transaction((tx) => ensureOccurrences(tx, list, window)),
    async lastEnsured() {
      const last = await db.row<{ due: Instant | null }>(sql`SELECT max(due) AS due FROM occurrence`);
      return last?.due ?? null;
    },
    async nextDue() {
      const next = await db.row<{ due: Instant | null }>(
        sql`SELECT min(due) AS due FROM occurrence WHERE state = 'waiting'`,
      );
      return next?.due ?? null;
    },
    claimDue: (now, worker, leaseMs) => claimDue(db, now, worker, leaseMs),
    async renew(id, worker, now, leaseMs) {
      const renewed = await db.run(sql`
        UPDATE occurrence SET lease_until = ${now + leaseMs}
        WHERE id = ${id} AND worker = ${worker} AND state = 'claimed'`);
      return renewed > 0;
    },
    async release(id, worker) {
      await db.run(sql`
        UPDATE occurrence SET state = 'waiting', worker = NULL, lease_until = NULL
        WHERE id = ${id} AND worker = ${worker} AND state = 'claimed'`);
    },
    finish: (id, worker, result) => db.transaction((tx) => finish(tx, id, worker, result)),
    ended: (schedule) =>
      db.rows(sql`
        SELECT week, state FROM occurrence WHERE schedule = ${schedule} AND state IN ('done', 'skipped') ORDER BY week`),
    find: (schedule, week) =>
      db.row<StoredOccurrence>(sql`
        SELECT ${COLUMNS} FROM occurrence WHERE schedule = ${schedule} AND week = ${week}
        ORDER BY state = 'waiting', local_date DESC LIMIT 1`),
    recent: (count) =>
      db.rows<StoredOccurrence>(sql`SELECT ${COLUMNS} FROM occurrence ORDER BY due DESC, id DESC LIMIT ${count}`),
  };
}

/** Whoever comes first has it; others pass by without waiting, and come back to it when the lease has run out. */
function claimDue(db: Database, now: Instant, worker: string, leaseMs: number): Promise<StoredOccurrence | null> {
  return db.row<StoredOccurrence>(sql`
    UPDATE occurrence
    SET state = 'claimed', worker = ${worker}, lease_until = ${now + leaseMs}, attempts = attempts + 1
    WHERE id = (
      SELECT id FROM occurrence
      WHERE due <= ${now} AND (state = 'waiting' OR (state = 'claimed' AND lease_until <= ${now}))
      ORDER BY due, id LIMIT 1
      FOR UPDATE SKIP LOCKED
    )
    RETURNING ${COLUMNS}`);
}

async function finish(tx: Queries, id: number, worker: string, result: OccurrenceResult): Promise<boolean> {
  const marked = await tx.run(sql`
    UPDATE occurrence
    SET state = ${result.state}, reason = ${result.reason}, finished = ${result.at}, lease_until = NULL
    WHERE id = ${id} AND worker = ${worker} AND state = 'claimed'`);
  if (marked === 0) return false;
  await insertMessages(tx, result.messages, `occurrence:${id}`, result.at);
  if (result.digest) await saveDigest(tx, result.digest);
  return true;
}
