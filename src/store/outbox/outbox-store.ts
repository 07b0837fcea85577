// The cost of a round: 1 statement writes 2 000 rows. A batch of 16 costs 5 or so (`claim`, who is reached and the channel,
// the look, the conversations' limits), then each person 4: the last look, `openCard`, `markSending`, `recordSent`, which
// also places the card. Four turns at the app's limit are 1 more. Counted on a round of 320: 4,5 a person, and 0,25 for the
// turns. A first contact costs 1 more; a look that is older than half a second is taken once more.
import type { Instant } from "../../lib/time.ts";
import type { Email } from "../../plan/plan.ts";
import type { Database } from "../sql/database.ts";
import { gathered } from "../sql/gathered.ts";
import { type Statement, sql } from "../sql/sql.ts";
import {
  cancelFor,
  recordAmbiguous,
  recordFailed,
  recordSent,
  recordSkipped,
  retryAt,
  settleAmbiguous,
} from "./ending.ts";
import { insertMessages } from "./insert-messages.ts";
import { claimRows, expireLeases, markSending, releaseRows } from "./lease.ts";
import type { OutboxRow, OutboxState, OutboxStore } from "./outbox.ts";
import { OUTBOX_COLUMNS, type StoredRow, toOutboxRow } from "./row.ts";

export function outboxStore(db: Database): OutboxStore {
  return {
    enqueue: (messages, cause, at, ended) => db.transaction((tx) => insertMessages(tx, messages, cause, at, ended)),
    claim: (now, worker, limit, leaseMs) => claimRows(db, now, worker, limit, leaseMs),
    markSending: (id, worker, now, leaseMs) => markSending(db, id, worker, now, leaseMs),
    recordSent: (id, worker, sent) => recordSent(db, id, worker, sent),
    recordFailed: (id, worker, failed) => recordFailed(db, id, worker, failed),
    recordSkipped: (id, worker, why, at) => recordSkipped(db, id, worker, why, at),
    retryAt: (id, worker, notBefore, code, begun = false) => retryAt(db, id, worker, notBefore, code, begun),
    recordAmbiguous: (id, worker, code, at) => recordAmbiguous(db, id, worker, code, at),
    release: (worker) => releaseRows(db, worker),
    expire: (now) => expireLeases(db, now),
    settleAmbiguous: (id, how) => settleAmbiguous(db, id, how),
    cancelFor: (unit, week, why, at, kinds = []) => cancelFor(db, unit, week, why, at, kinds),
    ...outboxViews(db),
  };
}

type Views = Pick<
  OutboxStore,
  "find" | "byWeek" | "failedTo" | "ambiguousFor" | "remindersTo" | "sentTo" | "nextAttempt" | "countByState"
>;

function outboxViews(db: Database): Views {
  const list = async (where: Statement): Promise<readonly OutboxRow[]> => {
    const rows = await db.rows<StoredRow>(sql`SELECT ${OUTBOX_COLUMNS} FROM outbox WHERE ${where}`);
    return rows.map(toOutboxRow);
  };
  return {
    find: async (id) => (await list(sql`id = ${id}`))[0] ?? null,
    byWeek: (week) => list(sql`week = ${week} ORDER BY id`),
    failedTo: (recipients, since) => {
      const people = recipients.flatMap((to) => ("person" in to ? [to.person] : []));
      const channels = recipients.flatMap((to) => ("channel" in to ? [to.channel] : []));
      return list(sql`
        state = 'failed' AND changed >= ${since} AND
          (person = ANY(${people}::text[]) OR channel = ANY(${channels}::text[]))
        ORDER BY id`);
    },
    ambiguousFor: gathered(async (people: readonly Email[]) => {
      const rows = await list(sql`person = ANY(${people}::text[]) AND state = 'ambiguous' ORDER BY id`);
      return people.map((person) => rows.filter(({ to }) => "person" in to && to.person === person));
    }),
    sentTo: (person) => list(sql`person = ${person} AND state = 'sent' ORDER BY changed DESC, id DESC LIMIT 50`),
    async remindersTo(person, week) {
      const found = await db.row<{ count: number }>(sql`
        SELECT count(*) AS count FROM outbox
        WHERE person = ${person} AND week = ${week} AND kind IN ('reminder1', 'reminder2')
          AND state IN ('sending', 'sent', 'ambiguous')`);
      return found?.count ?? 0;
    },
    async nextAttempt() {
      const found = await db.row<{ at: Instant | null }>(sql`
        SELECT least(
          (SELECT min(not_before) FROM outbox WHERE state = 'queued'),
          (SELECT min(lease_until) FROM outbox WHERE state IN ('claimed', 'sending'))
        ) AS at`);
      return found?.at ?? null;
    },
    async countByState() {
      const counts: Record<OutboxState, number> = {
        queued: 0,
        claimed: 0,
        sending: 0,
        sent: 0,
        failed: 0,
        skipped: 0,
        ambiguous: 0,
      };
      const found = await db.rows<{ state: OutboxState; count: number }>(
        sql`SELECT state, count(*) AS count FROM outbox GROUP BY state`,
      );
      for (const { state, count } of found) counts[state] = count;
      return counts;
    },
  };
}
