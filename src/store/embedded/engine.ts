// PGlite in a thread of its own: what it computes and its waiting for the disk hold up no turn, and it opens while the rest
// of the bot is loaded. What goes over is PostgreSQL's own protocol, bytes that change hands without being copied.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Engine, openHost } from "./host.ts";

/** Beside us when we have been bundled. Read as TypeScript (tests) there is none: then all is done in this thread. */
const THREAD = join(import.meta.dirname, "database-thread.mjs");
/** Between statements it keeps nothing but WebAssembly's own memory. */
const YOUNG_MB = 8;

/** Opens the database in `folder`, or makes one where there is none. Rejects with what PGlite says. */
export async function openEngine(folder: string): Promise<Engine> {
  if (!existsSync(THREAD)) return openHost(folder);
  return engineIn(new Worker(THREAD, { workerData: folder, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } }));
}

interface Waiting {
  resolve(answer: Uint8Array): void;
  reject(error: unknown): void;
}

async function engineIn(thread: Worker): Promise<Engine> {
  let waiting: Waiting | null = null;
  let ended: Error | null = null;
  const answer = (): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      waiting = { resolve, reject };
      // Only a thread that is at work keeps the process.
      thread.ref();
    });
  const end = (error: Error): void => {
    ended ??= error;
    waiting?.reject(ended);
    waiting = null;
  };
  thread.on("message", (bytes: Uint8Array) => {
    const answered = waiting;
    waiting = null;
    thread.unref();
    answered?.resolve(bytes);
  });
  thread.on("error", end);
  const gone = new Promise<void>((resolve) => {
    thread.on("exit", (code) => {
      end(new Error(`the database's thread has ended (${code})`));
      resolve();
    });
  });
  await answer();
  return {
    send(asked) {
      const answered = answer();
      if (!ended) thread.postMessage(asked, [asked.buffer as ArrayBuffer]);
      return answered;
    },
    async close() {
      thread.ref();
      thread.postMessage(null);
      await gone;
    },
  };
}
