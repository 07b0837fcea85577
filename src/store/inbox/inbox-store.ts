import type { Instant } from "../../lib/time.ts";
import type { Database } from "../sql/database.ts";
import { json, sql } from "../sql/sql.ts";
import type { Claim, InboxItem, InboxStore } from "./inbox.ts";

export function inboxStore(db: Database): InboxStore {
  return {
    accept: (key, activity, at, claim) => accept(db, key, activity, at, claim),
    claim: (now, worker, limit, leaseMs) =>
      db.rows<InboxItem>(sql`
        UPDATE inbox
        SET state = 'claimed', worker = ${worker}, lease_until = ${now + leaseMs}, attempts = attempts + 1
        WHERE key IN (
          SELECT key FROM inbox
          WHERE (state = 'waiting' AND not_before <= ${now}) OR (state = 'claimed' AND lease_until <= ${now})
          ORDER BY received, key LIMIT ${limit}
          FOR UPDATE SKIP LOCKED
        )
        RETURNING key, activity, received, attempts`),
    async finish(key, at) {
      await db.run(sql`
        UPDATE inbox SET state = 'done', activity = NULL, lease_until = NULL, ended = ${at}
        WHERE key = ${key} AND state <> 'done'`);
    },
    fail: (key, reason, at, retryAt) => fail(db, key, reason, at, retryAt),
    forget: (before) => db.run(sql`DELETE FROM inbox WHERE ended < ${before}`),
  };
}

async function accept(db: Database, key: string, activity: object, at: Instant, claim?: Claim): Promise<boolean> {
  const state = claim ? "claimed" : "waiting";
  const added = await db.run(sql`
    INSERT INTO inbox (key, activity, received, state, not_before, worker, lease_until, attempts)
    VALUES (${key}, ${json(activity)}::jsonb, ${at}, ${state}, ${at}, ${claim?.worker ?? null},
      ${claim ? at + claim.leaseMs : null}, ${claim ? 1 : 0})
    ON CONFLICT (key) DO NOTHING`);
  return added > 0;
}

async function fail(db: Database, key: string, reason: string, at: Instant, retryAt: Instant | null): Promise<void> {
  if (retryAt === null) {
    await db.run(sql`
      UPDATE inbox SET state = 'dead', reason = ${reason}, activity = NULL, lease_until = NULL, ended = ${at}
      WHERE key = ${key} AND state <> 'done'`);
    return;
  }
  await db.run(sql`
    UPDATE inbox SET state = 'waiting', reason = ${reason}, not_before = ${retryAt}, worker = NULL, lease_until = NULL
    WHERE key = ${key} AND state <> 'done'`);
}
