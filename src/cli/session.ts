// What a command may use, opened when it is first asked for: the settings, the database, the clock.
import { resolve } from "node:path";
import type { Log, World } from "../app/world.ts";
import { type Config, readConfig } from "../config.ts";
import { realClock, stoppedAt } from "../lib/clock.ts";
import type { Instant } from "../lib/time.ts";
import type { Plan } from "../plan/plan.ts";
import type { Store, StorePlace } from "../store/store.ts";
import { type Call, type Io, Refusal, Surroundings } from "./command.ts";
import type { Options } from "./options.ts";
import { timeOf } from "./time.ts";
import { words } from "./words.ts";

export interface Session {
  readonly call: Call;
  close(): Promise<void>;
}

/** A person waits at the terminal: a server that is gone is told soon. */
const PATIENCE_MS = 2_000;

export function openSession(io: Io, args: readonly string[], options: Options): Session {
  let opening: Promise<World> | null = null;
  const config = once(() => configOf(io));
  const place = () => placeOf(config(), io.cwd);
  const open = async (): Promise<World> => {
    const { now } = options;
    // A time that can't be read is told before anything is opened.
    if (now !== undefined) timeOf("now", now, DEFAULT_ZONE);
    const where = place();
    const { openStore } = await import("../store/store.ts");
    const store = await openStore(where, { patienceMs: PATIENCE_MS, connections: 2 });
    const given = now === undefined ? null : timeOf("now", now, await zoneOf(store));
    return { store, clock: given === null ? realClock : stoppedAt(given), log: quiet };
  };
  const world = () => {
    opening ??= open();
    return opening;
  };
  const givenNow = async () => (options.now === undefined ? null : (await world()).clock.now());
  const call = { args, options, io, by: `cli:${io.user}`, config, place, world, givenNow };
  return { call, close: async () => await (await opening?.catch(() => null))?.store.close() };
}

/** The plan in force, known at the command's time. Throws a `Refusal` when none has been imported. */
export async function planInForce(world: World, now: Instant = world.clock.now()): Promise<Plan> {
  const current = await world.store.plan.current();
  if (!current) throw new Refusal(words.noPlan);
  return { ...current, now };
}

const DEFAULT_ZONE = "Europe/Stockholm";

async function zoneOf(store: Store): Promise<string> {
  return (await store.plan.current())?.facts.header.zone ?? DEFAULT_ZONE;
}

function configOf(io: Io): Config {
  const read = readConfig(io.env, "cli");
  if (!read.ok) throw new Surroundings(words.settings(read.faults));
  return read.config;
}

function placeOf(config: Config, cwd: string): StorePlace {
  const { databaseUrl } = config.secrets;
  return databaseUrl ? { databaseUrl } : { dataDir: resolve(cwd, config.dataDir) };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const silent = (): void => {};
const quiet: Log = { debug: silent, info: silent, warn: silent, error: silent };
