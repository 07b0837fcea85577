// An answer that Teams did not take: the turn is run again in a while where that may help; else it is listed with what
// could not be delivered, for the planägare to see, and the person gets to know when heard from.
import { type AfterSend, afterSend } from "../jobs/outcome.ts";
import { ANSWER_LOST } from "../jobs/view.ts";
import type { Instant } from "../lib/time.ts";
import { weekBeingReported } from "../plan/rhythm.ts";
import type { TeamsDeps } from "../teams/deps.ts";
import type { Turn } from "../teams/turn.ts";
import { rhythmNow, type World } from "./world.ts";

export interface Tried {
  /** With this one. */
  readonly attempts: number;
  readonly received: Instant;
}

/** Whoever asked has long since asked again, or gone home. */
const WORTH_MS = 2 * 3_600_000;

/** When the turn is to be run again, and why; null: it has ended. */
export async function runAgain(
  world: World,
  turn: Turn,
  outcome: Parameters<TeamsDeps["unheard"]>[1],
  { attempts, received }: Tried,
): Promise<{ readonly at: Instant; readonly code: string } | null> {
  const expires = (received + WORTH_MS) as Instant;
  const after = afterSend(outcome, { attempts, expires }, world.clock.now(), Math.random());
  if (after.end === "retry") return after;
  if (after.end !== "sent") await list(world, turn, after);
  return null;
}

async function list(
  world: World,
  { key, from, conversation }: Turn,
  after: Extract<AfterSend, { end: "failed" | "ambiguous" }>,
): Promise<void> {
  const { people, outbox } = world.store;
  const known = from.aadId === null ? null : await people.find({ tenant: from.tenant, aadObjectId: from.aadId });
  if (!known?.email) return;
  const now = world.clock.now();
  const message = {
    kind: "notice",
    to: { person: known.email },
    unit: null,
    week: weekBeingReported(now, await rhythmNow(world)),
    due: now,
    why: "Ett svar i chatten kom inte fram.",
    about: { notice: ANSWER_LOST },
  } as const;
  const reason = after.end === "failed" ? after.advice : null;
  await outbox.enqueue([message], `answer:${key}`, now, { state: after.end, code: after.code, reason });
  if (after.end === "failed" && after.silence && conversation.kind === "personal")
    await people.markUnreachable(known, after.code);
}
