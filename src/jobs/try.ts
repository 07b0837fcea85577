// What the timetable would send at one moment, without sending: the same decisions that send.
import { type Instant, zonedText } from "../lib/time.ts";
import type { Message } from "../plan/message.ts";
import { occurrencesBetween } from "../plan/occurrences.ts";
import type { OrgId, Plan } from "../plan/plan.ts";
import type { Occurrence, RhythmSettings, Schedule } from "../plan/rhythm.ts";
import { subjectsOf } from "../plan/subjects.ts";
import type { Decide } from "./deps.ts";

export type TryVerb = "collect" | "remind" | "digest";

export interface TryDeps {
  plan(now: Instant): Promise<Plan | null>;
  settings(): Promise<RhythmSettings>;
  readonly decide: Readonly<Record<Schedule, Decide>>;
  /** The bound channel's name; null while none is bound. */
  channelName(): Promise<string | null>;
}

/** One item per unit and kind; several recipients stand in `to`, with commas between. */
export interface TryItem {
  readonly kind: string;
  /** E-mail (of several: with commas between), `channel: <name>` or `channel: not bound`. */
  readonly to: string;
  readonly unit: OrgId | null;
  /** When it falls due, in the plan's zone: `2026-11-19T14:00:00+01:00`. */
  readonly due: string;
  readonly why: string;
}

/**
 * What `verb` would send at `at` and had not sent before: what falls due in that minute, every earlier occurrence being
 * taken as carried out. A pause, a red day and an answer that has come count as they would then.
 */
export async function tryVerb(verb: TryVerb, at: Instant, deps: TryDeps): Promise<readonly TryItem[]> {
  const plan = await deps.plan(at);
  if (!plan) return [];
  const settings = await deps.settings();
  const channel = (await deps.channelName()) ?? "not bound";
  const items: TryItem[] = [];
  for (const occurrence of dueInMinute(at, settings)) {
    if (!SCHEDULES_OF[verb].includes(occurrence.schedule)) continue;
    const { messages } = await deps.decide[occurrence.schedule](plan, occurrence, settings);
    for (const message of messages) items.push(...itemsOf(message, channel, settings.zone));
  }
  return onePerUnit(items);
}

/** A unit with two chefer gets its card twice but is one item. What is about no single unit stays as it is. */
function onePerUnit(items: readonly TryItem[]): readonly TryItem[] {
  const found = new Map<string, TryItem>();
  for (const item of items) {
    const key = item.unit === null ? `${item.kind} ${item.to}` : `${item.kind} ${item.unit}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, to: `${before.to}, ${item.to}` } : item);
  }
  return [...found.values()];
}

const MINUTE_MS = 60_000;

const SCHEDULES_OF: Readonly<Record<TryVerb, readonly Schedule[]>> = {
  collect: ["collect"],
  remind: ["remind1", "remind2", "escalate"],
  digest: ["digest"],
};

/** Due at or before `at`, within its minute: seconds typed along with the time don't hide what is due. */
function dueInMinute(at: Instant, settings: RhythmSettings): readonly Occurrence[] {
  const minute = (Math.floor(at / MINUTE_MS) * MINUTE_MS) as Instant;
  return occurrencesBetween(minute, (minute + MINUTE_MS) as Instant, settings);
}

function itemsOf(message: Message, channel: string, zone: string): readonly TryItem[] {
  const to = "person" in message.to ? message.to.person : `channel: ${channel}`;
  const item = { kind: message.kind, to, due: zonedText(message.due, zone), why: message.why };
  const units = [...new Set(subjectsOf(message).map((subject) => subject.unit))];
  return units.length === 0 ? [{ ...item, unit: null }] : units.map((unit) => ({ ...item, unit }));
}
