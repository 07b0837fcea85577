// The door of the only folder that knows the database. Everything a colleague needs is typed here and in the group files.
import { backup } from "./backup/backup.ts";
import { restore } from "./backup/restore.ts";
import type { CollectStore } from "./collect/collect.ts";
import { collectStore } from "./collect/collect-store.ts";
import { digestStore } from "./digests/digest-store.ts";
import type { DigestStore } from "./digests/digests.ts";
import type { InboxStore } from "./inbox/inbox.ts";
import { inboxStore } from "./inbox/inbox-store.ts";
import { limitStore } from "./limits/limit-store.ts";
import type { LimitStore } from "./limits/limits.ts";
import type { LogStore } from "./log/log.ts";
import { logStore } from "./log/log-store.ts";
import type { MemoryStore } from "./memory/memory.ts";
import { memoryStore } from "./memory/memory-store.ts";
import { migrate } from "./migrate.ts";
import { occurrenceStore } from "./occurrences/occurrence-store.ts";
import type { OccurrenceStore } from "./occurrences/occurrences.ts";
import type { OutboxStore } from "./outbox/outbox.ts";
import { outboxStore } from "./outbox/outbox-store.ts";
import type { PeopleStore } from "./people/people.ts";
import { peopleStore } from "./people/people-store.ts";
import { planCache } from "./plan/current.ts";
import type { PlanStore } from "./plan/plan.ts";
import { planStore } from "./plan/plan-store.ts";
import type { ServerOptions } from "./server/server.ts";
import { type Database, type Driver, database } from "./sql/database.ts";
import { sql } from "./sql/sql.ts";

/** `DATA_DIR` → embedded PostgreSQL in that folder; `DATABASE_URL` → a server, TLS by the URL's options. */
export type StorePlace = { readonly dataDir: string } | { readonly databaseUrl: string };

/**
 * What is kept. Every function is one short transaction; none may be called inside another's.
 * Times are `Instant`; what is typed `unknown` on the way out is JSON whose shape the caller owns and checks with zod.
 */
export interface Store {
  readonly kind: "embedded" | "server";
  readonly plan: PlanStore;
  readonly collect: CollectStore;
  readonly occurrences: OccurrenceStore;
  readonly outbox: OutboxStore;
  readonly inbox: InboxStore;
  readonly people: PeopleStore;
  /** settings, confirmations, contexts, questions */
  readonly memory: MemoryStore;
  readonly digests: DigestStore;
  readonly limits: LimitStore;
  readonly log: LogStore;
  /** One trivial statement, for readiness; throws a `StoreFault` when the database can't answer. */
  ping(): Promise<void>;
  /** Nightly: statistics and dead rows; embedded also a checkpoint, since nothing else makes one. Seconds. */
  maintain(): Promise<void>;
  /** Writes everything to one file, the same form for both kinds. Returns the number of rows. */
  backup(file: string): Promise<number>;
  /** Replaces everything with what a backup file holds; all or nothing, the file is checked first. */
  restore(file: string): Promise<number>;
  close(): Promise<void>;
}

export interface StoreOptions extends ServerOptions {
  /** Tests: the store fails when its outer handle is used inside a transaction, which would wait for ever. */
  readonly isWatched?: boolean;
}

/** Only the one that is used is loaded. */
async function openDriver(place: StorePlace, options: StoreOptions): Promise<Driver> {
  if ("dataDir" in place) {
    const { openEmbedded } = await import("./embedded/embedded.ts");
    return openEmbedded(place.dataDir);
  }
  const { openServer } = await import("./server/server.ts");
  return openServer(place.databaseUrl, options);
}

/** Opens the database, brings it to this program's form, and gives the store. Throws a `StoreFault`. */
export async function openStore(place: StorePlace, options: StoreOptions = {}): Promise<Store> {
  const db = database(await openDriver(place, options), options.isWatched);
  try {
    await migrate(db);
    // We hold the folder alone: whoever had claimed something in it is dead.
    if (db.kind === "embedded") await endLeases(db);
  } catch (error) {
    await db.close().catch(() => undefined);
    throw error;
  }
  return store(db);
}

function store(db: Database): Store {
  return {
    kind: db.kind,
    plan: planStore(db, planCache(db)),
    collect: collectStore(db),
    occurrences: occurrenceStore(db),
    outbox: outboxStore(db),
    inbox: inboxStore(db),
    people: peopleStore(db),
    memory: memoryStore(db),
    digests: digestStore(db),
    limits: limitStore(db),
    log: logStore(db),
    async ping() {
      await db.rows(sql`SELECT 1 AS one`);
    },
    maintain: () => db.script(db.kind === "embedded" ? ["VACUUM ANALYZE", "CHECKPOINT"] : ["ANALYZE"]),
    backup: (file) => backup(db, file),
    restore: (file) => restore(db, file),
    close: () => db.close(),
  };
}

async function endLeases(db: Database): Promise<void> {
  for (const table of ["occurrence", "outbox", "inbox"]) {
    await db.run({ text: `UPDATE ${table} SET lease_until = 0 WHERE lease_until IS NOT NULL`, values: [] });
  }
}
