// How a turn speaks: sends into its own conversation and puts new content in place of a card.
import type { Connector } from "./connector.ts";
import type { OutgoingActivity } from "./content.ts";
import type { Log } from "./deps.ts";
import type { NotSent, SendOutcome, Sent } from "./outcome.ts";

export interface Place {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

export interface Voice {
  /** Throws `NotHeard` when Teams did not take it. */
  say(place: Place, activity: OutgoingActivity): Promise<Sent>;
  replace(place: Place, activityId: string, activity: OutgoingActivity): Promise<Sent>;
}

export interface VoiceDeps {
  readonly connector: Pick<Connector, "send" | "update">;
  /** Makes the call when it has a turn at the shared limits; replies go before what the bot sends on its own. */
  readonly pace: (<T>(conversationId: string, call: () => Promise<T>) => Promise<T>) | undefined;
  /** Teams wants the conversation to rest: for everybody who writes in it. */
  readonly throttled?: ((conversationId: string, restMs: number) => Promise<void>) | undefined;
  readonly log: Log;
  /** Lets time pass; tests need not. */
  readonly rest?: (ms: number) => Promise<void>;
}

/** An answer that did not reach the conversation. */
export class NotHeard extends Error {
  readonly outcome: NotSent;
  constructor(outcome: NotSent) {
    super(`not sent: ${outcome.outcome}${"code" in outcome ? ` ${outcome.code}` : ""}`);
    this.name = "NotHeard";
    this.outcome = outcome;
  }
}

const ATTEMPTS = 4;
const FIRST_REST_MS = 250;
const LONGEST_REST_MS = 30_000;

/** Only what Teams has said it did not take ("throttled", "transient") is tried again, a few times; nothing else is. */
export function createVoice(deps: VoiceDeps): Voice {
  return {
    say: (place, activity) =>
      persist(deps, place, () => deps.connector.send({ to: "conversation", ...place }, activity)),
    replace: (place, activityId, activity) =>
      persist(deps, place, () => deps.connector.update({ ...place, activityId }, activity)),
  };
}

async function persist(deps: VoiceDeps, place: Place, attempt: () => Promise<SendOutcome>): Promise<Sent> {
  for (let tries = 1; ; tries++) {
    const outcome = await (deps.pace ? deps.pace(place.conversationId, attempt) : attempt());
    if (outcome.outcome === "sent") return outcome;
    if (outcome.outcome === "throttled")
      await deps.throttled?.(place.conversationId, outcome.retryAfterMs ?? FIRST_REST_MS);
    const restMs = restBefore(outcome, tries);
    if (restMs === null) throw new NotHeard(outcome);
    deps.log.info({ outcome: outcome.outcome, tries, restMs }, "reply not taken, trying again");
    await (deps.rest ?? rest)(restMs);
  }
}

/** Null = don't try again. */
function restBefore(outcome: NotSent, tries: number): number | null {
  if (outcome.outcome !== "throttled" && outcome.outcome !== "transient") return null;
  if (tries >= ATTEMPTS || (outcome.retryAfterMs ?? 0) > LONGEST_REST_MS) return null;
  const backoff = FIRST_REST_MS * 2 ** (tries - 1);
  return (outcome.retryAfterMs ?? backoff) + Math.random() * FIRST_REST_MS;
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
