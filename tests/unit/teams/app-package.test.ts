import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import AjvDraft4 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { drawIcon } from "../../../appPackage/draw-icons.ts";
import { NO_BOT, packageFiles, zipOf } from "../../../appPackage/pack.ts";

const BOT = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
const schemas = new URL(
  "./json-schemas/teams/v1.22/",
  new URL(createRequire(import.meta.url).resolve("@microsoft/app-manifest"), "file:"),
);

function unpacked(environment: Record<string, string>): Record<string, Uint8Array> {
  const packed = packageFiles(environment);
  if (!packed.ok) throw new Error(packed.faults.join());
  return unzipSync(zipOf(packed.files));
}

const json = (files: Record<string, Uint8Array>, name: string) => JSON.parse(strFromU8(files[name] as Uint8Array));

/** What the shipped schema has against a file. */
function faults(schema: string, file: object): unknown {
  const Ajv = AjvDraft4.default;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(new URL(schema, schemas), "utf8")));
  validate(file);
  return validate.errors ?? [];
}

describe("the app package", () => {
  const files = unpacked({ BOT_ID: BOT });
  const manifest = json(files, "manifest.json");

  it("is valid against Microsoft's schemas", () => {
    expect(faults("MicrosoftTeams.schema.json", manifest)).toEqual([]);
    for (const name of ["sv.json", "en.json"]) {
      expect(faults("MicrosoftTeams.Localization.schema.json", json(files, name)), name).toEqual([]);
    }
  });

  it("holds every file that it names, and nothing else", () => {
    const { icons, localizationInfo } = manifest;
    const named = [
      icons.color,
      icons.outline,
      localizationInfo.defaultLanguageFile,
      localizationInfo.additionalLanguages[0].file,
    ];
    expect(Object.keys(files).sort()).toEqual(["manifest.json", ...named].sort());
    expect(JSON.stringify(manifest)).not.toContain("{{");
  });

  it("is the bot's, in all three places, with files and the three commands", () => {
    expect(manifest).toMatchObject({
      id: BOT,
      bots: [{ botId: BOT, scopes: ["personal", "team", "groupChat"], supportsFiles: true }],
    });
    const [list] = manifest.bots[0].commandLists;
    expect(list.commands.map(({ title }: { title: string }) => title)).toEqual([
      "hjälp",
      "hur går det",
      "visa mina åtgärder",
    ]);
  });

  it("says the same in Swedish as the manifest, and all of it in English", () => {
    const [sv, en] = [json(files, "sv.json"), json(files, "en.json")];
    expect(sv["description.full"]).toBe(manifest.description.full);
    expect(Object.keys(en)).toEqual(Object.keys(sv));
  });

  it.each([
    ["color", 192],
    ["outline", 32],
  ] as const)("has the icon %s of %i pixels, as it is drawn", (name, size) => {
    const png = Buffer.from(files[`${name}.png`] as Uint8Array);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    expect(png.equals(drawIcon(name))).toBe(true);
  });

  it("is the same bytes every time", () => {
    const packed = packageFiles({ BOT_ID: BOT });
    expect(packed.ok && Buffer.from(zipOf(packed.files)).equals(Buffer.from(zipOf(packed.files)))).toBe(true);
  });

  it("is marked as a placeholder when there is no bot yet", () => {
    expect(packageFiles({})).toMatchObject({ ok: true, isPlaceholder: true });
    expect(json(unpacked({ BOT_ID: "" }), "manifest.json").bots[0].botId).toBe(NO_BOT);
  });

  it("tells every wrong setting by name, not by value", () => {
    const packed = packageFiles({ BOT_ID: "hemlig", APP_WEBSITE: "http://x", APP_DEVELOPER: "x".repeat(33) });
    const faults = packed.ok ? [] : packed.faults;
    expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["BOT_ID", "APP_DEVELOPER", "APP_WEBSITE"]);
    expect(faults.join()).not.toContain("hemlig");
  });

  it("takes any words into the manifest unharmed", () => {
    const words = 'Region "X" \\ {{BOT_ID}}';
    expect(json(unpacked({ BOT_ID: BOT, APP_DEVELOPER: words }), "manifest.json").developer.name).toBe(words);
  });
});
