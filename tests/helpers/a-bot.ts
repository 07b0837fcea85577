// The whole bot, as `npm start` makes it, on loopback against a fake Teams, with a clock that the test moves.
//
//     const bot = await aBot({ plan: samplePlan(), at: "2026-11-18 07.25" });
//     const eva = await bot.installFor("chef.ortopeden@region-exempel.example");
//     await bot.timeIs("2026-11-18 07.30");
//     const receipt = await bot.press(bot.last(eva), "Inget nytt – samma läge");
import { planAt } from "../../src/app/world.ts";
import { type App, createApp, type DemoParts } from "../../src/app.ts";
import { type Config, readConfig } from "../../src/config.ts";
import { type Instant, type IsoDate, instantAt, type WallTime } from "../../src/lib/time.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { Store } from "../../src/store/store.ts";
import { aDatabase, type DatabaseKind, type TestDatabase } from "./a-database.ts";
import { type FakeClock, fakeClock } from "./fake-clock.ts";
import type { Inputs } from "./fake-teams/pressing.ts";
import {
  type Channel,
  type FakeTeams,
  type Person,
  type Pressed,
  type PressOptions,
  type Shown,
  startFakeTeams,
} from "./fake-teams.ts";

export interface ABotOptions {
  /** Imported before the bot starts, as whoever sees to the server would; none = no plan yet. */
  readonly plan?: Plan | null;
  /** What the wall in Stockholm shows, `2026-11-18 07.25`. */
  readonly at: string;
  /** Default: the embedded one. */
  readonly database?: DatabaseKind;
  /** Whether the clock's own loops run. Default: no, everything is done by `timeIs`, `say` and `press`. */
  readonly loops?: boolean;
  /** Settings beside the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the demo adds. */
  readonly demo?: (clock: FakeClock) => DemoParts & { attach(app: App): void };
  /** What stands between the bot and its database. */
  readonly store?: (store: Store) => Store;
}

export interface ABot {
  readonly fake: FakeTeams;
  readonly clock: FakeClock;
  readonly database: TestDatabase;
  /** What the log got, newest last. */
  readonly log: readonly { readonly level: string; readonly text: string; readonly fields: object }[];
  app(): App;
  plan(): Promise<Plan>;
  /** Moves the clock; all that falls due on the way is done, in order. */
  timeIs(wall: string): Promise<void>;
  /** Installs the app for a person, who then has been greeted. */
  installFor(email: string, more?: Partial<Person>): Promise<Person>;
  /** Everyone in the plan has the app and has been greeted before the story begins. */
  everyoneHasIt(): Promise<void>;
  person(email: string): Person;
  /** Adds the bot to a channel's team, without binding it to the digest. */
  joins(channel: Channel, by: Person): Promise<void>;
  bind(channel: Channel): Promise<void>;
  /** Writes to the bot, and gives what it said in return. */
  say(person: Person, text: string): Promise<Shown[]>;
  /** In a new thread of a channel, or in the one of `inThread`. */
  mention(channel: Channel, person: Person, text: string, inThread?: Shown): Promise<Shown[]>;
  press(shown: Shown, title: string | RegExp, inputs?: Inputs, options?: PressOptions): Promise<Pressed>;
  sendFile(person: Person, name: string, bytes: Uint8Array): Promise<Shown[]>;
  /** What stands in a chat or channel. */
  shows(where: Person | Channel): Shown[];
  /** The newest that matches. Throws when there is none. */
  last(where: Person | Channel, match?: RegExp): Shown;
  /** Until nothing is under way and nothing in the post is due. */
  settled(): Promise<void>;
  /** Ends it as a killed process ends: nothing under way is finished, nothing is given back. */
  crash(): Promise<void>;
  stop(): Promise<void>;
  /** The story is told: the bot, its Teams and its data are taken away. */
  end(): Promise<void>;
  /** Starts it again on the same data; what the fake was told to do wrong is over. */
  start(): Promise<void>;
}

const ZONE = "Europe/Stockholm";

