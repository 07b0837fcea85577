// How a row ends: one statement each, and only for the worker that has it.
import type { Instant } from "../../lib/time.ts";
import type { MessageKind } from "../../plan/message.ts";
import type { OrgId } from "../../plan/plan.ts";
import type { Week } from "../../plan/week.ts";
import type { Queries } from "../sql/database.ts";
import { type Statement, sql } from "../sql/sql.ts";
import type { Failed, Sent } from "./outbox.ts";

/** What an ambiguous row is called whose worker did not come back in time. */
export const CUT_OFF = "cut off";

/** Also notes where the card, or the digest, stands: in the same statement. */
export async function recordSent(db: Queries, id: number, worker: string, sent: Sent): Promise<void> {
  await db.run(sql`
    WITH placed AS (${placed(sent)})
    UPDATE outbox
    SET state = 'sent', code = NULL, reason = NULL, lease_until = NULL, changed = ${sent.at},
      conversation = ${sent.conversation}, activity = ${sent.activity}
    WHERE id = ${id} AND worker = ${worker} AND state IN ('claimed', 'sending', 'ambiguous')`);
}

function placed({ conversation, activity, card, digest, at }: Sent): Statement {
  if (!digest)
    return sql`UPDATE card SET conversation = ${conversation}, activity = ${activity} WHERE nonce = ${card ?? null}`;
  return sql`
    UPDATE digest SET conversation = ${conversation}, activity = ${activity}, posted = ${at}
    WHERE week = ${digest.week} AND version = ${digest.version}`;
}

export async function recordFailed(db: Queries, id: number, worker: string, failed: Failed): Promise<void> {
  const { code, advice, at, begun = false } = failed;
  await db.run(sql`
    UPDATE outbox SET state = 'failed', code = ${code}, reason = ${advice}, lease_until = NULL, changed = ${at}
    WHERE ${held(id, worker, begun)}`);
}

export async function recordSkipped(db: Queries, id: number, worker: string, why: string, at: Instant): Promise<void> {
  await db.run(sql`
    UPDATE outbox SET state = 'skipped', reason = ${why}, lease_until = NULL, changed = ${at}
    WHERE ${held(id, worker, false)}`);
}

export async function recordAmbiguous(
  db: Queries,
  id: number,
  worker: string,
  code: string,
  at: Instant,
): Promise<void> {
  await db.run(sql`
    UPDATE outbox SET state = 'ambiguous', code = ${code}, lease_until = NULL, changed = ${at}
    WHERE ${held(id, worker, true)}`);
}

export async function retryAt(
  db: Queries,
  id: number,
  worker: string,
  notBefore: Instant,
  code: string | null,
  begun: boolean,
): Promise<void> {
  await db.run(sql`
    UPDATE outbox
    SET state = 'queued', not_before = ${notBefore}, code = ${code}, worker = NULL, lease_until = NULL
    WHERE ${held(id, worker, begun)}`);
}

/** `queued` sends it again: only a person may decide that. */
export async function settleAmbiguous(
  db: Queries,
  id: number,
  how: { readonly state: "sent" | "failed" | "queued"; readonly reason: string; readonly at: Instant },
): Promise<boolean> {
  const settled = await db.run(sql`
    UPDATE outbox SET state = ${how.state}, reason = ${how.reason}, changed = ${how.at}, worker = NULL
    WHERE id = ${id} AND state = 'ambiguous'`);
  return settled > 0;
}

export async function cancelFor(
  db: Queries,
  unit: OrgId,
  week: Week,
  why: string,
  at: Instant,
  kinds: readonly MessageKind[],
): Promise<number> {
  const ofKinds = kinds.length === 0 ? sql`` : sql`AND kind = ANY(${kinds}::text[])`;
  return await db.run(sql`
    UPDATE outbox SET state = 'skipped', reason = ${why}, worker = NULL, lease_until = NULL, changed = ${at}
    WHERE unit = ${unit} AND week = ${week} AND state IN ('queued', 'claimed') ${ofKinds}`);
}

/**
 * `begun`: the request has left. Then also one whose lease ran out meanwhile: its worker lives after all, and knows. Not
 * begun: only a claim, so that a worker that was slow can't take back what it has sent on a second claim of its own.
 */
function held(id: number, worker: string, begun: boolean): Statement {
  const states = begun
    ? sql`(state = 'sending' OR (state = 'ambiguous' AND code = ${CUT_OFF}))`
    : sql`state = 'claimed'`;
  return sql`id = ${id} AND worker = ${worker} AND ${states}`;
}
