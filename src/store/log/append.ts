// Adds an entry to the change log inside the transaction of what it tells. Call it last: others wait for the log's head.
import { createHash } from "node:crypto";
import type { Queries } from "../sql/database.ts";
import { json, sql, wellFormed } from "../sql/sql.ts";
import type { LogEntry, LoggedEntry } from "./log.ts";

/** An entry as its row holds it; `change` is the very text that the hash covers. */
export interface LogRow {
  readonly number: number;
  readonly at: number;
  readonly who: string;
  readonly what: string;
  readonly subject: string;
  readonly change: string;
}

export async function appendLog(tx: Queries, entry: LogEntry): Promise<LoggedEntry> {
  const head = await tx.row<{ number: number; hash: string }>(sql`SELECT number, hash FROM log_head FOR UPDATE`);
  if (!head) throw new Error("store: the change log has no head");
  const row: LogRow = {
    number: head.number + 1,
    at: entry.at,
    who: wellFormed(entry.who),
    what: wellFormed(entry.what),
    subject: wellFormed(entry.subject),
    change: json({ from: entry.from ?? null, to: entry.to ?? null }),
  };
  const hash = hashOf(head.hash, row);
  await tx.run(sql`
    INSERT INTO log_entry (number, at, who, what, subject, change, hash)
    VALUES (${row.number}, ${row.at}, ${row.who}, ${row.what}, ${row.subject}, ${row.change}, ${hash})`);
  await tx.run(sql`UPDATE log_head SET number = ${row.number}, hash = ${hash}`);
  return { ...entry, number: row.number, hash };
}

export function hashOf(before: string, row: LogRow): string {
  const covered = JSON.stringify([before, row.number, row.at, row.who, row.what, row.subject, row.change]);
  return createHash("sha256").update(covered).digest("hex");
}
