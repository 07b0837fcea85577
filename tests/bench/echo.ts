// Turns per second and the slowest hundredth, beside three bare echo bots on the same load in the same run; limits off on
// both sides. Our bot stores, authorises and answers from the database on every turn.
import { startFakeTeams } from "../helpers/fake-teams.ts";
import { AS_STARTED, startBot } from "../prove/bot-process.ts";
import type { ProofDatabase } from "../prove/database.ts";
import { makeRegion } from "../prove/region.ts";
import { type EchoBot, startEcho, startTeamsSdk2 } from "./echo-bots.ts";
import { type Line, line, rounded } from "./table.ts";
import { median, startTalk, type Talk, type Talker, type TalkResult } from "./talk.ts";

export interface EchoWanted {
  readonly databases: readonly ProofDatabase[];
  /** Rounds; each bot has its turn in each, so that a busy machine is busy for all. */
  readonly rounds: number;
  readonly turns: number;
  readonly atOnce: number;
}

interface Contender {
  readonly name: string;
  readonly ours: boolean;
  /** What is compared runs on the same Node. */
  readonly node: string;
  readonly said: (turn: number) => string;
  readonly bot: EchoBot;
}

const PART = "echo";
/** Understood, authorised, answered with a card; the thread and the question are kept. Of units by their number. */
const QUESTIONS: readonly ((unit: string) => string)[] = [
  (unit) => `hur går det för ${unit}`,
  (unit) => `hur mycket har ${unit} sparat`,
  (unit) => `vilka åtgärder har ${unit}`,
  () => "hjälp",
];
const ECHOED = (): string => "hej";
const UNLIMITED = { appSpacingMs: 0, conversation: [], inFlight: 16 };

export async function benchEcho({ databases, rounds, turns, atOnce }: EchoWanted): Promise<Line[]> {
  const talk = await startTalk();
  const contenders: Contender[] = [];
  const lines: Line[] = [];
  const talkers = await talkersOf(atOnce);
  try {
    for (const name of ["botbuilder", "teams-ai"] as const) {
      contenders.push({ name, ours: false, node: process.version, said: ECHOED, bot: await startEcho(name) });
    }
    const sdk2 = await startTeamsSdk2();
    if ("none" in sdk2) lines.push(line(PART, "Teams SDK 2.x on Node 24", `not to be had: ${sdk2.none}`));
    else contenders.push({ name: "Teams SDK 2.x", ours: false, node: sdk2.version, said: ECHOED, bot: sdk2 });
    for (const database of databases) await makeOurRegion(database, atOnce);
    for (const database of databases) contenders.push(await ourBot(database, atOnce, process.version));
    const results = new Map(await measure(talk, contenders, talkers, { rounds, turns }));
    if (!("none" in sdk2)) {
      // The embedded database is one process's at a time.
      await stopOurs(contenders);
      const onOther: Contender[] = [];
      for (const database of databases) onOther.push(await ourBot(database, atOnce, sdk2.version, sdk2.node));
      contenders.push(...onOther);
      const again = contenders.filter(({ node }) => node === sdk2.version);
      for (const [contender, list] of await measure(talk, again, talkers, { rounds, turns }))
        results.set(contender, list);
    }
    return [...lines, ...compared(results)];
  } finally {
    for (const { bot } of contenders) await bot.stop();
    await talk.close();
  }
}

async function talkersOf(count: number): Promise<Talker[]> {
  const teams = await startFakeTeams();
  const people = Array.from({ length: count }, (_, index) => teams.person(`chef${index + 1}@region.example`));
  await teams.close();
  return people.map(({ conversationId, aadId, teamsId }) => ({ conversation: conversationId, aadId, teamsId }));
}

async function makeOurRegion({ place }: ProofDatabase, units: number): Promise<void> {
  const teams = await startFakeTeams();
  await makeRegion(place, teams, { units, since: "2026-11-16T12:00:00+01:00" });
  await teams.close();
}

/** No two alike for a while: what is remembered of the question before is of no use. */
function questionOf(turn: number, units: number): string {
  const ask = QUESTIONS[turn % QUESTIONS.length] as (typeof QUESTIONS)[number];
  return ask(`enhet ${1 + ((turn * 7) % units)}`);
}

async function ourBot(
  { kind, place }: ProofDatabase,
  units: number,
  node: string,
  execPath = process.execPath,
): Promise<Contender> {
  const teams = await startFakeTeams();
  await teams.close();
  const settings = { place, teams: teams.settings(), pace: UNLIMITED, logLevel: "error" } as const;
  const bot = await startBot({ ...settings, now: Date.parse("2026-11-18T06:00:00Z") }, { ...AS_STARTED, execPath });
  const { url } = await bot.ready;
  return {
    name: `our bot, ${kind}`,
    ours: true,
    node,
    said: (turn) => questionOf(turn, units),
    bot: { url, stop: () => bot.stop() },
  };
}

async function stopOurs(contenders: readonly Contender[]): Promise<void> {
  for (const { ours, bot } of contenders) if (ours) await bot.stop();
}

async function measure(
  talk: Talk,
  contenders: readonly Contender[],
  talkers: readonly Talker[],
  { rounds, turns }: { readonly rounds: number; readonly turns: number },
): Promise<ReadonlyMap<Contender, readonly TalkResult[]>> {
  const results = new Map<Contender, TalkResult[]>(contenders.map((one) => [one, []]));
  for (const { bot, said } of contenders) await talk.run(bot.url, talkers, turns, said);
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      results.get(contender)?.push(await talk.run(contender.bot.url, talkers, turns, contender.said));
    }
  }
  return results;
}

function compared(results: ReadonlyMap<Contender, readonly TalkResult[]>): Line[] {
  const lines: Line[] = [];
  const medians = [...results].map(([contender, list]) => ({
    contender,
    turns: median(list.map((one) => one.turnsPerSecond)),
    p99: median(list.map((one) => one.p99)),
    unanswered: list.reduce((sum, one) => sum + one.unanswered, 0),
  }));
  for (const { contender, turns, p99, unanswered } of medians) {
    const lost = unanswered > 0 ? `, ${unanswered} UNANSWERED` : "";
    const name = `${contender.name}, Node ${contender.node}`;
    lines.push(line(PART, name, `${rounded(turns, 0)} turns/s, p99 ${rounded(p99)} ms${lost}`));
  }
  for (const own of medians.filter((one) => one.contender.ours)) {
    const { node } = own.contender;
    for (const bare of medians.filter((one) => !one.contender.ours && one.contender.node === node)) {
      const what = `${own.contender.name} ÷ ${bare.contender.name}`;
      const speed = own.turns / bare.turns;
      const slowest = own.p99 / bare.p99;
      lines.push(line(PART, `${what}: turns/s`, rounded(speed, 2), "≥ 1.00", speed >= 1));
      lines.push(line(PART, `${what}: p99`, rounded(slowest, 2), "≤ 1.00", slowest <= 1));
    }
  }
  return lines;
}
