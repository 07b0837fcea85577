import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TABLES } from "../../src/store/backup/tables.ts";
import type { Store } from "../../src/store/store.ts";
import { aDatabase, DATABASE_KINDS, type TestDatabase } from "../helpers/a-database.ts";
import { aPlan } from "../helpers/a-plan.ts";
import { samplePlan } from "../helpers/sample-plan.ts";
import { ANNA, aMessage, anOccurrence, aReport, MINUTE, WEDNESDAY, WEEK } from "./rows.ts";

const folder = mkdtempSync(join(tmpdir(), "backup-"));
const { facts, book } = samplePlan();
const NO_ROWS = { lines: [], forecasts: [], support: [] };
const META = { by: ANNA, source: "sample", hash: "x", changes: [{ path: "a", from: 1, to: 2 }], at: WEDNESDAY };

describe.each(DATABASE_KINDS)("a backup, %s", (kind) => {
  const other = kind === "embedded" ? "server" : "embedded";
  const file = join(folder, `${kind}.backup`);
  const databases: TestDatabase[] = [];
  let store: Store;
  beforeAll(async () => {
    store = await openFresh(kind);
    await fill(store);
  });
  afterAll(async () => {
    for (const database of databases) await database.remove();
  });

  async function openFresh(kindOf: typeof kind): Promise<Store> {
    const database = await aDatabase(kindOf);
    databases.push(database);
    return await database.open();
  }

  it(`is restored into another database (${other}) with nothing changed`, async () => {
    const written = await store.backup(file);
    const restored = await openFresh(other);
    await restored.plan.saveVersion(0, aPlan().unit("GONE").facts(), NO_ROWS, META);
    expect((await restored.plan.current())?.facts.orgs).toHaveLength(4);
    expect(await restored.restore(file)).toBe(written);

    const again = join(folder, `${kind}-${other}.backup`);
    expect(await restored.backup(again)).toBe(written);
    expect(rowsOf(again)).toEqual(rowsOf(file));
    expect((await restored.plan.current())?.facts).toEqual((await store.plan.current())?.facts);
    expect((await restored.plan.current())?.book.lines).toEqual(
      book.lines.concat((await store.plan.current())?.book.lines.slice(-1) ?? []),
    );
    expect(await restored.log.verify()).toMatchObject({ ok: true });
    // Numbers go on where they were.
    const next = await restored.collect.recordReport(aReport("after", { replaces: "latest", support: ["training"] }));
    expect(next.outcome).toBe("recorded");
    expect(await restored.outbox.enqueue([aMessage()], "after", WEDNESDAY)).toBe(1);
  });

  it("that is cut off, changed or not there is refused, and nothing is changed", async () => {
    await store.backup(file);
    const text = gunzipSync(readFileSync(file)).toString();
    const bad = {
      cut: gzipSync(text.slice(0, text.length / 2)),
      changed: gzipSync(text.replace("reminder1", "reminder2")),
      headless: gzipSync(text.slice(text.indexOf("\n") + 1)),
      "not packed": Buffer.from(text),
      "torn off": readFileSync(file).subarray(0, 500),
      empty: Buffer.alloc(0),
    };
    const before = await store.log.verify();
    for (const [name, bytes] of Object.entries(bad)) {
      const path = join(folder, `${kind}-${name}`);
      writeFileSync(path, bytes);
      await expect(store.restore(path), name).rejects.toMatchObject({ kind: "damaged", message: /säkerhetskopia/ });
    }
    await expect(store.restore(join(folder, "nowhere"))).rejects.toMatchObject({ kind: "damaged" });
    expect(await store.log.verify()).toEqual(before);
    expect((await store.plan.current())?.version).toBe(1);
  });

  it("that can't be written leaves nothing behind", async () => {
    await expect(store.backup(join(folder, "no such folder", "b"))).rejects.toMatchObject({ kind: "disk" });
    expect(readdirSync(folder).filter((name) => name.endsWith(".unfinished"))).toEqual([]);
  });

  it("holds every table", async () => {
    await store.backup(file);
    const tables =
      gunzipSync(readFileSync(file))
        .toString()
        .match(/^\{"table":"\w+"\}$/gm) ?? [];
    const made = readdirSync(new URL("../../src/store/migrations/", import.meta.url)).flatMap((name) => {
      const text = readFileSync(new URL(`../../src/store/migrations/${name}`, import.meta.url), "utf8");
      return [...text.matchAll(/^CREATE TABLE (\w+)/gm)].map((match) => match[1]);
    });
    expect([...TABLES].sort()).toEqual(made.sort());
    expect(tables).toHaveLength(TABLES.length);
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function fill(store: Store): Promise<void> {
  const rows = { lines: book.lines, forecasts: book.forecasts, support: book.support };
  await store.plan.saveVersion(0, facts, rows, META);
  const also = [aMessage({ kind: "reminder1", about: { text: 'rad\u2028bryt\n"x"', n: 1.5 } })];
  await store.collect.recordReport(aReport("n", { support: ["hr"], alsoMessages: also }));
  await store.occurrences.ensure([anOccurrence()]);
  await store.digests.save({
    week: WEEK,
    asOf: WEDNESDAY,
    snapshot: {},
    card: {},
    text: "å\r\n",
    by: ANNA,
    at: WEDNESDAY,
  });
  await store.memory.saveSetting("cardDay", 3, ANNA, WEDNESDAY);
  await store.inbox.accept("k", { text: "hej" }, WEDNESDAY);
  await store.limits.take("key", 1, WEDNESDAY, [{ capacity: 3, perMs: MINUTE }]);
  await store.people.saw({ tenant: "t", aadObjectId: "a", email: ANNA, heard: WEDNESDAY });
}

/** Without the tail, and sorted: a row that was changed stands elsewhere in one database than in the other. */
function rowsOf(file: string): string[] {
  const lines = gunzipSync(readFileSync(file)).toString().split("\n").slice(0, -2);
  // A restore gives the plan another epoch, and nothing else.
  return lines.map((line) => line.replace(/"epoch":"[^"]*"/, '"epoch":""')).sort();
}
