import type { Message } from "../../plan/message.ts";
import type { Week } from "../../plan/week.ts";
import { appendLog } from "../log/append.ts";
import { insertMessages } from "../outbox/insert-messages.ts";
import type { Database, Queries } from "../sql/database.ts";
import { type Statement, sql } from "../sql/sql.ts";
import type { DigestStore, NewDigest, StoredDigest } from "./digests.ts";
import { DIGEST_COLUMNS, type DigestRow, saveDigest, toDigest } from "./save-digest.ts";

export function digestStore(db: Database): DigestStore {
  const one = async (where: Statement): Promise<StoredDigest | null> => {
    const row = await db.row<DigestRow>(sql`SELECT ${DIGEST_COLUMNS} FROM digest WHERE ${where} LIMIT 1`);
    return row && toDigest(row);
  };
  return {
    save: (digest, messages = []) => db.transaction((tx) => save(tx, digest, messages)),
    find: (week) => one(sql`week = ${week} ORDER BY version DESC`),
    findVersion: (week, version) => one(sql`week = ${week} AND version = ${version}`),
    findBefore: (week) => one(sql`week < ${week} AND withdrawn_at IS NULL ORDER BY week DESC, version DESC`),
    async recent(count) {
      const rows = await db.rows<DigestRow>(
        sql`SELECT ${DIGEST_COLUMNS} FROM digest ORDER BY week DESC, version DESC LIMIT ${count}`,
      );
      return rows.map(toDigest);
    },
    withdraw: (id, by, at, messages = []) => db.transaction((tx) => withdraw(tx, id, by, at, messages)),
  };
}

async function save(tx: Queries, digest: NewDigest, messages: readonly Message[]): Promise<StoredDigest> {
  const kept = await saveDigest(tx, digest);
  await insertMessages(tx, messages, `digest:${digest.week}:${kept.version}`, digest.at);
  return kept;
}

async function withdraw(
  tx: Queries,
  id: number,
  by: string,
  at: StoredDigest["at"],
  messages: readonly Message[],
): Promise<boolean> {
  const digest = await tx.row<{ week: Week; version: number }>(sql`
    UPDATE digest SET withdrawn_at = ${at}, withdrawn_by = ${by}
    WHERE id = ${id} AND withdrawn_at IS NULL
    RETURNING week, version`);
  if (!digest) return false;
  const { week, version } = digest;
  await appendLog(tx, { at, who: by, what: "digest.withdraw", subject: week, from: { version }, to: null });
  await insertMessages(tx, messages, `digest-withdrawn:${id}`, at);
  return true;
}
