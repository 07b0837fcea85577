// `doctor`: goes through the installation, thing by thing, and says what to do about each that does not hold.
import type { Config } from "../config.ts";
import { StoreFault } from "../store/faults.ts";
import type { Store } from "../store/store.ts";
import { type Call, type Outcome, Surroundings } from "./command.ts";
import { checkFolder, checkNode, checkSettings } from "./doctor-machine.ts";
import { checkPlan } from "./doctor-plan.ts";
import { checkIdentity } from "./doctor-teams.ts";
import { type Check, doctorWords as words } from "./doctor-words.ts";

export async function doctorCommand(call: Call): Promise<Outcome> {
  const checks: Check[] = [checkNode(process.versions.node), checkSettings(call.io.env)];
  const config = configOrNull(call);
  if (config) {
    const place = call.place();
    if ("dataDir" in place) checks.push(await checkFolder(place.dataDir));
    const store = await openOrFault(call);
    checks.push(store instanceof StoreFault ? words.noDatabase(store.sentence.sv) : words.database(store.kind));
    if (!(store instanceof StoreFault)) checks.push(...(await checkContents(store, call)));
    checks.push(...(await checkIdentity(config)));
    if (store instanceof StoreFault) return outcomeOf(checks, 3);
  }
  return outcomeOf(checks, checks.some(({ status }) => status === "Fel") ? 1 : 0);
}

/** The settings' own check has told what is wrong with them. */
function configOrNull(call: Call): Config | null {
  try {
    return call.config();
  } catch (error) {
    if (error instanceof Surroundings) return null;
    throw error;
  }
}

async function openOrFault(call: Call): Promise<Store | StoreFault> {
  try {
    const { store } = await call.world();
    await store.ping();
    return store;
  } catch (error) {
    if (error instanceof StoreFault) return error;
    throw error;
  }
}

async function checkContents(store: Store, call: Call): Promise<Check[]> {
  const { clock } = await call.world();
  const [current, channel, people, verdict] = await Promise.all([
    store.plan.current(),
    store.people.boundChannel("management"),
    store.people.list(),
    store.log.verify(),
  ]);
  const plan = current && { ...current, now: clock.now() };
  const log = verdict.ok ? words.log(verdict.entries) : words.logBroken(verdict.brokenAt);
  return [...(plan ? checkPlan(plan, people) : [words.noPlan]), channel ? words.channel : words.noChannel, log];
}

function outcomeOf(checks: readonly Check[], exit: Outcome["exit"]): Outcome {
  const lines = checks.map(({ check, status, text, advice }) =>
    [`${status.padEnd(7)} ${check}: ${text}`, ...(advice ? [`        → ${advice}`] : [])].join("\n"),
  );
  return { exit, text: lines.join("\n"), json: checks };
}
