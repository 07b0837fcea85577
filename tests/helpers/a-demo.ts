// `npm run demo -- --no-playground` as it is run: a process of its own, driven by a fake Teams.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { SHORT_LIVED } from "./short-lived.ts";

export interface ADemo {
  /** Where it listens, without a path. */
  readonly url: string;
  /** What it has told on its standard output. */
  told(): string;
  /** Its exit code; null when a signal ended it. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

const ROOT = join(import.meta.dirname, "../..");

/** Resolves when it says that it listens; rejects with what it said if it ends before that. */
export async function aDemo(dataDir: string, args: readonly string[] = []): Promise<ADemo> {
  const { DATABASE_URL: _not, ...env } = process.env;
  const child = spawn(process.execPath, [...SHORT_LIVED, "src/run.mjs", "demo", "--no-playground", ...args], {
    cwd: ROOT,
    env: { ...env, PORT: "0", HOST: "", DATA_DIR: dataDir, LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let told = "";
  child.stderr.on("data", (part) => {
    told += part;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (part) => {
      told += part;
      const found = /(http:\/\/127\.0\.0\.1:\d+)\/api\/messages/.exec(told);
      if (found?.[1]) resolve(found[1]);
    });
    child.once("exit", () => reject(new Error(`the demo ended:\n${told}`)));
  });
  return { url, told: () => told, end: (signal) => end(child, signal) };
}

function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill(signal);
  });
}
