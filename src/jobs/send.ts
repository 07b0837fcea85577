// One message: the last look, the send, and what becomes of its row.
import type { Instant } from "../lib/time.ts";
import { expiryOf, type Verdict } from "./decide.ts";
import type { Composed, JobsDeps, OutboxRow } from "./deps.ts";
import { conversationKey } from "./limits.ts";
import { AFTER_A_FAULT_MS, verdictOf, type Wanted } from "./look.ts";
import { type AfterSend, afterSend } from "./outcome.ts";
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

/** Sends one claimed row that has its turn, if it is still wanted this second. Never throws. */
export async function sendNow(deps: JobsDeps, wanted: Wanted, delivered: Delivered, again: () => void): Promise<void> {
  const { row, reach } = wanted;
  let begun = false;
  try {
    const rest = wanted.notBefore - deps.clock.now();
    if (rest > 0) await deps.sleep(rest);
    const composed = await lastLook(deps, wanted);
    if ("do" in composed) return await putAside(deps, row, composed, delivered);
    begun = await deps.outbox.markSending(row.id, deps.worker, deps.clock.now(), LEASE_MS);
    // Somebody else has it: a lease of ours ran out.
    if (!begun) return;
    const outcome = await deps.send(reach.target, composed.content);
    const about = { attempts: row.attempts + 1, expires: expiryOf(row) };
    const after = afterSend(outcome, about, deps.clock.now(), deps.random());
    await record(deps, wanted, after, composed, delivered);
    if (after.end === "retry") again();
  } catch (error) {
    deps.log.error({ error, outbox: row.id, kind: row.kind, begun }, "message could not be handled");
    // Once the request may have left, the row is left as it is: its lease makes it ambiguous, never sent again.
    if (!begun) await deps.outbox.retryAt(row.id, deps.worker, later(deps, AFTER_A_FAULT_MS), "fault").catch(() => {});
  }
}

/** What is to be sent, or why nothing is. */
async function lastLook(deps: JobsDeps, { row, reach }: Wanted): Promise<Composed | Exclude<Verdict, { do: "send" }>> {
  const verdict = await verdictOf(deps, row, reach);
  if (verdict.do !== "send") return verdict;
  const plan = await deps.plan(deps.clock.now());
  return (plan && (await deps.compose(plan, row))) ?? { do: "skip", why: skipped.nothingLeft };
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
  { row, reach }: Wanted,
  after: AfterSend,
  composed: Composed,
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
