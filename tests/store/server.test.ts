// What only a server must bear: replicas, restarts, and not being there.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { aServerDatabase, type TestDatabase } from "../helpers/a-database.ts";
import { type PostgresServer, startPostgres } from "../helpers/postgres-server.ts";
import { aReport, UNIT, WEEK } from "./rows.ts";

let server: PostgresServer;
let database: TestDatabase;
beforeAll(async () => {
  server = await startPostgres();
  database = await aServerDatabase(server.url);
});
afterAll(async () => {
  await database.remove();
  await server.stop();
});

describe("replicas on one server", () => {
  it("may all start at once on an empty database", async () => {
    const stores = await Promise.all(Array.from({ length: 3 }, () => database.open()));
    await Promise.all(stores.map((store, n) => store.collect.recordReport(aReport(`r${n}`))));
    for (const store of stores) {
      expect(await store.collect.findReport(UNIT, WEEK)).toMatchObject({ version: 1 });
      expect(await store.collect.listSubmissions(UNIT, WEEK)).toHaveLength(2);
      await store.close();
    }
  });

  it("share limits, claims and the log", async () => {
    const [one, two] = await Promise.all([database.open(), database.open()]);
    const rule = [{ capacity: 5, perMs: 1_000 }];
    const at = aReport("x").at;
    const waits = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? one : two).limits.take("app", 1, at, rule)),
    );
    expect(waits.sort((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, 200, 400, 600, 800, 1_000]);
    const entry = { at, who: "a", what: "b", subject: "c", from: null, to: null };
    await Promise.all(Array.from({ length: 30 }, (_, n) => (n % 2 ? one : two).log.append(entry)));
    expect(await one.log.verify()).toEqual(await two.log.verify());
    expect(await one.log.verify()).toMatchObject({ ok: true });
    await Promise.all([one.close(), two.close()]);
  });
});

describe("a server that restarts", () => {
  it("is connected to again, with what was acknowledged", async () => {
    const store = await database.open();
    await store.collect.recordReport(aReport("before", { replaces: "latest" }));
    await server.restart();
    expect(await store.collect.recordReport(aReport("before", { replaces: "latest" }))).toMatchObject({
      outcome: "repeated",
    });
    await store.ping();
    await store.close();
  });
});

describe("a server that can't be used", () => {
  it("gives a sentence without user or password", async () => {
    const url = "postgres://anna:hemligt@127.0.0.1:1/plan";
    const fault = await openStore({ databaseUrl: url }, { patienceMs: 0 }).catch((error: unknown) => error);
    expect(fault).toMatchObject({
      kind: "unreachable",
      message: expect.stringContaining("Databasen på 127.0.0.1:1 går inte att nå"),
    });
    expect(String(fault)).not.toMatch(/anna|hemligt/);
  });

  it.each([
    ["a wrong password", (url: string) => url.replace("postgres:postgres@", "postgres:fel@"), "släpper inte in oss"],
    ["no such database", (url: string) => `${url.slice(0, url.lastIndexOf("/"))}/saknas`, "släpper inte in oss"],
    ["something that is no URL", () => "localhost/plan hemligt", "DATABASE_URL går inte att läsa"],
  ])("says so: %s", async (_what, changed, sentence) => {
    const url = "databaseUrl" in database.place ? database.place.databaseUrl : "";
    const fault = await openStore({ databaseUrl: changed(url) }, { patienceMs: 0 }).catch((error: unknown) => error);
    expect(fault).toMatchObject({ kind: "unreachable", message: expect.stringContaining(sentence) });
    expect(String(fault)).not.toContain("hemligt");
  });
});
