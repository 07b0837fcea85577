// One message: the last look, the send, and what becomes of its row.
import type { Instant } from "../lib/time.ts";
import { inParts } from "../plan/split.ts";
import { expiryOf, type Verdict } from "./decide.ts";
import type { Composed, JobsDeps, OutboxRow } from "./deps.ts";
import { APP_KEY, conversationKey } from "./limits.ts";
import { AFTER_A_FAULT_MS, FAULT, judge, type Wanted } from "./look.ts";
import { type AfterSend, afterSend, type SendOutcome } from "./outcome.ts";
import { inConversation } from "./reach.ts";
import type { Throttling } from "./throttling.ts";
import { advice, skipped } from "./words.ts";

export interface Delivered {
  sent: number;
  failed: number;
  skipped: number;
  ambiguous: number;
  later: number;
}

/** Longer than a send's own deadline: when it has run out, the worker is gone. */
export const LEASE_MS = 60_000;
/** An answer from Teams must not be lost to a database that restarts or moves: so many tries, a second apart. */
const RECORD_TRIES = 60;

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

/** What one post remembers between its messages. */
export interface Desk {
  readonly delivered: Delivered;
  readonly throttling: Throttling;
  /** Called when something that was under way is to be tried again. */
  again(): void;
}

/** Sends a message whose turn it is. Never throws. */
export async function sendNow(deps: JobsDeps, first: Ready, desk: Desk): Promise<void> {
  const { row } = first;
  let begun = false;
  try {
    const rest = first.notBefore - deps.clock.now();
    if (rest > 0) await deps.sleep(rest);
    const isOld = deps.clock.now() - first.at > LOOK_LASTS_MS;
    const ready = isOld ? await prepare(deps, first, desk.delivered) : first;
    if (!ready) return;
    const from = deps.clock.now();
    begun = await deps.outbox.markSending(row.id, deps.worker, from, LEASE_MS);
    // Somebody else has it: a lease of ours ran out.
    if (!begun) return;
    const { outcome, whole } = await sendOnce(deps, ready, from + LEASE_MS);
    const about = { attempts: row.attempts + 1, expires: expiryOf(row) };
    const after = afterSend(outcome, about, deps.clock.now(), deps.random());
    const isOfApp = desk.throttling.isOfApp(outcome.outcome === "throttled");
    await record(deps, whole ? ready : inWords(ready), isOfApp ? restOfAll(after) : after, desk.delivered);
    if (after.end === "retry") desk.again();
  } catch (error) {
    // Once the request may have left, the row is left as it is: its lease makes it ambiguous, never sent again.
    if (begun) deps.log.error({ error, outbox: row.id, kind: row.kind }, "a send could not be recorded");
    else await afterFault(deps, row, error);
  }
}

interface Once {
  readonly outcome: SendOutcome;
  /** False: without its card, in parts. */
  readonly whole: boolean;
}

async function sendOnce(deps: JobsDeps, { reach, composed }: Ready, leaseEnds: number): Promise<Once> {
  const outcome = await deps.gate.through(async () => {
    // The machine stood still, and others have given up waiting for this one: it may have been sent by them.
    if (deps.clock.now() >= leaseEnds) return STOOD_STILL;
    return await deps.send(reach.target, composed.content);
  });
  if (outcome.outcome !== "too_big") return { outcome, whole: true };
  return { outcome: await sendInParts(deps, reach.target, composed.content), whole: false };
}

const STOOD_STILL: SendOutcome = { outcome: "transient", code: "stood_still", retryAfterMs: null };

/** Too big for Teams: without the card and in parts, the rest of them where the first one stands. */
async function sendInParts(deps: JobsDeps, target: object, content: Composed["content"]): Promise<SendOutcome> {
  let sent: Extract<SendOutcome, { outcome: "sent" }> | null = null;
  for (const part of inParts(content)) {
    const to: object = sent ? inConversation(target, sent.conversationId) : target;
    const next: SendOutcome = await deps.gate.through(() => deps.send(to, part));
    // Some of it stands there: sending it all again would be worse than to say so.
    if (next.outcome !== "sent") return sent ? { outcome: "unknown", code: "sent in part" } : next;
    sent ??= next;
  }
  return sent ?? { outcome: "too_big" };
}

/** What stands there is no card, and must not be replaced by one. */
function inWords(ready: Ready): Ready {
  return { ...ready, composed: { content: ready.composed.content, card: null } };
}

function restOfAll(after: AfterSend): AfterSend {
  return after.end === "retry" ? { ...after, rests: "app" } : after;
}

/** Nothing has been sent: it is tried again in a while. */
async function afterFault(deps: JobsDeps, row: OutboxRow, error: unknown): Promise<void> {
  deps.log.error({ error, outbox: row.id, kind: row.kind }, "message could not be handled");
  await deps.outbox.retryAt(row.id, deps.worker, later(deps, AFTER_A_FAULT_MS), FAULT).catch(() => {});
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
      const digest = composed.digest && { digest: composed.digest };
      const sent = { conversation, activity, ...card, ...digest, at };
      await persistently(deps, () => deps.outbox.recordSent(row.id, deps.worker, sent));
      if (reach.conversation === null) await persistently(deps, () => deps.chatOpened(row.to, conversation));
      return;
    }
    case "retry": {
      delivered.later++;
      const resting = restingKey(after, reach);
      if (resting) await persistently(deps, () => deps.limits.pause(resting, after.at));
      return await persistently(deps, () => deps.outbox.retryAt(row.id, deps.worker, after.at, after.code, true));
    }
    case "failed": {
      delivered.failed++;
      if (after.silence) await persistently(deps, () => deps.stopUntilHeard(row.to, after.code));
      const text = after.silence && "channel" in row.to ? advice.channelClosed : after.advice;
      const failed = { code: after.code, advice: text, at, begun: true };
      return await persistently(deps, () => deps.outbox.recordFailed(row.id, deps.worker, failed));
    }
    case "ambiguous":
      delivered.ambiguous++;
      return await persistently(deps, () => deps.outbox.recordAmbiguous(row.id, deps.worker, after.code, at));
  }
}

function restingKey(after: AfterSend & { end: "retry" }, reach: Wanted["reach"]): string | null {
  if (after.rests === "app") return APP_KEY;
  return after.rests === "conversation" && reach.conversation ? conversationKey(reach.conversation) : null;
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
