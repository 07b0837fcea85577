import type { Instant } from "../../lib/time.ts";
import type { Database } from "../sql/database.ts";
import { gathered } from "../sql/gathered.ts";
import { json, sql } from "../sql/sql.ts";
import type { Claim, InboxItem, InboxStore } from "./inbox.ts";

export function inboxStore(db: Database): InboxStore {
  const accept = gathered((all: readonly Accepted[]) => acceptAll(db, all));
  const finish = gathered((all: readonly Finished[]) => finishAll(db, all));
  return {
    accept: (key, activity, at, claim) => accept({ key, activity, at, claim }),
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
        RETURNING key, activity, received, attempts, reason`),
    async renew(keys, worker, until) {
      const held = await db.rows<{ key: string }>(sql`
        UPDATE inbox SET lease_until = ${until}
        WHERE key = ANY(${keys}::text[]) AND worker = ${worker} AND state = 'claimed' RETURNING key`);
      return held.map(({ key }) => key);
    },
    finish: (key, worker, at) => finish({ key, worker, at }),
    fail: (key, worker, reason, at, retryAt) => fail(db, { key, worker, at }, reason, retryAt),
    forget: (before) => db.run(sql`DELETE FROM inbox WHERE ended < ${before}`),
  };
}

interface Accepted {
  readonly key: string;
  readonly activity: object;
  readonly at: Instant;
  readonly claim: Claim | undefined;
}

/** Which are new. The same key twice is new once. */
async function acceptAll(db: Database, all: readonly Accepted[]): Promise<readonly boolean[]> {
  const rows = all.map(({ key, activity, at, claim }) => ({
    key,
    activity,
    at,
    state: claim ? "claimed" : "waiting",
    worker: claim?.worker ?? null,
    lease: claim ? at + claim.leaseMs : null,
    attempts: claim ? 1 : 0,
  }));
  const added = await db.rows<{ key: string }>(sql`
    INSERT INTO inbox (key, activity, received, state, not_before, worker, lease_until, attempts)
    SELECT key, activity, at, state, at, worker, lease, attempts
    FROM jsonb_to_recordset(${json(rows)}::jsonb)
      AS listed (key text, activity jsonb, at bigint, state text, worker text, lease bigint, attempts integer)
    ON CONFLICT (key) DO NOTHING
    RETURNING key`);
  const fresh = new Set(added.map(({ key }) => key));
  return all.map(({ key }) => fresh.delete(key));
}

interface Finished {
  readonly key: string;
  readonly worker: string;
  readonly at: Instant;
}

/** Whoever stood still past the lease has nothing to say about what another has taken up. */
async function finishAll(db: Database, all: readonly Finished[]): Promise<undefined[]> {
  const [keys, workers] = [all.map(({ key }) => key), all.map(({ worker }) => worker)];
  await db.run(sql`
    UPDATE inbox SET state = 'done', activity = NULL, lease_until = NULL, ended = listed.at
    FROM unnest(${keys}::text[], ${workers}::text[], ${all.map(({ at }) => at)}::bigint[]) AS listed (key, worker, at)
    WHERE inbox.key = listed.key AND inbox.worker = listed.worker AND state = 'claimed'`);
  return all.map(() => undefined);
}

async function fail(
  db: Database,
  { key, worker, at }: Finished,
  reason: string,
  retryAt: Instant | null,
): Promise<void> {
  const held = sql`key = ${key} AND worker = ${worker} AND state = 'claimed'`;
  await db.run(
    retryAt === null
      ? sql`
        UPDATE inbox SET state = 'dead', reason = ${reason}, activity = NULL, lease_until = NULL, ended = ${at}
        WHERE ${held}`
      : sql`
        UPDATE inbox SET state = 'waiting', reason = ${reason}, not_before = ${retryAt}, worker = NULL, lease_until = NULL
        WHERE ${held}`,
  );
}
