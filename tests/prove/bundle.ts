// A script of ours as JavaScript, with the database's thread beside it, as `npm start` makes it: a bot that is killed 200
// times must start fast, and be what an operator has.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/omstallningsbot-tests/", import.meta.url));
const THREAD = fileURLToPath(new URL("../../src/store/embedded/database-thread.ts", import.meta.url));

const made = new Map<string, Promise<string>>();

/** Path of the bundle of `source`, a path. Made once; gone when this process ends. */
export function bundled(source: string): Promise<string> {
  const before = made.get(source);
  if (before) return before;
  const bundle = make(source);
  made.set(source, bundle);
  return bundle;
}

async function make(source: string): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, "bundle-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { outputFiles } = await build({
    entryPoints: { script: source, "database-thread": THREAD },
    bundle: true,
    splitting: true,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    write: false,
    logLevel: "error",
    plugins: [{ name: "own-places", setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, loadTs) }],
  });
  for (const { path, contents } of outputFiles) await writeFile(join(folder, basename(path)), contents);
  return join(folder, "script.mjs");
}

/** What a file finds beside itself, it finds there also from the bundle. */
async function loadTs({ path }: { path: string }): Promise<{ contents: string; loader: "ts" }> {
  const text = await readFile(path, "utf8");
  return { contents: text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)), loader: "ts" };
}
