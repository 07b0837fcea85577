// Three replicas on one PostgreSQL while everything goes wrong at once: kills, a database that restarts, a connector that
// is away for an hour, throttling, errors and cut connections. The same oracle as for one bot.
import { setTimeout as wait } from "node:timers/promises";
import type { Week } from "../../src/plan/week.ts";
import { openStore, type StorePlace } from "../../src/store/store.ts";
import { type FakeTeams, startFakeTeams } from "../helpers/fake-teams.ts";
import type { PostgresServer } from "../helpers/postgres-server.ts";
import { type BotProcess, startBot } from "./bot-process.ts";
import { type Crowd, startCrowd } from "./crowd.ts";
import { judge } from "./oracle.ts";
import { raisedPace } from "./pace.ts";
import type { Random } from "./random.ts";
import { makeRegion, type Region } from "./region.ts";
import { leftIn } from "./settled.ts";
import { cardWeeks, rhythmIn } from "./time.ts";

export interface ReplicasWanted {
  readonly place: StorePlace;
  readonly server: PostgresServer;
  readonly people: number;
  readonly rounds: number;
  readonly killsPerRound: number;
  readonly random: Random;
}

export interface ReplicasProved {
  readonly kills: number;
  readonly sent: number;
  readonly ambiguous: number;
  readonly cameThrough: number;
  /** What the fake Teams did to the bots. */
  readonly throttled: number;
  readonly errors: number;
  readonly cut: number;
  readonly reports: number;
  readonly digests: number;
  readonly faults: readonly string[];
}

const REPLICAS = 3;
const PACE = raisedPace(4, 1);
const FIRST_WEEK = "2026-W34" as Week;
const LEASES_MS = 125_000;
const HOUR_MS = 3_600_000;

interface Proving extends ReplicasWanted {
  readonly teams: FakeTeams;
  readonly region: Region;
  readonly bots: BotProcess[];
  kills: number;
  /** What may have been cut off: read off the database at each kill and restart. */
  mayBeCut: number;
  clock: { base: number; setAt: number };
  readonly fallen: Set<string>;
}

export async function proveReplicas(wanted: ReplicasWanted): Promise<ReplicasProved> {
  const teams = await startFakeTeams();
  const bots: BotProcess[] = [];
  try {
    const region = await makeRegion(wanted.place, teams, { units: wanted.people, since: "2026-08-17T12:00:00+02:00" });
    const weeks = cardWeeks(FIRST_WEEK, wanted.rounds);
    const clock = { base: rhythmIn(weeks[0] as Week).opens - 60_000, setAt: performance.now() };
    const proving: Proving = { ...wanted, teams, region, bots, kills: 0, mayBeCut: 0, clock, fallen: new Set() };
    for (let replica = 0; replica < REPLICAS; replica++) bots.push(await startReplica(proving));
    await Promise.all(bots.map((bot) => bot.ready));
    const crowds: Crowd[] = [];
    for (const week of weeks) crowds.push(await proveRound(proving, week));
    noteFalls(proving);
    await Promise.all(bots.map((bot) => bot.stop()));
    return await summed(proving, weeks, crowds);
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    await teams.close();
  }
}

async function proveRound(proving: Proving, week: Week): Promise<Crowd> {
  const { teams, region, random, killsPerRound, server } = proving;
  const { opens, digest } = rhythmIn(week);
  trouble(teams, random);
  const crowd = startCrowd(teams, region, week, 0.5, random);
  moveTo(proving, opens);
  for (let kill = 0; kill < killsPerRound; kill++) {
    await somewhere(proving);
    await killOne(proving);
    if (kill === Math.floor(killsPerRound / 4)) {
      await connectorAway(proving);
      trouble(teams, random);
    }
    if (kill === Math.floor(killsPerRound / 2)) {
      await somewhere(proving);
      proving.mayBeCut += await sendingNow(proving);
      await server.restart();
    }
  }
  await untilSettled(proving);
  await crowd.stop();
  moveTo(proving, digest);
  await passOn(proving, random.below(100));
  await killOne(proving);
  await untilSettled(proving);
  teams.faults.clear();
  return crowd;
}

/** 5 % throttled, 5 % errors that are to be tried again, 2 % cut: half of them before it was taken, half after. */
function trouble({ faults }: FakeTeams, random: Random): void {
  const always = Number.POSITIVE_INFINITY;
  const share = (of: number) => ({ share: of, random: random.next });
  faults.clear();
  faults.add({ op: "send", status: 429, retryAfter: 2, times: always, chance: share(0.05) });
  for (const status of [502, 503, 504]) faults.add({ op: "send", status, times: always, chance: share(0.05 / 3) });
  faults.add({ op: "send", cut: true, times: always, chance: share(0.01) });
  faults.add({ op: "send", cut: true, when: "after", times: always, chance: share(0.01) });
}

