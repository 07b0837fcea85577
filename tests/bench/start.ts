// From `npm start` to ready, as an operator sees it; and what the process holds after the demo's week.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { request } from "undici";
import { type Instant, parseInstant } from "../../src/lib/time.ts";
import type { Email } from "../../src/plan/plan.ts";
import type { Week } from "../../src/plan/week.ts";
import { openStore } from "../../src/store/store.ts";
import { startFakeTeams } from "../helpers/fake-teams.ts";
import { freePort } from "../helpers/free-port.ts";
import { AS_STARTED, startBot } from "../prove/bot-process.ts";
import type { ProofDatabase } from "../prove/database.ts";
import { raisedPace } from "../prove/pace.ts";
import { settled } from "../prove/settled.ts";
import { rhythmIn } from "../prove/time.ts";
import { saveDemoPlan } from "./questions.ts";
import { type Line, line, rounded } from "./table.ts";
import { median } from "./talk.ts";

const ROOT = join(import.meta.dirname, "../..");
const MB = 1024 * 1024;
const WEEK = "2026-W47" as Week;

/** The first start makes the tables; the others find them. */
export async function benchStart(database: ProofDatabase, runs: number): Promise<Line[]> {
  const first = await startToReady(database);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await startToReady(database));
  return [
    line("start", `${database.kind}: to ready, the first time`, `${rounded(first / 1_000)} s`, "≤ 5 s", first <= 5_000),
    line(
      "start",
      `${database.kind}: to ready, median of ${runs}`,
      `${rounded(median(times) / 1_000)} s`,
      "≤ 5 s",
      median(times) <= 5_000,
    ),
  ];
}

async function startToReady({ place }: ProofDatabase): Promise<number> {
  const teams = await startFakeTeams();
  const port = await freePort();
  const where = "dataDir" in place ? { DATA_DIR: place.dataDir } : { DATABASE_URL: place.databaseUrl };
  const began = performance.now();
  const child = spawn(process.execPath, [...AS_STARTED.execArgv, "src/run.mjs", "main"], {
    cwd: ROOT,
    env: { ...process.env, ...teams.env(), ...where, PORT: String(port), HOST: "127.0.0.1", LOG_LEVEL: "silent" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error(`the bot ended with ${child.exitCode}`);
      await wait(10);
    }
    return performance.now() - began;
  } finally {
    child.kill("SIGTERM");
    await ended;
    await teams.close();
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const { statusCode, body } = await request(`http://127.0.0.1:${port}/readyz`);
    await body.dump();
    return statusCode === 200;
  } catch {
    return false;
  }
}

/** The demo's plan through a week: cards, reminders, digest and escalations. */
export async function benchMemory({ kind, place }: ProofDatabase): Promise<Line[]> {
  const teams = await startFakeTeams();
  const store = await openStore(place);
  await saveDemoPlan(store);
  const { facts } = (await store.plan.current()) ?? {};
  const channel = teams.channel("Ledningsgrupp");
  const at = parseInstant("2026-11-16T12:00:00+01:00") as Instant;
  const people = [...new Set((facts?.persons ?? []).map(({ email }) => email))].map((email) => teams.person(email));
  const tenant = people[0]?.tenant ?? "";
  const { serviceUrl } = teams;
  await store.people.bindChannel({
    name: "management",
    tenant,
    team: channel.teamId,
    channel: channel.id,
    serviceUrl,
    by: "bench",
    at,
  });
  for (const { aadId, conversationId, email } of people) {
    const place = { conversation: conversationId, serviceUrl, installed: true, email: email as Email };
    await store.people.saw({ tenant, aadObjectId: aadId, ...place });
  }
  await store.close();
  const rhythm = rhythmIn(WEEK);
  const settings = { place, teams: teams.settings(), pace: raisedPace(16), logLevel: "error" } as const;
  const bot = await startBot({ ...settings, now: rhythm.opens - 60_000 }, AS_STARTED);
  try {
    teams.connect((await bot.ready).url);
    const before = await bot.usage();
    for (const moment of [rhythm.opens, rhythm.remind1, rhythm.remind2, rhythm.digest, rhythm.escalate]) {
      if (moment === null) continue;
      bot.moveClock(moment);
      await wait(200);
      await settled(bot);
    }
    const after = await bot.usage();
    const { sent } = await bot.counts();
    const value = `${rounded(before.rss / MB, 0)} → ${rounded(after.rss / MB, 0)} MB`;
    return [line("memory", `${kind}: start → after the demo's week (${sent} sent)`, value)];
  } finally {
    await bot.kill();
    await teams.close();
  }
}
