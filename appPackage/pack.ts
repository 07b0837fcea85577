// `npm run package`: manifest + icons + languages → appPackage/build/omstallningsbot.zip, what is uploaded to a tenant.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv, env, exit, stderr, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = join(HERE, "build", "omstallningsbot.zip");
const AS_THEY_ARE = ["color.png", "outline.png", "sv.json", "en.json"];

/** Stands where the bot's id belongs until there is one; a package with it can be looked at, not used. */
export const NO_BOT = "00000000-0000-0000-0000-000000000000";

export type Packed =
  | { readonly ok: true; readonly files: Record<string, Uint8Array>; readonly isPlaceholder: boolean }
  | { readonly ok: false; readonly faults: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The files of the package, filled from the environment: `BOT_ID` (else a placeholder), and if wanted `APP_ID` (the
 * app's own id; default the bot's), `APP_DEVELOPER` (who provides it) and `APP_WEBSITE` (where to read about it).
 */
export function packageFiles(environment: Environment): Packed {
  const botId = environment.BOT_ID || NO_BOT;
  const values = {
    BOT_ID: botId,
    APP_ID: environment.APP_ID || botId,
    APP_DEVELOPER: environment.APP_DEVELOPER || "Regionen",
    APP_WEBSITE: environment.APP_WEBSITE || "https://example.org/omstallningsboten",
    VERSION: versionOf(),
  };
  const faults = faultsIn(values);
  if (faults.length > 0) return { ok: false, faults };
  const manifest = fill(readFileSync(join(HERE, "manifest.json"), "utf8"), values);
  const files = Object.fromEntries(AS_THEY_ARE.map((name) => [name, new Uint8Array(readFileSync(join(HERE, name)))]));
  return { ok: true, isPlaceholder: botId === NO_BOT, files: { "manifest.json": Buffer.from(manifest), ...files } };
}

/** The same bytes every time for the same files. */
export function zipOf(files: Record<string, Uint8Array>): Uint8Array {
  return zipSync(files, { level: 9, mtime: "1980-01-02" });
}

function faultsIn(values: Readonly<Record<string, string>>): string[] {
  const faults: string[] = [];
  const ids = values.APP_ID === values.BOT_ID ? ["BOT_ID"] : ["BOT_ID", "APP_ID"];
  for (const name of ids) {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(values[name] ?? ""))
      faults.push(`${name} ska vara ett id (GUID).`);
  }
  if ((values.APP_DEVELOPER ?? "").length > 32) faults.push("APP_DEVELOPER får ha högst 32 tecken.");
  if (!/^https:\/\/[^\s"\\]+$/.test(values.APP_WEBSITE ?? "")) faults.push("APP_WEBSITE ska börja med https://.");
  return faults;
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => JSON.stringify(values[name] ?? "").slice(1, -1));
}

function versionOf(): string {
  const json: unknown = JSON.parse(readFileSync(join(HERE, "..", "package.json"), "utf8"));
  const version = typeof json === "object" && json !== null && "version" in json ? json.version : null;
  return typeof version === "string" ? version : "0.0.0";
}

function main(): number {
  const packed = packageFiles(env);
  if (!packed.ok) {
    stderr.write(`Paketet kunde inte göras:\n${packed.faults.map((fault) => `- ${fault}\n`).join("")}`);
    return 1;
  }
  mkdirSync(dirname(TARGET), { recursive: true });
  writeFileSync(TARGET, zipOf(packed.files));
  stdout.write(`${TARGET}\n`);
  if (packed.isPlaceholder)
    stderr.write("BOT_ID saknas: paketet går att titta på, men behöver appens id för att fungera i Teams.\n");
  return 0;
}

if (argv[1] === fileURLToPath(import.meta.url)) exit(main());
