// The arrows between the folders: only allowed ones, and the map in docs/architecture.md is drawn from them, so that it
// can't lie. `UPDATE=1` draws it anew.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";

const FILE = "docs/architecture.md";
const MAP = /(<!-- map -->\n```mermaid\n)([\s\S]*?)(```\n<!-- \/map -->)/;

const cruised = cruise();

it("no arrow goes where .dependency-cruiser.cjs forbids it", () => {
  expect(cruised.summary.violations).toEqual([]);
});

it("the map of the folders is the one in docs/architecture.md", () => {
  const drawn = draw();
  const text = readFileSync(FILE, "utf8");
  if (process.env.UPDATE === "1") writeFileSync(FILE, text.replace(MAP, `$1${drawn}$3`));
  expect(MAP.exec(readFileSync(FILE, "utf8"))?.[2]).toBe(drawn);
});

interface Cruised {
  readonly modules: readonly { source: string; dependencies: readonly { resolved: string }[] }[];
  readonly summary: { readonly violations: readonly unknown[] };
}

function cruise(): Cruised {
  const args = ["src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const output = execFileSync("node_modules/.bin/depcruise", [...args, "--no-cache"], { maxBuffer: 1 << 28 });
  return JSON.parse(output.toString());
}

/** One arrow per pair of folders, in order. */
function draw(): string {
  const arrows = new Set<string>();
  for (const { source, dependencies } of cruised.modules)
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
