// A plan as a folder of CSV files. A folder that holds anything else is left as it is.
import { mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PlanFile } from "../revise/revise.ts";
import { Refusal } from "./command.ts";
import { only, statOrNull, writeWhole } from "./files.ts";
import { words } from "./words.ts";

/** Creates the folder, or replaces the plan that is in it, file by file. Throws a `Refusal` when other things are. */
export async function writePlanFolder(folder: string, files: readonly PlanFile[]): Promise<void> {
  await mayWriteFolder(
    folder,
    files.map(({ name }) => name),
  );
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of files) await writeWhole(join(folder, name), only(bytes));
}

async function mayWriteFolder(folder: string, names: readonly string[]): Promise<void> {
  const found = await statOrNull(folder);
  if (!found) {
    if (!(await statOrNull(dirname(folder)))?.isDirectory()) throw new Refusal(words.noFolder(dirname(folder)));
    return;
  }
  if (!found.isDirectory()) throw new Refusal(words.notAFile(folder));
  // macOS writes `Å` apart.
  const own = new Set(names.map((name) => name.normalize("NFC")));
  const other = (await readdir(folder)).find((name) => !name.startsWith(".") && !own.has(name.normalize("NFC")));
  if (other !== undefined) throw new Refusal(words.otherFolder(folder, other));
}
