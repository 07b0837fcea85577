// Everything that is kept, as one gzipped file of JSON lines: a head, then a table's name and its rows, then a tail that
// counts and hashes what went before. The same form for the embedded database and a server, so one can become the other.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { StoreFault } from "../faults.ts";
import { newestMigration } from "../migrate.ts";
import type { Database, Queries } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";
import { words } from "../words.ts";
import { TABLES, type Table } from "./tables.ts";

export const FORMAT = "omstallningsbot-backup-1";

const ROWS_AT_A_TIME = 1_000;

/** Writes `file`, whole or not at all, as of one moment. Returns the number of rows. Throws a `StoreFault` (disk). */
export async function backup(db: Database, file: string): Promise<number> {
  const unfinished = `${file}.unfinished`;
  const count = { rows: 0 };
  try {
    await db.transaction(async (tx) => {
      await tx.run(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`);
      await tx.run(sql`SET LOCAL statement_timeout = 0`);
      await pipeline(Readable.from(lines(tx, count)), createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    });
    await toDisk(unfinished);
    await rename(unfinished, file);
    return count.rows;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    if (isFileError(error)) throw new StoreFault("disk", words.noBackupFile(file), error);
    throw error;
  }
}

async function* lines(tx: Queries, count: { rows: number }): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (text: string): string => {
    hash.update(`${text}\n`);
    return `${text}\n`;
  };
  yield line(JSON.stringify({ format: FORMAT, migration: newestMigration() }));
  for (const table of TABLES) {
    yield line(JSON.stringify({ table }));
    for await (const rows of rowsOf(tx, table)) {
      count.rows += rows.length;
      yield rows.map(line).join("");
    }
  }
  yield `${JSON.stringify({ rows: count.rows, sha256: hash.digest("hex") })}\n`;
}

/** A table's rows as JSON text, through a cursor: no table is ever in memory whole. */
async function* rowsOf(tx: Queries, table: Table): AsyncGenerator<string[]> {
  const text = `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT row_to_json(each)::text AS row FROM ${table} AS each`;
  await tx.run({ text, values: [] });
  for (;;) {
    const rows = await tx.rows<{ row: string }>({ text: `FETCH ${ROWS_AT_A_TIME} FROM backup_rows`, values: [] });
    if (rows.length === 0) break;
    // JSON escapes every line break, so a row is one line.
    yield rows.map(({ row }) => row);
  }
  await tx.run(sql`CLOSE backup_rows`);
}

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && "path" in error;
}
