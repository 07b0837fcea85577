// What happens when a person is heard from: what could not be delivered goes again, and a send whose end is unknown can
// be settled, since the person is there to see.
import type { Instant } from "../lib/time.ts";
import type { Recipient } from "../plan/message.ts";
import type { Email } from "../plan/plan.ts";
import { expiryOf } from "./decide.ts";
import type { JobsDeps, OutboxRow } from "./deps.ts";

export type HeardDeps = {
  readonly outbox: Pick<JobsDeps["outbox"], "failedTo" | "enqueue" | "ambiguousFor" | "settleAmbiguous">;
};

/** Nothing that failed longer ago still has a point: see `expiryOf`. */
const LONGEST_LIFE_MS = 14 * 24 * 3_600_000;

/**
 * Puts what failed for these, and still has a point, in the post anew: once per failed row, however often it is called.
 * For one who installs the app, is found in the roster or is heard from after having been stopped, and for a channel
 * that is chosen. Returns how many.
 */
export async function sendAgain(
  deps: Pick<HeardDeps, "outbox">,
  recipients: readonly Recipient[],
  now: Instant,
): Promise<number> {
  let count = 0;
  for (const row of await deps.outbox.failedTo(recipients, (now - LONGEST_LIFE_MS) as Instant)) {
    if (expiryOf(row) < now) continue;
    const { kind, to, unit, week, due, why, about } = row;
    count += await deps.outbox.enqueue([{ kind, to, unit, week, due, why, about }], `again:${row.id}`, now);
  }
  return count;
}

/**
 * The messages of which nobody knows whether they reached the person who is here now. The turn's answer shows them
 * (a card as it stands), and then calls `settleShown`: nothing is sent blindly.
 */
export async function unsureAbout(deps: HeardDeps, person: Email): Promise<readonly OutboxRow[]> {
  return await deps.outbox.ambiguousFor(person);
}

export async function settleShown(
  deps: HeardDeps,
  row: Pick<OutboxRow, "id">,
  now: Instant,
  reason = "Visades när personen hörde av sig.",
): Promise<boolean> {
  return await deps.outbox.settleAmbiguous(row.id, { state: "sent", reason, at: now });
}