/** An hour on the bots' clock in which nothing gets through. */
async function connectorAway(proving: Proving): Promise<void> {
  const { faults } = proving.teams;
  faults.clear();
  faults.add({ status: 503, times: Number.POSITIVE_INFINITY });
  const until = now(proving) + HOUR_MS;
  while (now(proving) < until) {
    moveTo(proving, now(proving) + 120_000);
    await wait(100);
  }
}

function now({ clock }: Proving): number {
  return clock.base + performance.now() - clock.setAt;
}

function moveTo(proving: Proving, instant: number): void {
  proving.clock.base = instant;
  proving.clock.setAt = performance.now();
  for (const bot of proving.bots) bot.moveClock(instant);
}

/** Somewhere in the round: after some more calls to Teams, and some milliseconds. */
async function somewhere(proving: Proving): Promise<void> {
  const { random, teams, people, killsPerRound } = proving;
  const target = teams.calls.length + random.below((1.6 * people) / (killsPerRound + 1));
  const giveUp = Date.now() + random.below(2_000);
  while (teams.calls.length < target && Date.now() < giveUp) await wait(1);
  await passOn(proving, random.below(12));
}

/** Real time passes; who answers is sent to another replica each time. */
async function passOn({ teams, bots, random }: Proving, ms: number): Promise<void> {
  const bot = bots[random.below(bots.length)];
  if (bot) teams.connect((await bot.ready).url);
  await wait(ms);
}

async function startReplica(proving: Proving): Promise<BotProcess> {
  const { place, teams } = proving;
  return await startBot({ place, teams: teams.settings(), now: now(proving), pace: PACE, logLevel: "fatal" });
}

async function killOne(proving: Proving): Promise<void> {
  const index = proving.random.below(REPLICAS);
  noteFalls(proving);
  await proving.bots[index]?.kill();
  proving.kills++;
  proving.mayBeCut += await sendingNow(proving);
  moveTo(proving, now(proving) + LEASES_MS);
  const bot = await startReplica(proving);
  proving.bots[index] = bot;
  await bot.ready;
}

/** A bot that ended without being killed. */
function noteFalls({ bots, fallen }: Proving): void {
  for (const bot of bots) {
    const how = bot.fellOver();
    if (how !== null) fallen.add(`bot ${bot.pid} fell over: ${how}`);
  }
}

async function sendingNow({ place }: Proving): Promise<number> {
  const store = await openStore(place, { connections: 1 });
  try {
    return (await store.outbox.countByState()).sending;
  } finally {
    await store.close();
  }
}

const PATIENCE_MS = 180_000;

/** The clock is pushed on while something waits to be tried again. */
async function untilSettled(proving: Proving): Promise<void> {
  const giveUp = Date.now() + PATIENCE_MS;
  for (let quiet = 0; quiet < 2; ) {
    await passOn(proving, 100);
    const counts = await proving.bots[0]?.counts();
    const left = counts ? leftIn(counts) : 1;
    quiet = left === 0 ? quiet + 1 : 0;
    if (left > 0) moveTo(proving, now(proving) + 20_000);
    if (Date.now() > giveUp) throw new Error(`not settled: ${JSON.stringify(counts)}`);
  }
}

async function summed(proving: Proving, weeks: readonly Week[], crowds: readonly Crowd[]): Promise<ReplicasProved> {
  const { teams, place, region } = proving;
  const with0 = (pick: (status: number) => boolean) => teams.calls.filter(({ status }) => pick(status)).length;
  const cut = with0((status) => status === 0);
  // How the cuts fall on the weeks is not told apart: the bound is for all of them together.
  const inFlight = proving.mayBeCut + cut;
  const verdicts = await judge(
    place,
    teams,
    region,
    weeks.map((week, index) => ({
      week,
      acknowledged: crowds[index]?.acknowledged ?? new Set<string>(),
      inFlight,
      digest: true,
    })),
  );
  const sum = (pick: (verdict: (typeof verdicts)[number]) => number): number =>
    verdicts.reduce((total, one) => total + pick(one), 0);
  const ambiguous = sum((one) => one.ambiguous);
  const faults = [...verdicts.flatMap((one) => one.faults), ...proving.fallen];
  if (ambiguous > inFlight) faults.push(`${ambiguous} ambiguous in all, ${inFlight} may have been cut off`);
  return {
    kills: proving.kills,
    sent: sum((one) => one.sent),
    ambiguous,
    cameThrough: sum((one) => one.cameThrough),
    throttled: with0((status) => status === 429),
    errors: with0((status) => status >= 500),
    cut,
    reports: sum((one) => one.reports),
    digests: sum((one) => one.digests),
    faults,
  };
}
