// Who has which row, and what becomes of it when its worker is cut off.
import type { Instant } from "../../lib/time.ts";
import type { Queries } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";
import { CUT_OFF } from "./ending.ts";
import type { OutboxRow } from "./outbox.ts";
import { OUTBOX_COLUMNS, type StoredRow, toOutboxRow } from "./row.ts";

/** One statement for `limit` rows. Workers that come at once pass by each other's rows. */
export async function claimRows(
  db: Queries,
  now: Instant,
  worker: string,
  limit: number,
  leaseMs: number,
): Promise<readonly OutboxRow[]> {
  const rows = await db.rows<StoredRow>(sql`
    WITH next AS (
      SELECT id FROM outbox WHERE state = 'queued' AND not_before <= ${now}
      ORDER BY priority, due, id LIMIT ${limit}
      FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE outbox SET state = 'claimed', worker = ${worker}, lease_until = ${now + leaseMs}, changed = ${now}
      FROM next WHERE outbox.id = next.id
      RETURNING outbox.*
    )
    SELECT ${OUTBOX_COLUMNS} FROM taken ORDER BY priority, due, id`);
  return rows.map(toOutboxRow);
}

/** The last step before the request leaves: from here on a cut leaves it ambiguous. */
export async function markSending(
  db: Queries,
  id: number,
  worker: string,
  now: Instant,
  leaseMs: number,
): Promise<boolean> {
  const marked = await db.run(sql`
    UPDATE outbox
    SET state = 'sending', lease_until = ${now + leaseMs}, attempts = attempts + 1, changed = ${now}
    WHERE id = ${id} AND worker = ${worker} AND state = 'claimed'`);
  return marked > 0;
}

export async function releaseRows(db: Queries, worker: string): Promise<number> {
  return await db.run(sql`
    UPDATE outbox SET state = 'queued', worker = NULL, lease_until = NULL
    WHERE worker = ${worker} AND state = 'claimed'`);
}

/** The worker's name stays on an ambiguous row: if it lives after all, its answer still counts. */
export async function expireLeases(db: Queries, now: Instant): Promise<{ requeued: number; ambiguous: number }> {
  const requeued = await db.run(sql`
    UPDATE outbox SET state = 'queued', worker = NULL, lease_until = NULL, changed = ${now}
    WHERE state = 'claimed' AND lease_until <= ${now}`);
  const ambiguous = await db.run(sql`
    UPDATE outbox SET state = 'ambiguous', lease_until = NULL, changed = ${now}, code = ${CUT_OFF}
    WHERE state = 'sending' AND lease_until <= ${now}`);
  return { requeued, ambiguous };
}
