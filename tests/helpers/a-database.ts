// A fresh database of either kind, for one test file or one test.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { inject } from "vitest";
import { openStore, type Store, type StorePlace } from "../../src/store/store.ts";

export const DATABASE_KINDS = ["embedded", "server"] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** What `DATA_DIR` or `DATABASE_URL` would say. */
  readonly place: StorePlace;
  /** Closed by `remove`. */
  open(): Promise<Store>;
  /** Closes what is open and removes all of it. */
  remove(): Promise<void>;
}

/** Empty: `open()` makes the tables. */
export async function aDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  return kind === "embedded" ? anEmbedded() : await aServerDatabase(await postgresUrl());
}

/** A database on a given server. */
export async function aServerDatabase(server: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const place = { databaseUrl: `${server}/${name}` };
  return withStores("server", place, () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`));
}

function anEmbedded(): TestDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), "data-"));
  return withStores("embedded", { dataDir }, async () => rmSync(dataDir, { recursive: true, force: true }));
}

function withStores(kind: DatabaseKind, place: StorePlace, removeData: () => Promise<void>): TestDatabase {
  const opened: Store[] = [];
  return {
    kind,
    place,
    async open() {
      const store = await openStore(place, { isWatched: true });
      opened.push(store);
      return store;
    },
    async remove() {
      for (const store of opened) await store.close().catch(() => undefined);
      await removeData();
    },
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** The run's one server; the first who asks waits for it to start. */
async function postgresUrl(): Promise<string> {
  const url = await text(connect(inject("postgresStarter"), "127.0.0.1"));
  if (url === "") throw new Error("the test server did not start");
  return url;
}
