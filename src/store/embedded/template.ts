// A fresh database, made beforehand: unpacking it takes a tenth of the time and half the memory of making one.
// `UPDATE_TEMPLATE=1 npx vitest run tests/store/template.test.ts` makes it anew after an update of PGlite.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { entriesOf, type TarEntry } from "./tar.ts";

/** Where the template for the installed version of PGlite belongs. */
export function templateFile(): URL {
  return new URL(`./template-${installedVersion()}.tar.br`, import.meta.url);
}

/** Makes `folder` from the template, whole or not at all. False: none is kept for this version of PGlite. */
export async function unpackTemplate(folder: string): Promise<boolean> {
  if (!existsSync(templateFile())) return false;
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await unpack(unfinished);
  await rename(unfinished, folder);
  return true;
}

/** Waiting for the disk is what takes the time, so some files wait together. */
const AT_A_TIME = 16;

async function unpack(folder: string): Promise<void> {
  const tar = createReadStream(templateFile()).pipe(createBrotliDecompress());
  let batch: TarEntry[] = [];
  for await (const entry of entriesOf(tar)) {
    batch.push(entry);
    if (batch.length < AT_A_TIME) continue;
    await writeAll(folder, batch);
    batch = [];
  }
  await writeAll(folder, batch);
}

async function writeAll(folder: string, entries: readonly TarEntry[]): Promise<void> {
  await Promise.all(entries.map((entry) => write(join(folder, entry.path), entry.bytes)));
}

/** A file may come before its folder. */
async function write(path: string, bytes: Buffer | null): Promise<void> {
  await mkdir(bytes ? dirname(path) : path, { recursive: true, mode: 0o700 });
  if (!bytes) return;
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function installedVersion(): string {
  // The package doesn't export its package.json: it stands beside the folder of its entry.
  const entry = pathToFileURL(createRequire(import.meta.url).resolve("@electric-sql/pglite"));
  const { version } = JSON.parse(readFileSync(new URL("../package.json", entry), "utf8")) as { version: string };
  return version;
}
