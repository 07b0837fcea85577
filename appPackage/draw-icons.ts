// `npx tsx appPackage/draw-icons.ts` after changing a drawing: SVG → the PNG that stands beside it.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const HERE = dirname(fileURLToPath(import.meta.url));
const ICONS = ["color", "outline"] as const;

/** The PNG of an icon, at the drawing's own size. */
export function drawIcon(name: (typeof ICONS)[number]): Uint8Array {
  return new Resvg(readFileSync(join(HERE, `${name}.svg`), "utf8")).render().asPng();
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of ICONS) writeFileSync(join(HERE, `${name}.png`), drawIcon(name));
}
