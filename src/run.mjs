// Starts one of the entries: `node src/run.mjs <main|demo|cli> …`. The TypeScript is bundled first (a fifth of a second;
// packages stay outside), since loading hundreds of files through a translator costs seconds at every start.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, stop } from "esbuild";

const [entry = "main", ...args] = process.argv.slice(2);
const source = fileURLToPath(new URL(`./${entry}.ts`, import.meta.url));
const cache = fileURLToPath(new URL("../node_modules/.cache/omstallningsbot/", import.meta.url));

const { outputFiles } = await build({
  entryPoints: [source],
  bundle: true,
  // What is loaded when it is needed stays apart: `--help` does not wait for the database.
  splitting: true,
  outdir: cache,
  outExtension: { ".js": ".mjs" },
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  write: false,
  logLevel: "error",
  plugins: [{ name: "own-places", setup: keepOwnPlaces }],
});
await stop();
const folder = await keep(outputFiles);
process.argv.splice(1, process.argv.length - 1, source, ...args);
await import(pathToFileURL(join(folder, `${entry}.mjs`)).href);

/** Written beside and renamed, so that another start never meets half of it. Gives the folder. */
async function keep(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.path).update(file.contents);
  const whole = join(cache, hash.digest("hex").slice(0, 20));
  if (existsSync(whole)) return whole;
  const half = `${whole}.${process.pid}`;
  await mkdir(half, { recursive: true });
  for (const file of files) await writeFile(join(half, basename(file.path)), file.contents);
  try {
    await rename(half, whole);
  } catch {
    // Another start was first with the very same files.
    await rm(half, { recursive: true, force: true });
  }
  return whole;
}

/** What a file finds beside itself, it finds there also from the bundle. */
function keepOwnPlaces({ onLoad }) {
  onLoad({ filter: /src[\\/].*\.ts$/ }, async ({ path }) => {
    const text = await readFile(path, "utf8");
    const contents = text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
    return { contents, loader: "ts" };
  });
}
