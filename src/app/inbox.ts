// Activities are kept before they are acknowledged. This process holds what it has taken; what a killed one held is
// taken up when its lease has run out.
import { randomUUID } from "node:crypto";
import type { Instant } from "../lib/time.ts";
import type { TeamsDeps } from "../teams/deps.ts";
import type { World } from "./world.ts";

/** Renewed three times before it has run out: then whoever held it is gone. */
const LEASE_MS = 60_000;
/** A turn that has been cut off so often is what cuts it off: it is given up, with its key kept against redelivery. */
const MOST_ATTEMPTS = 12;

export interface Inbox extends Pick<TeamsDeps, "accept" | "isMine" | "finished"> {
  /** To be called every now and then: what is under way is held on to, and what could not be noted as done is noted. */
  tend(): Promise<void>;
  /** Turns that were cut off by a crash: run to their end. */
  runCutOff(how: CutOff): Promise<void>;
}

interface CutOff {
  run(activity: object): Promise<void>;
  /** It has been tried too often: whoever waits for an answer is told. */
  giveUp(activity: object): Promise<void>;
  stopping(): boolean;
}

export function createInbox({ store, clock, log }: World): Inbox {
  const worker = randomUUID();
  /** What this process has begun, and until when it is surely its own. A long turn, or a clock that is moved, may outlive its lease: it must not begin twice. */
  const underWay = new Map<string, Instant>();
  /** Done, while the database was away. */
  const unnoted = new Set<string>();

  const leaseEnd = () => (clock.now() + LEASE_MS) as Instant;

  async function note(key: string): Promise<void> {
    await store.inbox.finish(key, worker, clock.now());
    unnoted.delete(key);
    underWay.delete(key);
  }

  async function renew(keys: readonly string[]): Promise<readonly string[]> {
    const until = leaseEnd();
    const held = await store.inbox.renew(keys, worker, until);
    for (const key of held) underWay.set(key, until);
    return held;
  }

  return {
    async accept(key, activity) {
      const until = leaseEnd();
      const isNew = await store.inbox.accept(key, activity, clock.now(), { worker, leaseMs: LEASE_MS });
      if (isNew) underWay.set(key, until);
      return isNew;
    },
    async isMine(key) {
      const until = underWay.get(key);
      return until === undefined || clock.now() < until || (await renew([key])).includes(key);
    },
    async finished(key) {
      unnoted.add(key);
      await note(key);
    },
    async tend() {
      for (const key of unnoted) await note(key);
      if (underWay.size > 0) await renew([...underWay.keys()]);
    },
    // One is taken at a time, so that only what is begun counts as tried.
    async runCutOff({ run, giveUp, stopping }) {
      while (!stopping()) {
        const until = leaseEnd();
        const [item] = await store.inbox.claim(clock.now(), worker, 1, LEASE_MS);
        if (!item) return;
        if (underWay.has(item.key)) continue;
        const activity = typeof item.activity === "object" ? item.activity : null;
        if (item.attempts > MOST_ATTEMPTS || activity === null) {
          await store.inbox.fail(item.key, worker, "cut off too often", clock.now(), null);
          log.error({ attempts: item.attempts }, "a turn that was cut off again and again is given up");
          if (activity) await giveUp(activity);
          continue;
        }
        log.info({ attempts: item.attempts }, "a turn that was cut off is run");
        underWay.set(item.key, until);
        await run(activity);
        if (!unnoted.has(item.key)) underWay.delete(item.key);
      }
    },
  };
}
