// The map in docs/architecture.md is drawn from the imports, so that it can't lie. `UPDATE=1` draws it anew.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";

const FILE = "docs/architecture.md";
const MAP = /(<!-- map -->\n```mermaid\n)([\s\S]*?)(```\n<!-- \/map -->)/;

it("the map of the folders is the one in docs/architecture.md", () => {
  const drawn = draw();
  const text = readFileSync(FILE, "utf8");
  if (process.env.UPDATE === "1") writeFileSync(FILE, text.replace(MAP, `$1${drawn}$3`));
  expect(MAP.exec(readFileSync(FILE, "utf8"))?.[2]).toBe(drawn);
}, 60_000);

/** One arrow per pair of folders, in order. */
function draw(): string {
  const args = ["src", "--config", ".dependency-cruiser.cjs", "--include-only", "^src", "--output-type", "json"];
  const output = execFileSync("node_modules/.bin/depcruise", [...args, "--no-cache"], { maxBuffer: 1 << 28 });
  const { modules } = JSON.parse(output.toString()) as {
    modules: { source: string; dependencies: { resolved: string }[] }[];
  };
  const arrows = new Set<string>();
  for (const { source, dependencies } of modules)
    for (const { resolved } of dependencies) {
      const [from, to] = [roomOf(source), roomOf(resolved)];
      if (from && to && from !== to) arrows.add(`  ${from} --> ${to}`);
    }
  return `flowchart LR\n${[...arrows].sort().join("\n")}\n`;
}

/** `src/plan/week.ts` → plan, `src/app.ts` → app. */
function roomOf(path: string): string | null {
  return /^src\/([a-z]+)(?:\/|\.ts$)/.exec(path)?.[1] ?? null;
}
