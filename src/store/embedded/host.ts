// PGlite on its folder, in whatever thread this runs.
import { access, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { unpackTemplate } from "./template.ts";

export interface Engine {
  /** Messages to the server, to its answers. For one caller at a time. Rejects when the database has ended. */
  send(asked: Uint8Array): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * PGlite's own parameters, but what is acknowledged is on the disk: it runs without fsync by default, and of the ways to
 * write the log only O_DSYNC reaches the disk from inside WebAssembly. The small cache saves 100 MB of memory, and is soon
 * as large as it gets.
 */
export const START = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  ...["-c", "fsync=on", "-c", "wal_sync_method=open_datasync", "-c", "shared_buffers=16MB"],
  // Several commits wait for the disk together, and none is acknowledged before (`prepared.ts`).
  ...["-c", "synchronous_commit=off"],
  // Statements are prepared once, and planned each time: a plan made for an empty table is wrong an hour later.
  ...["-c", "plan_cache_mode=force_custom_plan"],
];

/** Log files of 4 MB instead of 16: a new database is written faster, and this one writes little. */
export const MAKE = ["--wal-segsize=4"];

/** Opens the database in `folder`, or makes it: from the template when there is one for this version of PGlite. */
export async function openHost(folder: string): Promise<Engine> {
  const data = join(folder, "postgres");
  const exists = await access(data).then(
    () => true,
    () => false,
  );
  if (!exists && !(await unpackTemplate(data))) await makeFromNothing(data);
  return hosted(await PGlite.create({ dataDir: data, startParams: START }));
}

export function hosted(db: PGlite): Engine {
  return { send: async (asked) => db.execProtocolRawSync(asked), close: () => db.close() };
}

/** Some seconds. Under another name until it is whole: a process that is killed here leaves nothing half. */
async function makeFromNothing(data: string): Promise<void> {
  const unfinished = `${data}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const db = await PGlite.create({ dataDir: unfinished, startParams: START, initDbStartParams: MAKE });
  await db.close();
  await rename(unfinished, data);
}
