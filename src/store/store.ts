// The door of the only folder that knows the database. Everything a colleague needs is typed here and in the group files.
import type { CollectStore } from "./collect/collect.ts";
import type { DigestStore } from "./digests/digests.ts";
import type { InboxStore } from "./inbox/inbox.ts";
import type { LimitStore } from "./limits/limits.ts";
import type { LogStore } from "./log/log.ts";
import type { MemoryStore } from "./memory/memory.ts";
import type { OccurrenceStore } from "./occurrences/occurrences.ts";
import type { OutboxStore } from "./outbox/outbox.ts";
import type { PeopleStore } from "./people/people.ts";
import type { PlanStore } from "./plan/plan.ts";

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
