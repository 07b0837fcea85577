// A database of either kind for a proof, outside the test runner; a PostgreSQL server is started once and kept.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { StorePlace } from "../../src/store/store.ts";
import type { PostgresServer } from "../helpers/postgres-server.ts";

export const STORES = ["embedded", "postgres"] as const;
export type StoreKind = (typeof STORES)[number];

export interface ProofDatabase {
  readonly kind: StoreKind;
  readonly place: StorePlace;
  remove(): Promise<void>;
}

/** `server`: only asked for when one is needed. */
export async function proofDatabase(kind: StoreKind, server: () => Promise<PostgresServer>): Promise<ProofDatabase> {
  if (kind === "embedded") {
    const dataDir = mkdtempSync(join(tmpdir(), "prove-"));
    return { kind, place: { dataDir }, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
  }
  const { url } = await server();
  const name = `prove_${randomBytes(6).toString("hex")}`;
  await administer(url, `CREATE DATABASE ${name}`);
  return {
    kind,
    place: { databaseUrl: `${url}/${name}` },
    remove: () => administer(url, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  // A server that is stopped meanwhile says farewell to everybody: what it means is told by the query.
  client.on("error", () => undefined);
  await client.connect();
  await client.query(statement);
  await client.end();
}
