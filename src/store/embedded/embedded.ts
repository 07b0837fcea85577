// PostgreSQL inside the process (PGlite): one connection, so all statements stand in one queue.
import { resolve } from "node:path";
import { Mutex } from "@electric-sql/pglite";
import { StoreFault } from "../faults.ts";
import { type Driver, sqlState } from "../sql/database.ts";
import type { Statement } from "../sql/sql.ts";
import { words } from "../words.ts";
import { openEngine } from "./engine.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import type { Engine } from "./host.ts";
import { type Outcome, type Prepared, preparedOn, TO_DISK } from "./prepared.ts";

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
  // One connection: statements wait for the transaction before them. Those that wait go together.
  const line = new Mutex();
  let waiting: Waiting[] = [];

  async function runWaiting(): Promise<void> {
    const these = waiting;
    waiting = [];
    try {
      const outcomes = await prepared.together(these.map(({ statement }) => statement));
      for (const [index, one] of these.entries()) one.settle(outcomes[index] ?? { fault: null });
    } catch (fault) {
      for (const { settle } of these) settle({ fault });
    }
  }

  return {
    kind: "embedded",
    run: (statement) =>
      new Promise((resolve, reject) => {
        const settle = (outcome: Outcome): void =>
          "result" in outcome ? resolve(outcome.result) : reject(told(outcome.fault));
        waiting.push({ statement, settle });
        if (waiting.length === 1) void line.runExclusive(runWaiting);
      }),
    transaction: (work) =>
      line.runExclusive(() =>
        inTransaction(prepared, () => work((statement) => prepared.run(statement).catch(rethrown))),
      ),
    script: (statements) =>
      line.runExclusive(async () => {
        for (const statement of statements) await prepared.script(statement, TO_DISK.text);
        await prepared.forget();
      }),
    async close() {
      await line.runExclusive(() => engine.close());
      await lock.release();
    },
  };
}

interface Waiting {
  readonly statement: Statement;
  settle(outcome: Outcome): void;
}

async function inTransaction<T>(prepared: Prepared, work: () => Promise<T>): Promise<T> {
  await prepared.script("BEGIN");
  try {
    const result = await work();
    await prepared.script("COMMIT", TO_DISK.text);
    return result;
  } catch (error) {
    await prepared.script("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

function rethrown(error: unknown): never {
  throw told(error);
}

/** What the caller is told of an error. */
function told(error: unknown): unknown {
  if (sqlState(error) === "53100") return new StoreFault("disk", words.diskFull(), error);
  return withoutValues(error);
}

/** PGlite hangs the parameters on its errors: they may hold what people wrote, and must not reach a log. */
function withoutValues(error: unknown): unknown {
  if (typeof error === "object" && error !== null) {
    for (const name of ["params", "queryOptions", "detail", "where"]) Reflect.deleteProperty(error, name);
  }
  return error;
}
