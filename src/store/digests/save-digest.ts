import { appendLog } from "../log/append.ts";
import type { Queries } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";
import type { NewDigest, StoredDigest } from "./digests.ts";

/** A digest as its row holds it: what was posted is text, so that it comes back byte for byte. */
export interface DigestRow extends Omit<StoredDigest, "snapshot" | "card" | "withdrawn"> {
  readonly snapshot: string;
  readonly card: string;
  readonly withdrawnAt: StoredDigest["at"] | null;
  readonly withdrawnBy: string | null;
}

export const DIGEST_COLUMNS = sql`id, week, version, as_of, snapshot, card, text, by, at, conversation, activity, posted,
  withdrawn_at, withdrawn_by`;

/** Those who save at once stand in line, so that each gets a version of its own. */
export async function saveDigest(tx: Queries, digest: NewDigest): Promise<StoredDigest> {
  await tx.run(sql`LOCK TABLE digest IN SHARE ROW EXCLUSIVE MODE`);
  const row = await tx.row<DigestRow>(sql`
    INSERT INTO digest (week, version, as_of, snapshot, card, text, by, at)
    SELECT ${digest.week}, coalesce(max(version), 0) + 1, ${digest.asOf}::bigint, ${JSON.stringify(digest.snapshot)},
      ${JSON.stringify(digest.card)}, ${digest.text}, ${digest.by}, ${digest.at}::bigint
    FROM digest WHERE week = ${digest.week}
    RETURNING ${DIGEST_COLUMNS}`);
  if (!row) throw new Error("store: the digest was not saved");
  await appendLog(tx, {
    at: digest.at,
    who: digest.by,
    what: "digest.make",
    subject: digest.week,
    from: null,
    to: { version: row.version },
  });
  return toDigest(row);
}

export function toDigest({ withdrawnAt, withdrawnBy, ...row }: DigestRow): StoredDigest {
  return {
    ...row,
    snapshot: JSON.parse(row.snapshot) as unknown,
    card: JSON.parse(row.card) as unknown,
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? "" },
  };
}
