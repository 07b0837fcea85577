// The sample plan, Region Exempel, read by the product's own importer.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseInstant } from "../../src/lib/time.ts";
import { createBook } from "../../src/plan/book.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { readPlan } from "../../src/revise/revise.ts";

export const SAMPLE_FOLDER = join(import.meta.dirname, "../../../shared/data/region-exempel");

let read: Pick<Plan, "facts" | "book"> | undefined;

/**
 * The sample plan at `now`, with no rights applied. Read once per test file and shared: don't add to its book.
 *
 *     const plan = samplePlan("2026-11-23T09:00:00+01:00");
 */
export function samplePlan(now = "2026-11-23T09:00:00+01:00"): Plan {
  read ??= readSample();
  const instant = parseInstant(now);
  if (instant === null) throw new Error(`Not a time: ${now}`);
  return { version: 1, ...read, now: instant };
}

function readSample(): Pick<Plan, "facts" | "book"> {
  const files = readdirSync(SAMPLE_FOLDER).map((name) => ({ name, bytes: readFileSync(join(SAMPLE_FOLDER, name)) }));
  const result = readPlan(files);
  if (!result.ok) throw new Error(JSON.stringify(result.errors, null, 2));
  return { facts: result.facts, book: createBook(result) };
}
