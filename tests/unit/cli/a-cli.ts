// The command line in the test's own process, in a folder of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCli } from "../../../src/cli/run.ts";

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export interface TestCli {
  readonly folder: string;
  /** Every word as one would write it. */
  run(...words: readonly string[]): Promise<Ran>;
  /** The same with other settings. */
  with(env: Readonly<Record<string, string>>): TestCli;
  /** The one JSON document that stands on standard output. */
  json(...words: readonly string[]): Promise<unknown>;
  /** Writes a file in the folder and gives its path. */
  file(name: string, content: string): string;
  remove(): void;
}

/** `env`: where the data is, and what else is set. */
export function aCli(env: Readonly<Record<string, string>>): TestCli {
  return cliIn(mkdtempSync(join(tmpdir(), "cli-")), env);
}

function cliIn(folder: string, env: Readonly<Record<string, string>>): TestCli {
  const run: TestCli["run"] = async (...words) => {
    const written = { out: "", err: "" };
    const exit = await runCli(words, {
      out: async (text) => {
        written.out += text;
      },
      err: async (text) => {
        written.err += text;
      },
      env,
      cwd: folder,
      user: "drift",
    });
    return { exit, ...written };
  };
  return {
    folder,
    run,
    with: (more) => cliIn(folder, { ...env, ...more }),
    json: async (...words) => JSON.parse((await run(...words, "--json")).out),
    file(name, content) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
