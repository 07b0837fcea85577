import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/store/embedded/embedded.ts";
import type { LoggedEntry, LogStore } from "../../src/store/log/log.ts";
import { logStore } from "../../src/store/log/log-store.ts";
import { migrate } from "../../src/store/migrate.ts";
import { openServer } from "../../src/store/server/server.ts";
import { type Database, database as databaseOn } from "../../src/store/sql/database.ts";
import { aDatabase, DATABASE_KINDS, type TestDatabase } from "../helpers/a-database.ts";
import { ANNA, WEDNESDAY } from "./rows.ts";

function entry(subject: string) {
  return { at: WEDNESDAY, who: ANNA, what: "test", subject, from: { b: 1, a: "\u0000å" }, to: null };
}

describe.each(DATABASE_KINDS)("the change log, %s", (kind) => {
  let database: TestDatabase;
  // Past the store, as one who means to deceive would.
  let db: Database;
  let log: LogStore;
  beforeAll(async () => {
    database = await aDatabase(kind);
    const { place } = database;
    db = databaseOn("dataDir" in place ? await openEmbedded(place.dataDir) : openServer(place.databaseUrl));
    await migrate(db);
    log = logStore(db);
  });
  afterAll(async () => {
    await db.close();
    await database.remove();
  });

  it("is a chain without forks, however many write at once", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => log.append(entry(`s${n}`))));
    const verdict = await log.verify();
    expect(verdict).toMatchObject({ ok: true, entries: 40 });
    const all: LoggedEntry[] = [];
    for await (const each of log.export()) all.push(each);
    expect(all.map((each) => each.number)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(verdict).toMatchObject({ head: all.at(-1)?.hash });
    expect(all[0]).toMatchObject({ who: ANNA, from: { b: 1, a: "\uFFFDå" }, to: null });
    expect(await log.recent(1, all[6]?.subject)).toEqual([all[6]]);
  });

  it.each([
    ["a changed word", "UPDATE log_entry SET change = replace(change, 'å', 'ä') WHERE number = 7", 7],
    ["a changed time", "UPDATE log_entry SET at = at + 1 WHERE number = 9", 9],
    ["a missing entry", "DELETE FROM log_entry WHERE number = 3", 3],
    ["a tail that was cut off", "DELETE FROM log_entry WHERE number > 38", 39],
    [
      "an entry of one's own at the end",
      "INSERT INTO log_entry SELECT 41, at, who, what, subject, change, hash FROM log_entry WHERE number = 40",
      41,
    ],
  ])("shows %s", async (_what, tampering, brokenAt) => {
    await db.script(["CREATE TABLE kept AS SELECT * FROM log_entry", tampering]);
    expect(await log.verify()).toEqual({ ok: false, brokenAt });
    await db.script(["DELETE FROM log_entry", "INSERT INTO log_entry SELECT * FROM kept", "DROP TABLE kept"]);
    expect(await log.verify()).toMatchObject({ ok: true });
  });
});
