// Activities are kept before they are acknowledged. This process holds what it has taken; what a killed one held is
// taken up when its lease has run out.
import { randomUUID } from "node:crypto";
import type { TeamsDeps } from "../teams/deps.ts";
import type { World } from "./world.ts";

/** Longer than any turn: when it has run out, whoever held it is gone. */
const LEASE_MS = 60_000;
/** A turn that has been cut off so often is what cuts it off: it is given up, with its key kept against redelivery. */
const MOST_ATTEMPTS = 8;

export interface Inbox extends Pick<TeamsDeps, "accept" | "finished"> {
  /** Turns that were cut off by a crash: run to their end. */
  runCutOff(run: (activity: object) => Promise<void>): Promise<void>;
}

export function createInbox({ store, clock, log }: World): Inbox {
  const worker = randomUUID();
  /** What this process has begun. A long turn, or a clock that is moved, may outlive its lease: it must not begin twice. */
  const underWay = new Set<string>();
  return {
    async accept(key, activity) {
      const isNew = await store.inbox.accept(key, activity, clock.now(), { worker, leaseMs: LEASE_MS });
      if (isNew) underWay.add(key);
      return isNew;
    },
    async finished(key) {
      await store.inbox.finish(key, clock.now());
      underWay.delete(key);
    },
    // One is taken at a time, so that only what is begun counts as tried.
    async runCutOff(run) {
      for (;;) {
        const [item] = await store.inbox.claim(clock.now(), worker, 1, LEASE_MS);
        if (!item) return;
        if (underWay.has(item.key)) continue;
        if (item.attempts > MOST_ATTEMPTS || typeof item.activity !== "object" || item.activity === null) {
          await store.inbox.fail(item.key, "cut off too often", clock.now(), null);
          continue;
        }
        log.info({ attempts: item.attempts }, "a turn that was cut off is run");
        await run(item.activity);
      }
    },
  };
}
