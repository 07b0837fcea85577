// One person of many has blocked the bot: everybody else gets the card, and the one is named with the reason.
import type { Email } from "../../src/plan/plan.ts";
import type { Week } from "../../src/plan/week.ts";
import { openStore, type StorePlace } from "../../src/store/store.ts";
import { type FakeTeams, type Person, startFakeTeams } from "../helpers/fake-teams.ts";
import { startBot } from "./bot-process.ts";
import { raisedPace } from "./pace.ts";
import type { Random } from "./random.ts";
import { makeRegion } from "./region.ts";
import { settled } from "./settled.ts";
import { rhythmIn } from "./time.ts";

export interface BlockedProved {
  readonly sent: number;
  readonly failed: number;
  /** Code and advice of the one that failed. */
  readonly reason: string;
  readonly faults: readonly string[];
}

const WEEK = "2026-W47" as Week;

export async function proveBlocked(place: StorePlace, people: number, random: Random): Promise<BlockedProved> {
  const teams = await startFakeTeams();
  const region = await makeRegion(place, teams, { units: people, since: "2026-11-16T12:00:00+01:00" });
  const blocked = region.chefs[random.below(people)];
  if (!blocked) throw new Error("nobody to block");
  teams.block(blocked);
  const settings = { place, teams: teams.settings(), pace: raisedPace(16), logLevel: "error" } as const;
  const { opens } = rhythmIn(WEEK);
  let bot = await startBot({ ...settings, now: opens });
  try {
    await bot.ready;
    await settled(bot, { sent: people - 1 });
    await bot.stop();
    const proved = await readProved(place, people, blocked);
    bot = await startBot({ ...settings, now: opens + 600_000 });
    teams.connect((await bot.ready).url);
    return { ...proved, faults: [...proved.faults, ...(await comesBack(teams, blocked))] };
  } finally {
    await bot.kill();
    await teams.close();
  }
}

async function readProved(place: StorePlace, people: number, blocked: Person): Promise<BlockedProved> {
  const store = await openStore(place);
  const rows = await store.outbox.byWeek(WEEK);
  const stopped = await store.people.findByEmail(blocked.email as Email);
  await store.close();
  const failed = rows.filter((row) => row.state === "failed");
  const sent = rows.filter((row) => row.state === "sent").length;
  const [one] = failed;
  const faults: string[] = [];
  if (sent !== people - 1) faults.push(`${sent} sent`);
  if (failed.length !== 1 || !one || !("person" in one.to) || one.to.person !== blocked.email) {
    faults.push(`${failed.length} failed, not just the one who blocked`);
  }
  if (!one?.code || !one.reason) faults.push("no reason is given");
  if (!stopped?.unreachable) faults.push("the next message would be sent to somebody who has blocked the bot");
  return { sent, failed: failed.length, reason: `${one?.code}: ${one?.reason}`, faults };
}

/** As the advice says: who lets the bot in again and writes to it gets the card. */
async function comesBack(teams: FakeTeams, person: Person): Promise<string[]> {
  teams.unblock(person);
  await teams.say(person, "hej");
  try {
    await teams.sees(person, /^Veckorapport/, { timeoutMs: 20_000 });
    return [];
  } catch {
    return ["the card did not come when the person was heard from"];
  }
}
