import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/store/embedded/embedded.ts";
import type { LoggedEntry } from "../../src/store/log/log.ts";
import { openServer } from "../../src/store/server/server.ts";
import { type Database, database as databaseOn } from "../../src/store/sql/database.ts";
import type { Store } from "../../src/store/store.ts";
import { aDatabase, DATABASE_KINDS, type TestDatabase } from "../helpers/a-database.ts";
import { ANNA, WEDNESDAY } from "./rows.ts";

function entry(subject: string) {
  return { at: WEDNESDAY, who: ANNA, what: "test", subject, from: { b: 1, a: "\u0000å" }, to: null };
}

describe.each(DATABASE_KINDS)("the change log, %s", (kind) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await aDatabase(kind);
    store = await database.open();
  });
  afterAll(() => database.remove());

  it("is a chain without forks, however many write at once", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => store.log.append(entry(`s${n}`))));
    const verdict = await store.log.verify();
    expect(verdict).toMatchObject({ ok: true, entries: 40 });
    const all: LoggedEntry[] = [];
    for await (const each of store.log.export()) all.push(each);
    expect(all.map((each) => each.number)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(verdict).toMatchObject({ head: all.at(-1)?.hash });
    expect(all[0]).toMatchObject({ who: ANNA, from: { b: 1, a: "\uFFFDå" }, to: null });
  });

  it.each([
    ["a changed word", "UPDATE log_entry SET change = replace(change, 'å', 'ä') WHERE number = 7", 7],
    ["a changed time", "UPDATE log_entry SET at = at + 1 WHERE number = 9", 9],
    ["a missing entry", "DELETE FROM log_entry WHERE number = 3", 3],
    ["a tail that was cut off", "DELETE FROM log_entry WHERE number > 38", 39],
    ["an entry of one's own at the end", "INSERT INTO log_entry SELECT 41, at, who, what, subject, change, hash FROM log_entry WHERE number = 40", 41],
  ])("shows %s", async (_what, tampering, brokenAt) => {
    await store.close();
    const raw = await openRaw(database);
    await raw.script(["CREATE TABLE kept AS SELECT * FROM log_entry", tampering]);
    await raw.close();
    store = await database.open();
    expect(await store.log.verify()).toEqual({ ok: false, brokenAt });
    await store.close();
    const mended = await openRaw(database);
    await mended.script(["DELETE FROM log_entry", "INSERT INTO log_entry SELECT * FROM kept", "DROP TABLE kept"]);
    await mended.close();
    store = await database.open();
    expect(await store.log.verify()).toMatchObject({ ok: true });
  });
});

/** Past the store, as one who means to deceive would. */
async function openRaw({ place }: TestDatabase): Promise<Database> {
  return databaseOn("dataDir" in place ? await openEmbedded(place.dataDir) : openServer(place.databaseUrl));
}
