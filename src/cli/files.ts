// Files that people name: read as they are, written whole or not at all, and never over something of another kind.
import { open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { PlanFile } from "../revise/revise.ts";
import { Refusal, WrongWords } from "./command.ts";
import { words } from "./words.ts";

export type FileKind = keyof typeof words.kinds;

/** Against the working folder. Throws `WrongWords` when it is empty. */
export function pathFrom(cwd: string, path: string | undefined): string {
  if (path === undefined || path.trim() === "") throw new WrongWords(words.noPath);
  return resolve(cwd, path);
}

const MOST_BYTES = 512 * 1024 * 1024;

/** A workbook, or the `.csv` files of a folder. Throws a `Refusal` when there is no such thing. */
export async function readPlanFiles(path: string): Promise<PlanFile[]> {
  if (!(await isFolder(path))) return [await readPlanFile(path, basename(path))];
  const names = (await readdir(path)).filter((name) => /\.csv$/i.test(name)).sort();
  const files: PlanFile[] = [];
  for (const name of names) files.push(await readPlanFile(join(path, name), name));
  return files;
}

/** Throws a `Refusal` when there is nothing at `path`. */
async function isFolder(path: string): Promise<boolean> {
  const found = await statOrNull(path);
  if (!found) throw new Refusal(words.noFile(path));
  return found.isDirectory();
}

async function readPlanFile(path: string, name: string): Promise<PlanFile> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw new Refusal(words.tooLarge(path));
  return { name, bytes: await readFile(path) };
}

/** Throws a `Refusal` unless a file of this kind may be put at `path`: there is none, or one of the same kind. */
export async function mayWrite(path: string, kind: FileKind): Promise<void> {
  const folder = await statOrNull(dirname(path));
  if (!folder?.isDirectory()) throw new Refusal(words.noFolder(dirname(path)));
  const found = await statOrNull(path);
  if (!found) return;
  if (!found.isFile()) throw new Refusal(words.notAFile(path));
  if (found.size > 0 && !BEGINS[kind](await headOf(path))) throw new Refusal(words.otherFile(path, words.kinds[kind]));
}

/** How the bytes of each kind begin. */
const BEGINS: Readonly<Record<FileKind, (head: Buffer) => boolean>> = {
  xlsx: isZip,
  docx: isZip,
  backup: (head) => head[0] === 0x1f && head[1] === 0x8b,
  log: (head) => head.toString("utf8").startsWith('{"number":'),
};

function isZip(head: Buffer): boolean {
  return head.toString("latin1").startsWith("PK");
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Whole or not at all: written beside, brought to the disk, then renamed. A link is followed. */
export async function writeWhole(path: string, parts: AsyncIterable<string | Uint8Array>): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const unfinished = join(dirname(target), `.${basename(target)}.${process.pid}.unfinished`);
  try {
    const handle = await open(unfinished, "w", 0o600);
    try {
      for await (const part of parts) await handle.writeFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Null when there is nothing at `path`; what else is wrong is thrown. */
export async function statOrNull(path: string) {
  return await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
}

/** One piece of bytes, for `writeWhole`. */
export async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
