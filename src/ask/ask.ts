// PLACEHOLDER so that the wiring runs while the door is being written: overwrite freely. Exports expected by app/talk.ts:
// ask, answerCard, AskContext, parseYesNo.
import type { Plan } from "../plan/plan.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import type { Viewer } from "../plan/rights.ts";
import type { Answer } from "./answer.ts";
import { AskContext } from "./context.ts";

export { AskContext };

export function ask(question: {
  readonly text: string;
  readonly viewer: Viewer | null;
  readonly plan: Plan;
  readonly context: AskContext | null;
  readonly rhythm: RhythmSettings;
}): { readonly answer: Answer; readonly context: AskContext | null } {
  const asOf = { economy: null, staffing: null, reports: null };
  const answer = { kind: "unknown", lang: "sv", text: "…", facts: [], measures: [], orgs: [], choices: [] } as const;
  return { answer: { ...answer, asOf, query: null, followUps: [] }, context: question.context };
}

export function answerCard(_answer: Answer): object | null {
  return null;
}

export function parseYesNo(text: string): boolean | null {
  return /^ja\b/i.test(text) ? true : /^nej\b/i.test(text) ? false : null;
}
