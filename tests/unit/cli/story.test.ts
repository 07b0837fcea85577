// The commands on a database of their own, one after the other, as somebody who runs the server would write them.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { aDatabase } from "../../helpers/a-database.ts";
import { SAMPLE_FOLDER } from "../../helpers/sample-plan.ts";
import { aCli } from "./a-cli.ts";

const NOW = ["--now", "2026-11-23T09:00:00+01:00"];
// On a server, which takes no time to open; `flow/cli.test.ts` has the embedded one.
const databases = await Promise.all([1, 2, 3].map(() => aDatabase("server")));
const [data, nothing, elsewhere] = databases.map(({ place }) => ("databaseUrl" in place ? place.databaseUrl : ""));
const cli = aCli({ DATABASE_URL: data ?? "" });
const empty = cli.with({ DATABASE_URL: nothing ?? "" });
const at = (name: string) => join(cli.folder, name);
afterAll(async () => {
  cli.remove();
  for (const database of databases) await database.remove();
});

describe("before there is a plan", () => {
  it.each([
    [["digest"]],
    [["card", "--unit", "U02"]],
    [["ask", "Hur går det?", "--as", "a@x"]],
    [["plan", "export", "plan.xlsx"]],
    [["report", "månadsunderlag", "--out", "m.docx"]],
    [["try", "remind", "--at", "2026-11-19T14:00:00+01:00"]],
  ])("%j says so and exits 1", async (words) => {
    const { exit, out, err } = await empty.run(...words);
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toMatch(/^Ingen plan är inläst än: /);
  });

  it("says so as JSON too, one document and no more", async () => {
    const { exit, out } = await empty.run("digest", "--json");
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toEqual({ ok: false, problem: expect.stringMatching(/^Ingen plan/) });
  });

  it("is told by the doctor, who lists what else is to be done", async () => {
    const { exit, out, err } = await empty.run("doctor", "--json");
    const checks = JSON.parse(out) as { check: string; status: string }[];
    expect(exit).toBe(1);
    expect(err).toContain("BOT_ID");
    expect(Object.fromEntries(checks.map(({ check, status }) => [check, status]))).toMatchObject({
      Node: "OK",
      Inställningar: "Fel",
      Databas: "OK",
      Plan: "Varning",
      Ändringslogg: "OK",
    });
  });
});

describe("a plan comes in", () => {
  it("is tried first: nothing is kept", async () => {
    expect(await cli.json("plan", "import", SAMPLE_FOLDER, "--dry-run")).toMatchObject({ ok: true, version: 1 });
    expect((await cli.run("digest")).exit).toBe(1);
  });

  it("is imported, and the same again changes nothing", async () => {
    const first = await cli.run("plan", "import", SAMPLE_FOLDER);
    expect(first).toMatchObject({ exit: 0, out: expect.stringContaining("inläst som version 1"), err: "" });
    expect(await cli.json("plan", "import", SAMPLE_FOLDER)).toMatchObject({
      ok: true,
      version: 1,
      unchanged: true,
      counts: { measures: 52, units: 31 },
      changes: [],
      warnings: [],
    });
  });

  it("lists every error of a bad one, in text and as JSON", async () => {
    const folder = join(cli.file("bad/Plan.csv", "nyckel;värde\nnamn;X\n"), "..");
    cli.file("bad/anteckningar.txt", "inget av detta läses");
    const text = await cli.run("plan", "import", folder);
    expect(text).toMatchObject({ exit: 1, out: "" });
    const read = (await cli.json("plan", "import", folder)) as {
      ok: boolean;
      errors: { sheet: string; fix: string }[];
    };
    expect(read).toMatchObject({ ok: false, warnings: [] });
    expect(read.errors.map(({ sheet }) => sheet)).toEqual(
      expect.arrayContaining(["Plan", "Organisation", "Personer", "Åtgärder"]),
    );
    for (const { fix } of read.errors) expect(text.err).toContain(fix);
  });

  it("says which file is missing", async () => {
    const { exit, out } = await cli.run("plan", "import", "nope.xlsx", "--json");
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      errors: [{ sheet: "", row: null, column: null, value: null, problem: expect.stringContaining("nope.xlsx") }],
    });
  });
});

describe("the plan goes out", () => {
  it.each(["ut.xlsx", "ut"])("and comes back identical from %s", async (name) => {
    expect(await cli.run("plan", "export", name)).toMatchObject({ exit: 0, err: "" });
    const back = await cli.json("plan", "import", name);
    expect(back).toMatchObject({ ok: true, unchanged: true, added: { reports: 0, forecasts: 0, support: 0 } });
  });

  it("keeps what else lies there", async () => {
    cli.file("brev.xlsx", "kära du");
    cli.file("hem/brev.txt", "kära du");
    expect(await cli.run("plan", "export", "brev.xlsx")).toMatchObject({ exit: 1 });
    expect(await cli.run("plan", "export", "hem")).toMatchObject({ exit: 1 });
    expect(await cli.run("plan", "export", "plan.zip")).toMatchObject({ exit: 2 });
    expect(readFileSync(at("brev.xlsx"), "utf8")).toBe("kära du");
  });

  it("without history that had not come by then", async () => {
    await cli.run("plan", "export", "before", "--now", "2026-10-01T00:00:00Z");
    const lines = (folder: string) => readFileSync(at(`${folder}/Rapporter.csv`), "utf8").split("\r\n").length;
    expect(lines("before")).toBeGreaterThan(1);
    expect(lines("before")).toBeLessThan(lines("ut"));
  });
});

