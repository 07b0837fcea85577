// The turns of one conversation, as in chat: a thread to lean on, and an open Ja/Nej. Nothing is ever done here.
import type { Understand } from "../app/understanding.ts";
import { type AskContext, declined, parseYesNo } from "../ask/ask.ts";
import type { Lang, Plan } from "../plan/plan.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import { viewerOf } from "../plan/rights.ts";
import { type AnswerJson, noAnswer } from "./answer-json.ts";
import { words } from "./words.ts";

export interface Asker {
  readonly as: string;
  /** Asked in a channel. */
  readonly channel: boolean;
}

/** The next turn's answer. */
export type Thread = (text: string) => Promise<AnswerJson>;

export function startThread(
  understand: Understand,
  plan: Plan,
  rhythm: RhythmSettings,
  { as, channel }: Asker,
): Thread {
  const viewer = viewerOf(plan.facts, as, channel);
  let context: AskContext | null = null;
  /** The language of a question that waits for Ja or Nej. */
  let open: Lang | null = null;
  return async (text) => {
    const word = open && parseYesNo(text);
    if (open && word !== null) {
      const lang = open;
      open = null;
      if (word === "yes") return noAnswer("answer", lang, words.notDoneHere[lang]);
      return declined({ viewer, plan, context, rhythm, lang });
    }
    const turn = await understand({ text, viewer, plan, context, rhythm });
    context = turn.context;
    if (turn.answer.kind === "confirm") open = turn.answer.lang;
    return turn.answer;
  };
}
