// A script of ours as one file of JavaScript, as `npm start` makes it: a bot that is killed 200 times must start fast.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const FOLDER = fileURLToPath(new URL("../../node_modules/.cache/omstallningsbot-tests/", import.meta.url));

/** Path of the bundle of `script` (a file beside this one, or a path relative to it). */
export async function bundled(script: string): Promise<string> {
  const source = fileURLToPath(new URL(script, import.meta.url));
  await mkdir(FOLDER, { recursive: true });
  const outfile = join(FOLDER, `${script.replace(/\W+/g, "-")}-${process.pid}.mjs`);
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    write: false,
    logLevel: "error",
    plugins: [{ name: "own-places", setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, loadTs) }],
  });
  await writeFile(outfile, outputFiles[0]?.contents ?? "");
  return outfile;
}

/** What a file finds beside itself, it finds there also from the bundle. */
async function loadTs({ path }: { path: string }): Promise<{ contents: string; loader: "ts" }> {
  const text = await readFile(path, "utf8");
  return { contents: text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)), loader: "ts" };
}
