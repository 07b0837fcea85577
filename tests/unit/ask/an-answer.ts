// An answer to make a card of, told in few words.
import type { Answer, Fact } from "../../../src/ask/answer.ts";
import { type Intent, type PlanQuery, queryOf } from "../../../src/ask/schema.ts";
import type { Month, Week } from "../../../src/plan/week.ts";

interface Told extends Partial<Omit<Answer, "query">> {
  readonly intent?: Intent;
  readonly query?: Partial<PlanQuery>;
}

export function anAnswer(text: string, { intent, query, ...more }: Told = {}): Answer {
  return {
    kind: "answer",
    lang: "sv",
    text,
    facts: [],
    measures: [],
    orgs: [],
    choices: [],
    asOf: { economy: "2026-10" as Month, staffing: "2026-W46" as Week, reports: "2026-W47" as Week },
    query: intent ? queryOf(intent, query) : null,
    followUps: [],
    ...more,
  };
}

export function aFact(name: string, value: number, unit = "mkr", more: Partial<Fact> = {}): Fact {
  return { name, subject: "plan", value, unit, ...more };
}
