// The outside world of the clock and the post, in memory: rows as the store keeps them, a Teams that answers as told.

import type { Decision, JobsDeps, OccurrenceRow, OutboxRow } from "../../../src/jobs/deps.ts";
import { createGate } from "../../../src/jobs/gate.ts";
import type { LimitRule } from "../../../src/jobs/limits.ts";
import { DOCUMENTED_PACE } from "../../../src/jobs/limits.ts";
import type { SendOutcome } from "../../../src/jobs/outcome.ts";
import type { Instant } from "../../../src/lib/time.ts";
import type { Message } from "../../../src/plan/message.ts";
import type { Email, OrgId, Plan } from "../../../src/plan/plan.ts";
import { defaultRhythm, type Occurrence, type RhythmSettings, type Schedule } from "../../../src/plan/rhythm.ts";
import type { Week } from "../../../src/plan/week.ts";
import type { PlanBuilder } from "../../helpers/a-plan.ts";
import { type FakeClock, fakeClock } from "../../helpers/fake-clock.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };
interface KeptOccurrence extends Writable<OccurrenceRow> {
  state: "waiting" | "claimed" | "done" | "skipped";
  reason: string | null;
  lease: number;
}
interface KeptMessage extends Writable<OutboxRow> {
  cause: string;
  worker: string | null;
  lease: number;
  notBefore: Instant;
}

export interface FakeJobs {
  readonly deps: JobsDeps;
  readonly clock: FakeClock;
  readonly occurrences: KeptOccurrence[];
  readonly outbox: KeptMessage[];
  /** What stands in the chats, in the order it came: `anna@x card U1`. */
  readonly chats: string[];
  /** Everything said to the log, `warn: …`. */
  readonly said: string[];
  settings: RhythmSettings;
  plan: Plan | null;
  since: Instant | null;
  /** How Teams answers a person; default: sent. */
  answer: (to: string) => SendOutcome | Promise<SendOutcome>;
  hindrance: string | null;
  unreachable: Set<string>;
  silenced: Map<string, string>;
  decide: (schedule: Schedule, plan: Plan, occurrence: Occurrence) => Decision;
  /** Runs between the claim and the send: the moment in which an answer may come. */
  beforeSend: () => void;
  faults: { markSending?: () => void; recordSent?: () => void; finish?: () => void; decide?: () => void };
  enqueue(messages: readonly Message[], cause?: string): void;
}

