// Reads a plan from a folder of CSV files, as the importer does, into the plan as it is known at a moment.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "../../src/lib/time.ts";
import { createBook } from "../../src/plan/book.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { readPlan } from "../../src/revise/revise.ts";

/** The same facts and book for every moment, as in the running bot. */
export function loadPlan(folder: string): (now: Instant) => Plan {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  const read = readPlan(files);
  if (!read.ok) throw new Error(`${folder}: ${read.errors.map((error) => JSON.stringify(error)).join("\n")}`);
  const book = createBook({ lines: read.lines, forecasts: read.forecasts, support: read.support });
  return (now) => ({ version: 1, facts: read.facts, book, now });
}
