// The turns of one conversation, as in chat: a thread to lean on, and an open Ja/Nej. Nothing is ever done here.
import { WORDS } from "../app/words.ts";
import { ask, parseYesNo } from "../ask/ask.ts";
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
export type Thread = (text: string) => AnswerJson;

export function startThread(
  plan: Plan,
  rhythm: RhythmSettings,
  { as, channel }: Asker,
  understand: typeof ask = ask,
): Thread {
  const viewer = viewerOf(plan.facts, as, channel);
  let context: Parameters<typeof ask>[0]["context"] = null;
  /** The language of a question that waits for Ja or Nej. */
  let open: Lang | null = null;
  return (text) => {
    const yes = open && parseYesNo(text);
    if (open && yes !== null) {
      const said = yes ? words.notDoneHere[open] : WORDS[open].nothingDone;
      const answer = noAnswer("answer", open, said);
      open = null;
      return answer;
    }
    const turn = understand({ text, viewer, plan, context, rhythm });
    context = turn.context;
    if (turn.answer.kind === "confirm") open = turn.answer.lang;
    return turn.answer;
  };
}
