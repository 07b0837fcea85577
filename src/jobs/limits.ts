// The documented limits of Teams, kept so that no window of any length holds more than they allow. A bucket of C that is
// filled at C per P lets through at most C + C·T/P in a time T, so each C and P here stay below the limit by that sum.
import type { Instant } from "../lib/time.ts";
import type { LimitRule, Limits } from "./deps.ts";

/** 50 calls a second per app and tenant. Evenly spaced, with 2 % to spare for packets that catch up with each other. */
const APP_RULES: readonly LimitRule[] = [{ capacity: 1, perMs: 20.4 }];

/** Per conversation: 7 a second, 8 in 2 s, 60 in 30 s, 1 800 an hour. */
const CONVERSATION_RULES: readonly LimitRule[] = [
  { capacity: 4, perMs: 2_000 },
  { capacity: 30, perMs: 30_000 },
  { capacity: 900, perMs: 3_600_000 },
];

const APP_KEY = "app";

export function conversationKey(conversation: string): string {
  return `conversation:${conversation}`;
}

/** A first contact opens the chat and then writes in it: two calls. */
const FIRST_CONTACT_CALLS = 2;

/**
 * Reserves the calls of one message. 0: go ahead; else how many ms to wait. When that is more than `maxWaitMs` nothing
 * is reserved for the app: come back then.
 */
export async function takeTurn(
  limits: Limits,
  conversation: string | null,
  now: Instant,
  maxWaitMs: number,
): Promise<number> {
  const own = conversation
    ? await limits.take(conversationKey(conversation), 1, now, CONVERSATION_RULES, maxWaitMs)
    : 0;
  if (own > maxWaitMs) return own;
  const app = await limits.take(APP_KEY, conversation ? 1 : FIRST_CONTACT_CALLS, now, APP_RULES, maxWaitMs);
  return Math.max(own, app);
}

/** A reply may wait this long for its turn; beyond that it goes anyway, and Teams says what it thinks of it. */
const LONGEST_REPLY_WAIT_MS = 10_000;

/**
 * For replies to people: waits for a turn at the same limits. They pass before what the bot sends on its own, which
 * never has more than a handful of calls reserved ahead.
 */
export function replyPace(limits: Limits, now: () => Instant, sleep: (ms: number) => Promise<void>) {
  return async (conversation: string): Promise<void> => {
    const wait = await takeTurn(limits, conversation, now(), LONGEST_REPLY_WAIT_MS);
    if (wait > 0) await sleep(Math.min(wait, LONGEST_REPLY_WAIT_MS));
  };
}
