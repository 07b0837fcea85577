// A round to thousands against the documented limits, enforced by the fake Teams, while people ask: how long it takes
// beside what the limits allow at best, how long people wait, what it costs in memory.
import { setTimeout as wait } from "node:timers/promises";
import type { Week } from "../../src/plan/week.ts";
import { DOCUMENTED_LIMITS, type FakeTeams, type Shown, startFakeTeams } from "../helpers/fake-teams.ts";
import { AS_STARTED, type BotProcess, startBot } from "../prove/bot-process.ts";
import type { ProofDatabase } from "../prove/database.ts";
import { makeRegion, type Region } from "../prove/region.ts";
import { settled } from "../prove/settled.ts";
import { rhythmIn } from "../prove/time.ts";
import { type Line, line, rounded } from "./table.ts";
import { share } from "./talk.ts";

export interface LoadWanted {
  readonly database: ProofDatabase;
  readonly people: number;
  /** Met in the roster only: two calls each. */
  readonly firstContact: boolean;
}

const WEEK = "2026-W47" as Week;
const CALLS_PER_SECOND = 50;
const MB = 1024 * 1024;
const QUESTION_EVERY_MS = 250;

export async function benchLoad({ database, people, firstContact }: LoadWanted): Promise<Line[]> {
  const teams = await startFakeTeams({ limits: DOCUMENTED_LIMITS });
  let bot: BotProcess | null = null;
  try {
    const since = "2026-11-16T12:00:00+01:00";
    const region = await makeRegion(database.place, teams, { units: people, since, firstContact });
    const { opens } = rhythmIn(WEEK);
    const settings = { place: database.place, teams: teams.settings(), pace: null, logLevel: "error" } as const;
    bot = await startBot({ ...settings, now: opens - 60_000 }, AS_STARTED);
    teams.connect((await bot.ready).url);
    await askOne(teams, region, 0);
    return await measureRound(bot, teams, region, opens, `${people} people${firstContact ? ", first contact" : ""}`);
  } finally {
    await bot?.kill();
    await teams.close();
  }
}

async function measureRound(
  bot: BotProcess,
  teams: FakeTeams,
  region: Region,
  opens: number,
  title: string,
): Promise<Line[]> {
  const people = region.chefs.length;
  const first = await bot.usage();
  const began = Date.now();
  const callsBefore = teams.calls.length;
  bot.moveClock(opens);
  const watch = { over: false, mostRss: first.rss };
  const waits: number[] = [];
  const asking = askOn(teams, region, waits, watch);
  const watching = watchMemory(bot, watch);
  await settled(bot, { sent: people }, { everyMs: 2_000 });
  watch.over = true;
  await Promise.all([asking, watching]);
  // What is answered after the last card is no part of the round.
  const ended = teams.ledger.messages.findLast(isCard)?.at ?? began;
  const calls = teams.calls.slice(callsBefore).filter(({ op, at }) => op !== "members" && at <= ended);
  const took = (ended - began) / 1_000;
  const least = calls.length / CALLS_PER_SECOND;
  const throttled = teams.calls.filter(({ status }) => status === 429).length;
  const last = await bot.usage();
  const statements = (last.statements - first.statements) / people;
  const p99 = share(waits, 0.99);
  const growth = (watch.mostRss - first.rss) / MB;
  return [
    line(title, "sent", `${(await bot.counts()).sent} of ${people}`, `${people}`, (await bot.counts()).sent === people),
    line(
      title,
      "time ÷ (calls ÷ 50)",
      `${rounded(took)} s, ${rounded((took / least) * 100)} %`,
      "≤ 105 %",
      took <= least * 1.05,
    ),
    line(title, "429 that we provoked", String(throttled), "0", throttled === 0),
    line(title, `questions meanwhile (${waits.length}): p50`, `${rounded(share(waits, 0.5), 0)} ms`),
    line(title, "questions meanwhile: p99", `${rounded(p99, 0)} ms`, "< 300 ms", p99 < 300),
    line(title, "memory growth", `${rounded(growth, 0)} MB`, "≤ 60 MB", growth <= 60),
    line(title, "statements per person, questions counted in", rounded(statements, 2)),
  ];
}

/** Somebody asks something every quarter of a second, one after another. */
async function askOn(teams: FakeTeams, region: Region, waits: number[], watch: { over: boolean }): Promise<void> {
  for (let turn = 0; !watch.over; turn++) {
    const took = await askOne(teams, region, turn * 7);
    waits.push(took);
    await wait(Math.max(0, QUESTION_EVERY_MS - took));
  }
}

/** Milliseconds until the answer stands in the chat. */
async function askOne(teams: FakeTeams, region: Region, number: number): Promise<number> {
  const chef = region.chefs[number % region.chefs.length];
  if (!chef) throw new Error("nobody to ask");
  const began = performance.now();
  const id = `question-${number}-${began}`;
  const known = teams.shows(chef).length;
  await teams.event(chef, { type: "message", text: "hjälp", textFormat: "plain", attachments: [], entities: [], id });
  // A card may come in between: an answer is what comes without its heading.
  const look = (): boolean =>
    teams
      .shows(chef)
      .slice(known)
      .some((shown) => !isCard(shown));
  await teams.until(look, "an answer", 20_000);
  return performance.now() - began;
}

function isCard({ text }: Shown): boolean {
  return text.startsWith("Veckorapport");
}

async function watchMemory(bot: BotProcess, watch: { over: boolean; mostRss: number }): Promise<void> {
  while (!watch.over) {
    watch.mostRss = Math.max(watch.mostRss, (await bot.usage()).rss);
    await wait(2_000);
  }
}
