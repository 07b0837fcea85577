// Starts, watches and kills a bot in a process of its own. Whatever happens to the one who started it, it ends.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SHORT_LIVED } from "../helpers/short-lived.ts";
import type { BotSettings, Counts, Order, Usage, Word } from "./bot-orders.ts";
import { bundled } from "./bundle.ts";

export interface BotProcess {
  readonly pid: number;
  /** Resolves when it listens; rejects when it ended before. */
  readonly ready: Promise<{ readonly url: string; readonly startMs: number }>;
  /** Sends it found cut off when it began; 0 until it has looked. Final once it is ready or killed. */
  foundInFlight(): number;
  readonly ended: Promise<void>;
  /** How it ended when nobody ended it: `exit 1`; null while it lives or when it was told to. */
  fellOver(): string | null;
  moveClock(now: number): void;
  counts(): Promise<Counts>;
  usage(): Promise<Usage>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** As SIGTERM does it; resolves when it is gone. */
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

const BOT = fileURLToPath(new URL("./bot-child.ts", import.meta.url));
/** Loaded and waiting: what makes a start slow is over when it is needed. */
let spare: ChildProcess | null = null;

/** How a process of its own is started: arguments for Node, and another Node than this one. */
export interface Started {
  readonly execArgv?: readonly string[];
  readonly execPath?: string;
}

const PACKAGE = fileURLToPath(new URL("../../package.json", import.meta.url));
const { scripts } = JSON.parse(readFileSync(PACKAGE, "utf8")) as { readonly scripts: { readonly start: string } };

/** As `npm start` does it, where it is measured. */
export const AS_STARTED = { execArgv: scripts.start.split(" ").filter((word) => word.startsWith("--")) };

/** Without `how`: one that is soon killed, taken from the spare ones. */
export async function startBot(settings: BotSettings, how?: Started): Promise<BotProcess> {
  const file = await bundled(BOT);
  const child = (how ? null : spare) ?? load(file, how);
  if (!how) {
    spare = load(file);
    // It must not keep a test's process waiting for it.
    spare.unref();
    spare.channel?.unref();
  }
  return begun(child, settings);
}

function load(file: string, { execArgv = SHORT_LIVED, execPath = process.execPath }: Started = {}): ChildProcess {
  const child = fork(file, [], {
    env: { ...process.env, NODE_ENV: "test" },
    execPath,
    execArgv: [...execArgv],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

function begun(child: ChildProcess, settings: BotSettings): BotProcess {
  child.ref();
  child.channel?.ref();
  let told = false;
  let fell: string | null = null;
  // Closed comes after the last word has been read.
  const ended = once(child, "close").then(([code, signal]) => {
    if (!told) fell = signal ? String(signal) : `exit ${code}`;
  });
  const first = <T>(pick: (word: Word) => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const listen = (word: Word): void => {
        const found = pick(word);
        if (found === undefined) return;
        child.off("message", listen);
        resolve(found);
      };
      child.on("message", listen);
      void ended.then(() => reject(new Error("the bot's process has ended")));
    });
  const tell = (order: Order): void => {
    if (child.connected) child.send(order);
  };
  let inFlight = 0;
  child.on("message", (word: Word) => {
    if ("found" in word) inFlight = word.found.inFlight;
  });
  const ready = first((word) => ("ready" in word ? word.ready : undefined)).then(({ port, ...rest }) => ({
    url: `http://127.0.0.1:${port}`,
    ...rest,
  }));
  ready.catch(() => undefined);
  tell({ do: "begin", settings });
  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    foundInFlight: () => inFlight,
    fellOver: () => fell,
    moveClock: (now) => tell({ do: "clock", now }),
    counts() {
      const answer = first((word) => ("counts" in word ? word.counts : undefined));
      tell({ do: "counts" });
      return answer;
    },
    usage() {
      const answer = first((word) => ("usage" in word ? word.usage : undefined));
      tell({ do: "usage" });
      return answer;
    },
    async kill() {
      told = true;
      child.kill("SIGKILL");
      await ended;
    },
    async stop() {
      told = true;
      tell({ do: "stop" });
      await ended;
    },
  };
}
