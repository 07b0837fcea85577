// One message: the last look, the send, and what becomes of its row.
import type { Instant } from "../lib/time.ts";
import { expiryOf, type Verdict } from "./decide.ts";
import type { Composed, JobsDeps, OutboxRow } from "./deps.ts";
import { conversationKey } from "./limits.ts";
import { AFTER_A_FAULT_MS, judge, type Wanted } from "./look.ts";
import { type AfterSend, afterSend, type SendOutcome } from "./outcome.ts";
import { inParts } from "./split.ts";
import { skipped } from "./words.ts";

export interface Delivered {
  sent: number;
  failed: number;
  skipped: number;
  ambiguous: number;
  later: number;
}

/** Longer than a send's own deadline: when it has run out, the worker is gone. */
export const LEASE_MS = 60_000;
/** An answer from Teams must not be lost to a database that restarts: so many tries, a second apart. */
const RECORD_TRIES = 5;

/** A message that is composed and waits for its turn. */
export interface Ready extends Wanted {
  readonly composed: Composed;
  /** When it was looked at. */
  readonly at: Instant;
}

/** The last look: null when nothing is to be sent now, and the row has been put aside. Never throws. */
export async function prepare(deps: JobsDeps, wanted: Wanted, delivered: Delivered): Promise<Ready | null> {
  const { row, reach } = wanted;
  try {
    const { verdict, known } = await judge(deps, row, reach);
    if (verdict.do !== "send" || !known) {
      await putAside(deps, row, verdict.do === "send" ? NOTHING_LEFT : verdict, delivered);
      return null;
    }
    const composed = await deps.compose(known, row);
    if (composed) return { ...wanted, composed, at: known.plan.now };
    await putAside(deps, row, NOTHING_LEFT, delivered);
  } catch (error) {
    await afterFault(deps, row, error);
  }
  return null;
}

const NOTHING_LEFT = { do: "skip", why: skipped.nothingLeft } as const;

/** A first contact opens the chat and then writes in it. */
export function callsOf({ reach }: Wanted): number {
  return reach.conversation === null ? 2 : 1;
}

/** A look that is older is no last look: somebody may have answered. */
const LOOK_LASTS_MS = 500;

/** Sends a message whose turn it is. Never throws. */
export async function sendNow(deps: JobsDeps, first: Ready, delivered: Delivered, again: () => void): Promise<void> {
  const { row } = first;
  let begun = false;
  try {
    const rest = first.notBefore - deps.clock.now();
    if (rest > 0) await deps.sleep(rest);
    const isOld = deps.clock.now() - first.at > LOOK_LASTS_MS;
    const ready = isOld ? await prepare(deps, first, delivered) : first;
    if (!ready) return;
    begun = await deps.outbox.markSending(row.id, deps.worker, deps.clock.now(), LEASE_MS);
    // Somebody else has it: a lease of ours ran out.
    if (!begun) return;
    const outcome = await sendOnce(deps, ready);
    const about = { attempts: row.attempts + 1, expires: expiryOf(row) };
    const after = afterSend(outcome, about, deps.clock.now(), deps.random());
    await record(deps, ready, after, delivered);
    if (after.end === "retry") again();
  } catch (error) {
    // Once the request may have left, the row is left as it is: its lease makes it ambiguous, never sent again.
    if (begun) deps.log.error({ error, outbox: row.id, kind: row.kind }, "a send could not be recorded");
    else await afterFault(deps, row, error);
  }
}

/** Too big for Teams: once more, without the card and in parts. */
async function sendOnce(deps: JobsDeps, { reach, composed }: Ready): Promise<SendOutcome> {
  await deps.gate.pass();
  const outcome = await deps.send(reach.target, composed.content);
  if (outcome.outcome !== "too_big") return outcome;
  let sent: SendOutcome | null = null;
  for (const part of inParts(composed.content)) {
    await deps.gate.pass();
    const next = await deps.send(reach.target, part);
    // Some of it stands there: sending it all again would be worse than to say so.
    if (next.outcome !== "sent") return sent ? { outcome: "unknown", code: "sent in part" } : next;
    sent ??= next;
  }
  return sent ?? outcome;
}

/** Nothing has been sent: it is tried again in a while. */
async function afterFault(deps: JobsDeps, row: OutboxRow, error: unknown): Promise<void> {
  deps.log.error({ error, outbox: row.id, kind: row.kind }, "message could not be handled");
  await deps.outbox.retryAt(row.id, deps.worker, later(deps, AFTER_A_FAULT_MS), "fault").catch(() => {});
}

/** Ends a row, or puts it back, without sending. */
export async function putAside(
  deps: JobsDeps,
  row: OutboxRow,
  verdict: Exclude<Verdict, { do: "send" }>,
  delivered: Delivered,
): Promise<void> {
  const at = deps.clock.now();
  switch (verdict.do) {
    case "wait":
      delivered.later++;
      return await deps.outbox.retryAt(row.id, deps.worker, verdict.until, row.code);
    case "skip":
      delivered.skipped++;
      return await deps.outbox.recordSkipped(row.id, deps.worker, verdict.why, at);
    case "fail":
      delivered.failed++;
      return await deps.outbox.recordFailed(row.id, deps.worker, { code: verdict.code, advice: verdict.advice, at });
  }
}

async function record(
  deps: JobsDeps,
  { row, reach, composed }: Ready,
  after: AfterSend,
  delivered: Delivered,
): Promise<void> {
  const at = deps.clock.now();
  switch (after.end) {
    case "sent": {
      delivered.sent++;
      const { conversation, activity } = after;
      const card = composed.card === null ? {} : { card: composed.card };
      await persistently(deps, () =>
        deps.outbox.recordSent(row.id, deps.worker, { conversation, activity, ...card, at }),
      );
      const sent = { conversation, activity, firstContact: reach.conversation === null };
      return await persistently(deps, () => deps.arrived(row, sent));
    }
    case "retry":
      delivered.later++;
      if (after.pauseConversation && reach.conversation) {
        await deps.limits.pause(conversationKey(reach.conversation), after.at);
      }
      return await deps.outbox.retryAt(row.id, deps.worker, after.at, after.code);
    case "failed":
      delivered.failed++;
      if (after.silence) await deps.stopUntilHeard(row.to, after.code);
      return await persistently(deps, () =>
        deps.outbox.recordFailed(row.id, deps.worker, { code: after.code, advice: after.advice, at }),
      );
    case "ambiguous":
      delivered.ambiguous++;
      return await persistently(deps, () => deps.outbox.recordAmbiguous(row.id, deps.worker, after.code, at));
  }
}

async function persistently(deps: JobsDeps, write: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await write();
    } catch (error) {
      if (tries === RECORD_TRIES) throw error;
      await deps.sleep(1_000);
    }
  }
}

function later(deps: JobsDeps, ms: number): Instant {
  return (deps.clock.now() + ms) as Instant;
}
