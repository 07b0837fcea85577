import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/store/embedded/embedded.ts";
import { migrate, newestMigration } from "../../src/store/migrate.ts";
import { openServer } from "../../src/store/server/server.ts";
import { type Database, database as databaseOn } from "../../src/store/sql/database.ts";
import { sql } from "../../src/store/sql/sql.ts";
import { aDatabase, DATABASE_KINDS, type TestDatabase } from "../helpers/a-database.ts";

describe.each(DATABASE_KINDS)("a database, %s", (kind) => {
  let database: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    database = await aDatabase(kind);
    const { place } = database;
    db = databaseOn("dataDir" in place ? await openEmbedded(place.dataDir) : openServer(place.databaseUrl), true);
  });
  afterAll(async () => {
    await db.close();
    await database.remove();
  });

  it("is brought to its form once, however many start together", async () => {
    await Promise.all([migrate(db), migrate(db), migrate(db)]);
    const run = await db.rows<{ number: number }>(sql`SELECT number FROM migration ORDER BY number`);
    expect(run.map((each) => each.number)).toEqual(Array.from({ length: newestMigration() }, (_, n) => n + 1));
  });

  it("that a newer program has made is refused", async () => {
    await db.run(sql`INSERT INTO migration (number, name) VALUES (999, 'from the future')`);
    await expect(migrate(db)).rejects.toMatchObject({
      kind: "newer",
      message: expect.stringContaining("Uppdatera programmet"),
    });
    await db.run(sql`DELETE FROM migration WHERE number = 999`);
  });

  it("undoes a transaction that fails, and says so when the outer handle is used inside one", async () => {
    const failing = db.transaction(async (tx) => {
      await tx.run(sql`INSERT INTO pause (email, until) VALUES ('a', '2026-12-14')`);
      await db.rows(sql`SELECT 1`);
    });
    await expect(failing).rejects.toThrow("outer handle");
    expect(await db.rows(sql`SELECT email FROM pause`)).toEqual([]);
  });

  it("gives values in the same form", async () => {
    const row = await db.row(sql`
      SELECT ${5_000_000_000}::bigint AS big_number, ${"2026-10-31"}::date AS a_date, ${true}::boolean AS yes,
        ${["å", 'b,"c']}::text[] AS texts, ${'{"a":[1,null]}'}::jsonb AS json, ${0.1}::double precision AS real,
        ${null}::text AS nothing, count(*) AS count FROM migration`);
    expect(row).toEqual({
      bigNumber: 5_000_000_000,
      aDate: "2026-10-31",
      yes: true,
      texts: ["å", 'b,"c'],
      json: { a: [1, null] },
      real: 0.1,
      nothing: null,
      count: newestMigration(),
    });
  });

  it("gives errors without what people wrote", async () => {
    await db.run(sql`INSERT INTO pause (email, until) VALUES ('hemlig@exempel.se', '2026-12-14')`);
    const again = db.run(sql`INSERT INTO pause (email, until) VALUES (${"hemlig@exempel.se"}, '2026-12-14')`);
    const error = await again.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "23505" });
    expect(JSON.stringify({ ...(error as object), text: String(error) })).not.toContain("hemlig");
  });
});
