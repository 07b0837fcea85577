// A bot that is killed at random points of its rounds and started again: everybody gets one card all the same.
import { setTimeout as wait } from "node:timers/promises";
import type { Pace } from "../../src/jobs/limits.ts";
import type { Week } from "../../src/plan/week.ts";
import type { StorePlace } from "../../src/store/store.ts";
import { type FakeTeams, startFakeTeams } from "../helpers/fake-teams.ts";
import { type BotProcess, startBot } from "./bot-process.ts";
import { type Crowd, startCrowd } from "./crowd.ts";
import { type Expected, judge, type Verdict } from "./oracle.ts";
import type { Random } from "./random.ts";
import { makeRegion, type Region } from "./region.ts";
import { settled } from "./settled.ts";
import { cardWeeks, rhythmIn } from "./time.ts";

export interface KillsWanted {
  readonly place: StorePlace;
  readonly people: number;
  readonly kills: number;
  /** Of these one falls on the digest. */
  readonly killsPerRound: number;
  readonly pace: Pace;
  readonly random: Random;
}

export interface KillsProved {
  readonly kills: number;
  readonly rounds: number;
  readonly sent: number;
  readonly ambiguous: number;
  readonly cameThrough: number;
  /** Sends that were cut off by the kills, all together, and at most by one. */
  readonly inFlight: number;
  readonly mostInFlight: number;
  readonly reports: number;
  readonly pressesUnanswered: number;
  readonly questions: number;
  /** Killed between the answer and the note that it was given. */
  readonly answeredTwice: number;
  readonly digests: number;
  readonly faults: readonly string[];
}

/** Longer than every lease: what a killed bot held is free for the next one. */
const LEASES_MS = 125_000;
const FIRST_WEEK = "2026-W34" as Week;

interface Proving extends KillsWanted {
  readonly teams: FakeTeams;
  readonly region: Region;
  bot: BotProcess;
  kills: number;
  now: number;
  /** Cut off by the kills of this round. */
  inFlight: number;
  mostInFlight: number;
  pressesUnanswered: number;
  questions: number;
  answeredTwice: number;
  readonly fallen: string[];
}

export async function proveKills(wanted: KillsWanted): Promise<KillsProved> {
  const teams = await startFakeTeams();
  const rounds = Math.ceil(wanted.kills / wanted.killsPerRound);
  const weeks = cardWeeks(FIRST_WEEK, rounds);
  let proving: Proving | null = null;
  try {
    const region = await makeRegion(wanted.place, teams, { units: wanted.people, since: "2026-08-17T12:00:00+02:00" });
    const now = rhythmIn(weeks[0] as Week).opens - 60_000;
    const bot = await startBot(botSettings(wanted, teams, now));
    teams.connect((await bot.ready).url);
    proving = {
      ...wanted,
      teams,
      region,
      bot,
      kills: 0,
      now,
      inFlight: 0,
      mostInFlight: 0,
      pressesUnanswered: 0,
      questions: 0,
      answeredTwice: 0,
      fallen: [],
    };
    const expected: Expected[] = [];
    for (const week of weeks) expected.push(await proveRound(proving, week));
    await proving.bot.stop();
    return summed(proving, expected, await judge(wanted.place, teams, region, expected));
  } finally {
    await proving?.bot.kill();
    await teams.close();
  }
}

function botSettings({ place, pace }: KillsWanted, teams: FakeTeams, now: number): Parameters<typeof startBot>[0] {
  return { place, teams: teams.settings(), now, pace, logLevel: "error" };
}

