// A slip of the fingers: the same answer, or the bot says which word it did not understand. Never another answer.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Answer, askAll } from "../../../src/ask/ask.ts";
import { parseInstant } from "../../../src/lib/time.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { loadPlan } from "../../eval/load-plan.ts";
import { mistyped, randomOf } from "../../helpers/mistyped.ts";
import { SAMPLE_FOLDER } from "../../helpers/sample-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");
const EVAL = join(import.meta.dirname, "../../eval");
const SEEDS = 4;
/** Slips that make another word of the language ("varje" → "vare") can't be told: so many of a hundred, no more. */
const MOST_WRONG = 0.5;
const LEAST_SAME = 82;

interface Line {
  readonly as: string;
  readonly now: string;
  readonly channel?: boolean;
  readonly turns: readonly string[];
}

describe.each([
  ["the sample", SAMPLE_FOLDER, join(EVAL, "own.jsonl")],
  ["a small region", join(EVAL, "region-fjallmark"), join(EVAL, "fjallmark.jsonl")],
  ["another region", join(EVAL, "exam/plan-two"), join(EVAL, "exam/plan-two.jsonl")],
])("mistyped questions to %s", (_name, folder, file) => {
  const planAt = loadPlan(folder);
  const lines = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  const verdicts = lines.flatMap((line, i) => {
    const plan = planAt(parseInstant(line.now) as NonNullable<ReturnType<typeof parseInstant>>);
    const asked = (turns: readonly string[]) =>
      askAll(turns, { plan, rhythm, viewer: viewerOf(plan.facts, line.as, line.channel ?? false) });
    const meant = asked(line.turns);
    return Array.from({ length: SEEDS }, (_, seed) => {
      const random = randomOf(seed * 7919 + i);
      const at = Math.floor(random() * line.turns.length);
      const turns = line.turns.map((turn, n) => (n === at ? mistyped(turn, random) : turn));
      return turns[at] === line.turns[at] ? null : { turns, is: verdictOf(meant, asked(turns)) };
    }).filter((one) => one !== null);
  });
  const share = (is: string) => (100 * verdicts.filter((one) => one.is === is).length) / verdicts.length;
  const listed = (is: string) => verdicts.filter((one) => one.is === is).map((one) => one.turns.join(" → "));

  it("are not answered with something else", () =>
    expect(share("wrong"), listed("wrong").join("\n")).toBeLessThanOrEqual(MOST_WRONG));
  it("are not answered where they were refused", () => expect(listed("leak")).toEqual([]));
  it("are mostly understood all the same", () => expect(share("same")).toBeGreaterThan(LEAST_SAME));
});

function verdictOf(meant: readonly Answer[], given: readonly Answer[]): "same" | "silent" | "wrong" | "leak" {
  const at = given.findIndex((answer, i) => keyOf(answer) !== keyOf(meant[i] as Answer));
  if (at < 0) return "same";
  if (!["answer", "confirm"].includes(given[at]?.kind ?? "")) return "silent";
  return meant[at]?.kind === "refuse" ? "leak" : "wrong";
}

function keyOf({ kind, facts, measures, orgs }: Answer): string {
  return JSON.stringify([
    kind,
    facts.map((fact) => [fact.name, fact.subject, fact.value, fact.period]),
    measures,
    orgs,
  ]);
}