describe("what the plan tells", () => {
  it("the digest, as text and as JSON", async () => {
    const digest = (await cli.json("digest", ...NOW)) as Record<string, unknown>;
    expect(digest).toMatchObject({ week: "2026-W47", coverage: { expected: 31, received: 26 } });
    const keys = "week coverage effect attention changes corrections warnings support missing upcoming asOf text";
    expect(Object.keys(digest)).toEqual(expect.arrayContaining(keys.split(" ")));
    const shown = await cli.run("digest", "--week", "2026-W47", ...NOW);
    expect(shown).toEqual({ exit: 0, out: `${digest.text}\n`, err: "" });
  });

  it("a week without card has no digest and no card", async () => {
    expect(await cli.run("digest", "--week", "2026-W30", ...NOW)).toMatchObject({ exit: 1 });
    expect(await cli.run("card", "--unit", "U02", "--week", "2026-W30", ...NOW)).toMatchObject({ exit: 1 });
    expect(await cli.run("digest", "--week", "2026-W60")).toMatchObject({ exit: 2 });
  });

  it("a unit's card", async () => {
    const card = JSON.parse((await cli.run("card", "--unit", "u02", ...NOW)).out);
    expect(card).toMatchObject({ type: "AdaptiveCard", version: "1.5" });
    expect(JSON.stringify(card)).toContain("Ortopedkliniken");
    expect(await cli.run("card", "--unit", "U99", ...NOW)).toMatchObject({ exit: 1 });
  });

  it("what would be sent at a moment, and that nothing would be", async () => {
    const items = (await cli.json("try", "remind", "--at", "2026-11-26T14:00")) as object[];
    expect(items[0]).toEqual({
      kind: "reminder1",
      to: expect.stringContaining("@region-exempel.example"),
      unit: expect.any(String),
      due: "2026-11-26T14:00:00+01:00",
      why: expect.any(String),
    });
    expect(await cli.json("try", "digest", "--at", "2026-11-23T07:30:00+01:00")).toMatchObject([
      { kind: "digest", to: "channel: not bound", unit: null },
    ]);
    expect(await cli.run("try", "collect", "--at", "2026-11-19T14:00", "--json")).toMatchObject({
      exit: 0,
      out: "[]\n",
    });
    expect(await cli.run("try", "remind", "--at", "torsdag")).toMatchObject({ exit: 2 });
    expect(await cli.run("try", "everything", "--at", "2026-11-26T14:00")).toMatchObject({ exit: 2 });
  });

  it("a report as a Word file, and kindly no for one that can't be made", async () => {
    const made = await cli.run("report", "månadsunderlag", "--unit", "SJH", "--out", "m.docx", ...NOW);
    expect(made).toMatchObject({ exit: 0, err: "" });
    expect(readFileSync(at("m.docx"), "latin1").slice(0, 2)).toBe("PK");
    expect(await cli.run("report", "dikt", "--out", "d.docx")).toMatchObject({ exit: 2 });
    expect(await cli.run("report", "månadsunderlag", "--out", "d.pdf")).toMatchObject({ exit: 2 });
    expect(await cli.run("report", "månadsunderlag", "--unit", "U99", "--out", "d.docx")).toMatchObject({ exit: 1 });
  });
});

describe("what is kept", () => {
  it("is logged as the one who ran the command", async () => {
    expect(await cli.run("log", "export", "logg.jsonl")).toMatchObject({ exit: 0 });
    const entries = readFileSync(at("logg.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(entries[0]).toMatchObject({ number: 1, who: "cli:drift", what: "plan.import" });
    expect(new Set(entries.map(({ who }) => who))).toEqual(new Set(["cli:drift"]));
    expect(await cli.json("log", "verify")).toMatchObject({
      ok: true,
      entries: entries.length,
      head: entries.at(-1).hash,
    });
  });

  it("is backed up and put back somewhere else, all of it", async () => {
    const other = cli.with({ DATABASE_URL: elsewhere ?? "" });
    expect(await cli.run("backup", "kopia")).toMatchObject({ exit: 0 });
    expect(await other.run("restore", "kopia")).toMatchObject({ exit: 0 });
    expect(await other.json("plan", "import", SAMPLE_FOLDER)).toMatchObject({ unchanged: true });
    expect(await other.json("log", "verify")).toMatchObject({ ok: true });
  });

  it("is left alone by a backup that is none", async () => {
    writeFileSync(at("halv"), readFileSync(at("kopia")).subarray(0, 1000));
    for (const file of ["halv", "nope", "brev.xlsx", "."]) {
      expect(await cli.run("restore", file)).toMatchObject({ exit: 1, err: expect.stringContaining(file) });
    }
    expect(await cli.json("plan", "import", SAMPLE_FOLDER)).toMatchObject({ unchanged: true });
    rmSync(at("halv"));
  });
});
