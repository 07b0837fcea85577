// The post: outbox rows → Teams, each at most once. Many at a time, so that one who does not answer stops nobody.
import type { Instant } from "../lib/time.ts";
import { expiryOf, stillWanted, type Verdict } from "./decide.ts";
import type { JobsDeps, OutboxRow } from "./deps.ts";
import { conversationKey, takeTurn } from "./limits.ts";
import { type AfterSend, afterSend } from "./outcome.ts";
import { skipped } from "./words.ts";

/** Enough to keep the documented 50 calls a second busy at 300 ms each. */
const MOST_IN_FLIGHT = 16;
/** Longer than a send's own deadline: when it has run out, the worker is gone. */
const LEASE_MS = 60_000;
/** A shorter wait for a turn at the limits is slept away; a longer one goes back in the queue. */
const LONGEST_SLEEP_MS = 2_000;
const AFTER_A_FAULT_MS = 60_000;
/** An answer from Teams must not be lost to a database that restarts: so many tries, a second apart. */
const RECORD_TRIES = 5;

export interface Delivered {
  sent: number;
  failed: number;
  skipped: number;
  ambiguous: number;
  later: number;
}

/** Sends what is due until nothing more can be claimed. `stopping` ends it after what is under way. */
export async function deliver(deps: JobsDeps, stopping: () => boolean = () => false): Promise<Delivered> {
  const delivered: Delivered = { sent: 0, failed: 0, skipped: 0, ambiguous: 0, later: 0 };
  const underWay = new Set<Promise<void>>();
  for (;;) {
    const free = stopping() ? 0 : MOST_IN_FLIGHT - underWay.size;
    const rows = free > 0 ? await deps.outbox.claim(deps.clock.now(), deps.worker, free, LEASE_MS) : [];
    for (const row of rows) {
      const work = deliverOne(deps, row, delivered).finally(() => underWay.delete(work));
      underWay.add(work);
    }
    if (underWay.size === 0) return delivered;
    // With nothing to claim, the next look waits for one to end: it may have put others free.
    await Promise.race(underWay);
  }
}

async function deliverOne(deps: JobsDeps, row: OutboxRow, delivered: Delivered): Promise<void> {
  let begun = false;
  try {
    const ready = await prepare(deps, row);
    if (ready.do !== "send") {
      await putAside(deps, row, ready, delivered);
      return;
    }
    begun = await deps.outbox.markSending(row.id, deps.worker, deps.clock.now(), LEASE_MS);
    // Somebody else has it: a lease of ours ran out.
    if (!begun) return;
    const outcome = await deps.send(ready.target, ready.composed.content);
    const after = afterSend(
      outcome,
      { attempts: row.attempts + 1, expires: expiryOf(row) },
      deps.clock.now(),
      deps.random(),
    );
    await record(deps, row, after, ready, delivered);
  } catch (error) {
    deps.log.error({ error, outbox: row.id, kind: row.kind, begun }, "message could not be handled");
    // Once the request may have left, the row is left as it is: its lease makes it ambiguous, never sent again.
    if (!begun) await deps.outbox.retryAt(row.id, deps.worker, later(deps, AFTER_A_FAULT_MS), "fault").catch(() => {});
  }
}

type Ready =
  | Exclude<Verdict, { do: "send" }>
  | (Extract<Verdict, { do: "send" }> & { readonly composed: NonNullable<Awaited<ReturnType<JobsDeps["compose"]>>> });

/** Looks, waits for a turn at the limits, and looks again if that took time: what is sent is wanted that second. */
async function prepare(deps: JobsDeps, row: OutboxRow): Promise<Ready> {
  let look = await lookAt(deps, row);
  if (look.do !== "send") return look;
  const wait = await takeTurn(deps.limits, look.conversation, deps.clock.now(), LONGEST_SLEEP_MS);
  if (wait > LONGEST_SLEEP_MS) return { do: "wait", until: later(deps, wait) };
  if (wait > 0) {
    await deps.sleep(wait);
    look = await lookAt(deps, row);
    if (look.do !== "send") return look;
  }
  const plan = await deps.plan(deps.clock.now());
  const composed = plan && (await deps.compose(plan, row));
  return composed ? { ...look, composed } : { do: "skip", why: skipped.nothingLeft };
}

async function lookAt(deps: JobsDeps, row: OutboxRow): Promise<Verdict> {
  const plan = await deps.plan(deps.clock.now());
  if (!plan) return { do: "skip", why: skipped.nothingLeft };
  const hindrance = await deps.reminderHindrance(row, plan);
  return stillWanted(row, {
    plan,
    settings: await deps.settings(),
    reach: await deps.reach(row.to),
    hindrance,
  });
}

async function putAside(
  deps: JobsDeps,
  row: OutboxRow,
  ready: Exclude<Ready, { do: "send" }>,
  delivered: Delivered,
): Promise<void> {
  const at = deps.clock.now();
  switch (ready.do) {
    case "wait":
      delivered.later++;
      return await deps.outbox.retryAt(row.id, deps.worker, ready.until, row.code);
    case "skip":
      delivered.skipped++;
      return await deps.outbox.recordSkipped(row.id, deps.worker, ready.why, at);
    case "fail":
      delivered.failed++;
      return await deps.outbox.recordFailed(row.id, deps.worker, { code: ready.code, advice: ready.advice, at });
  }
}

async function record(
  deps: JobsDeps,
  row: OutboxRow,
  after: AfterSend,
  ready: Extract<Ready, { do: "send" }>,
  delivered: Delivered,
): Promise<void> {
  const at = deps.clock.now();
  switch (after.end) {
    case "sent": {
      delivered.sent++;
      const { conversation, activity } = after;
      const card = ready.composed.card === null ? {} : { card: ready.composed.card };
      await persistently(deps, () =>
        deps.outbox.recordSent(row.id, deps.worker, { conversation, activity, ...card, at }),
      );
      return await persistently(deps, () => deps.arrived(row, { conversation, activity }));
    }
    case "retry":
      delivered.later++;
      if (after.pauseConversation && ready.conversation) {
        await deps.limits.pause(conversationKey(ready.conversation), after.at);
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
