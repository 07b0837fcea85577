// What is done with one authenticated activity: kept and acknowledged, or answered on the spot.
import { randomUUID } from "node:crypto";
import { Activity } from "./activity.ts";
import type { TeamsDeps } from "./deps.ts";
import { faultOf } from "./fault.ts";
import { answerInvoke, type InvokeAnswer, type InvokeDeps } from "./invoke.ts";
import type { NotSent } from "./outcome.ts";
import { parseTurn } from "./parse-turn.ts";
import type { RunActivity } from "./routes.ts";
import { apologise } from "./run-turn.ts";
import type { Turn } from "./turn.ts";
import { lineOf } from "./turn-queue.ts";

export interface ReceiveDeps extends InvokeDeps {
  readonly accept: TeamsDeps["accept"];
  readonly finished: TeamsDeps["finished"];
  readonly unheard: TeamsDeps["unheard"];
  run: RunActivity;
}

const DONE: InvokeAnswer = { status: 200, body: null };

/** The HTTP answer to an activity. Rejects when it could not be kept, so that Teams sends it again. */
export async function receive(deps: ReceiveDeps, activity: Activity): Promise<InvokeAnswer> {
  const turn = parseTurn(activity, correlation());
  if (activity.type === "invoke") return turn ? answerInvoke(deps, turn) : { status: 501, body: null };
  if (!turn) return DONE;
  const isNew = await deps.accept(turn.key, activity);
  if (isNew) queueTurn(deps, activity, turn);
  else deps.log.info({ turn: turn.kind }, "an activity came again");
  return DONE;
}

/** Runs an activity that was kept before a restart. One that can't be read any more is put aside. */
export async function receiveStored(deps: ReceiveDeps, stored: object): Promise<void> {
  const parsed = Activity.safeParse(stored);
  const turn = parsed.success ? parseTurn(parsed.data, correlation()) : null;
  if (parsed.success && turn) await queueTurn(deps, parsed.data, turn);
  else deps.log.warn({}, "a kept activity could not be read");
}

/** The kind sentence that a turn which broke ends with, for one that never came so far. */
export async function giveUp(deps: ReceiveDeps, stored: object): Promise<void> {
  const parsed = Activity.safeParse(stored);
  const turn = parsed.success ? parseTurn(parsed.data, correlation()) : null;
  if (turn) await apologise(deps, turn, new Error("cut off too often"));
}

function queueTurn(deps: ReceiveDeps, activity: Activity, turn: Turn): Promise<void> {
  return deps.queue.add(lineOf(turn), async () => {
    let refused: NotSent | null = null;
    try {
      refused = await deps.run(activity, turn);
    } finally {
      await finish(deps, turn, refused);
    }
  });
}

async function finish(deps: ReceiveDeps, turn: Turn, refused: NotSent | null): Promise<void> {
  try {
    await (refused ? deps.unheard(turn, refused) : deps.finished(turn.key));
  } catch (error) {
    deps.log.error({ correlation: turn.correlation, fault: faultOf(error) }, "a finished turn could not be noted");
  }
}

function correlation(): string {
  return randomUUID().slice(0, 8);
}
