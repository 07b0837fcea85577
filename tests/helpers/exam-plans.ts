// The exam's plans, and what the bot answers to somebody in one of them.
import { join } from "node:path";
import { type Answer, askAll } from "../../src/ask/ask.ts";
import { parseInstant } from "../../src/lib/time.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { defaultRhythm } from "../../src/plan/rhythm.ts";
import { viewerOf } from "../../src/plan/rights.ts";
import { loadPlan } from "../eval/load-plan.ts";

const rhythm = defaultRhythm("Europe/Stockholm");

/** `folder`: one of tests/eval/exam. */
export function examPlan(folder: string, now: string): Plan {
  const at = loadPlan(join(import.meta.dirname, "../eval/exam", folder));
  return at(parseInstant(now) as NonNullable<ReturnType<typeof parseInstant>>);
}

/** To the last of what is asked in one talk, with " → " between the turns. */
export function answerTo(plan: Plan, as: string, text: string): Answer {
  return askAll(text.split(" → "), { plan, rhythm, viewer: viewerOf(plan.facts, as) }).at(-1) as Answer;
}
