// Answers a question file through the door of ask/, one JSON line per question: npx tsx tests/eval/run.ts <plan folder> <questions.jsonl> <answers.jsonl>
import { readFileSync, writeFileSync } from "node:fs";
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

const [folder, questions, answers] = process.argv.slice(2);
if (!folder || !questions || !answers) throw new Error("Usage: run.ts <plan folder> <questions.jsonl> <answers.jsonl>");
const planAt = loadPlan(folder);
const rhythm = defaultRhythm("Europe/Stockholm");
const lines = readFileSync(questions, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "");
const times: number[] = [];
const out = lines.map((line) => {
  const question = JSON.parse(line) as Question;
  const now = parseInstant(question.now ?? new Date().toISOString());
  if (now === null) throw new Error(`${question.id}: now is no time`);
  const plan = planAt(now);
  const started = performance.now();
  const given = askAll(question.turns, {
    plan,
    rhythm,
    viewer: viewerOf(plan.facts, question.as, question.channel ?? false),
  });
  times.push((performance.now() - started) / question.turns.length);
  return JSON.stringify({ id: question.id, answers: given });
});
writeFileSync(answers, `${out.join("\n")}\n`);
times.sort((a, b) => a - b);
process.stderr.write(
  `${lines.length} questions, p50 ${times[Math.floor(times.length / 2)]?.toFixed(1)} ms, p99 ${times[Math.floor(times.length * 0.99)]?.toFixed(1)} ms\n`,
);
