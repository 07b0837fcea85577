// Runs a script beside this one in a process of its own, to be raced or killed.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { SHORT_LIVED } from "../../helpers/short-lived.ts";
import { bundled } from "../../prove/bundle.ts";

export interface Child {
  readonly process: ChildProcess;
  /** The next line it says, or null when it has ended. */
  line(): Promise<string | null>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

export async function runChild(script: string, ...words: readonly string[]): Promise<Child> {
  const file = await bundled(fileURLToPath(new URL(script, import.meta.url)));
  const child = spawn(process.execPath, [...SHORT_LIVED, file, ...words], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, "exit");
  return {
    process: child,
    async line() {
      const next = await lines.next();
      return next.done ? null : next.value;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
