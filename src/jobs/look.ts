// The look at a claimed batch: what holds for all of it is asked for once. The last look at each message is its own.
import type { Instant } from "../lib/time.ts";
import { expiryOf, stillWanted, type Verdict } from "./decide.ts";
import type { JobsDeps, Known, OutboxRow } from "./deps.ts";
import { conversationKey } from "./limits.ts";
import type { Reach } from "./reach.ts";
import { advice, skipped } from "./words.ts";

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
/** The code of a row that could not be judged or composed. */
export const FAULT = "fault";

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
  const rests = await restsOf(
    deps,
    judged.map(({ row, verdict }) => (verdict.do === "send" ? restingPlace(row, verdict.conversation) : null)),
    now,
    maxWaitMs,
  );
  const wanted: Wanted[] = [];
  const others: Sorted["others"][number][] = [];
  for (const [index, { row, reach, verdict }] of judged.entries()) {
    const notBefore = (now + (rests[index] ?? 0)) as Instant;
    if (verdict.do !== "send") others.push({ row, verdict });
    else if (notBefore - now > maxWaitMs) others.push({ row, verdict: { do: "wait", until: notBefore } });
    else if (reach.ok) wanted.push({ row, reach, notBefore });
  }
  return { wanted, others };
}

/** The conversation; a chat that is not opened yet is known by whose it is. */
function restingPlace({ to }: OutboxRow, conversation: string | null): string {
  return conversation ?? ("person" in to ? to.person : to.channel);
}

/**
 * How long each message must wait for its conversation, in ms. One statement for all conversations; one more for what is
 * a conversation's second, and so on, since each has a turn of its own.
 */
async function restsOf(
  deps: JobsDeps,
  places: readonly (string | null)[],
  now: Instant,
  maxWaitMs: number,
): Promise<readonly number[]> {
  const rests = places.map(() => 0);
  let left = places.flatMap((place, index) => (place === null ? [] : [{ place, index }]));
  while (left.length > 0) {
    const first = new Map([...left].reverse().map((each) => [each.place, each]));
    const wave = [...first.values()];
    const keys = wave.map(({ place }) => conversationKey(place));
    const waits = await deps.limits.takeEach(keys, now, deps.pace.conversation, maxWaitMs);
    left = left.filter((each) => first.get(each.place) !== each);
    for (const [number, { place, index }] of wave.entries()) {
      const wait = waits[number] ?? 0;
      rests[index] = wait;
      // Nothing was reserved: those behind it wait as long.
      if (wait > maxWaitMs) for (const each of left) if (each.place === place) rests[each.index] = wait;
      if (wait > maxWaitMs) left = left.filter((each) => each.place !== place);
    }
  }
  return rests;
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
  if (plan.now > expiryOf(row)) return { verdict: tooOld(row), known: null };
  const hindrance = await deps.reminderHindrance(row, plan);
  return { verdict: stillWanted(row, { plan, settings, reach, hindrance }), known: { plan, settings } };
}

/** What was tried and did not go through is a failure, with something to do about it. */
function tooOld({ code }: OutboxRow): Verdict {
  if (code === null) return { do: "skip", why: skipped.tooOld };
  return { do: "fail", code, advice: code === FAULT ? advice.notMade : advice.tooLate };
}