export function fakeJobs(start: string, plan: PlanBuilder): FakeJobs {
  const clock = fakeClock(start);
  const tats = new Map<string, readonly number[]>();
  const pauses = new Map<string, number>();
  let ids = 0;
  const fake: FakeJobs = {
    clock,
    occurrences: [],
    outbox: [],
    chats: [],
    said: [],
    settings: defaultRhythm("Europe/Stockholm"),
    plan: plan.at(start),
    since: clock.now(),
    answer: (to) => ({ outcome: "sent", activityId: "a", conversationId: `chat-${to}` }),
    hindrance: null,
    unreachable: new Set(),
    silenced: new Map(),
    decide: () => ({ messages: [], held: [] }),
    beforeSend: () => {},
    faults: {},
    enqueue: (messages, cause = "test") => void insert(messages, cause, clock.now()),
    deps: {
      clock,
      worker: "w1",
      log: { info() {}, warn: say("warn"), error: say("error") },
      plan: async (now) => fake.plan && { ...fake.plan, now },
      settings: async () => fake.settings,
      since: async () => fake.since,
      decide: Object.fromEntries(
        (["collect", "remind1", "remind2", "digest", "escalate"] as const).map((schedule) => [
          schedule,
          async (known: Plan, occurrence: Occurrence) => {
            fake.faults.decide?.();
            return fake.decide(schedule, known, occurrence);
          },
        ]),
      ) as unknown as JobsDeps["decide"],
      occurrences: occurrenceRows(),
      outbox: outboxRows(),
      pace: DOCUMENTED_PACE,
      gate: createGate(DOCUMENTED_PACE.appSpacingMs, clock.now, async (ms) => clock.advance(ms)),
      limits: {
        take,
        async takeEach(keys, now, rules, maxWaitMs) {
          const waits: number[] = [];
          for (const key of keys) waits.push(await take(key, 1, now, rules, maxWaitMs));
          return waits;
        },
        async pause(key, until) {
          pauses.set(key, until);
        },
      },
      async reach(recipients) {
        return recipients.map((to) => {
          const who = "person" in to ? to.person : "channel";
          if (fake.unreachable.has(who)) return { ok: false, code: "not_installed" };
          return { ok: true, conversation: `chat-${who}`, target: { who } };
        });
      },
      reminderHindrance: async () => fake.hindrance,
      async compose(_plan, message) {
        fake.beforeSend();
        return { content: { text: `${message.kind} ${message.unit ?? "-"}`, card: null }, card: null };
      },
      async send(target, content) {
        const { who } = target as { who: string };
        const outcome = await fake.answer(who);
        if (outcome.outcome === "sent") fake.chats.push(`${who} ${content.text}`);
        return outcome;
      },
      stopUntilHeard: async (to, code) => void fake.silenced.set("person" in to ? to.person : "channel", code),
      chatOpened: async () => {},
      // Where nobody waits for real time, sleeping moves the clock.
      sleep: async (ms) => clock.advance(ms),
      random: () => 0.5,
    },
  };
  return fake;

  /** As the store does it: each rule keeps when its bucket is full again. */
  async function take(
    key: string,
    cost: number,
    now: Instant,
    rules: readonly LimitRule[],
    maxWaitMs = Number.POSITIVE_INFINITY,
  ): Promise<number> {
    const spacing = rules.map((rule) => rule.perMs / rule.capacity);
    const known = tats.get(key) ?? [];
    const free = rules.map(
      (rule, index) => (known[index] ?? 0) - Math.max(rule.capacity - cost, 0) * (spacing[index] ?? 0),
    );
    const slot = Math.max(now, pauses.get(key) ?? 0, ...free);
    if (slot - now <= maxWaitMs) {
      tats.set(
        key,
        spacing.map((each, index) => Math.max(known[index] ?? 0, slot) + each * cost),
      );
    }
    return Math.ceil(slot - now);
  }

  function say(level: string) {
    return (_fields: object, text: string) => void fake.said.push(`${level}: ${text}`);
  }

  function insert(messages: readonly Message[], cause: string, at: Instant): number {
    let added = 0;
    for (const message of messages) {
      const key = (row: Message) => JSON.stringify([row.kind, row.to, row.unit]);
      if (fake.outbox.some((row) => row.cause === cause && key(row) === key(message))) continue;
      const id = fake.outbox.length + 1;
      const fresh = { state: "queued", attempts: 0, code: null, reason: null, worker: null, lease: 0 } as const;
      fake.outbox.push({ ...message, id, cause, ...fresh, notBefore: at, changed: at });
      added++;
    }
    return added;
  }

  function occurrenceRows(): JobsDeps["occurrences"] {
    const rows = () => fake.occurrences;
    return {
      async ensure(list, window) {
        const same = (a: Occurrence, b: Occurrence) => a.schedule === b.schedule && a.week === b.week;
        const keep = rows().filter(
          (row) =>
            row.state !== "waiting" ||
            list.some((one) => same(one, row) && one.localDate === row.localDate) ||
            (window && (row.due < window.from || row.due >= window.to)),
        );
        fake.occurrences.splice(0, rows().length, ...keep);
        let added = 0;
        for (const one of list) {
          const known = rows().find((row) => same(row, one));
          if (known?.state === "waiting") Object.assign(known, one);
          if (known) continue;
          rows().push({ ...one, id: ++ids, attempts: 0, state: "waiting", reason: null, lease: 0 });
          added++;
        }
        return added;
      },
      lastEnsured: async () => (rows().length === 0 ? null : (Math.max(...rows().map((row) => row.due)) as Instant)),
      async nextDue() {
        const waiting = rows().filter((row) => row.state === "waiting");
        return waiting.length === 0 ? null : (Math.min(...waiting.map((row) => row.due)) as Instant);
      },
      async claimDue(now, _worker, leaseMs) {
        const row = rows()
          .filter((one) => one.due <= now)
          .filter((one) => one.state === "waiting" || (one.state === "claimed" && one.lease <= now))
          .sort((a, b) => a.due - b.due)[0];
        if (!row) return null;
        Object.assign(row, { state: "claimed", lease: now + leaseMs, attempts: row.attempts + 1 });
        return { ...row };
      },
      async finish(id, _worker, result) {
        fake.faults.finish?.();
        const row = rows().find((one) => one.id === id);
        if (row?.state !== "claimed") return false;
        Object.assign(row, { state: result.state, reason: result.reason });
        insert(result.messages, `occurrence:${id}`, result.at);
        return true;
      },
    };
  }

  function outboxRows(): JobsDeps["outbox"] {
    const held = (id: number, worker: string, ...states: readonly string[]) =>
      fake.outbox.find((row) => row.id === id && row.worker === worker && states.includes(row.state));
    const end = async (id: number, worker: string, begun: boolean, changes: Partial<KeptMessage>) => {
      const row = held(id, worker, ...(begun ? ["sending", "ambiguous"] : ["claimed"]));
      if (row && (row.state !== "ambiguous" || row.code === "cut off")) Object.assign(row, changes);
    };
    return {
      enqueue: async (messages, cause, at) => insert(messages, cause, at),
      async claim(now, worker, limit, leaseMs) {
        const rows = fake.outbox.filter((row) => row.state === "queued" && row.notBefore <= now).slice(0, limit);
        for (const row of rows) Object.assign(row, { state: "claimed", worker, lease: now + leaseMs });
        return rows.map((row) => ({ ...row }));
      },
      async markSending(id, worker, now, leaseMs) {
        fake.faults.markSending?.();
        const row = held(id, worker, "claimed");
        if (row) Object.assign(row, { state: "sending", lease: now + leaseMs, attempts: row.attempts + 1 });
        return row !== undefined;
      },
      async recordSent(id, worker, sent) {
        fake.faults.recordSent?.();
        const row = held(id, worker, "claimed", "sending", "ambiguous");
        if (row) Object.assign(row, { state: "sent", code: null, changed: sent.at });
      },
      recordFailed: (id, worker, failed) =>
        end(id, worker, failed.begun ?? false, {
          state: "failed",
          code: failed.code,
          reason: failed.advice,
          changed: failed.at,
        }),
      recordSkipped: (id, worker, why, at) => end(id, worker, false, { state: "skipped", reason: why, changed: at }),
      retryAt: (id, worker, notBefore, code, begun = false) =>
        end(id, worker, begun, { state: "queued", notBefore, code, worker: null }),
      recordAmbiguous: (id, worker, code, at) => end(id, worker, true, { state: "ambiguous", code, changed: at }),
      async settleAmbiguous(id, how) {
        const row = fake.outbox.find((one) => one.id === id && one.state === "ambiguous");
        if (row) Object.assign(row, { state: how.state, reason: how.reason, changed: how.at });
        return row !== undefined;
      },
      async release(worker) {
        const rows = fake.outbox.filter((row) => row.worker === worker && row.state === "claimed");
        for (const row of rows) Object.assign(row, { state: "queued", worker: null });
        return rows.length;
      },
      async expire(now) {
        const late = (state: string) => fake.outbox.filter((row) => row.state === state && row.lease <= now);
        const claimed = late("claimed");
        const sending = late("sending");
        for (const row of claimed) Object.assign(row, { state: "queued", worker: null });
        for (const row of sending) Object.assign(row, { state: "ambiguous", code: "cut off" });
        return { requeued: claimed.length, ambiguous: sending.length };
      },
      async nextAttempt() {
        const moments = fake.outbox.flatMap((row) => {
          if (row.state === "queued") return [row.notBefore];
          return row.state === "claimed" || row.state === "sending" ? [row.lease] : [];
        });
        return moments.length === 0 ? null : (Math.min(...moments) as Instant);
      },
      failedTo: async (recipients, since) =>
        fake.outbox.filter(
          (row) =>
            row.state === "failed" &&
            row.changed >= since &&
            recipients.some((to) => JSON.stringify(to) === JSON.stringify(row.to)),
        ),
      ambiguousFor: async (person) =>
        fake.outbox.filter((row) => row.state === "ambiguous" && "person" in row.to && row.to.person === person),
    };
  }
}

/** A card for a unit to a person, due at `due`. */
export function aMessage(person: string, unit: string, due: Instant, changes: Partial<Message> = {}): Message {
  return {
    kind: "card",
    to: { person: person as Email },
    unit: unit as OrgId,
    week: "2026-W47" as Week,
    due,
    why: "",
    about: {},
    ...changes,
  };
}
