// Runs the clock and the post: two loops that only wake; what is due stands in the database.
import type { Instant } from "../lib/time.ts";
import { withinTime } from "../lib/within-time.ts";
import type { JobsDeps } from "./deps.ts";
import { createPost, deliver } from "./post.ts";
import type { Delivered } from "./send.ts";
import { createTimetable } from "./timetable.ts";

/** At the latest after this we look again, whatever the table said: another replica, a person, a changed setting. */
const LONGEST_NAP_MS = 15_000;
const SHORTEST_NAP_MS = 50;
/** After a fault of the surroundings (the database restarts): not again at once. */
const AFTER_A_FAULT_MS = 2_000;
/** SIGTERM gives this long for what is under way. */
const STOP_MS = 15_000;

export interface Jobs {
  /** Something was put in the outbox, or a setting was changed: look now. */
  wake(): void;
  /** Stops claiming, lets what is under way end (at most `graceMs`), gives back the rest. */
  stop(graceMs?: number): Promise<void>;
}

export function startJobs(deps: JobsDeps): Jobs {
  const state = { stopping: false };
  const stopping = () => state.stopping;
  const timetable = createTimetable(deps);
  const office = createPost(deps, () => post.wake());
  const post = startLoop(deps, stopping, "post", async () => {
    await expire(deps);
    await office.round(stopping);
    return await deps.outbox.nextAttempt();
  });
  const clock = startLoop(deps, stopping, "clock", async () => {
    const done = await timetable.tick(deps.clock.now(), stopping);
    if (done > 0) post.wake();
    return await deps.occurrences.nextDue();
  });
  return {
    wake() {
      clock.wake();
      post.wake();
    },
    async stop(graceMs = STOP_MS) {
      state.stopping = true;
      clock.wake();
      post.wake();
      await withinTime(Promise.all([clock.ended, post.ended.then(() => office.ended())]), graceMs);
      await deps.outbox
        .release(deps.worker)
        .catch((error) => deps.log.error({ error }, "claims could not be given back"));
    },
  };
}

/**
 * Moves a clock of one's own to `until`, from due moment to due moment, and does on the way all that falls due, in order:
 * for the demo and for tests. `moveTo` sets the clock that `deps` reads.
 */
export async function runUntil(
  deps: JobsDeps,
  until: Instant,
  moveTo: (instant: Instant) => void | Promise<void>,
  onDelivered: (delivered: Delivered) => void = () => {},
): Promise<void> {
  const timetable = createTimetable(deps);
  for (;;) {
    const now = deps.clock.now();
    const done = await timetable.tick(now);
    await expire(deps);
    const delivered = await deliver(deps);
    onDelivered(delivered);
    if (done > 0 || delivered.sent > 0) continue;
    if (now >= until) return;
    await moveTo(await nextMoment(deps, now, until));
  }
}

/** Not further than the table reaches: rows beyond are written as the clock comes closer. */
const LONGEST_STEP_MS = 7 * 24 * 3_600_000;

async function nextMoment(deps: JobsDeps, now: Instant, until: Instant): Promise<Instant> {
  const moments = [await deps.occurrences.nextDue(), await deps.outbox.nextAttempt()];
  const ahead = moments.filter((moment) => moment !== null && moment > now) as Instant[];
  return Math.min(until, now + LONGEST_STEP_MS, ...ahead) as Instant;
}

async function expire(deps: JobsDeps): Promise<void> {
  const expired = await deps.outbox.expire(deps.clock.now());
  if (expired.ambiguous > 0) deps.log.warn(expired, "sends were cut off: ambiguous, not sent again");
}

interface Loop {
  wake(): void;
  readonly ended: Promise<void>;
}

function startLoop(deps: JobsDeps, stopping: () => boolean, name: string, work: () => Promise<Instant | null>): Loop {
  let wake = () => {};
  let woken = false;
  const nap = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, woken ? 0 : ms);
      woken = false;
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!stopping()) {
      try {
        const next = await work();
        const wait = next === null ? LONGEST_NAP_MS : next - deps.clock.now();
        if (!stopping()) await nap(Math.min(Math.max(wait, SHORTEST_NAP_MS), LONGEST_NAP_MS));
      } catch (error) {
        deps.log.error({ error, loop: name }, "round failed, trying again");
        if (!stopping()) await nap(AFTER_A_FAULT_MS);
      }
    }
  };
  return {
    wake: () => {
      woken = true;
      wake();
    },
    ended: run(),
  };
}
