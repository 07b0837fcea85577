// Pure. Answers without figures: refusals, "I did not understand", and what is kept of the thread.
import type { Answer, AnswerKind, DataDates } from "./answer.ts";
import type { AskContext } from "./context.ts";
import type { Refusal } from "./grammar/bounds.ts";
import { dataDates, type World } from "./run/world.ts";
import * as talk from "./words/talk-words.ts";

export interface Asked {
  readonly answer: Answer;
  /** To be given with the next question of the same conversation. */
  readonly context: AskContext;
  /** For the log of what was not understood: no names, only which words. */
  readonly unknownWords: readonly string[];
  /** Whether the built-in understanding was sure; when not, a query may come from elsewhere. */
  readonly sure: boolean;
}

export const EMPTY: DataDates = { economy: null, staffing: null, reports: null };

export function plain(world: World, kind: AnswerKind, text: string, more: Partial<Answer> = {}): Answer {
  return {
    kind,
    lang: world.lang,
    text,
    facts: [],
    measures: [],
    orgs: [],
    choices: [],
    asOf: dataDates(world),
    query: null,
    followUps: [],
    ...more,
  };
}

export function kept(world: World, context: AskContext | null): AskContext {
  return {
    query: context?.query ?? null,
    listed: context?.listed ?? { measures: [], orgs: [] },
    pending: null,
    lang: world.lang,
    at: world.whole.now,
  };
}

export function refused(world: World, why: Refusal, lines: readonly string[], context: AskContext | null): Asked {
  const text = [talk.REFUSALS[why][world.lang], ...lines].join("\n");
  return { answer: plain(world, "refuse", text), context: kept(world, context), unknownWords: [], sure: true };
}

/** `near`: a question as good as this one that can be answered. */
export function unknown(
  world: World,
  words: readonly string[],
  context: AskContext | null,
  near: talk.Near | null = null,
): Asked {
  const examples = talk.EXAMPLES[world.lang].slice(0, near === null ? 3 : 2);
  const text = talk.unknownText(world.lang, words, examples, near);
  return {
    answer: plain(world, "unknown", text, { followUps: near === null ? examples : [near.text, ...examples] }),
    context: kept(world, context),
    unknownWords: words,
    sure: false,
  };
}