/** To be ended by the one who asked for it, when the story is told. */
export async function aBot(options: ABotOptions): Promise<ABot> {
  const database = await aDatabase(options.database ?? "embedded");
  const fake = await startFakeTeams();
  const clock = fakeClock(new Date(instantOf(options.at)).toISOString());
  const log: { level: string; text: string; fields: object }[] = [];
  let app: App | null = null;

  async function start(): Promise<void> {
    const opened = withoutWaiting(await database.open());
    const store = options.store?.(opened) ?? opened;
    const { host: _host, mode: _mode, ...ours } = fake.settings();
    const demo = options.demo?.(clock);
    app = await createApp(config(options.env), {
      clock,
      store,
      log: logInto(log),
      teams: ours,
      loops: options.loops ?? false,
      ...(demo && { demo }),
    });
    demo?.attach(app);
    if (options.plan && (await store.plan.current()) === null) await importPlan(store, options.plan, clock.now());
    const { port } = await app.start();
    fake.connect(`http://127.0.0.1:${port}`);
  }

  function running(): App {
    if (!app) throw new Error("the bot is not running");
    return app;
  }

  async function settled(): Promise<void> {
    await running().idle();
    await running().runUntil(clock.now(), clock.moveTo);
    await running().idle();
  }

  const shows = (where: Person | Channel): Shown[] => fake.shows(where);

  async function repliesTo(where: Person | Channel, act: () => Promise<unknown>): Promise<Shown[]> {
    const before = new Set(shows(where));
    await act();
    await settled();
    return shows(where).filter((shown) => !before.has(shown));
  }

  const bot: ABot = {
    fake,
    clock,
    database,
    log,
    app: running,
    async plan() {
      const plan = await planAt(running().world);
      if (!plan) throw new Error("there is no plan");
      return plan;
    },
    async timeIs(wall) {
      await running().idle();
      await running().runUntil(instantOf(wall), clock.moveTo);
      await running().idle();
    },
    async installFor(email, more) {
      const person = fake.person(email, more);
      await fake.install(person);
      await settled();
      return person;
    },
    async everyoneHasIt() {
      const { facts } = await bot.plan();
      const { people } = running().world.store;
      for (const email of new Set(facts.persons.map((row) => row.email))) {
        const { tenant, aadId, teamsId, conversationId } = fake.person(email);
        const chat = { conversation: conversationId, serviceUrl: fake.serviceUrl, installed: true };
        await people.saw({ tenant, aadObjectId: aadId, teamsId, email, ...chat, heard: clock.now() });
      }
    },
    person: (email) => fake.person(email),
    async joins(channel, by) {
      await fake.installIn(channel, by);
      await settled();
    },
    async bind(channel) {
      const { serviceUrl, ledger } = fake;
      const where = { team: channel.teamId, channel: channel.id, serviceUrl, tenant: ledger.tenant };
      const { people } = running().world.store;
      await people.bindChannel({ name: "management", ...where, by: "test", at: clock.now() });
    },
    say: (person, text) => repliesTo(person, () => fake.say(person, text)),
    mention: (channel, person, text, inThread) =>
      repliesTo(channel, () => fake.mention(channel, person, text, inThread)),
    async press(shown, title, inputs, pressing) {
      const pressed = await fake.press(shown, title, inputs, pressing);
      await settled();
      return pressed;
    },
    sendFile: (person, name, bytes) => repliesTo(person, () => fake.uploadFile(person, name, bytes)),
    shows,
    last(where, match = /./) {
      const found = shows(where).findLast((shown) => match.test(shown.text));
      if (found) return found;
      const texts = shows(where).map((shown) => shown.text.slice(0, 100));
      throw new Error(`nothing matches ${match} among:\n${texts.join("\n")}`);
    },
    settled,
    async crash() {
      const { teams, world } = running();
      app = null;
      // What is cut off can't note that it has ended, nor apologise.
      fake.faults.add({ cut: true, times: Number.POSITIVE_INFINITY });
      await world.store.close();
      await teams.close(0);
    },
    async stop() {
      await running().stop();
      app = null;
    },
    async end() {
      await app?.stop();
      app = null;
      await fake.close();
      await database.remove();
    },
    async start() {
      fake.faults.clear();
      await start();
    },
  };
  await start();
  return bot;
}

/** `2026-11-18 07.25` on the wall in Stockholm. */
export function instantOf(wall: string): Instant {
  const [date = "", time = ""] = wall.split(" ");
  return instantAt(date as IsoDate, time.replace(".", ":") as WallTime, ZONE);
}

export async function importPlan(store: Store, plan: Plan, at: Instant): Promise<void> {
  const { lines, forecasts, support } = plan.book;
  const expected = (await store.plan.current())?.version ?? 0;
  const meta = { by: "cli:test", source: "test", hash: "", changes: [], at };
  await store.plan.saveVersion(expected, plan.facts, { lines, forecasts, support }, meta);
}

/** The limits of Teams are counted on the clock, which stands still here: nobody would ever get a turn. */
function withoutWaiting(store: Store): Store {
  return { ...store, limits: { ...store.limits, take: async () => 0 } };
}

function config(env: ABotOptions["env"]): Config {
  const read = readConfig({ LOG_LEVEL: "silent", PORT: "0", ...env }, "demo");
  if (!read.ok) throw new Error(read.faults.join());
  return read.config;
}

function logInto(log: { level: string; text: string; fields: object }[]) {
  const at = (level: string) => (fields: object, text: string) => void log.push({ level, text, fields });
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
