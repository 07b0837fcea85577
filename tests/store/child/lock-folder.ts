// Tries to lock a folder each time it is told to, and says whether it got it; lets go when told.
import { createInterface } from "node:readline";
import { type FolderLock, lockFolder } from "../../../src/store/embedded/folder-lock.ts";

const folder = process.argv[2] ?? "";
let held: FolderLock | null = null;

process.stdout.write("ready\n");
for await (const order of createInterface({ input: process.stdin })) {
  if (order === "lock") {
    const lock = await lockFolder(folder);
    held = "release" in lock ? lock : null;
    process.stdout.write(held ? "mine\n" : "held\n");
  }
  if (order === "release") {
    await held?.release();
    held = null;
    process.stdout.write("released\n");
  }
}
