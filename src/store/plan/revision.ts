// The one row that every writer of the plan locks first, so that they stand in line and readers know what they missed.
import { randomUUID } from "node:crypto";
import type { Queries } from "../sql/database.ts";
import { sql } from "../sql/sql.ts";

/** Counters: the same numbers, the same plan. */
export interface Revision {
  /** Another when rows were taken away or replaced: the counters of before say nothing then. */
  readonly epoch: string;
  readonly version: number;
  readonly lines: number;
  readonly support: number;
  readonly overlay: number;
}

export async function readRevision(db: Queries): Promise<Revision> {
  return found(await db.row<Revision>(sql`SELECT epoch, version, lines, support, overlay FROM revision`));
}

/** Call it before anything is written: others wait until this transaction has ended. */
export async function lockRevision(tx: Queries): Promise<Revision> {
  return found(await tx.row<Revision>(sql`SELECT epoch, version, lines, support, overlay FROM revision FOR UPDATE`));
}

type Counter = Exclude<keyof Revision, "epoch">;

/** Says what has changed: lines covers forecasts too, overlay what is set in chat. */
export async function bumpRevision(tx: Queries, ...what: readonly Counter[]): Promise<void> {
  const by = (name: Counter): number => (what.includes(name) ? 1 : 0);
  await tx.run(sql`
    UPDATE revision SET version = version + ${by("version")}, lines = lines + ${by("lines")},
      support = support + ${by("support")}, overlay = overlay + ${by("overlay")}`);
}

/** Whoever has the plan in memory, in this process or another, is to read it anew: rows were taken away. */
export async function beginEpoch(tx: Queries): Promise<void> {
  await tx.run(sql`UPDATE revision SET epoch = ${randomUUID()}`);
}

function found(revision: Revision | null): Revision {
  if (!revision) throw new Error("store: the revision row is missing");
  return revision;
}
