// Invokes: a person is waiting with the button pressed in, so the HTTP answer is the reply, and it comes in time.

import type { Replies } from "./handlers.ts";
import { executeAnswer, taskAnswer, textAnswer } from "./replies.ts";
import { apologise, logFault, repliesTo, runTurn, speak, type TurnDeps } from "./run-turn.ts";
import type { SubmitTurn, TaskTurn, Turn } from "./turn.ts";
import { lineOf, type TurnQueue } from "./turn-queue.ts";
import { brokenWords, langOf, slowDialogWords, workingWords } from "./words.ts";

export interface InvokeAnswer {
  readonly status: number;
  readonly body: object | null;
}

export interface InvokeDeps extends TurnDeps {
  readonly timeoutMs: number;
  /** What is said after the answer keeps its order in the conversation. */
  readonly queue: TurnQueue;
}

type Ended = { readonly ok: true; readonly replies: Replies } | { readonly ok: false; readonly error: unknown };

/** Answers an invoke within `timeoutMs`. Work that takes longer goes on, and its result comes in the chat. */
export async function answerInvoke(deps: InvokeDeps, turn: Turn): Promise<InvokeAnswer> {
  switch (turn.kind) {
    case "submit":
      return answerExecute(deps, turn);
    case "task":
      return answerTask(deps, turn);
    case "file_consent":
      deps.queue.add(lineOf(turn), async () => void (await runTurn(deps, turn)));
      return { status: 200, body: {} };
    default:
      return { status: 501, body: null };
  }
}

async function answerExecute(deps: InvokeDeps, turn: SubmitTurn): Promise<InvokeAnswer> {
  const working = ended(repliesTo(deps, turn));
  const result = await inTime(working, deps.timeoutMs);
  const lang = langOf(turn.locale);
  if (result === null) {
    deps.queue.track(finishLate(deps, turn, working));
    return answer(textAnswer(workingWords(lang)));
  }
  if (!result.ok) {
    logFault(deps.log, turn, result.error);
    return answer(textAnswer(brokenWords(lang, turn.correlation)));
  }
  sayRest(deps, turn, result.replies);
  return answer(executeAnswer(result.replies));
}

async function answerTask(deps: InvokeDeps, turn: TaskTurn): Promise<InvokeAnswer> {
  const result = await inTime(ended(repliesTo(deps, turn)), deps.timeoutMs);
  const lang = langOf(turn.locale);
  if (result === null) return answer(taskAnswer([{ do: "close", text: slowDialogWords(lang) }]));
  if (!result.ok) {
    logFault(deps.log, turn, result.error);
    return answer(taskAnswer([{ do: "close", text: brokenWords(lang, turn.correlation) }]));
  }
  sayRest(deps, turn, result.replies);
  return answer(taskAnswer(result.replies));
}

/**
 * The HTTP answer changes the card only for the one who pressed, until Teams is reloaded. Putting the same in place of
 * the message makes it stand, for everybody and on every device. Without a known message the answer is all there is.
 */
function sayRest(deps: InvokeDeps, turn: SubmitTurn | TaskTurn, replies: Replies): void {
  const card = turn.kind === "submit" ? turn.card : null;
  const rest = card === null ? replies.filter((reply) => reply.do !== "replace") : replies;
  if (rest.length === 0) return;
  deps.queue.add(lineOf(turn), async () => {
    try {
      await speak(deps, turn, rest);
    } catch (error) {
      logFault(deps.log, turn, error);
    }
  });
}

async function finishLate(deps: InvokeDeps, turn: SubmitTurn, working: Promise<Ended>): Promise<void> {
  const result = await working;
  await deps.queue.add(lineOf(turn), async () => {
    try {
      if (!result.ok) throw result.error;
      await speak(deps, turn, result.replies);
    } catch (error) {
      await apologise(deps, turn, error);
    }
  });
}

async function ended(work: Promise<Replies>): Promise<Ended> {
  try {
    return { ok: true, replies: await work };
  } catch (error) {
    return { ok: false, error };
  }
}

/** Null when it is not done within `ms`. */
async function inTime<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  const first = await Promise.race([work, late]);
  clearTimeout(timer);
  return first;
}

function answer(body: object): InvokeAnswer {
  return { status: 200, body };
}
