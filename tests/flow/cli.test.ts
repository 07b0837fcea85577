// The command line as its own process: what only a process has – streams, exit status, a lock on a folder.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { aDatabase } from "../helpers/a-database.ts";
import { says, serveModel } from "../helpers/fake-model.ts";
import { SAMPLE_FOLDER } from "../helpers/sample-plan.ts";
import { SHORT_LIVED } from "../helpers/short-lived.ts";

const ENTRY = join(import.meta.dirname, "../../src/run.mjs");
const folder = mkdtempSync(join(tmpdir(), "cli-"));
const dataDir = join(folder, "data");
// On a server where the database is not what is told of: it takes no time to open.
const database = await aDatabase("server");
const HOME = {
  PATH: process.env.PATH,
  DATABASE_URL: "databaseUrl" in database.place ? database.place.databaseUrl : "",
};
const EMBEDDED = { DATABASE_URL: "", DATA_DIR: dataDir };

function start(words: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const node = [...SHORT_LIVED, ENTRY, "cli", ...words];
  return spawn(process.execPath, node, { env: { ...HOME, ...env }, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
}

async function run(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = start(words, env);
  const [out, err, exit] = await Promise.all([text(child.stdout!), text(child.stderr!), ended(child)]);
  return { exit, out, err };
}

function ended(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
}

beforeAll(async () => {
  expect(await run(["plan", "import", SAMPLE_FOLDER])).toMatchObject({ exit: 0, err: "" });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.remove();
});

describe("the command line as a process", () => {
  it("prints one JSON document and nothing else", async () => {
    const { exit, out, err } = await run(["digest", "--json", "--now", "2026-11-23T09:00:00+01:00"]);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ week: "2026-W47" });
  });

  it("shows how it is written: asked for, on standard output; after wrong words, on standard error", async () => {
    expect(await run(["--help"])).toMatchObject({ exit: 0, err: "", out: expect.stringContaining("plan import") });
    expect(await run(["digset"])).toMatchObject({ exit: 2, out: "", err: expect.stringContaining("plan import") });
  });

  it("says so and exits 3 while another process holds the database", async () => {
    const holder = await openStore({ dataDir });
    const held = await run(["digest"], EMBEDDED);
    const checked = await run(["doctor", "--json"], EMBEDDED);
    await holder.close();
    expect(held).toMatchObject({
      exit: 3,
      out: "",
      err: expect.stringContaining("används redan av ett annat program"),
    });
    expect(checked.exit).toBe(3);
    expect(JSON.parse(checked.out)).toContainEqual(expect.objectContaining({ check: "Databas", status: "Fel" }));
  });

  it.each([
    ["a server that is not there", { DATABASE_URL: "postgres://boten:hemligt@127.0.0.1:1/plan" }],
    ["a setting that can't be read", { DATABASE_URL: "mysql://boten:hemligt@127.0.0.1/plan" }],
    ["a data folder that can't be made", { DATABASE_URL: "", DATA_DIR: "/dev/null/data" }],
  ])("exits 3 with a sentence and no secret: %s", async (_what, env) => {
    const { exit, out, err } = await run(["digest"], env);
    expect({ exit, out }).toEqual({ exit: 3, out: "" });
    expect(err).toMatch(/^(Databasen på 127\.0\.0\.1:1 går inte|Inställningarna behöver|Mappen .* går inte)/);
    expect(err).not.toContain("hemligt");
    expect(err).not.toContain("    at ");
  });

  it("answers a file of questions, odd lines and all, one line for each", async () => {
    const question = {
      id: "b",
      as: "controller@region-exempel.example",
      now: "2026-11-23T09:00:00+01:00",
      turns: ["Hej"],
    };
    const lines = ["", "inte json", "[]", JSON.stringify({ id: "a", turns: ["Hej", "Hej"] }), JSON.stringify(question)];
    writeFileSync(join(folder, "q.jsonl"), `\ufeff${lines.join("\r\n")}`);
    const { exit, out, err } = await run(["ask", "--batch", "q.jsonl", "--json"]);
    expect(exit).toBe(0);
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers).toMatchObject([
      { id: null, answers: [] },
      { id: null, answers: [] },
      { id: "a", answers: [{ kind: "unknown" }, { kind: "unknown" }] },
      { id: "b", answers: [{ kind: expect.any(String), text: expect.any(String) }] },
    ]);
    expect(Object.keys(answers[3].answers[0])).toEqual(
      "kind lang text facts measures orgs choices asOf query".split(" "),
    );
    expect(err.trimEnd().split("\n")).toEqual([
      "Rad 2 gick inte att läsa (den är inte JSON). Fortsätter med nästa.",
      "Rad 3 gick inte att läsa (den är inte JSON). Fortsätter med nästa.",
      "Rad 4 gick inte att läsa (”as” saknas eller är fel). Fortsätter med nästa.",
    ]);
  });

  it("answers as the chat does, also where a language model helps", async () => {
    const model = await serveModel(says('{"intent":"figure","figures":["realised"],"orgs":["PSY"]}'));
    const env = { MODEL_URL: model.url, MODEL_NAME: "m", MODEL_KEY: "hemligt" };
    const as = ["--as", "controller@region-exempel.example", "--now", "2026-11-23T09:00:00+01:00"];
    const { exit, out, err } = await run(["ask", "blurpa fnork", ...as], env);
    model.close();
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(/5,5 mkr(.|\n)*Så här förstod jag frågan/);
  });

  it("stops quietly when nobody reads any longer", async () => {
    const question = JSON.stringify({ id: "x".repeat(1000), as: "nobody@x", turns: ["Hej"] });
    writeFileSync(join(folder, "many.jsonl"), `${question}\n`.repeat(500));
    const child = start(["ask", "--batch", "many.jsonl", "--json"]);
    const [err, exit] = await Promise.all([text(child.stderr!), ended(child), readALittle(child)]);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(await run(["log", "verify"])).toMatchObject({ exit: 0 });
  });
});

function readALittle(child: ChildProcess): Promise<void> {
  return new Promise((resolve) =>
    child.stdout!.once("data", () => {
      child.stdout!.destroy();
      resolve();
    }),
  );
}
