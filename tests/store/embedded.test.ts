// What only the embedded database must bear: one process to a folder, and sudden death.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { lockFolder } from "../../src/store/embedded/folder-lock.ts";
import { openStore } from "../../src/store/store.ts";
import { type Child, runChild } from "./child/run.ts";
import { aMessage, aReport, later, MINUTE, UNIT, WEDNESDAY, WEEK } from "./rows.ts";

const root = mkdtempSync(join(tmpdir(), "embedded-"));
const children: Child[] = [];
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function child(script: string, ...words: readonly string[]): Promise<Child> {
  const started = await runChild(script, ...words);
  children.push(started);
  return started;
}

async function ask(of: Child, order: string): Promise<string | null> {
  of.process.stdin?.write(`${order}\n`);
  return await of.line();
}

describe("the lock on a folder", () => {
  it("goes to one of several processes that race for it, never to two", async () => {
    // Deeper than a socket's path may be long.
    const folder = join(root, "race", "djupt".repeat(30));
    const racers = await Promise.all(Array.from({ length: 4 }, () => child("./lock-folder.ts", folder)));
    for (const racer of racers) await racer.line();
    let won = 0;
    for (let round = 0; round < 15; round++) {
      const answers = await Promise.all(racers.map((racer) => ask(racer, "lock")));
      const winners = answers.filter((answer) => answer === "mine").length;
      expect(winners).toBeLessThanOrEqual(1);
      won += winners;
      await Promise.all(racers.map((racer) => ask(racer, "release")));
    }
    // Stepping back for one another is allowed, but not always.
    expect(won).toBeGreaterThan(10);
  });

  it("is free again when its holder was killed, and what that one left is cleaned away", async () => {
    const folder = join(root, "killed");
    const holder = await child("./lock-folder.ts", folder);
    await holder.line();
    expect(await ask(holder, "lock")).toBe("mine");
    expect(await lockFolder(folder)).toEqual({ heldBy: holder.process.pid });
    await holder.kill();
    const lock = await lockFolder(folder);
    expect(lock).toHaveProperty("release");
    expect(readdirSync(folder)).toHaveLength(1);
    if ("release" in lock) await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a folder that can't be used", () => {
  it("is refused with a kind sentence while somebody has it", async () => {
    const dataDir = join(root, "held");
    const store = await openStore({ dataDir });
    await expect(openStore({ dataDir })).rejects.toMatchObject({
      kind: "held",
      message: `Datamappen ${dataDir} används redan av ett annat program (process ${process.pid}). Stäng det först, eller välj en annan mapp med DATA_DIR.`,
    });
    await store.close();
    await (await openStore({ dataDir })).close();
  });

  it("is refused when its database is damaged, and then let go", async () => {
    const dataDir = join(root, "damaged");
    mkdirSync(join(dataDir, "postgres"), { recursive: true });
    writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "99\n");
    await expect(openStore({ dataDir })).rejects.toMatchObject({ kind: "damaged" });
    expect(readdirSync(dataDir)).toEqual(["postgres"]);
  });

  it("is refused when it can't be made", async () => {
    const file = join(root, "a file");
    writeFileSync(file, "");
    await expect(openStore({ dataDir: join(file, "data") })).rejects.toMatchObject({ kind: "disk" });
  });

  it("is made whole although an earlier start was cut off in the middle", async () => {
    const dataDir = join(root, "half");
    mkdirSync(join(dataDir, "postgres.new", "base"), { recursive: true });
    writeFileSync(join(dataDir, "postgres.new", "PG_VERSION"), "18\n");
    const store = await openStore({ dataDir });
    await store.ping();
    await store.close();
    expect(readdirSync(dataDir)).toEqual(["postgres"]);
  });
});

describe("kill -9", () => {
  it("loses nothing that was acknowledged", async () => {
    const dataDir = join(root, "kill");
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round++) {
      const writer = await child("./report-until-killed.ts", dataDir, `r${round}`);
      for (let n = 0; n < 15; n++) acknowledged.push((await writer.line()) ?? "ended");
      await writer.kill();
    }
    const store = await openStore({ dataDir });
    for (const nonce of acknowledged) {
      expect(await store.collect.recordReport(aReport(nonce)), nonce).toMatchObject({ outcome: "repeated" });
    }
    const version = (await store.collect.findReport(UNIT, WEEK))?.version ?? 0;
    expect(await store.log.verify()).toMatchObject({ ok: true, entries: version });
    // At most the one that was under way at each kill was not heard of.
    expect(version).toBeGreaterThanOrEqual(acknowledged.length);
    expect(version).toBeLessThanOrEqual(acknowledged.length + 3 * 2);
    await store.close();
  });

  it("frees what a dead process had claimed as soon as the folder is opened again", async () => {
    const dataDir = join(root, "leases");
    const before = await openStore({ dataDir });
    await before.outbox.enqueue([aMessage(), aMessage({ kind: "reminder1" })], "c", WEDNESDAY);
    const [first] = await before.outbox.claim(WEDNESDAY, "dead", 2, 60 * MINUTE);
    await before.outbox.markSending(first?.id ?? 0, "dead", WEDNESDAY, 60 * MINUTE);
    await before.close();
    const after = await openStore({ dataDir });
    expect(await after.outbox.expire(later(WEDNESDAY, 1))).toEqual({ requeued: 1, ambiguous: 1 });
    await after.close();
  });
});
