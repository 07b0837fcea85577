// What every part of the wiring needs: the clock, what is kept, and the plan and the rhythm as they are now.
import { z } from "zod";
import type { Clock } from "../lib/clock.ts";
import type { Instant } from "../lib/time.ts";
import type { Plan } from "../plan/plan.ts";
import { defaultRhythm, type RhythmSettings, rhythmOf, weekBeingReported } from "../plan/rhythm.ts";
import { problemOf } from "../plan/rhythm-change.ts";
import type { CurrentPlan } from "../store/plan/plan.ts";
import type { Store } from "../store/store.ts";

export interface Log {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

export interface World {
  readonly clock: Clock;
  readonly store: Store;
  readonly log: Log;
}

/** With the settings it is read with. */
export type KnownPlan = Plan & CurrentPlan;

/** The plan as it is known at `now` (default: the clock's); null before the first import. */
export async function planAt(world: World, now: Instant = world.clock.now()): Promise<KnownPlan | null> {
  const current = await world.store.plan.current();
  return current && { ...current, now };
}

const DEFAULT_ZONE = "Europe/Stockholm";
const RHYTHM_KEY = "rhythm";

const wallTime = z.string().regex(/^\d{2}:\d{2}$/);
/** What was changed in chat, as kept; a part that no longer reads counts as not changed. */
const KeptRhythm = z
  .object({
    cardDay: z.number(),
    cardTime: wallTime,
    reminder1Time: wallTime,
    dueDay: z.number(),
    dueTime: wallTime,
    reminder2After: z.number(),
    digestDay: z.number(),
    digestTime: wallTime,
    escalationTime: wallTime,
    quietFrom: wallTime,
    quietTo: wallTime,
    summerWeeks: z.tuple([z.number(), z.number()]),
    extraDaysOff: z.array(z.iso.date()),
    opened: z.object({ week: z.string(), at: z.number() }),
  })
  .partial();

/** The same object as long as nothing changes: what is computed from it is remembered by it. */
const known = new Map<string, RhythmSettings>();

/** The rhythm in force: the defaults in the plan's zone with what the planägare has changed. */
export async function rhythmNow(world: World): Promise<RhythmSettings> {
  const current = await world.store.plan.current();
  return current ? rhythmFor(current) : rhythmIn(DEFAULT_ZONE, await world.store.memory.settings());
}

/** The same, when the plan is at hand. */
export function rhythmFor({ facts, settings }: CurrentPlan): RhythmSettings {
  return rhythmIn(facts.header.zone, settings);
}

function rhythmIn(zone: string, settings: Readonly<Record<string, unknown>>): RhythmSettings {
  const changed = settings[RHYTHM_KEY] ?? {};
  const key = `${zone} ${JSON.stringify(changed)}`;
  const rhythm = known.get(key) ?? mergedRhythm(zone, changed);
  if (known.size > 50) known.clear();
  known.set(key, rhythm);
  return rhythm;
}

function mergedRhythm(zone: string, changed: unknown): RhythmSettings {
  const defaults = defaultRhythm(zone);
  const kept = KeptRhythm.safeParse(changed);
  if (!kept.success) return defaults;
  const merged = { ...defaults, ...kept.data } as RhythmSettings;
  return problemOf(merged) === null ? merged : defaults;
}

/** Keeps what differs from the defaults; in force from the next occurrence. Logged by the store. */
export async function saveRhythm(world: World, wanted: RhythmSettings, by: string): Promise<void> {
  const now = world.clock.now();
  const settings = { ...wanted, opened: openedBy(now, await rhythmNow(world)) };
  const defaults = Object.entries(defaultRhythm(settings.zone));
  const plain = JSON.parse(JSON.stringify(settings)) as Record<string, unknown>;
  const changed = Object.fromEntries(
    defaults.flatMap(([key, value]) =>
      JSON.stringify(plain[key]) === JSON.stringify(value) ? [] : [[key, plain[key]]],
    ),
  );
  await world.store.memory.saveSetting(RHYTHM_KEY, changed, by, now);
}

function openedBy(now: Instant, before: RhythmSettings): RhythmSettings["opened"] {
  const rhythm = rhythmOf(weekBeingReported(now, before), before);
  return rhythm && { week: rhythm.week, at: rhythm.opens };
}
