// Starts, watches and kills a bot in a process of its own. Whatever happens to the one who started it, it ends.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { BotSettings, Counts, Order, Usage, Word } from "./bot-orders.ts";
import { bundled } from "./bundle.ts";

export interface BotProcess {
  readonly pid: number;
  /** Resolves when it listens; rejects when it ended before. */
  readonly ready: Promise<{ readonly url: string; readonly inFlight: number; readonly startMs: number }>;
  readonly ended: Promise<void>;
  isAlive(): boolean;
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

let bundle: Promise<string> | null = null;

export async function startBot(settings: BotSettings, execArgv: readonly string[] = []): Promise<BotProcess> {
  bundle ??= bundled("./bot-child.ts");
  const child = fork(await bundle, [], {
    env: { ...process.env, NODE_ENV: "test", BOT_CHILD: JSON.stringify(settings) },
    execArgv: ["--enable-source-maps", ...execArgv],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  running.add(child);
  const ended = once(child, "exit").then(() => void running.delete(child));
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
  const ready = first((word) => ("ready" in word ? word.ready : undefined)).then(({ port, ...rest }) => ({
    url: `http://127.0.0.1:${port}`,
    ...rest,
  }));
  ready.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    isAlive: () => running.has(child),
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
      child.kill("SIGKILL");
      await ended;
    },
    async stop() {
      tell({ do: "stop" });
      await ended;
    },
  };
}
