// How long an answer takes over HTTP, one question at a time: the demo's plan, and one of 5 000 measures and 1 500 units.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Instant, parseInstant } from "../../src/lib/time.ts";
import type { Email } from "../../src/plan/plan.ts";
import { readPlan } from "../../src/revise/revise.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { startFakeTeams } from "../helpers/fake-teams.ts";
import { AS_STARTED, startBot } from "../prove/bot-process.ts";
import type { ProofDatabase } from "../prove/database.ts";
import { OWNER, regionPlan, unitOf } from "../prove/region.ts";
import { settled } from "../prove/settled.ts";
import { type Line, line, rounded } from "./table.ts";
import { startTalk } from "./talk.ts";

export const DEMO_PLAN = join(import.meta.dirname, "../../src/demo/plan");
const NOW = "2026-11-23T09:00:00+01:00";
const PART = "ask";

const QUESTIONS: Readonly<Record<"demo" | "big", readonly string[]>> = {
  demo: ["hur går det", "vilka åtgärder är kritiska", "vem har inte rapporterat", "hur mycket har vi sparat", "hjälp"],
  big: ["hur går det", "vilka åtgärder är kritiska", "vem har inte rapporterat", "hur går det för enhet 1234", "hjälp"],
};

export async function benchQuestions(
  { kind, place }: ProofDatabase,
  which: "demo" | "big",
  turns: number,
): Promise<Line[]> {
  const talk = await startTalk();
  const teams = await startFakeTeams();
  const store = await openStore(place);
  const owner = which === "demo" ? await saveDemoPlan(store) : await saveBigPlan(store);
  const person = teams.person(owner);
  await store.people.saw({
    tenant: person.tenant,
    aadObjectId: person.aadId,
    teamsId: person.teamsId,
    email: owner as Email,
    conversation: person.conversationId,
    serviceUrl: talk.serviceUrl,
    installed: true,
  });
  await store.close();
  const pace = { appSpacingMs: 0, conversation: [], inFlight: 16 };
  const settings = { place, teams: teams.settings(), pace, logLevel: "error" } as const;
  const bot = await startBot({ ...settings, now: parseInstant(NOW) as Instant }, AS_STARTED);
  try {
    const { url } = await bot.ready;
    // What fell due while it was down is another matter.
    await settled(bot);
    const talker = { conversation: person.conversationId, aadId: person.aadId, teamsId: person.teamsId };
    const lines: Line[] = [];
    for (const question of QUESTIONS[which]) {
      const first = await talk.run(url, [talker], 1, () => question);
      const later = await talk.run(url, [talker], turns, () => question);
      const value = `p50 ${rounded(later.p50)}, p99 ${rounded(later.p99)}, first ${rounded(first.p99, 0)} ms`;
      const held = later.p99 < 300 && first.p99 < 300;
      lines.push(line(PART, `${which} plan, ${kind}: ${question}`, value, "first, p99 < 300 ms", held));
    }
    return lines;
  } finally {
    await bot.kill();
    await talk.close();
    await teams.close();
  }
}

/** Returns the planägare's address. */
export async function saveDemoPlan(store: Store): Promise<string> {
  const files = readdirSync(DEMO_PLAN).map((name) => ({ name, bytes: readFileSync(join(DEMO_PLAN, name)) }));
  const plan = readPlan(files);
  if (!plan.ok) throw new Error("the demo's plan could not be read");
  const { facts, lines, forecasts, support } = plan;
  await save(store, facts, { lines, forecasts, support });
  const owner = facts.persons.find(({ role }) => role === "plan_owner");
  if (!owner) throw new Error("the demo's plan has no planägare");
  return owner.email;
}

async function saveBigPlan(store: Store): Promise<string> {
  const units = 1_500;
  const plan = regionPlan({ units });
  for (let more = units + 1; more <= 5_000; more++) {
    plan.measure(`Å-${more}`, { owner: unitOf(1 + (more % units)), decided: 1 + (more % 30) });
    plan.months(`Å-${more}`, "2026-01", "2026-10", { planned: 0.1, realised: 0.08 });
  }
  await save(store, plan.facts(), { lines: [], forecasts: [], support: [] });
  return OWNER;
}

async function save(
  store: Store,
  facts: Parameters<Store["plan"]["saveVersion"]>[1],
  rows: Parameters<Store["plan"]["saveVersion"]>[2],
): Promise<void> {
  const at = parseInstant("2026-11-16T12:00:00+01:00") as Instant;
  const meta = { by: "bench", source: "bench", hash: "bench", changes: [], at };
  const saved = await store.plan.saveVersion(0, facts, rows, meta);
  if (saved.outcome !== "saved") throw new Error("the plan was not saved");
}