/** The cards of a week, killed again and again, then the digest, killed once. */
async function proveRound(proving: Proving, week: Week): Promise<Expected> {
  const { random, teams, region } = proving;
  const { opens, digest } = rhythmIn(week);
  proving.inFlight = 0;
  const crowd = startCrowd(teams, region, week, 0.5, random);
  await moveTo(proving, opens);
  const atDigest = 1;
  for (let kill = 0; kill < proving.killsPerRound - atDigest; kill++) {
    await somewhere(proving);
    await killAndStart(proving);
  }
  await settled(proving.bot);
  await crowd.stop();
  await answersCome(proving, crowd, week);
  await moveTo(proving, digest);
  await wait(random.below(60));
  await killAndStart(proving);
  await settled(proving.bot);
  proving.pressesUnanswered += crowd.unanswered;
  return { week, acknowledged: crowd.acknowledged, inFlight: proving.inFlight, digest: true };
}

/** Somewhere in the round: after some more calls to Teams, and some milliseconds. Slow or not, the kills are spread over it. */
async function somewhere({ random, teams, people, killsPerRound }: Proving): Promise<void> {
  const target = teams.calls.length + random.below((2 * people) / killsPerRound);
  const giveUp = Date.now() + random.below(2_000);
  while (teams.calls.length < target && Date.now() < giveUp) await wait(1);
  await wait(random.below(12));
}

const ANSWERS_WITHIN_MS = 45_000;

/** What was acknowledged is answered, whenever the bot was killed. */
async function answersCome(proving: Proving, crowd: Crowd, week: Week): Promise<void> {
  const giveUp = Date.now() + ANSWERS_WITHIN_MS;
  while (crowd.answers().missing > 0 && Date.now() < giveUp) await wait(50);
  const { missing, twice } = crowd.answers();
  if (missing > 0) proving.fallen.push(`${week}: ${missing} of ${crowd.questions} questions were never answered`);
  proving.questions += crowd.questions;
  proving.answeredTwice += twice;
}

async function moveTo(proving: Proving, instant: number): Promise<void> {
  proving.now = instant;
  proving.bot.moveClock(instant);
}

async function killAndStart(proving: Proving): Promise<void> {
  const { random, teams } = proving;
  const fell = proving.bot.fellOver();
  if (fell !== null) proving.fallen.push(`the bot fell over: ${fell}`);
  await proving.bot.kill();
  proving.kills++;
  proving.now += LEASES_MS;
  proving.bot = await startBot(botSettings(proving, teams, proving.now));
  // Now and then it is killed while it starts.
  if (random.next() < 0.1) {
    await wait(random.below(800));
    await proving.bot.kill();
    countInFlight(proving);
    proving.now += LEASES_MS;
    proving.bot = await startBot(botSettings(proving, teams, proving.now));
  }
  const { url } = await proving.bot.ready;
  countInFlight(proving);
  teams.connect(url);
}

/** What the bot found, also when it was killed before it had settled all of it. */
function countInFlight(proving: Proving): void {
  const inFlight = proving.bot.foundInFlight();
  proving.inFlight += inFlight;
  proving.mostInFlight = Math.max(proving.mostInFlight, inFlight);
}

function summed(proving: Proving, expected: readonly Expected[], verdicts: readonly Verdict[]): KillsProved {
  const sum = (pick: (verdict: Verdict) => number): number => verdicts.reduce((total, one) => total + pick(one), 0);
  const faults = [...verdicts.flatMap((verdict) => verdict.faults), ...proving.fallen];
  if (proving.mostInFlight > proving.pace.inFlight) {
    faults.push(`${proving.mostInFlight} sends were cut off by one kill, ${proving.pace.inFlight} may be in flight`);
  }
  return {
    kills: proving.kills,
    rounds: verdicts.length,
    sent: sum(({ sent }) => sent),
    ambiguous: sum(({ ambiguous }) => ambiguous),
    cameThrough: sum(({ cameThrough }) => cameThrough),
    inFlight: expected.reduce((total, { inFlight }) => total + inFlight, 0),
    mostInFlight: proving.mostInFlight,
    reports: sum(({ reports }) => reports),
    pressesUnanswered: proving.pressesUnanswered,
    questions: proving.questions,
    answeredTwice: proving.answeredTwice,
    digests: sum(({ digests }) => digests),
    faults,
  };
}
