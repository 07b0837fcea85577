// Pure. An answer as it is printed (spec: answers): what was found out, without what only a chat has use for.
import type { Answer } from "../ask/ask.ts";

export type AnswerJson = Pick<
  Answer,
  "kind" | "lang" | "text" | "facts" | "measures" | "orgs" | "choices" | "asOf" | "query"
>;

export function answerJson({ kind, lang, text, facts, measures, orgs, choices, asOf, query }: AnswerJson): AnswerJson {
  return { kind, lang, text, facts, measures, orgs, choices, asOf, query };
}

/** No answer, and why, in the same form. */
export function noAnswer(kind: "unknown" | "answer", lang: Answer["lang"], text: string): AnswerJson {
  const asOf = { economy: null, staffing: null, reports: null };
  return { kind, lang, text, facts: [], measures: [], orgs: [], choices: [], asOf, query: null };
}
