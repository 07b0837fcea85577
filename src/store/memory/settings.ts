// Settings that were changed in chat. They are part of the plan in force: a change counts as one of what is laid over it.
import type { Instant } from "../../lib/time.ts";
import { appendLog } from "../log/append.ts";
import { bumpRevision, lockRevision } from "../plan/revision.ts";
import type { Queries } from "../sql/database.ts";
import { json, sql } from "../sql/sql.ts";
import type { Setting } from "./memory.ts";

export function listSettings(db: Queries): Promise<Setting[]> {
  return db.rows<Setting>(sql`SELECT key, value, by, at FROM setting ORDER BY key`);
}

export async function readSettings(db: Queries): Promise<Readonly<Record<string, unknown>>> {
  return Object.fromEntries((await listSettings(db)).map(({ key, value }) => [key, value]));
}

export async function saveSetting(tx: Queries, key: string, value: unknown, by: string, at: Instant): Promise<void> {
  await lockRevision(tx);
  const before = await tx.row<{ value: unknown }>(sql`SELECT value FROM setting WHERE key = ${key} FOR UPDATE`);
  if (value === null) await tx.run(sql`DELETE FROM setting WHERE key = ${key}`);
  else {
    await tx.run(sql`
      INSERT INTO setting (key, value, by, at) VALUES (${key}, ${json(value)}::jsonb, ${by}, ${at})
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, by = excluded.by, at = excluded.at`);
  }
  await bumpRevision(tx, "overlay");
  await appendLog(tx, { at, who: by, what: "setting.change", subject: key, from: before?.value ?? null, to: value });
}
