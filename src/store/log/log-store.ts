import type { Instant } from "../../lib/time.ts";
import type { Database, Queries } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";
import { appendLog, hashOf, type LogRow } from "./append.ts";
import type { LoggedEntry, LogStore, LogVerdict } from "./log.ts";

type StoredRow = LogRow & { readonly hash: string };

const PAGE = 1_000;

export function logStore(db: Database): LogStore {
  return {
    append: (entry) => db.transaction((tx) => appendLog(tx, entry)),
    // One transaction, so that an entry written meanwhile is not taken for a fault.
    verify: () => db.transaction(verify),
    async *export() {
      for await (const row of pages(db)) yield toEntry(row);
    },
    async recent(count, subject) {
      const ofSubject = subject === undefined ? sql`` : sql`WHERE subject = ${subject}`;
      const rows = await db.rows<StoredRow>(sql`
        SELECT number, at, who, what, subject, change, hash FROM log_entry
        ${ofSubject} ORDER BY number DESC LIMIT ${count}`);
      return rows.map(toEntry);
    },
  };
}

async function verify(tx: Queries): Promise<LogVerdict> {
  const head = await tx.row<{ number: number; hash: string }>(sql`SELECT number, hash FROM log_head FOR SHARE`);
  let number = 0;
  let hash = "";
  for await (const row of pages(tx)) {
    number++;
    hash = hashOf(hash, row);
    if (row.number !== number || row.hash !== hash) return { ok: false, brokenAt: number };
  }
  // A tail that was cut off leaves a chain that is whole; the head knows better.
  if (!head || head.number !== number || head.hash !== hash) return { ok: false, brokenAt: number + 1 };
  return { ok: true, entries: number, head: hash };
}

async function* pages(queries: Queries): AsyncGenerator<StoredRow> {
  for (let after = 0; ; ) {
    const rows = await queries.rows<StoredRow>(sql`
      SELECT number, at, who, what, subject, change, hash FROM log_entry
      WHERE number > ${after} ORDER BY number LIMIT ${PAGE}`);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
  }
}

function toEntry({ change, ...row }: StoredRow): LoggedEntry {
  const { from, to } = JSON.parse(change) as { from: unknown; to: unknown };
  return { ...row, at: row.at as Instant, from, to };
}
