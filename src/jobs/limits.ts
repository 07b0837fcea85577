// The documented limits of Teams, kept so that no window of any length holds more than they allow. A bucket of C that is
// filled at C per P lets through at most C + C·T/P in a time T, so each C and P here stay below the limit by that sum.
import type { Clock } from "../lib/clock.ts";
import type { Instant } from "../lib/time.ts";
import type { Gate } from "./gate.ts";

export interface LimitRule {
  readonly capacity: number;
  readonly perMs: number;
}

export interface Limits {
  take(key: string, cost: number, now: Instant, rules: readonly LimitRule[], maxWaitMs?: number): Promise<number>;
  takeEach(
    keys: readonly string[],
    now: Instant,
    rules: readonly LimitRule[],
    maxWaitMs?: number,
  ): Promise<readonly number[]>;
  pause(key: string, until: Instant): Promise<void>;
}

/** How fast the bot may speak. */
export interface Pace {
  /** Milliseconds between two calls of the app: they are evenly spaced. 0: no limits for replies (measuring). */
  readonly appSpacingMs: number;
  readonly conversation: readonly LimitRule[];
  /** Sends of ours under way at the same time, in one process. */
  readonly inFlight: number;
}

/**
 * Per app and tenant 50 a second, with 3 % to spare for packets that catch up with each other. Per conversation 7 a
 * second, 8 in 2 s, 60 in 30 s, 1 800 an hour. 16 in flight keep 48 calls a second busy at 300 ms each.
 */
export const DOCUMENTED_PACE: Pace = {
  appSpacingMs: 20.65,
  conversation: [
    { capacity: 4, perMs: 2_000 },
    { capacity: 30, perMs: 30_000 },
    { capacity: 900, perMs: 3_600_000 },
  ],
  inFlight: 16,
};

export const APP_KEY = "app";
/** So many turns are reserved at a time: one statement for several sends, and a reply never waits behind many. */
const RESERVED_AT_ONCE = 4;
/** Reserved while so many are left: a turn that is asked for when its moment has come is late, and the moment is lost. */
const SPARE = 2;

/** A turn that was reserved and not used is good for so long. */
const LATE_MS = 1_000;

export function conversationKey(conversation: string): string {
  return `conversation:${conversation}`;
}

export interface Turns {
  /**
   * The moment at which the next `calls` may go. Null when that is more than `maxWaitMs` away: nothing was reserved,
   * come back after `waitMs`.
   */
  next(calls: number): Promise<{ readonly at: Instant } | { readonly waitMs: number }>;
}

/** Gives out the app's turns in order, for what the bot sends on its own. For one caller at a time. */
export function takeTurns(limits: Limits, pace: Pace, clock: Clock, maxWaitMs: number): Turns {
  const spacing = pace.appSpacingMs;
  const reserved: number[] = [];
  return {
    async next(calls) {
      const now = clock.now();
      // A moment late is made up for (the gate sees to it that no second holds too many); long ago is gone.
      if ((reserved[0] ?? now) < now - LATE_MS) reserved.length = 0;
      while (reserved.length < calls + SPARE) {
        const waitMs = await limits.take(APP_KEY, RESERVED_AT_ONCE, now, [{ capacity: 1, perMs: spacing }], maxWaitMs);
        if (waitMs <= maxWaitMs) reserved.push(...turnsFrom(now + waitMs, spacing));
        else if (reserved.length < calls) return { waitMs };
        else break;
      }
      const [at = now] = reserved.splice(0, calls);
      return { at: Math.round(at) as Instant };
    },
  };
}

function turnsFrom(first: number, spacing: number): number[] {
  return Array.from({ length: RESERVED_AT_ONCE }, (_, index) => first + index * spacing);
}

/** A reply may wait this long for its turn; beyond that it goes anyway, and Teams says what it thinks of it. */
const LONGEST_REPLY_WAIT_MS = 10_000;

/**
 * For replies to people: makes the call when it has a turn at the same limits. They pass before what the bot sends on
 * its own, which never has more than a handful of calls reserved ahead.
 */
export function replyPace(
  limits: Limits,
  gate: Gate,
  now: () => Instant,
  sleep: (ms: number) => Promise<void>,
  pace: Pace = DOCUMENTED_PACE,
) {
  return async <T>(conversation: string, call: () => Promise<T>): Promise<T> => {
    if (pace.appSpacingMs === 0) return await call();
    const [own, app] = await Promise.all([
      limits.take(conversationKey(conversation), 1, now(), pace.conversation, LONGEST_REPLY_WAIT_MS),
      limits.take(APP_KEY, 1, now(), [{ capacity: 1, perMs: pace.appSpacingMs }], LONGEST_REPLY_WAIT_MS),
    ]);
    const wait = Math.max(own, app);
    if (wait > 0) await sleep(Math.min(wait, LONGEST_REPLY_WAIT_MS));
    return await gate.through(call);
  };
}

/** What Teams says to a reply concerns the sends of ours too: the conversation rests, in every replica. */
export function pauseReplies(limits: Limits, now: () => Instant, warn: (error: unknown) => void) {
  return (conversation: string, restMs: number): Promise<void> =>
    limits.pause(conversationKey(conversation), (now() + restMs) as Instant).catch(warn);
}
