import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FileKind, mayWrite, only, readPlanFiles, writeWhole } from "../../../src/cli/files.ts";
import { writePlanFolder } from "../../../src/cli/write-folder.ts";

let folder = "";
const at = (name: string) => join(folder, name);
const bytes = (text: string) => new TextEncoder().encode(text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("what may be written over", () => {
  it.each<[FileKind, string, boolean]>([
    ["xlsx", "PK\u0003\u0004…", true],
    ["docx", "PK\u0003\u0004…", true],
    ["log", '{"number":1,"at":', true],
    ["xlsx", "min inköpslista", false],
    ["docx", '{"number":1', false],
    ["backup", "PK\u0003\u0004…", false],
    ["log", "min inköpslista", false],
    // `mktemp` makes an empty file first.
    ["backup", "", true],
    ["log", "", true],
  ])("%s over a file of %j: %s", async (kind, content, may) => {
    writeFileSync(at("there"), content);
    const allowed = mayWrite(at("there"), kind);
    if (may) await expect(allowed).resolves.toBeUndefined();
    else await expect(allowed).rejects.toThrow("finns redan och är inte");
  });

  it("nothing there, a backup, a folder, a missing folder", async () => {
    writeFileSync(at("old"), Buffer.from([0x1f, 0x8b, 8]));
    await mayWrite(at("new"), "backup");
    await mayWrite(at("old"), "backup");
    await expect(mayWrite(folder, "backup")).rejects.toThrow("ingen vanlig fil");
    await expect(mayWrite(at("no/new"), "backup")).rejects.toThrow(`Mappen ${at("no")} finns inte`);
    await expect(mayWrite(at("old/new"), "backup")).rejects.toThrow("finns inte");
  });
});

describe("writing whole or not at all", () => {
  it("leaves what was there when the content fails half-way, and nothing half beside it", async () => {
    writeFileSync(at("log"), "before");
    const broken = async function* () {
      yield "half";
      throw new Error("no more");
    };
    await expect(writeWhole(at("log"), broken())).rejects.toThrow("no more");
    expect(readFileSync(at("log"), "utf8")).toBe("before");
    expect(readdirSync(folder)).toEqual(["log"]);
  });

  it("follows a link", async () => {
    writeFileSync(at("real"), "before");
    symlinkSync(at("real"), at("link"));
    await writeWhole(at("link"), only(bytes("after")));
    expect(readFileSync(at("real"), "utf8")).toBe("after");
  });
});

describe("a plan as a folder", () => {
  const files = [
    { name: "Plan.csv", bytes: bytes("a") },
    { name: "Åtgärder.csv", bytes: bytes("b") },
  ];

  it("is made, and made again over itself", async () => {
    await writePlanFolder(at("plan"), files);
    writeFileSync(at("plan/.DS_Store"), "");
    await writePlanFolder(at("plan"), files);
    expect(readFileSync(at("plan/Åtgärder.csv"), "utf8")).toBe("b");
  });

  it("is not made among other things", async () => {
    mkdirSync(at("home"));
    writeFileSync(at("home/brev.txt"), "kära du");
    await expect(writePlanFolder(at("home"), files)).rejects.toThrow("brev.txt");
    await expect(writePlanFolder(at("home/brev.txt"), files)).rejects.toThrow("ingen vanlig fil");
    await expect(writePlanFolder(at("no/plan"), files)).rejects.toThrow("finns inte");
    expect(readdirSync(at("home"))).toEqual(["brev.txt"]);
    expect(existsSync(at("no"))).toBe(false);
  });

  it("is read back: the .csv of the folder and nothing else", async () => {
    await writePlanFolder(at("plan"), files);
    writeFileSync(at("plan/anteckningar.txt"), "");
    expect((await readPlanFiles(at("plan"))).map(({ name }) => name)).toEqual(["Plan.csv", "Åtgärder.csv"]);
    await expect(readPlanFiles(at("nope"))).rejects.toThrow("finns inte");
  });
});
