// A PostgreSQL server through a pool that any number of replicas share.
import pg from "pg";
import { StoreFault } from "../faults.ts";
import { type Driver, type RawResult, sqlState } from "../sql/database.ts";
import type { Statement } from "../sql/sql.ts";
import { words } from "../words.ts";

export interface ServerOptions {
  /** Connections of this replica. */
  readonly connections?: number;
  /** How long to wait for a server that is restarting before giving up. */
  readonly patienceMs?: number;
}

const STATEMENT_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** PostgreSQL's type numbers: bigint as number (ours are ids and milliseconds), date as the text it is. */
const TYPES = {
  getTypeParser: (type: number, format?: "text" | "binary") => {
    if (type === 20) return Number;
    if (type === 1082) return (text: string) => text;
    return pg.types.getTypeParser(type, format === "binary" ? "binary" : "text");
  },
};

/** Opens a pool. TLS by the URL (`?sslmode=verify-full&sslrootcert=…`). Nothing is connected before the first statement. */
export function openServer(url: string, options: ServerOptions = {}): Driver {
  const where = placeOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: 60_000,
    application_name: "omstallningsbot",
    keepAlive: true,
  });
  // An idle connection that the server closes is the pool's to replace; without a listener it would end the process.
  pool.on("error", () => undefined);
  // The same for the instant in which a connection has been lent out and `withClient` does not listen yet: the server's
  // farewell can stand in the very packet that made it ready.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const connect = (): Promise<pg.PoolClient> => connectPatiently(pool, options.patienceMs ?? 10_000);

  return {
    kind: "server",
    run: (statement) => named(where, async () => withClient(await connect(), (client) => execute(client, statement))),
    transaction: (work) =>
      named(where, async () => withClient(await connect(), (client) => inTransaction(client, work))),
    script: (statements) =>
      named(where, async () =>
        withClient(await connect(), async (client) => {
          for (const statement of statements) await client.query(statement);
        }),
      ),
    close: () => pool.end(),
  };
}

/** Host and port, without user and password. */
function placeOf(url: string): string {
  try {
    return new URL(url).host || "localhost";
  } catch (error) {
    throw new StoreFault("unreachable", words.badUrl(), withoutText(error));
  }
}

async function connectPatiently(pool: pg.Pool, patienceMs: number): Promise<pg.PoolClient> {
  const giveUp = performance.now() + patienceMs;
  for (let wait = 50; ; wait = Math.min(wait * 2, 1_000)) {
    try {
      return await pool.connect();
    } catch (error) {
      if (!isUnreachable(error) || performance.now() + wait > giveUp) throw error;
      await new Promise((resume) => setTimeout(resume, wait));
    }
  }
}

async function withClient<T>(client: pg.PoolClient, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  let broken = false;
  // A connection that is cut while it is lent out tells it here as well as in the pending query.
  const onError = (): void => {
    broken = true;
  };
  client.on("error", onError);
  try {
    return await work(client);
  } catch (error) {
    broken ||= isUnreachable(error);
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

async function inTransaction<T>(client: pg.PoolClient, work: (run: Driver["run"]) => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    const result = await work((statement) => execute(client, statement));
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function execute(client: pg.PoolClient, { text, values }: Statement): Promise<RawResult> {
  const result = await client.query<unknown[]>({ text, values: [...values], rowMode: "array", types: TYPES });
  return { columns: result.fields.map((field) => field.name), rows: result.rows, affected: result.rowCount ?? 0 };
}

async function named<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreFault) throw error;
    const state = sqlState(error);
    if (state === "53100") throw new StoreFault("disk", words.diskFull(), error);
    if (state?.startsWith("28") || state === "3D000") throw new StoreFault("unreachable", words.refused(where), error);
    if (isUnreachable(error)) throw new StoreFault("unreachable", words.unreachable(where), error);
    throw withoutDetail(error);
  }
}

/** Class 08 and 57P0x: connection trouble, shutting down, starting up; 53300: too many connections. */
function isUnreachable(error: unknown): boolean {
  const state = sqlState(error) ?? "";
  if (/^(08|57P0[123]|53300|E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_AGAIN|NOTFOUND))/.test(state)) return true;
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    )
  );
}

/** `detail` quotes the row: it may hold what people wrote, and must not reach a log. */
function withoutDetail(error: unknown): unknown {
  if (typeof error === "object" && error !== null) {
    for (const name of ["detail", "where"]) Reflect.deleteProperty(error, name);
  }
  return error;
}

/** The URL stands in the message of the error that `URL` throws, with the password. */
function withoutText(error: unknown): Error {
  return new Error(error instanceof Error ? error.name : "invalid URL");
}
