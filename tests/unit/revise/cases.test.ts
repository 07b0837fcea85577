// Recorded imports, tests/cases/import-<name>/: what people hand in, and beside it all that they are told. The
// folders are also the manual of the sentences.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readPlan } from "../../../src/revise/revise.ts";

const CASES = join(import.meta.dirname, "../../cases");
const names = readdirSync(CASES).filter((name) => name.startsWith("import-"));

it.each(names)("%s", (name) => {
  const folder = join(CASES, name);
  const sheets = readdirSync(folder).filter((file) => file.endsWith(".csv"));
  const read = readPlan(sheets.map((file) => ({ name: file, bytes: readFileSync(join(folder, file)) })));
  const expected: unknown = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
  expect(JSON.parse(JSON.stringify(read))).toEqual(expected);
});
