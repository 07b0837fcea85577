// Recorded imports, tests/cases/import-<name>/: what people hand in, and beside it all that they are told. A change of
// words shows as a change of the record (vitest -u writes it anew).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readPlan } from "../../../src/revise/revise.ts";

const CASES = join(import.meta.dirname, "../../cases");
const names = readdirSync(CASES).filter((name) => name.startsWith("import-"));

it.each(names)("%s", async (name) => {
  const folder = join(CASES, name);
  const sheets = readdirSync(folder).filter((file) => file.endsWith(".csv"));
  const read = readPlan(sheets.map((file) => ({ name: file, bytes: readFileSync(join(folder, file)) })));
  await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(join(folder, "expected.json"));
});
