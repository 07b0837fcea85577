// Activities are kept before they are acknowledged. This process holds what it has taken; what a killed one held is
// taken up when its lease has run out.
import { randomUUID } from "node:crypto";
import type { TeamsDeps } from "../teams/deps.ts";
import type { World } from "./world.ts";

/** Longer than any turn: when it has run out, whoever held it is gone. */
const LEASE_MS = 60_000;
/** A turn that has been cut off so often is what cuts it off: it is given up, with its key kept against redelivery. */
export const MOST_ATTEMPTS = 5;

export const INBOX_WORKER = randomUUID();

export function createInbox(world: World): Pick<TeamsDeps, "accept" | "finished"> {
  const { store, clock } = world;
  const claim = { worker: INBOX_WORKER, leaseMs: LEASE_MS };
  return {
    accept: (key, activity) => store.inbox.accept(key, activity, clock.now(), claim),
    finished: (key) => store.inbox.finish(key, clock.now()),
  };
}

/** Turns that were cut off by a crash: run to their end. One is taken at a time, so that only what is begun counts as tried. */
export async function runCutOff(world: World, run: (activity: object) => Promise<void>): Promise<void> {
  const { store, clock, log } = world;
  for (;;) {
    const [item] = await store.inbox.claim(clock.now(), INBOX_WORKER, 1, LEASE_MS);
    if (!item) return;
    if (item.attempts > MOST_ATTEMPTS || typeof item.activity !== "object" || item.activity === null) {
      await store.inbox.fail(item.key, "cut off too often", clock.now(), null);
      continue;
    }
    log.info({ attempts: item.attempts }, "a turn that was cut off is run");
    await run(item.activity);
  }
}
