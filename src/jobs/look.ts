// The look at a claimed batch: what holds for all of it is asked for once. The last look at each message is its own.
import type { Instant } from "../lib/time.ts";
import { stillWanted, type Verdict } from "./decide.ts";
import type { JobsDeps, Known, OutboxRow } from "./deps.ts";
import { conversationKey } from "./limits.ts";
import type { Reach } from "./reach.ts";
import { skipped } from "./words.ts";

/** A row that is wanted so far. */
export interface Wanted {
  readonly row: OutboxRow;
  readonly reach: Extract<Reach, { ok: true }>;
  /** Before this its conversation must rest. */
  readonly notBefore: Instant;
}

export interface Sorted {
  readonly wanted: readonly Wanted[];
  readonly others: readonly { readonly row: OutboxRow; readonly verdict: Exclude<Verdict, { do: "send" }> }[];
}

export const AFTER_A_FAULT_MS = 60_000;

/** Who is to get theirs now, and what becomes of the rest. A wait longer than `maxWaitMs` goes back in the queue. */
export async function lookAtBatch(deps: JobsDeps, rows: readonly OutboxRow[], maxWaitMs: number): Promise<Sorted> {
  const reaches = await deps.reach(rows.map((row) => row.to));
  const judged = await Promise.all(
    rows.map(async (row, index) => {
      const reach = reaches[index] as Reach;
      return { row, reach, verdict: await ownVerdict(deps, row, reach) };
    }),
  );
  const now = deps.clock.now();
  const rest = await restsOf(
    deps,
    judged.flatMap(({ verdict }) => (verdict.do === "send" && verdict.conversation ? [verdict.conversation] : [])),
    now,
    maxWaitMs,
  );
  const wanted: Wanted[] = [];
  const others: Sorted["others"][number][] = [];
  for (const { row, reach, verdict } of judged) {
    const notBefore = (now + ((reach.ok && rest.get(reach.conversation ?? "")) || 0)) as Instant;
    if (verdict.do !== "send") others.push({ row, verdict });
    else if (notBefore - now > maxWaitMs) others.push({ row, verdict: { do: "wait", until: notBefore } });
    else if (reach.ok) wanted.push({ row, reach, notBefore });
  }
  return { wanted, others };
}

/** How long each conversation must rest before it takes one more, in ms. */
async function restsOf(
  deps: JobsDeps,
  conversations: readonly string[],
  now: Instant,
  maxWaitMs: number,
): Promise<ReadonlyMap<string, number>> {
  if (conversations.length === 0) return new Map();
  const keys = conversations.map(conversationKey);
  const waits = await deps.limits.takeEach(keys, now, deps.pace.conversation, maxWaitMs);
  return new Map(conversations.map((conversation, index) => [conversation, waits[index] ?? 0]));
}

/** A row that can't be judged is tried again later, and holds nobody else back. */
async function ownVerdict(deps: JobsDeps, row: OutboxRow, reach: Reach): Promise<Verdict> {
  try {
    return (await judge(deps, row, reach)).verdict;
  } catch (error) {
    deps.log.error({ error, outbox: row.id, kind: row.kind }, "message could not be judged");
    return { do: "wait", until: (deps.clock.now() + AFTER_A_FAULT_MS) as Instant };
  }
}

interface Judged {
  readonly verdict: Verdict;
  /** Null: there is no plan. */
  readonly known: Known | null;
}

/** Whether a row is wanted this very moment: plan and settings are asked for anew. */
export async function judge(deps: JobsDeps, row: OutboxRow, reach: Reach): Promise<Judged> {
  // Asked for in one breath: the store answers both with one statement.
  const [plan, settings] = await Promise.all([deps.plan(deps.clock.now()), deps.settings()]);
  if (!plan) return { verdict: { do: "skip", why: skipped.nothingLeft }, known: null };
  const hindrance = await deps.reminderHindrance(row, plan);
  return { verdict: stillWanted(row, { plan, settings, reach, hindrance }), known: { plan, settings } };
}
