// PostgreSQL inside the process (PGlite): one connection, so all statements stand in one queue.
import { resolve } from "node:path";
import { Mutex } from "@electric-sql/pglite";
import { StoreFault } from "../faults.ts";
import { type Driver, type RawResult, sqlState } from "../sql/database.ts";
import type { Statement } from "../sql/sql.ts";
import { words } from "../words.ts";
import { openEngine } from "./engine.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import type { Engine } from "./host.ts";
import { type Prepared, preparedOn } from "./prepared.ts";

/** Opens the database in `dataDir`, making it first when there is none. Throws a `StoreFault` (held, damaged, disk). */
export async function openEmbedded(dataDir: string): Promise<Driver> {
  const folder = resolve(dataDir);
  const lock = await lockOrFault(folder);
  try {
    return embeddedDriver(await openEngine(folder), lock);
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

export function embeddedDriver(engine: Engine, lock: FolderLock): Driver {
  const prepared = preparedOn(engine);
  // One connection: a statement waits for the transaction before it, and for every other statement.
  const line = new Mutex();
  const run: Driver["run"] = (statement) => execute(prepared, statement);
  return {
    kind: "embedded",
    run: (statement) => line.runExclusive(() => run(statement)),
    transaction: (work) => line.runExclusive(() => inTransaction(prepared, () => work(run))),
    script: (statements) =>
      line.runExclusive(async () => {
        for (const statement of statements) await prepared.script(statement);
        await prepared.forget();
      }),
    async close() {
      await line.runExclusive(() => engine.close());
      await lock.release();
    },
  };
}

async function inTransaction<T>(prepared: Prepared, work: () => Promise<T>): Promise<T> {
  await prepared.script("BEGIN");
  try {
    const result = await work();
    await prepared.script("COMMIT");
    return result;
  } catch (error) {
    await prepared.script("ROLLBACK").catch(() => undefined);
    throw error;
  }
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
