// PostgreSQL inside the process (PGlite): one connection, so all statements stand in one queue.
import { access, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Mutex, PGlite } from "@electric-sql/pglite";
import { StoreFault } from "../faults.ts";
import { type Driver, type RawResult, sqlState } from "../sql/database.ts";
import type { Statement } from "../sql/sql.ts";
import { words } from "../words.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { type Prepared, preparedOn } from "./prepared.ts";
import { unpackTemplate } from "./template.ts";

/**
 * PGlite's own parameters, but what is acknowledged is on the disk: it runs without fsync by default, and of the ways to
 * write the log only O_DSYNC reaches the disk from inside WebAssembly. The small cache saves 100 MB of memory.
 */
export const START = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  ...["-c", "fsync=on", "-c", "wal_sync_method=open_datasync", "-c", "shared_buffers=32MB"],
  // Statements are prepared once, and planned each time: a plan made for an empty table is wrong an hour later.
  ...["-c", "plan_cache_mode=force_custom_plan"],
];

/** Opens the database in `dataDir`, making it first when there is none. Throws a `StoreFault` (held, damaged, disk). */
export async function openEmbedded(dataDir: string): Promise<Driver> {
  const folder = resolve(dataDir);
  const lock = await lockOrFault(folder);
  try {
    return embeddedDriver(await openFolder(folder), lock);
  } catch (error) {
    await lock.release();
    throw error instanceof StoreFault ? error : new StoreFault("damaged", words.damagedFolder(folder), error);
  }
}

async function lockOrFault(folder: string): Promise<FolderLock> {
  const lock = await lockFolder(folder).catch((error: unknown) => {
    throw new StoreFault("disk", words.noFolder(folder), error);
  });
  if ("heldBy" in lock) throw new StoreFault("held", words.held(folder, lock.heldBy));
  return lock;
}

/** Opened, or made: from the template when there is one for this version of PGlite. */
async function openFolder(folder: string): Promise<PGlite> {
  const data = join(folder, "postgres");
  const exists = await access(data).then(
    () => true,
    () => false,
  );
  if (!exists && !(await unpackTemplate(data))) await makeFromNothing(data);
  return await PGlite.create({ dataDir: data, startParams: START });
}

/** Some seconds. Under another name until it is whole: a process that is killed here leaves nothing half. */
async function makeFromNothing(data: string): Promise<void> {
  const unfinished = `${data}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const db = await PGlite.create({ dataDir: unfinished, startParams: START });
  await db.close();
  await rename(unfinished, data);
}

export function embeddedDriver(db: PGlite, lock: FolderLock): Driver {
  const prepared = preparedOn(db);
  // One connection: a statement waits for the transaction before it, and for every other statement.
  const line = new Mutex();
  const run: Driver["run"] = (statement) => execute(prepared, statement);
  return {
    kind: "embedded",
    run: (statement) => line.runExclusive(() => run(statement)),
    transaction: (work) => line.runExclusive(() => db.transaction(() => work(run))),
    script: (statements) =>
      line.runExclusive(async () => {
        for (const statement of statements) await db.exec(statement);
        await prepared.forget();
      }),
    async close() {
      await db.close();
      await lock.release();
    },
  };
}

async function execute(prepared: Prepared, statement: Statement): Promise<RawResult> {
  try {
    return await prepared.run(statement);
  } catch (error) {
    if (sqlState(error) === "53100") throw new StoreFault("disk", words.diskFull(), error);
    throw withoutValues(error);
  }
}

/** PGlite hangs the parameters on its errors: they may hold what people wrote, and must not reach a log. */
function withoutValues(error: unknown): unknown {
  if (typeof error === "object" && error !== null) {
    for (const name of ["params", "queryOptions", "detail", "where"]) Reflect.deleteProperty(error, name);
  }
  return error;
}
