// `npm run demo`: the whole bot on the embedded database with Region Exempel, a clock of its own, and the Playground.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { reviseDeps } from "./app/revise-deps.ts";
import { planAt } from "./app/world.ts";
import { createApp } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import { DemoClock } from "./demo/demo-clock.ts";
import { CLOCK_SETTING, demoParts } from "./demo/demo-parts.ts";
import { demoStore } from "./demo/demo-store.ts";
import {
  chooseDemoPeople,
  DEMO_CHANNEL,
  DEMO_TENANT,
  isTaken,
  startPlayground,
  stopPlayground,
  untilItListens,
} from "./demo/playground.ts";
import { type Instant, parseInstant } from "./lib/time.ts";
import { revise } from "./revise/revise.ts";
import { openStore } from "./store/store.ts";

const START = "2026-11-18T07:25:00+01:00";
const PLAYGROUND_PORT = "56150";
const PLAN_FOLDER = fileURLToPath(new URL("./demo/plan/", import.meta.url));
const USAGE =
  "npm run demo -- [--no-playground | --playground-port <port>] [--fresh] [--at <ISO-tid, till exempel 2026-11-18T07:25:00+01:00>]\n";

const { config, options } = readOptions();
// Whatever database the settings name: the demo keeps to its own folder.
const dataDir = join(config.dataDir, "demo");
if (options.fresh) rmSync(dataDir, { recursive: true, force: true });

const store = demoStore(await openStore({ dataDir }).catch((error: unknown) => stopWith(error)));
const kept = (await store.memory.settings())[CLOCK_SETTING];
const start = options.at ?? (typeof kept === "number" ? (kept as Instant) : (parseInstant(START) as Instant));
const clock = new DemoClock(start);
const parts = demoParts(clock);
const demo: Config = { ...config, dataDir, secrets: { ...config.secrets, databaseUrl: null } };
let playgroundEnded = !options.playground;
const reachable = () => untilItListens(options.playgroundPort, () => playgroundEnded);
const app = await createApp(demo, { clock, store, demo: parts, reachable }).catch((error: unknown) => stopWith(error));
parts.attach(app);
if (!(await planAt(app.world))) await readSamplePlan();
const { port } = await app.start().catch((error: unknown) => stopWith(error));
say(`Omställningsboten (demo) lyssnar på http://127.0.0.1:${port}/api/messages`);

const playground = options.playground ? await openPlayground(port) : null;
if (!options.playground)
  say(`Peka en Teams-emulator på den adressen. Demoklockan börjar ${new Date(start).toISOString()}.`);

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (playground) stopPlayground(playground);
  await store.memory.saveSetting(CLOCK_SETTING, clock.now(), "demo", clock.now());
  await app.stop();
  process.exit(0);
}

async function readSamplePlan(): Promise<void> {
  const names = readdirSync(PLAN_FOLDER).filter((name) => name.endsWith(".csv"));
  const files = names.map((name) => ({ name, bytes: readFileSync(join(PLAN_FOLDER, name)) }));
  const receipt = await revise(reviseDeps(app.world), files, "cli:demo", clock.now());
  if (!receipt.ok) throw new Error("The sample plan could not be read");
}

async function openPlayground(botPort: number) {
  const plan = await planAt(app.world);
  const serviceUrl = `http://localhost:${options.playgroundPort}/_connector`;
  await store.people.bindChannel({
    name: "management",
    tenant: DEMO_TENANT,
    team: "team-omstallning",
    channel: DEMO_CHANNEL,
    serviceUrl,
    by: "demo",
    at: clock.now(),
  });
  const address = `http://localhost:${options.playgroundPort}`;
  if (await isTaken(options.playgroundPort)) {
    say(
      `På port ${options.playgroundPort} svarar redan något, troligen Playground från en demo som avbröts: den används.`,
    );
    say(`Öppna ${address} i webbläsaren. Är det något annat: välj en port med --playground-port <port>.`);
    return null;
  }
  const child = startPlayground(
    {
      folder: join(dataDir, "playground"),
      botUrl: `http://127.0.0.1:${botPort}/api/messages`,
      port: options.playgroundPort,
      people: chooseDemoPeople(plan?.facts.persons ?? []),
    },
    (code) => {
      playgroundEnded = true;
      if (!stopping) say(`Playground avslutades (${code ?? "signal"}). Boten svarar fortfarande; Ctrl+C avslutar.`);
    },
  );
  say(`Öppna ${address} i webbläsaren (Playground startar på några sekunder).`);
  say("Playground lyssnar på alla nätverkskort på den här datorn så länge demon körs.");
  return child;
}

function readOptions() {
  const read = readConfig(process.env, "demo");
  if (!read.ok) return stopWith(new Error(read.faults.join("\n")));
  try {
    const { values } = parseArgs({
      options: {
        "no-playground": { type: "boolean", default: false },
        fresh: { type: "boolean", default: false },
        at: { type: "string" },
        "playground-port": { type: "string", default: PLAYGROUND_PORT },
      },
    });
    const at = values.at === undefined ? null : parseInstant(values.at);
    if (values.at !== undefined && at === null) throw new Error("--at: not a time");
    return {
      config: read.config,
      options: {
        playground: !values["no-playground"],
        fresh: values.fresh,
        at,
        playgroundPort: Number(values["playground-port"]),
      },
    };
  } catch {
    process.stderr.write(USAGE);
    process.exit(2);
  }
}

function stopWith(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(3);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
