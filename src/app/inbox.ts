// Activities are kept before they are acknowledged. This process holds what it has taken; what a killed one held is
// taken up when its lease has run out.
import { randomUUID } from "node:crypto";
import { MOST_TRIES } from "../jobs/outcome.ts";
import type { Instant } from "../lib/time.ts";
import type { TeamsDeps } from "../teams/deps.ts";
import { runAgain, type Tried } from "./unheard.ts";
import type { World } from "./world.ts";

/** Renewed three times before it has run out: then whoever held it is gone. */
const LEASE_MS = 60_000;
/** A turn that has been cut off so often is what cuts it off: it is given up, with its key kept against redelivery. */
const MOST_ATTEMPTS = 12;

export interface Inbox extends Pick<TeamsDeps, "accept" | "isMine" | "finished" | "unheard"> {
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

interface Held extends Tried {
  /** Until then it is surely this process's own. */
  readonly until: Instant;
}

export function createInbox(world: World): Inbox {
  const { store, clock, log } = world;
  const worker = randomUUID();
  /** What this process has begun. A long turn, or a clock that is moved, may outlive its lease: it must not begin twice. */
  const underWay = new Map<string, Held>();
  /** Done, while the database was away. */
  const unnoted = new Set<string>();

  const leaseEnd = () => (clock.now() + LEASE_MS) as Instant;

  async function note(key: string): Promise<void> {
    await store.inbox.finish(key, worker, clock.now());
    unnoted.delete(key);
    underWay.delete(key);
  }

  function triedOf(key: string): Tried {
    return underWay.get(key) ?? { attempts: 1, received: clock.now() };
  }

  async function renew(keys: readonly string[]): Promise<readonly string[]> {
    const until = leaseEnd();
    const held = await store.inbox.renew(keys, worker, until);
    for (const key of held) {
      const known = underWay.get(key);
      // It may have been finished meanwhile.
      if (known) underWay.set(key, { ...known, until });
    }
    return held;
  }

  async function finished(key: string): Promise<void> {
    unnoted.add(key);
    await note(key);
  }

  return {
    async accept(key, activity) {
      const until = leaseEnd();
      const isNew = await store.inbox.accept(key, activity, clock.now(), { worker, leaseMs: LEASE_MS });
      if (isNew) underWay.set(key, { attempts: 1, received: clock.now(), until });
      return isNew;
    },
    async isMine(key) {
      const until = underWay.get(key)?.until;
      return until === undefined || clock.now() < until || (await renew([key])).includes(key);
    },
    finished,
    async unheard(turn, outcome) {
      const again = await runAgain(world, turn, outcome, triedOf(turn.key)).catch((error) => {
        log.error({ error }, "an answer that was refused could not be noted");
        return null;
      });
      if (!again) return await finished(turn.key);
      // Let go of in any case: if it can't be put back, it is taken up when the lease has run out.
      underWay.delete(turn.key);
      await store.inbox.fail(turn.key, worker, again.code, clock.now(), again.at);
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
        // One whose answer was refused has come to its end before: it does not kill its process.
        const most = item.reason === null ? MOST_ATTEMPTS : MOST_TRIES;
        if (item.attempts > most || activity === null) {
          await store.inbox.fail(item.key, worker, "cut off too often", clock.now(), null);
          log.error({ attempts: item.attempts }, "a turn that was cut off again and again is given up");
          if (activity) await giveUp(activity);
          continue;
        }
        const { attempts, received, reason } = item;
        log.info({ attempts, reason }, "a turn that was not brought to its end is run");
        underWay.set(item.key, { attempts, received, until });
        await run(activity);
        if (!unnoted.has(item.key)) underWay.delete(item.key);
      }
    },
  };
}
