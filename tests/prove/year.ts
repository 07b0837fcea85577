// A year on a clock of its own, with the whole bot, the database and the fake Teams: every occurrence at its wall time,
// nothing on a day off, nothing in the night.
import { pino } from "pino";
import { createApp } from "../../src/app.ts";
import type { Instant } from "../../src/lib/time.ts";
import { parseInstant } from "../../src/lib/time.ts";
import { openStore, type Store, type StorePlace } from "../../src/store/store.ts";
import { fakeClock } from "../helpers/fake-clock.ts";
import { startFakeTeams } from "../helpers/fake-teams.ts";
import { type ExpectedOccurrence, expectedYear, isOff } from "./expected-year.ts";
import { raisedPace } from "./pace.ts";
import { makeRegion } from "./region.ts";
import { standaloneConfig } from "./standalone-config.ts";

export interface YearWanted {
  readonly place: StorePlace;
  readonly zone: string;
  readonly year: number;
  readonly units: number;
}

export interface YearProved {
  readonly occurrences: number;
  readonly posts: number;
  readonly faults: readonly string[];
}

const QUIET_FROM = "18:00";
const QUIET_TO = "07:00";

export async function proveYear({ place, zone, year, units }: YearWanted): Promise<YearProved> {
  const teams = await startFakeTeams();
  // The week before v. 1 was not of this year; the last digest comes in the year after.
  const since = `${year - 1}-12-29T12:00:00Z`;
  await makeRegion(place, teams, { units, zone, since });
  const clock = fakeClock(since);
  const posts: Instant[] = [];
  let known = teams.ledger.messages.length;
  teams.ledger.onChange.add(() => {
    for (; known < teams.ledger.messages.length; known++) posts.push(clock.now());
  });
  const store = await openStore(place);
  const app = await createApp(standaloneConfig(place), {
    store,
    clock,
    teams: teams.settings(),
    log: pino({ level: "error" }),
    pace: raisedPace(16, 0.001),
    loops: false,
  });
  try {
    teams.connect(`http://127.0.0.1:${(await app.start()).port}`);
    await app.runUntil(parseInstant(`${year + 1}-01-12T12:00:00Z`) as Instant, (instant) => clock.moveTo(instant));
    const faults = [...(await timetableFaults(store, zone, year)), ...postFaults(posts, zone)];
    return { occurrences: expectedYear(year).length, posts: posts.length, faults };
  } finally {
    await app.stop();
    await teams.close();
  }
}

/** The rows of the year's weeks against the list made by hand: the same, in the same order, each done. */
async function timetableFaults(store: Store, zone: string, year: number): Promise<string[]> {
  const rows = [...(await store.occurrences.recent(1_000))].filter((row) => row.week.startsWith(`${year}-`));
  const done = rows
    .sort((a, b) => a.due - b.due || a.id - b.id)
    .map((row) => textOf({ schedule: row.schedule, week: row.week, ...wallOf(row.due, zone) }, row.state));
  const expected = expectedYear(year).map((one) => textOf(one, "done"));
  const missing = expected.filter((one) => !done.includes(one)).map((one) => `missing: ${one}`);
  const unexpected = done.filter((one) => !expected.includes(one)).map((one) => `not expected: ${one}`);
  if (missing.length + unexpected.length > 0) return [...missing, ...unexpected];
  return done.length === expected.length ? [] : [`${done.length} occurrences, ${expected.length} expected`];
}

function textOf({ schedule, week, date, time }: ExpectedOccurrence, state: string): string {
  return `${schedule} ${week} ${date} ${time} ${state}`;
}

function postFaults(posts: readonly Instant[], zone: string): string[] {
  return posts.flatMap((at) => {
    const { date, time } = wallOf(at, zone);
    if (isOff(date)) return [`something was sent on ${date}`];
    return time >= QUIET_FROM || time < QUIET_TO ? [`something was sent at ${date} ${time}`] : [];
  });
}

function wallOf(at: number, zone: string): { date: string; time: string } {
  const text = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(at);
  const [date = "", time = ""] = text.split(" ");
  return { date, time };
}
