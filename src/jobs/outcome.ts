// Pure. How a send ended → what is done with its row. Our outbox owns every retry: the transport sends once.
import type { Instant } from "../lib/time.ts";
import { advice } from "./words.ts";

/** As the transport tells it. */
export type SendOutcome =
  | { readonly outcome: "sent"; readonly activityId: string | null; readonly conversationId: string }
  /** `call`: to open a chat; else to write in one. */
  | { readonly outcome: "throttled"; readonly retryAfterMs: number | null; readonly call?: "open" }
  | { readonly outcome: "transient"; readonly code: string; readonly retryAfterMs: number | null }
  | { readonly outcome: "blocked"; readonly code: string }
  | { readonly outcome: "gone"; readonly code: string }
  | { readonly outcome: "too_big" }
  | { readonly outcome: "unknown"; readonly code: string }
  | { readonly outcome: "rejected"; readonly status: number; readonly code: string };

/** 429 concerns the conversation that was written in; of a chat that was to be opened, the app. */
type Rests = "conversation" | "app" | "nobody";

export type AfterSend =
  | { readonly end: "sent"; readonly conversation: string; readonly activity: string }
  /** `rests`: what must rest beside the message itself. */
  | { readonly end: "retry"; readonly at: Instant; readonly code: string; readonly rests: Rests }
  /** `silence`: nothing more until the person is heard from. */
  | { readonly end: "failed"; readonly code: string; readonly advice: string; readonly silence: boolean }
  | { readonly end: "ambiguous"; readonly code: string };

/** Waits between tries: doubled each time, up to the ceiling, half of it by chance so that replicas spread out. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** A longer `Retry-After` is not believed: we look again after this. */
const LONGEST_RETRY_AFTER_MS = 60 * 60_000;
/** A token may have run out, or its key been changed, once; not again and again. */
const TRIES_UNAUTHORISED = 3;
/** After so many tries something else is wrong than a passing fault. */
export const MOST_TRIES = 40;

/** `attempts` counts this one; `expires` is when the message has lost its point (null: never). */
export function afterSend(
  outcome: SendOutcome,
  row: { readonly attempts: number; readonly expires: Instant | null },
  now: Instant,
  random: number,
): AfterSend {
  switch (outcome.outcome) {
    case "sent":
      return { end: "sent", conversation: outcome.conversationId, activity: outcome.activityId ?? "" };
    case "throttled":
      return again("429", outcome.retryAfterMs, outcome.call === "open" ? "app" : "conversation", row, now, random);
    case "transient":
      return again(outcome.code, outcome.retryAfterMs, "nobody", row, now, random);
    case "blocked":
      return { end: "failed", code: outcome.code, advice: advice.blocked, silence: true };
    case "gone":
      return { end: "failed", code: outcome.code, advice: advice.gone, silence: true };
    case "too_big":
      return { end: "failed", code: "413", advice: advice.tooBig, silence: false };
    case "unknown":
      return { end: "ambiguous", code: outcome.code };
    case "rejected":
      // The token is thrown away by the one who was refused; with a new one it may go.
      if (outcome.status === 401 && row.attempts < TRIES_UNAUTHORISED)
        return again("401", null, "nobody", row, now, random);
      return {
        end: "failed",
        code: `${outcome.status} ${outcome.code}`,
        advice: advice.rejected(outcome.status),
        silence: false,
      };
  }
}

function again(
  code: string,
  retryAfterMs: number | null,
  rests: Rests,
  row: { readonly attempts: number; readonly expires: Instant | null },
  now: Instant,
  random: number,
): AfterSend {
  const doubled = Math.min(FIRST_WAIT_MS * 2 ** Math.min(row.attempts - 1, 20), LONGEST_WAIT_MS);
  const asked = Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS);
  // Retry-After is a floor: jitter only adds to it.
  const wait = asked > 0 ? asked + random * FIRST_WAIT_MS : doubled * (0.5 + random / 2);
  const at = Math.ceil(now + wait) as Instant;
  const tooLate = row.expires !== null && at > row.expires;
  if (tooLate || row.attempts >= MOST_TRIES) {
    return { end: "failed", code, advice: tooLate ? advice.tooLate : advice.keepsFailing, silence: false };
  }
  return { end: "retry", at, code, rests };
}
