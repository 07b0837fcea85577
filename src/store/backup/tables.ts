// What a backup holds, in an order in which it can be put back.
import type { Queries } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";

/** Every table of ours except `migration`; parents before children. A test compares it with the database. */
export const TABLES = [
  "revision",
  "plan_version",
  "plan_sheet",
  "report_line",
  "forecast",
  "support_request",
  "alias",
  "prerequisite_mark",
  "deputy",
  "card",
  "report",
  "submission",
  "occurrence",
  "outbox",
  "inbox",
  "bucket",
  "person",
  "channel",
  "pause",
  "setting",
  "confirmation",
  "context",
  "question",
  "digest",
  "log_head",
  "log_entry",
] as const;
export type Table = (typeof TABLES)[number];

export function isTable(name: string): name is Table {
  return (TABLES as readonly string[]).includes(name);
}

/** Numbered columns go on after the highest number that was put back. */
export async function continueNumbering(tx: Queries): Promise<void> {
  const numbered = await tx.rows<{ tableName: string; columnName: string }>(sql`
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND is_identity = 'YES'`);
  for (const { tableName, columnName } of numbered) {
    if (!isTable(tableName)) continue;
    const text = `SELECT setval(pg_get_serial_sequence('${tableName}', '${columnName}'),
      (SELECT coalesce(max(${columnName}), 0) + 1 FROM ${tableName}), false)`;
    await tx.rows({ text, values: [] });
  }
}
