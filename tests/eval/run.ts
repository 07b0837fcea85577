// The question sets, answered through the door of ask/ and scored.
//
//   npx tsx tests/eval/run.ts                                        every set below, with its thresholds; exit 1 below them
//   npx tsx tests/eval/run.ts <plan folder> <questions> <answers>    one set, answers written, not scored
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askAll } from "../../src/ask/ask.ts";
import { parseInstant } from "../../src/lib/time.ts";
import { defaultRhythm } from "../../src/plan/rhythm.ts";
import { viewerOf } from "../../src/plan/rights.ts";
import { loadPlan } from "./load-plan.ts";

interface Question {
  readonly id: string;
  readonly as: string;
  readonly now?: string;
  readonly channel?: boolean;
  readonly turns: readonly string[];
}

interface Score {
  readonly share: number;
  readonly total: Readonly<Record<"right" | "wrong" | "silent" | "leak" | "crash" | "total", number>>;
  readonly failures: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly turns: readonly string[];
    readonly reasons: readonly string[];
  }[];
}

const HERE = import.meta.dirname;
const SHARED = join(HERE, "../../../shared");
const SCORER = join(SHARED, "eval/score.mjs");
/** The smallest share that must be right; nothing may be wrong, leak or crash. */
const LEAST_RIGHT = 0.97;
const SETS = [
  { plan: join(SHARED, "data/region-exempel"), questions: join(SHARED, "eval/region-exempel.dev.jsonl") },
  { plan: join(SHARED, "data/region-exempel"), questions: join(HERE, "own.jsonl") },
  { plan: join(HERE, "region-fjallmark"), questions: join(HERE, "fjallmark.jsonl") },
];

const [plan, questions, answers] = process.argv.slice(2);
if (plan && questions && answers) answer(plan, questions, answers);
else process.exitCode = SETS.map(isGoodEnough).every(Boolean) ? 0 : 1;

function isGoodEnough(set: (typeof SETS)[number]): boolean {
  if (!existsSync(set.questions) || !existsSync(set.plan) || !existsSync(SCORER)) {
    console.log(`${set.questions}: not here, left out`);
    return true;
  }
  const out = join(mkdtempSync(join(tmpdir(), "eval-")), "answers.jsonl");
  answer(set.plan, set.questions, out);
  const score = JSON.parse(
    execFileSync("node", [SCORER, set.questions, out, "--json"], { encoding: "utf8", maxBuffer: 2 ** 26 }),
  ) as Score;
  const { total } = score;
  console.log(
    `${set.questions}: ${total.right} of ${total.total} right, ${total.wrong} wrong, ${total.silent} silent, ${total.leak} leak, ${total.crash} crash`,
  );
  for (const one of score.failures)
    console.log(`  ${one.verdict} ${one.id} ${one.turns.join(" → ")}\n    ${one.reasons.join("\n    ")}`);
  return score.share >= LEAST_RIGHT && total.wrong + total.leak + total.crash === 0;
}

function answer(folder: string, file: string, out: string): void {
  const planAt = loadPlan(folder);
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const times: number[] = [];
  const rhythm = defaultRhythm("Europe/Stockholm");
  const given = lines.map((line) => {
    const question = JSON.parse(line) as Question;
    const now = parseInstant(question.now ?? new Date().toISOString());
    if (now === null) throw new Error(`${question.id}: now is no time`);
    const at = planAt(now);
    const started = performance.now();
    const all = askAll(question.turns, {
      plan: at,
      rhythm,
      viewer: viewerOf(at.facts, question.as, question.channel ?? false),
    });
    times.push((performance.now() - started) / question.turns.length);
    return JSON.stringify({ id: question.id, answers: all });
  });
  writeFileSync(out, `${given.join("\n")}\n`);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(1) ?? "–";
  process.stderr.write(`${lines.length} questions, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n`);
}
