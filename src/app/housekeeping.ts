// What must be done now and then: turns that were cut off, and at night the database's own upkeep.
import { type Instant, wallAt } from "../lib/time.ts";
import type { Teams } from "../teams/teams.ts";
import type { Inbox } from "./inbox.ts";
import { rhythmNow, type World } from "./world.ts";

const LOOK_EVERY_MS = 20_000;
const NIGHT_HOUR = 3;
const DAY_MS = 86_400_000;
/** Keys of finished turns are kept this long against redelivery. */
const INBOX_DAYS = 7;
/** Questions (without who asked) are kept this long, for the planägare to see what was not understood. */
const QUESTION_DAYS = 90;

export interface Housekeeping {
  start(): void;
  stop(): void;
}

/** `inbox` holds on to the turns under way, and takes up those that a crash has cut off. */
export function housekeeping(world: World, inbox: Inbox, teams: Pick<Teams, "runStored" | "giveUp">): Housekeeping {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let upkeepOn = "";
  const cutOff = { run: teams.runStored, giveUp: teams.giveUp, stopping: () => stopped };
  const look = async () => {
    await inbox.tend();
    await inbox.runCutOff(cutOff);
    const { zone } = await rhythmNow(world);
    const { date, time } = wallAt(world.clock.now(), zone);
    if (Number(time.slice(0, 2)) !== NIGHT_HOUR || upkeepOn === date) return;
    upkeepOn = date;
    await upkeep(world);
  };
  const guarded = () => look().catch((error) => world.log.error({ error }, "housekeeping failed, trying again"));
  return {
    start() {
      void guarded();
      timer = setInterval(guarded, LOOK_EVERY_MS);
      timer.unref();
    },
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}

async function upkeep({ store, clock, log }: World): Promise<void> {
  const now = clock.now();
  const rows =
    (await store.inbox.forget((now - INBOX_DAYS * DAY_MS) as Instant)) +
    (await store.memory.forget((now - QUESTION_DAYS * DAY_MS) as Instant, now)) +
    (await store.limits.forget((now - DAY_MS) as Instant));
  await store.maintain();
  log.info({ rows }, "nightly upkeep done");
}
