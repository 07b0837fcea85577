// The post: outbox rows → Teams, each at most once. Many at a time, so that one who does not answer stops nobody.
import type { Instant } from "../lib/time.ts";
import type { JobsDeps } from "./deps.ts";
import { takeTurns } from "./limits.ts";
import { lookAtBatch } from "./look.ts";
import { callsOf, type Delivered, LEASE_MS, prepare, putAside, type Ready, sendNow } from "./send.ts";
import { watchThrottling } from "./throttling.ts";

export interface Post {
  /** Begins to send what is due until nothing more can be claimed; the last may still be under way. Whether any was. */
  round(stopping?: () => boolean): Promise<boolean>;
  /** Resolves when nothing is under way. */
  ended(): Promise<void>;
  readonly delivered: Delivered;
}

/** Claimed at a time: what holds for all of them is asked for once. */
const BATCH = 16;
/** A shorter wait for a turn at the limits is slept away; a longer one goes back in the queue. */
const LONGEST_SLEEP_MS = 2_000;

/** `again`: called when something that was under way is to be tried again, so that the next look is not too late. */
export function createPost(deps: JobsDeps, again: () => void = () => {}): Post {
  const turns = takeTurns(deps.limits, deps.pace, deps.clock, LONGEST_SLEEP_MS);
  const delivered: Delivered = { sent: 0, failed: 0, skipped: 0, ambiguous: 0, later: 0 };
  const throttling = watchThrottling();
  const underWay = new Set<Promise<void>>();
  let lastTurn = 0;

  async function begin(ready: Ready): Promise<void> {
    while (underWay.size >= deps.pace.inFlight) await Promise.race(underWay);
    const turn = await turns.next(callsOf(ready));
    if ("waitMs" in turn) {
      const until = (deps.clock.now() + turn.waitMs) as Instant;
      return await putAside(deps, ready.row, { do: "wait", until }, delivered);
    }
    // A clock that stands still (demo, tests) must not make every wait as long as all before it together.
    const from = Math.max(deps.clock.now(), lastTurn);
    lastTurn = turn.at;
    if (turn.at > from) await deps.sleep(turn.at - from);
    const work: Promise<void> = sendNow(deps, ready, { delivered, throttling, again }).finally(() =>
      underWay.delete(work),
    );
    underWay.add(work);
  }

  /** Claimed, looked at and composed, one by one. */
  async function* nextReady(stopping: () => boolean): AsyncGenerator<Ready | null> {
    while (!stopping()) {
      const rows = await deps.outbox.claim(deps.clock.now(), deps.worker, BATCH, LEASE_MS);
      if (rows.length === 0) return;
      const { wanted, others } = await lookAtBatch(deps, rows, LONGEST_SLEEP_MS);
      for (const { row, verdict } of others) await putAside(deps, row, verdict, delivered);
      // So that the round is told of rows that were all put aside.
      yield null;
      for (const one of wanted) if (!stopping()) yield await prepare(deps, one, delivered);
    }
  }

  return {
    delivered,
    async round(stopping = () => false) {
      let any = false;
      for await (const ready of ahead(nextReady(stopping))) {
        any = true;
        if (ready && !stopping()) await begin(ready);
      }
      return any;
    },
    async ended() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** So many are made ready while those before them wait for their turn. */
const READY_AHEAD = 4;

async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  const coming: Promise<IteratorResult<T>>[] = [];
  const ask = (): void => {
    const next = source.next();
    // Looked at when it is its turn; until then a fault of it is nobody's.
    next.catch(() => {});
    coming.push(next);
  };
  for (;;) {
    while (coming.length < READY_AHEAD) ask();
    const next = await coming.shift();
    if (!next || next.done) return;
    yield next.value;
  }
}

/** Sends what is due, and what becomes due by that, until nothing is left and nothing is under way. */
export async function deliver(deps: JobsDeps, stopping: () => boolean = () => false): Promise<Delivered> {
  const post = createPost(deps);
  while (await post.round(stopping)) await post.ended();
  if (stopping()) await deps.outbox.release(deps.worker);
  return post.delivered;
}
