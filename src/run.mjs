// Starts one of the entries: `node src/run.mjs <main|demo|cli> …`. The TypeScript is bundled first (a fifth of a second;
// packages stay outside), since loading hundreds of files through a translator costs seconds at every start.

import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const [entry = "main", ...args] = process.argv.slice(2);
const source = fileURLToPath(new URL(`./${entry}.ts`, import.meta.url));
const folder = fileURLToPath(new URL("../node_modules/.cache/omstallningsbot/", import.meta.url));

const { outputFiles } = await build({
  entryPoints: [source],
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  write: false,
  logLevel: "error",
  plugins: [{ name: "own-places", setup: keepOwnPlaces }],
});
const code = outputFiles[0].contents;
const file = `${folder}${entry}-${createHash("sha256").update(code).digest("hex").slice(0, 16)}.mjs`;
await keep(file, code);
process.argv.splice(1, process.argv.length - 1, source, ...args);
await import(file);

/** Written beside and renamed, so that another start never reads half a file. */
async function keep(path, bytes) {
  if (
    await readFile(path).then(
      () => true,
      () => false,
    )
  )
    return;
  await mkdir(folder, { recursive: true });
  const half = `${path}.${process.pid}`;
  await writeFile(half, bytes);
  await rename(half, path);
}

/** What a file finds beside itself, it finds there also from the bundle. */
function keepOwnPlaces({ onLoad }) {
  onLoad({ filter: /src[\\/].*\.ts$/ }, async ({ path }) => {
    const text = await readFile(path, "utf8");
    const contents = text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
    return { contents, loader: "ts" };
  });
}
