// All wiring, by hand. `npm start`, the demo, the command line and the flow tests use the same createApp.
import { pino } from "pino";
import { createChat } from "./app/chat.ts";
import { dialogDeps } from "./app/digest-deps.ts";
import { housekeeping } from "./app/housekeeping.ts";
import { identityOf } from "./app/identity.ts";
import { createInbox } from "./app/inbox.ts";
import { type Metrics, serveMetrics } from "./app/metrics.ts";
import { createOffice, type Office } from "./app/office.ts";
import { type Absent, jobsDeps } from "./app/post.ts";
import { teamsSettings } from "./app/teams-settings.ts";
import { understanding } from "./app/understanding.ts";
import { warmUp } from "./app/warm-up.ts";
import type { Log, World } from "./app/world.ts";
import { type Config, storePlace } from "./config.ts";
import type { JobsDeps } from "./jobs/deps.ts";
import { createGate } from "./jobs/gate.ts";
import { DOCUMENTED_PACE, type Pace, pauseReplies, replyPace } from "./jobs/limits.ts";
import { type Jobs, runUntil, startJobs } from "./jobs/run.ts";
import { type Clock, realClock } from "./lib/clock.ts";
import type { Instant } from "./lib/time.ts";
import { withinTime } from "./lib/within-time.ts";
import { briefLines } from "./report/report.ts";
import { openStore, type Store } from "./store/store.ts";
import type { TeamsSettings } from "./teams/settings.ts";
import { createTeams, type Replies, type Teams } from "./teams/teams.ts";
import type { Turn } from "./teams/turn.ts";

/** What the demo adds to the real thing. */
export interface DemoParts extends Absent {
  command(app: App, turn: Turn, text: string): Promise<Replies | null>;
  /** What is said to one who comes, beside the welcome; null when it was said a moment ago. */
  greeting(turn: Turn): string | null;
  /** Whom this person acts as. */
  acted(turn: Turn): string | null;
  /** Any turn at all, before it is handled. */
  noticed(app: App, turn: Turn): Promise<void>;
}

export interface Overrides {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly store?: Store;
  readonly teams?: Partial<TeamsSettings>;
  /** How fast the bot may speak; a test that must end raises it. */
  readonly pace?: Pace;
  /** Whether the clock's own loops run; a test that moves a clock by hand runs them itself. */
  readonly loops?: boolean;
  /** Before this nothing is sent that nobody just asked for, nor a turn taken up again: the other side begins later. */
  readonly reachable?: () => Promise<void>;
  readonly demo?: DemoParts;
}

export interface App {
  readonly world: World;
  readonly office: Office;
  readonly teams: Teams;
  /** Opens the door; resolves when the bot is ready. */
  start(): Promise<{ readonly port: number }>;
  /** Stops claiming, ends what is under way within `graceMs` (15 s), closes everything; the rest is left to the next. */
  stop(graceMs?: number): Promise<void>;
  /** Moves a clock of one's own to `until` and does all that falls due on the way (demo and tests). */
  runUntil(until: Instant, moveTo: (instant: Instant) => void | Promise<void>): Promise<void>;
  /** Resolves when no turn, background work or post is under way (tests). */
  idle(): Promise<void>;
}

export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const log = overrides.log ?? pino({ level: config.logLevel });
  const store = overrides.store ?? (await openStore(storePlace(config)));
  const world: World = { clock: overrides.clock ?? realClock, store, log };
  const { demo, pace = DOCUMENTED_PACE } = overrides;
  const now = (): Instant => world.clock.now();
  const gate = createGate(pace.appSpacingMs, () => performance.now(), sleep);
  const hands: { teams?: Teams; jobs?: Jobs; metrics?: Metrics } = {};
  let stopping = false;
  const office = createOffice(
    world,
    understanding(config, log),
    () => hands.teams as Teams,
    () => hands.jobs?.wake(),
  );
  const settings = { ...teamsSettings(config), ...overrides.teams };
  const chat = createChat({
    office,
    identify: async (turn) => demo?.acted(turn) ?? (await teams.identify(turn)),
    noticed: async (turn) => demo?.noticed(app, turn),
    demoCommand: async (turn, text) => demo?.command(app, turn, text) ?? null,
    demoGreeting: (turn) => demo?.greeting(turn) ?? null,
    dialogs: dialogDeps(world, briefLines),
  });
  const inbox = createInbox(world);
  const teams: Teams = createTeams(settings, {
    handlers: chat,
    accept: inbox.accept,
    isMine: inbox.isMine,
    finished: inbox.finished,
    unheard: inbox.unheard,
    ...identityOf(world),
    ready: async () => store.ping().then(() => true),
    pace: replyPace(store.limits, gate, now, sleep, pace),
    throttled: pauseReplies(store.limits, now, (error) => log.warn({ error }, "a conversation could not be paused")),
    log,
  });
  hands.teams = teams;
  const deps: JobsDeps = jobsDeps(world, teams, demo ?? null, () => hands.jobs?.wake(), { pace, gate, sleep });
  const keeping = housekeeping(world, inbox, teams);
  const begin = () => {
    if (stopping) return;
    hands.jobs = startJobs(deps);
    keeping.start();
  };
  let warming = Promise.resolve();
  const app: App = {
    world,
    office,
    teams,
    async start() {
      const looped = overrides.loops ?? true;
      const { port } = await teams.listen();
      if (looped) {
        if (overrides.reachable) void overrides.reachable().then(begin);
        else begin();
        // Nobody who could be answered already waits for it.
        warming = warmUp(world);
      }
      if (config.metricsPort !== null) hands.metrics = serveMetrics(world, config.metricsPort);
      log.info({ port, database: store.kind }, "listening");
      return { port };
    },
    async stop(graceMs = STOP_MS) {
      stopping = true;
      keeping.stop();
      hands.metrics?.close();
      const ending = Promise.all([teams.close(graceMs), hands.jobs?.stop(graceMs), warming]).then(() => office.idle());
      await withinTime(ending, graceMs);
      await store.close();
    },
    async runUntil(until, moveTo) {
      // The loops rest meanwhile: what they hold would be missed on the way. Turns are not waited for, since this may
      // be called from one.
      const looped = hands.jobs;
      delete hands.jobs;
      await looped?.stop();
      try {
        await runUntil(deps, until, moveTo);
      } finally {
        if (looped && !stopping) hands.jobs = startJobs(deps);
      }
      await office.idle();
    },
    async idle() {
      await teams.idle();
      await office.idle();
    },
  };
  return app;
}

/** SIGTERM gives this long for what is under way. */
const STOP_MS = 15_000;

/** Real time, on the real clock, whatever the bot's own shows. */
function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
