// The shipped template is a shortcut: it must be what making a database from nothing gives.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embeddedDriver, openEmbedded } from "../../src/store/embedded/embedded.ts";
import { hosted, MAKE, START } from "../../src/store/embedded/host.ts";
import { templateFile } from "../../src/store/embedded/template.ts";
import { migrate } from "../../src/store/migrate.ts";
import { type Database, database } from "../../src/store/sql/database.ts";
import { sql } from "../../src/store/sql/sql.ts";

const folder = mkdtempSync(join(tmpdir(), "template-"));
const noLock = { release: async () => undefined };
let made: Database;
let shipped: Database;

beforeAll(async () => {
  const pglite = await PGlite.create({ dataDir: join(folder, "made"), startParams: START, initDbStartParams: MAKE });
  made = database(embeddedDriver(hosted(pglite), noLock));
  await migrate(made);
  if (process.env.UPDATE_TEMPLATE) await writeTemplate(pglite);
  shipped = database(await openEmbedded(join(folder, "shipped")));
});

afterAll(async () => {
  await made.close();
  await shipped.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the shipped template", () => {
  it("is there for the installed version of PGlite", () => {
    expect(existsSync(templateFile()), "run: UPDATE_TEMPLATE=1 npx vitest run tests/store/template.test.ts").toBe(true);
  });

  it("has every step, and the tables that the steps make", async () => {
    expect(await tablesOf(shipped)).toEqual(await tablesOf(made));
  });

  it("holds the same first rows and no others", async () => {
    for (const table of ["migration", "revision", "log_head", "plan_version", "report_line", "log_entry"]) {
      const rows = { text: `SELECT * FROM ${table} ORDER BY 1`, values: [] };
      expect(await shipped.rows(rows), table).toEqual(await made.rows(rows));
    }
  });
});

async function tablesOf(db: Database): Promise<unknown[]> {
  const columns = await db.rows(sql`
    SELECT table_name, column_name, data_type, is_nullable, column_default, is_identity
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`);
  const indexes = await db.rows(sql`SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`);
  const checks = await db.rows(sql`
    SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`);
  return [...columns, ...indexes, ...checks];
}

/** Two of the three databases in a fresh cluster are there to copy others from, and this cluster gets no others. */
const SHRINK = [
  "UPDATE pg_database SET datistemplate = false",
  "DROP DATABASE template0",
  "DROP DATABASE template1",
  "VACUUM FREEZE ANALYZE",
  "CHECKPOINT",
];

async function writeTemplate(pglite: PGlite): Promise<void> {
  for (const statement of SHRINK) await pglite.exec(statement);
  const tar = Buffer.from(await (await pglite.dumpDataDir("none")).arrayBuffer());
  const params = {
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: tar.length,
  };
  writeFileSync(templateFile(), brotliCompressSync(tar, { params }));
}
