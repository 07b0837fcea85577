// Starts one of the entries: `node src/run.mjs <main|demo|cli> …`. The TypeScript is bundled first, when it has changed
// (half a second; packages stay outside), since loading hundreds of files through a translator costs seconds at every start.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [entry = "main", ...args] = process.argv.slice(2);
const sources = fileURLToPath(new URL(".", import.meta.url));
const source = join(sources, `${entry}.ts`);
const cache = fileURLToPath(new URL("../node_modules/.cache/omstallningsbot/", import.meta.url));

const folder = join(cache, `${entry}-${stateOf(sources)}`);
if (!existsSync(folder)) await keep(await bundled(), folder);
process.argv.splice(1, process.argv.length - 1, source, ...args);
await import(pathToFileURL(join(folder, `${entry}.mjs`)).href);

/** Another for every other set of files; their contents need not be read. */
function stateOf(root) {
  const hash = createHash("sha256").update(root);
  for (const file of readdirSync(root, { recursive: true }).sort()) {
    if (!/\.(ts|mjs)$/.test(file)) continue;
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex").slice(0, 20);
}

async function bundled() {
  const { build, stop } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: { [entry]: source, "database-thread": join(sources, "store/embedded/database-thread.ts") },
    bundle: true,
    // What is loaded when it is needed stays apart: `--help` does not wait for the database.
    splitting: true,
    outdir: cache,
    outExtension: { ".js": ".mjs" },
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    write: false,
    logLevel: "error",
    plugins: [{ name: "own-places", setup: keepOwnPlaces }],
  });
  await stop();
  return outputFiles;
}

/** Written beside and renamed, so that another start never meets half of it. */
async function keep(files, whole) {
  const half = `${whole}.${process.pid}`;
  await mkdir(half, { recursive: true });
  for (const file of files) await writeFile(join(half, basename(file.path)), file.contents);
  try {
    await rename(half, whole);
  } catch {
    // Another start was first with the very same files.
    await rm(half, { recursive: true, force: true });
  }
}

/** What a file finds beside itself, it finds there also from the bundle. */
function keepOwnPlaces({ onLoad }) {
  onLoad({ filter: /src[\\/].*\.ts$/ }, async ({ path }) => {
    const text = await readFile(path, "utf8");
    const contents = text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
    return { contents, loader: "ts" };
  });
}
