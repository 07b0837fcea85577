// Holds a folder for one process. Two processes on one embedded database lose rows silently, so this comes first.
//
// A lock is a listening unix socket in the folder: the kernel closes it however the process ends (kill -9 too), and it is
// seen from other containers that share the folder, which a pid is not. It listens under a hidden name and is then
// renamed, so that a visible socket that refuses is a dead one, always. Then one looks around: of two that race, the
// later to become visible finds the earlier; at worst both do, and both step back and try again.
import { createHash, randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export interface FolderLock {
  release(): Promise<void>;
}

const VISIBLE = /^lock-(\d+)-[0-9a-f]+\.sock$/;
const ROUNDS = 5;

/** The lock, or the process number of the one who holds it (null when unknown). Creates the folder. */
export async function lockFolder(folder: string): Promise<FolderLock | { readonly heldBy: number | null }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform === "win32") return await lockPipe(folder);
  for (let round = 1; ; round++) {
    const name = `lock-${process.pid}-${randomBytes(6).toString("hex")}.sock`;
    const server = await listenAs(folder, name);
    const other = await otherHolder(folder, name);
    if (other === null) return { release: () => letGo(server, folder, name) };
    await letGo(server, folder, name);
    if (round === ROUNDS) return { heldBy: Number(VISIBLE.exec(other)?.[1] ?? 0) || null };
    // Both may have stepped back: the next round begins at different moments.
    await pause(Math.random() * 40 * round);
  }
}

/** Windows has no such sockets, but its named pipes have one owner and go with their process. */
async function lockPipe(folder: string): Promise<FolderLock | { readonly heldBy: null }> {
  const name = createHash("sha256").update(realpathSync(folder).toLowerCase()).digest("hex");
  const server = createServer((socket) => socket.destroy()).unref();
  return await new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve({ heldBy: null }) : reject(error),
    );
    server.listen(`\\\\.\\pipe\\${name}`, () => {
      resolve({ release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

async function listenAs(folder: string, name: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  await inFolder(
    folder,
    (short) =>
      new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(join(short, `.${name}`), resolve);
      }),
  );
  server.unref();
  renameSync(join(folder, `.${name}`), join(folder, name));
  return server;
}

/** The name of a living lock that isn't `own`; what the dead have left is removed. */
async function otherHolder(folder: string, own: string): Promise<string | null> {
  for (const name of readdirSync(folder)) {
    if (name === own || !VISIBLE.test(name)) continue;
    if (await answers(folder, name)) return name;
    rmSync(join(folder, name), { force: true });
  }
  return null;
}

function answers(folder: string, name: string): Promise<boolean> {
  return inFolder(
    folder,
    (short) =>
      new Promise((resolve) => {
        const socket = connect(join(short, name), () => done(true));
        // Refused or gone is dead; anything else (a full queue, no permission) is somebody.
        socket.once("error", (error: NodeJS.ErrnoException) =>
          done(error.code !== "ECONNREFUSED" && error.code !== "ENOENT"),
        );
        function done(alive: boolean): void {
          socket.destroy();
          resolve(alive);
        }
      }),
  );
}

/** A socket's path may be some 100 bytes; through an open handle of the folder it is short on Linux, however deep that lies. */
async function inFolder<T>(folder: string, work: (short: string) => Promise<T>): Promise<T> {
  if (process.platform !== "linux") return work(folder);
  const handle = openSync(folder, "r");
  try {
    return await work(`/proc/self/fd/${handle}`);
  } finally {
    closeSync(handle);
  }
}

async function letGo(server: Server, folder: string, name: string): Promise<void> {
  rmSync(join(folder, name), { force: true });
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
