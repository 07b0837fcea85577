// The last check before a call leaves this process, for sends and replies alike. Turns are evenly spaced when they are
// given out, but what stood still for a moment (a database, a collection of garbage, the network) comes out all at once.

export interface Gate {
  /** Makes the call when one more may go, in the order they came. */
  through<T>(call: () => Promise<T>): Promise<T>;
}

interface Call {
  readonly began: number;
  /** Null while it is under way. */
  took: number | null;
}

/** A call and the 49th before it are never closer than 48,9 turns: a second, and a little to spare. */
const MOST_IN_A_SPAN = 49;
const SPAN_OF_TURNS = 48.9;
/**
 * Teams counts a call when it comes in, which may be a while after it left: what is late, and what follows it in time,
 * come in together. So it may have come in as late as its answer tells, and the 50th after it leaves a second later.
 */
const MOST_IN_A_SECOND = 50;
const SECOND_OF_TURNS = 48.5;
/** One that is never answered has come in by then. */
const LONGEST_WAY_MS = 250;

/** `turnMs`: between two calls (0: no limit). `now`: milliseconds of a clock that never stands still nor is set. */
export function createGate(turnMs: number, now: () => number, sleep: (ms: number) => Promise<void>): Gate {
  const calls: Call[] = [];
  let line: Promise<unknown> = Promise.resolve();

  function freeAt(): number {
    const left = calls.at(-MOST_IN_A_SPAN)?.began ?? Number.NEGATIVE_INFINITY;
    const cameIn = latestArrival(calls.at(-MOST_IN_A_SECOND), calls);
    return Math.max(left + turnMs * SPAN_OF_TURNS, cameIn + turnMs * SECOND_OF_TURNS);
  }

  async function pass(): Promise<Call> {
    for (let wait = freeAt() - now(); wait > 0; wait = freeAt() - now()) await sleep(Math.ceil(wait));
    const call: Call = { began: now(), took: null };
    calls.push(call);
    if (calls.length > 2 * MOST_IN_A_SECOND) calls.splice(0, MOST_IN_A_SECOND);
    return call;
  }

  return {
    async through(call) {
      if (turnMs === 0) return await call();
      const mine = line.then(pass);
      line = mine;
      const made = await mine;
      try {
        return await call();
      } finally {
        made.took = now() - made.began;
      }
    },
  };
}

/** When it came in at the latest: what its answer took beyond the quickest of the others may all have been on the way. */
function latestArrival(call: Call | undefined, others: readonly Call[]): number {
  if (!call) return Number.NEGATIVE_INFINITY;
  if (call.took === null) return call.began + LONGEST_WAY_MS;
  const quickest = Math.min(...others.flatMap(({ took }) => (took === null ? [] : [took])));
  return call.began + Math.min(call.took - quickest, LONGEST_WAY_MS);
}
