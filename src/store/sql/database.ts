// The one port both kinds of PostgreSQL stand behind. Column names come back in camelCase; bigint as number; dates as text.
import { AsyncLocalStorage } from "node:async_hooks";
import type { Statement } from "./sql.ts";

/** What a driver has to do; `database()` adds the rest. Errors come out as the driver's own, or as a `StoreFault`. */
export interface Driver {
  readonly kind: "embedded" | "server";
  run(statement: Statement): Promise<RawResult>;
  /** Runs `work` in one transaction: commit when it returns, rollback when it throws. */
  transaction<T>(work: (run: Driver["run"]) => Promise<T>): Promise<T>;
  /** Several statements without parameters, each on its own. */
  script(statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface RawResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly affected: number;
}

/** Either the database itself (each statement its own transaction) or one open transaction. */
export interface Queries {
  /** `Row` says what the statement's columns are: our own tables hold the types, JSON inside them is checked with zod. */
  rows<Row>(statement: Statement): Promise<Row[]>;
  /** The first row, or null. */
  row<Row>(statement: Statement): Promise<Row | null>;
  /** How many rows were written. */
  run(statement: Statement): Promise<number>;
}

export interface Database extends Queries {
  readonly kind: Driver["kind"];
  transaction<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
  script(statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Two transactions met (deadlock or serialisation): nothing was written, trying again is right. */
const TRY_AGAIN = new Set(["40P01", "40001"]);
const TRIES = 4;

/** `isWatched`: a slip of ours is looked for. For tests, since to follow who asks costs part of every turn. */
export function database(driver: Driver, isWatched = false): Database {
  // The embedded database has one connection: waiting for it inside one's own transaction would hang for ever.
  const inside = isWatched ? new AsyncLocalStorage<true>() : null;
  const outside = (): void => {
    if (inside?.getStore()) throw new Error("store: the outer handle was used inside a transaction");
  };
  return {
    kind: driver.kind,
    ...queries((statement) => {
      outside();
      return driver.run(statement);
    }),
    async transaction(work) {
      outside();
      const watched: typeof work = inside ? (tx) => inside.run(true, () => work(tx)) : work;
      return retried(() => driver.transaction((run) => watched(queries(run))));
    },
    async script(statements) {
      outside();
      await driver.script(statements);
    },
    close: () => driver.close(),
  };
}

function queries(run: Driver["run"]): Queries {
  return {
    rows: async <Row>(statement: Statement) => shaped<Row>(await run(statement)),
    row: async <Row>(statement: Statement) => shaped<Row>(await run(statement))[0] ?? null,
    run: async (statement) => (await run(statement)).affected,
  };
}

function shaped<Row>(result: RawResult): Row[] {
  const names = namesOf(result.columns);
  return result.rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index++) row[names[index] as string] = values[index];
    return row as Row;
  });
}

/** The statements are written in the code: their columns are a few hundred names. */
const named = new Map<string, string>();

function namesOf(columns: readonly string[]): readonly string[] {
  return columns.map((column) => {
    const known = named.get(column);
    if (known !== undefined) return known;
    const name = camelCase(column);
    named.set(column, name);
    return name;
  });
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === TRIES || !TRY_AGAIN.has(sqlState(error) ?? "")) throw error;
    }
  }
}

/** PostgreSQL's five-letter code of an error, or null. */
export function sqlState(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
