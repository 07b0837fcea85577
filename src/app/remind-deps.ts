// The reminders' outside world, on the store.
import type { Email } from "../plan/plan.ts";
import type { Week } from "../plan/week.ts";
import type { AskedWeeks, RemindDeps } from "../remind/remind.ts";
import type { OutboxState } from "../store/outbox/outbox.ts";
import { planAt, rhythmNow, type World } from "./world.ts";

export function remindDeps(world: World): RemindDeps {
  const { store } = world;
  return {
    plan: (now) => planAt(world, now),
    settings: () => rhythmNow(world),
    pauses: (today) => store.people.pauses(today),
    remindersIn: (week) => countReminders(world, week),
    remindersTo: (person, week) => store.outbox.remindersTo(person, week),
    asked: () => askedWeeks(world),
    enqueue: (messages, cause, at) => store.outbox.enqueue(messages, cause, at),
  };
}

async function askedWeeks({ store }: World): Promise<AskedWeeks> {
  const ended = await store.occurrences.ended("collect");
  const weeks = (wanted: "done" | "skipped") => ended.filter(({ state }) => state === wanted).map(({ week }) => week);
  return { firstWeek: weeks("done")[0] ?? null, unasked: new Set(weeks("skipped")) };
}

/** What never reached the person is no reminder had. */
const COUNTED: ReadonlySet<OutboxState> = new Set(["queued", "claimed", "sending", "sent", "ambiguous"]);

async function countReminders(world: World, week: Week): Promise<ReadonlyMap<Email, number>> {
  const counts = new Map<Email, number>();
  for (const { kind, to, state } of await world.store.outbox.byWeek(week)) {
    if ((kind !== "reminder1" && kind !== "reminder2") || !("person" in to) || !COUNTED.has(state)) continue;
    counts.set(to.person, (counts.get(to.person) ?? 0) + 1);
  }
  return counts;
}
