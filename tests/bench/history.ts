// What years of history cost: the digest and one card, with 3 years of weekly reports from 1 500 units in the database.
import { decisions } from "../../src/app/decide.ts";
import { compose } from "../../src/app/post.ts";
import { planAt, rhythmNow, type World } from "../../src/app/world.ts";
import { type Instant, parseInstant } from "../../src/lib/time.ts";
import type { Message } from "../../src/plan/message.ts";
import { occurrencesOf } from "../../src/plan/occurrences.ts";
import type { Email, MeasureId, OrgId, ReportLine } from "../../src/plan/plan.ts";
import { addWeeks, type Week } from "../../src/plan/week.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import type { ProofDatabase } from "../prove/database.ts";
import { chefOf, OWNER, regionPlan, unitOf } from "../prove/region.ts";
import { rhythmIn } from "../prove/time.ts";
import { type Line, line, rounded } from "./table.ts";
import { median, share } from "./talk.ts";

const PART = "history";
const LAST_WEEK = "2026-W47" as Week;
const WEEKS = 3 * 52;

export async function benchHistory({ kind, place }: ProofDatabase, units: number, runs: number): Promise<Line[]> {
  const store = await openStore(place);
  try {
    const lines = await saveHistory(store, units);
    const none = (): void => undefined;
    const { digest: now, opens } = rhythmIn(LAST_WEEK);
    const world: World = {
      clock: { now: () => now },
      store,
      log: { debug: none, info: none, warn: none, error: none },
    };
    const began = performance.now();
    await planAt(world);
    const read = performance.now() - began;
    const digests = await timed(runs, () => makeDigest(world));
    const cards = await timed(200, (run) => makeCard(world, opens, 1 + (run % units)));
    const title = `${kind}, ${lines} lines of ${units} units`;
    return [
      line(PART, `${title}: first reading`, `${rounded(read / 1_000)} s`),
      line(PART, "digest, median of runs", `${rounded(median(digests), 0)} ms`, "< 1 000 ms", median(digests) < 1_000),
      line(PART, "a card composed, median", `${rounded(median(cards))} ms`, "< 20 ms", median(cards) < 20),
      line(PART, "a card composed, p99", `${rounded(share(cards, 0.99))} ms`),
    ];
  } finally {
    await store.close();
  }
}

async function timed(runs: number, work: (run: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    await work(run);
    times.push(performance.now() - began);
  }
  return times;
}

async function makeDigest(world: World): Promise<void> {
  const plan = await planAt(world);
  const settings = await rhythmNow(world);
  const occurrence = occurrencesOf(LAST_WEEK, settings).find(({ schedule }) => schedule === "digest");
  if (!plan || !occurrence) throw new Error("no digest to make");
  const { digest } = await decisions(world).digest(plan, occurrence, settings);
  if (!digest) throw new Error("no digest was made");
}

async function makeCard(world: World, now: Instant, unit: number): Promise<void> {
  // The week after the last reported one: nobody has answered.
  const week = addWeeks(LAST_WEEK, 1);
  const plan = await planAt(world, now);
  const message: Message = {
    kind: "card",
    to: { person: chefOf(unit) as Email },
    unit: unitOf(unit) as OrgId,
    week,
    due: now,
    why: "",
    about: { insteadOf: null },
  };
  const composed = plan && (await compose(world, plan, message));
  if (!composed?.content.card) throw new Error("no card was composed");
}

/** Every unit has reported every week; one in ten was yellow. Returns how many lines. */
async function saveHistory(store: Store, units: number): Promise<number> {
  const lines: ReportLine[] = [];
  for (let back = WEEKS - 1; back >= 0; back--) {
    const week = addWeeks(LAST_WEEK, -back);
    const reportedAt = (rhythmIn(LAST_WEEK).opens + 3_600_000 - back * 7 * 86_400_000) as Instant;
    for (let unit = 1; unit <= units; unit++) lines.push(lineOf(unit, week, reportedAt, (unit + back) % 10 === 0));
  }
  const at = parseInstant("2023-11-01T08:00:00+01:00") as Instant;
  const facts = regionPlan({ units }).facts();
  const meta = { by: OWNER, source: "bench", hash: "bench", changes: [], at };
  const saved = await store.plan.saveVersion(0, facts, { lines, forecasts: [], support: [] }, meta);
  if (saved.outcome !== "saved") throw new Error("the plan was not saved");
  return lines.length;
}

function lineOf(unit: number, week: Week, reportedAt: Instant, yellow: boolean): ReportLine {
  return {
    unit: unitOf(unit) as OrgId,
    measure: `Å-${unit}` as MeasureId,
    week,
    state: yellow ? "deviation" : "on_track",
    cause: yellow ? "vacancy" : null,
    nextStep: null,
    doneBy: null,
    support: null,
    risks: [],
    comment: null,
    reportedAt,
    by: chefOf(unit) as Email,
    insteadOf: null,
    mode: "card",
  };
}
