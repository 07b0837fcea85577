// How long the plan is asked in process: real questions on the sample plan, and questions of every kind on a plan of 5 000
// measures and 1 500 units where reports keep coming in. And whether the memory stays flat, however many are asked.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type AskContext, type Asked, ask } from "../../src/ask/ask.ts";
import type { Instant } from "../../src/lib/time.ts";
import { parseInstant } from "../../src/lib/time.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { defaultRhythm } from "../../src/plan/rhythm.ts";
import { viewerOf } from "../../src/plan/rights.ts";
import { loadPlan } from "../eval/load-plan.ts";
import { type Random, seeded } from "../prove/random.ts";
import { type BigPlan, bigPlan, LAST_WEEK, lineOf } from "./big-plan.ts";
import { type Conversation, someConversation } from "./some-questions.ts";
import { type Line, line, rounded } from "./table.ts";
import { median, share } from "./talk.ts";

const PART = "understand";
const HERE = import.meta.dirname;
const SHARED = join(HERE, "../../../shared");
const OWN_PLAN = join(HERE, "../eval/region-fjallmark");
const SAMPLE_PLAN = join(SHARED, "data/region-exempel");
/** The sample plan's where it is at hand, else the project's own. */
const IS_SAMPLE = existsSync(SAMPLE_PLAN);
const SMALL_PLAN = IS_SAMPLE ? SAMPLE_PLAN : OWN_PLAN;
const SETS = IS_SAMPLE
  ? [join(SHARED, "eval/region-exempel.dev.jsonl"), join(HERE, "../eval/own.jsonl")]
  : [join(HERE, "../eval/fjallmark.jsonl")];
const NOW = parseInstant("2026-11-23T09:00:00+01:00") as Instant;
const RHYTHM = defaultRhythm("Europe/Stockholm");
const MB = 1024 * 1024;

interface Conversed {
  readonly as: string;
  readonly now?: string | undefined;
  readonly turns: Conversation;
}

/** Asks the turns of a conversation, one second apart as far as the plan can tell; tells how long each took. */
function askTurns(known: Omit<Plan, "now">, { as, turns }: Conversed, now: Instant): number[] {
  let context: AskContext | null = null;
  return turns.map((text, turn) => {
    const plan: Plan = { ...known, now: (now + turn * 1_000) as Instant };
    const viewer = viewerOf(plan.facts, as);
    const { asked, took } = timeOf(() => ask({ text, viewer, plan, context, rhythm: RHYTHM }));
    context = asked.context;
    return took;
  });
}

/** By the clock on the wall, or by what the process has used where others kept it waiting. */
function timeOf(work: () => Asked): { readonly asked: Asked; readonly took: number } {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const asked = work();
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return { asked, took: Math.min(wall, (user + system) / 1_000) };
}

export function benchUnderstand(short: boolean): Line[] {
  return [...benchSmall(short ? 5 : 20), ...benchBig(short ? 2_000 : 10_000), ...benchFlat(short ? 1_000 : 10_000)];
}

function benchSmall(rounds: number): Line[] {
  const planAt = loadPlan(SMALL_PLAN);
  const questions = SETS.flatMap((file) => readFileSync(file, "utf8").split("\n"))
    .filter((text) => text.trim() !== "")
    .map((text) => JSON.parse(text) as Conversed);
  const round = () =>
    questions.flatMap((asked) => {
      const now = (asked.now ? parseInstant(asked.now) : null) ?? NOW;
      return askTurns(planAt(now), asked, now);
    });
  const first = round();
  const times = Array.from({ length: rounds }, round).flat();
  return timed(IS_SAMPLE ? "sample plan" : "small plan", first, times, 20);
}

function benchBig(conversations: number): Line[] {
  const plan = bigPlan({ measures: 5_000, units: 1_500, reportedWeeks: 26 });
  const ask = askerOf(plan, seeded(1));
  const first = Array.from({ length: 3 }, ask).flat();
  for (let warm = 0; warm < conversations / 10; warm++) ask();
  const times = Array.from({ length: conversations }, ask).flat();
  return timed("5 000 measures, 1 500 units", first, times, 50);
}

/** Every tenth time somebody has reported something in between. */
function askerOf({ facts, book, askers }: BigPlan, random: Random): () => number[] {
  let asked = 0;
  return () => {
    const now = (NOW + asked * 2_000) as Instant;
    if (asked++ % 10 === 0) {
      const measure = facts.measures[random.below(facts.measures.length)];
      if (measure) book.addLines([lineOf(measure.owner, measure.id, LAST_WEEK, now, random)]);
    }
    // Half of the questions come from linjechefer, half from those with more to ask.
    const as = askers[random.below(random.below(2) === 0 ? 20 : askers.length)] ?? "";
    return askTurns({ version: 1, facts, book }, { as, turns: someConversation(facts, random) }, now);
  };
}

function timed(name: string, first: readonly number[], times: readonly number[], bound: number): Line[] {
  const [p50, p99, most] = [share(times, 0.5), share(times, 0.99), share(times, 1)];
  return [
    line(
      PART,
      `${name}: ${times.length} questions`,
      `p50 ${rounded(p50)}, p99 ${rounded(p99)}, max ${rounded(most, 0)} ms`,
      `p99 ≤ ${bound} ms`,
      p99 <= bound,
    ),
    line(PART, `${name}: the very first`, `${rounded(first[0] ?? 0, 0)} ms`),
  ];
}

/** The heap after so many questions, and after ten times as many; each holds a word that was never seen before. */
function benchFlat(few: number): Line[] {
  const planAt = loadPlan(SMALL_PLAN);
  const random = seeded(3);
  const { facts } = planAt(NOW);
  let asked = 0;
  const askUntil = (count: number): number => {
    while (asked < count) {
      const as = facts.persons[random.below(facts.persons.length)]?.email ?? "";
      const turns = someConversation(facts, random).map((turn) => `${turn} ${random.below(10 ** 9).toString(36)}`);
      askTurns(planAt(NOW), { as, turns }, (NOW + asked * 1_000) as Instant);
      asked += turns.length;
    }
    return heapUsed();
  };
  // Caches fill and are emptied: the middle of three looks says how much is held.
  const heapAround = (count: number) => median([0.9, 0.95, 1].map((part) => askUntil(part * count)));
  const [before, after] = [heapAround(few), heapAround(few * 10)];
  const value = `${rounded(before / MB)} → ${rounded(after / MB)} MB`;
  return [line(PART, `heap after ${few} → ${few * 10} questions`, value, "flat: ≤ +5 %", after <= before * 1.05)];
}

function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
