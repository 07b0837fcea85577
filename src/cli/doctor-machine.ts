// What the machine itself has to hold: Node, the settings, the data folder.
import { constants } from "node:fs";
import { access, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { readConfig } from "../config.ts";
import { type Check, doctorWords as words } from "./doctor-words.ts";
import { statOrNull } from "./files.ts";

const LEAST_NODE: readonly [major: number, minor: number] = [20, 19];

/** `version` without `v`: `20.19.4`. */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOld = major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]);
  return isOld ? words.oldNode(version, LEAST_NODE.join(".")) : words.node(version);
}

/** As `npm start` reads them. */
export function checkSettings(env: Readonly<Record<string, string | undefined>>): Check {
  const read = readConfig(env, "start");
  return read.ok ? words.settings : words.settingsFaults(read.faults);
}

const LITTLE_BYTES = 1_000_000_000;
const TOO_LITTLE_BYTES = 100_000_000;

/** The folder of the embedded database; where there is none yet, the one it will be made in. */
export async function checkFolder(folder: string): Promise<Check> {
  const there = await nearestThere(folder);
  const writable = await access(there, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable) return words.folderNotWritable(folder);
  const { bavail, bsize } = await statfs(there);
  const free = bavail * bsize;
  if (free < TOO_LITTLE_BYTES) return words.diskFull(folder, free);
  return free < LITTLE_BYTES ? words.diskLow(folder, free) : words.folder(folder, free);
}

async function nearestThere(folder: string): Promise<string> {
  if ((await statOrNull(folder)) || dirname(folder) === folder) return folder;
  return await nearestThere(dirname(folder));
}
