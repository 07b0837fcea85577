// What happens when a person is heard from: what could not be delivered goes again, and a send whose end is unknown can
// be settled, since the person is there to see.
import type { Instant } from "../lib/time.ts";
import type { Email } from "../plan/plan.ts";
import { expiryOf } from "./decide.ts";
import type { JobsDeps, OutboxRow } from "./deps.ts";

export type HeardDeps = {
  readonly outbox: Pick<JobsDeps["outbox"], "undelivered" | "enqueue" | "ambiguousFor" | "settleAmbiguous">;
};

/**
 * Puts what failed for a person, and still has a point, in the post anew: once per failed row, however often it is
 * called. For an install event, and for the first words of one who had been stopped. Returns how many.
 */
export async function sendAgain(deps: HeardDeps, person: Email, now: Instant): Promise<number> {
  let count = 0;
  for (const row of await deps.outbox.undelivered()) {
    if (row.state !== "failed" || !("person" in row.to) || row.to.person !== person || expiryOf(row) < now) continue;
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

export async function settleShown(deps: HeardDeps, row: Pick<OutboxRow, "id">, now: Instant): Promise<boolean> {
  return await deps.outbox.settleAmbiguous(row.id, {
    state: "sent",
    reason: "Visades när personen hörde av sig.",
    at: now,
  });
}
