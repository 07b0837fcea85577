// Brings a database to this program's form: numbered steps, forward only, once, however many replicas start together.
import { readdirSync, readFileSync } from "node:fs";
import { StoreFault } from "./faults.ts";
import type { Database, Queries } from "./sql/database.ts";
import { sql } from "./sql/sql.ts";
import { words } from "./words.ts";

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** Any number that nobody else would choose: it names the lock that replicas stand in line for. */
const LOCK = 7_311_004_711;

/** Runs what has not been run, all of it or nothing. Throws a `StoreFault` when the database is ahead of the program. */
export async function migrate(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.run(sql`SET LOCAL statement_timeout = 0`);
    await tx.rows(sql`SELECT pg_advisory_xact_lock(${LOCK})`);
    await runMissing(tx);
  });
}

/** The number of the last step this program knows. */
export function newestMigration(): number {
  return migrations().at(-1)?.number ?? 0;
}

/** Inside a transaction that holds the lock: the steps after the last one run, up to and with `through`. */
export async function runMissing(tx: Queries, through: number = newestMigration()): Promise<void> {
  await tx.run(sql`CREATE TABLE IF NOT EXISTS migration (
    number integer PRIMARY KEY,
    name text NOT NULL
  )`);
  const last = await tx.row<{ number: number }>(sql`SELECT coalesce(max(number), 0)::integer AS number FROM migration`);
  const done = last?.number ?? 0;
  if (done > newestMigration()) throw new StoreFault("newer", words.newer(done, newestMigration()));
  for (const { number, name, statements } of migrations()) {
    if (number <= done || number > through) continue;
    for (const text of statements) await tx.run({ text, values: [] });
    await tx.run(sql`INSERT INTO migration (number, name) VALUES (${number}, ${name})`);
  }
}

function migrations(): readonly Migration[] {
  const folder = new URL("./migrations/", import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => ({
      number: Number(file.slice(0, 3)),
      name: file.slice(4, -4),
      statements: statementsOf(readFileSync(new URL(file, folder), "utf8")),
    }));
}

/** Our own files: no semicolon stands inside a statement or a comment. */
function statementsOf(text: string): string[] {
  return text
    .replace(/^\s*--.*$/gm, "")
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}
