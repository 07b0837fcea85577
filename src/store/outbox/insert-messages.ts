import type { Instant } from "../../lib/time.ts";
import type { Message, MessageKind } from "../../plan/message.ts";
import type { Queries } from "../sql/database.ts";
import { inParts } from "../sql/in-parts.ts";
import { sql } from "../sql/sql.ts";
import type { Ended } from "./outbox.ts";

/** Lower goes first: one digest is not to wait behind five thousand cards, nor an answer behind a reminder. */
const PRIORITY: Readonly<Record<MessageKind, number>> = {
  digest: 0,
  correction: 0,
  notice: 1,
  card: 2,
  reminder1: 3,
  reminder2: 3,
  escalation: 4,
};

/**
 * Writes one row per message inside the transaction of its cause, 2 000 to a statement.
 * The same message of the same cause (unit, recipient, kind) stays one. Returns how many were new.
 */
export async function insertMessages(
  tx: Queries,
  messages: readonly Message[],
  cause: string,
  at: Instant,
  ended?: Ended,
): Promise<number> {
  const { state = "queued", code = null, reason = null } = ended ?? {};
  let added = 0;
  for (const part of inParts(messages.map(toRow))) {
    added += await tx.run(sql`
      INSERT INTO outbox (cause, kind, priority, person, channel, unit, week, due, why, about, not_before, created, changed,
        state, code, reason)
      SELECT ${cause}, kind, priority, person, channel, unit, week, due, why, about, due, ${at}::bigint, ${at}::bigint,
        ${state}, ${code}, ${reason}
      FROM jsonb_to_recordset(${part}::jsonb) AS listed (
        kind text, priority integer, person text, channel text, unit text, week text, due bigint, why text, about jsonb
      )
      ON CONFLICT (cause, unit, person, channel, kind) DO NOTHING`);
  }
  return added;
}

function toRow({ kind, to, unit, week, due, why, about }: Message): object {
  const person = "person" in to ? to.person : "";
  const channel = "channel" in to ? to.channel : "";
  return { kind, priority: PRIORITY[kind], person, channel, unit: unit ?? "", week, due, why, about };
}
