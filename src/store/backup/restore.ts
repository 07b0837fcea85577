// Puts a backup back: the file is read and checked to its end before anything is touched, then all in one transaction.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { StoreFault } from "../faults.ts";
import { newestMigration, runMissing } from "../migrate.ts";
import { beginEpoch } from "../plan/revision.ts";
import type { Database, Queries } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";
import { words } from "../words.ts";
import { FORMAT } from "./backup.ts";
import { continueNumbering, isTable, TABLES, type Table } from "./tables.ts";

const Head = z.object({ format: z.literal(FORMAT), migration: z.number().int().positive() });
const Tail = z.object({ rows: z.number().int(), sha256: z.string() });
const TableLine = z.strictObject({ table: z.string() });

const ROWS_AT_A_TIME = 1_000;

/** Returns the number of rows. Throws a `StoreFault` (damaged, newer) with nothing changed. */
export async function restore(db: Database, file: string): Promise<number> {
  const { migration, rows } = await check(file);
  if (migration > newestMigration()) throw new StoreFault("newer", words.newer(migration, newestMigration()));
  await db.transaction(async (tx) => {
    await tx.run(sql`SET LOCAL statement_timeout = 0`);
    await makeAnew(tx, migration);
    for await (const part of parts(file)) await insert(tx, part);
    await continueNumbering(tx);
    await runMissing(tx);
    await beginEpoch(tx);
  });
  return rows;
}

/** The tables as they were when the backup was made; what has been added since is added afterwards. */
async function makeAnew(tx: Queries, migration: number): Promise<void> {
  const names = [...TABLES, "migration"].join(", ");
  await tx.run({ text: `DROP TABLE IF EXISTS ${names} CASCADE`, values: [] });
  await runMissing(tx, migration);
  for (const table of ["revision", "log_head"]) await tx.run({ text: `DELETE FROM ${table}`, values: [] });
}

async function insert(tx: Queries, { table, rows }: Part): Promise<void> {
  const text = `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`;
  await tx.run({ text, values: [`[${rows.join(",")}]`] });
}

interface Part {
  readonly table: Table;
  readonly rows: string[];
}

async function* parts(file: string): AsyncGenerator<Part> {
  let part: Part | null = null;
  for await (const line of linesIn(file)) {
    const table = tableNamed(line);
    if (!table && !part) continue;
    if (part && (table || part.rows.length === ROWS_AT_A_TIME)) {
      if (part.rows.length > 0) yield part;
      part = { table: table ?? part.table, rows: [] };
    }
    part ??= table && { table, rows: [] };
    if (!table) part?.rows.push(line);
  }
  // The last line is the tail, not a row.
  part?.rows.pop();
  if (part && part.rows.length > 0) yield part;
}

/** A row is never taken for a table's line: no table of ours has a column of that name. */
function tableNamed(line: string): Table | null {
  if (!line.startsWith('{"table":')) return null;
  const { table } = TableLine.parse(JSON.parse(line));
  if (!isTable(table)) throw new Error("store: unknown table in backup");
  return table;
}

async function check(file: string): Promise<{ migration: number; rows: number }> {
  const hash = createHash("sha256");
  let head: string | null = null;
  let last: string | null = null;
  try {
    for await (const line of linesIn(file)) {
      if (last !== null) hash.update(`${last}\n`);
      head ??= line;
      last = line;
    }
    const { migration } = Head.parse(JSON.parse(head ?? ""));
    const { rows, sha256 } = Tail.parse(JSON.parse(last ?? ""));
    if (sha256 !== hash.digest("hex")) throw new Error("the sum is another");
    return { migration, rows };
  } catch (error) {
    const missing = error instanceof Error && "syscall" in error;
    throw new StoreFault("damaged", missing ? words.noBackup(file) : words.damagedBackup(file), error);
  }
}

/** Node's readline would also break lines at U+2028, which people's words may hold. */
async function* linesIn(file: string): AsyncGenerator<string> {
  const unpacked = createReadStream(file)
    .on("error", (error) => unpacked.destroy(error))
    .pipe(createGunzip());
  unpacked.setEncoding("utf8");
  let rest = "";
  for await (const chunk of unpacked as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
