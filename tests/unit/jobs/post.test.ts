import { describe, expect, it } from "vitest";
import { sendAgain, settleShown, unsureAbout } from "../../../src/jobs/heard.ts";
import type { SendOutcome } from "../../../src/jobs/outcome.ts";
import { deliver } from "../../../src/jobs/post.ts";
import type { Instant } from "../../../src/lib/time.ts";
import type { Email } from "../../../src/plan/plan.ts";
import { aPlan, type PlanBuilder } from "../../helpers/a-plan.ts";
import { aMessage, type FakeJobs, fakeJobs } from "./fake-jobs.ts";

const OPENS = "2026-11-18T07:30:00+01:00";

/** `count` units with a chef each: `p1@x` leads `U1`. */
function people(count: number): PlanBuilder {
  const plan = aPlan();
  for (let number = 1; number <= count; number++) {
    plan
      .unit(`U${number}`)
      .person(`p${number}@x`, "line_manager", `U${number}`)
      .measure(`M${number}`, { owner: `U${number}` });
  }
  return plan;
}

function office(count: number, now = OPENS, plan = people(count)): FakeJobs {
  const fake = fakeJobs(now, plan);
  const cards = Array.from({ length: count }, (_, index) =>
    aMessage(`p${index + 1}@x`, `U${index + 1}`, fake.clock.now()),
  );
  fake.enqueue(cards);
  return fake;
}

const states = (fake: FakeJobs) => fake.outbox.map((row) => row.state);

describe("a round", () => {
  it("reaches everybody once", async () => {
    const fake = office(40);
    expect(await deliver(fake.deps)).toMatchObject({ sent: 40, failed: 0 });
    await deliver(fake.deps);
    expect(new Set(fake.chats).size).toBe(40);
    expect(fake.chats).toHaveLength(40);
  });

  it("one blocked of 500: 499 sent, one named with the reason and what to do", async () => {
    const fake = office(500);
    fake.answer = (to) =>
      to === "p250@x"
        ? { outcome: "blocked", code: "MessageWritesBlocked" }
        : { outcome: "sent", activityId: "a", conversationId: "c" };
    expect(await deliver(fake.deps)).toMatchObject({ sent: 499, failed: 1 });
    const blocked = fake.outbox.find((row) => row.state === "failed");
    expect(blocked).toMatchObject({ to: { person: "p250@x" }, code: "MessageWritesBlocked" });
    expect(blocked?.reason).toContain("skriva ”hej”");
    expect(fake.silenced.get("p250@x")).toBe("MessageWritesBlocked");
  });

  it("a process that stood still before the request left does not send what others may have sent", async () => {
    const fake = office(1);
    let stoodStill = false;
    const through = async <T>(call: () => Promise<T>): Promise<T> => {
      if (stoodStill) return await call();
      stoodStill = true;
      fake.clock.advance(5 * 60_000);
      // Meanwhile another replica has called it ambiguous, and the planägare has had it sent again.
      await fake.deps.outbox.expire(fake.clock.now());
      await fake.deps.outbox.settleAmbiguous(1, { state: "queued", reason: "again", at: fake.clock.now() });
      await deliver({ ...fake.deps, worker: "w2" });
      return await call();
    };
    await deliver({ ...fake.deps, gate: { through } });
    expect([fake.chats, states(fake)]).toEqual([["p1@x card U1"], ["sent"]]);
  });

  it("one who never answers holds nobody else back", async () => {
    const fake = office(30);
    let release = () => {};
    const never = new Promise<void>((resolve) => {
      release = resolve;
    });
    fake.answer = async (to) => {
      if (to === "p1@x") await never;
      return { outcome: "sent", activityId: "a", conversationId: "c" };
    };
    const round = deliver(fake.deps);
    for (let turn = 0; turn < 10_000 && fake.chats.length < 29; turn++) await Promise.resolve();
    expect(fake.chats).toHaveLength(29);
    release();
    await round;
    expect(fake.chats).toHaveLength(30);
  });

  it("an answer that comes between the round and the send is respected", async () => {
    const fake = office(1);
    fake.plan = people(1).report("U1", "M1", "2026-W47", "on_track", { at: OPENS }).at(OPENS);
    await deliver(fake.deps);
    expect(fake.outbox[0]).toMatchObject({ state: "skipped", reason: "Har redan svarat." });
    expect(fake.chats).toEqual([]);
  });

  it("an answer that comes while a message waits for its turn is respected", async () => {
    const fake = office(1);
    await fake.deps.limits.pause("conversation:chat-p1@x", (fake.clock.now() + 1_500) as Instant);
    fake.beforeSend = () => {
      fake.plan = people(1).report("U1", "M1", "2026-W47", "on_track", { at: OPENS }).at(OPENS);
    };
    await deliver(fake.deps);
    expect(fake.outbox[0]).toMatchObject({ state: "skipped", reason: "Har redan svarat." });
    expect(fake.chats).toEqual([]);
  });

  it("waits for the morning when it is night", async () => {
    const fake = office(1, "2026-11-18T20:00:00+01:00");
    await deliver(fake.deps);
    expect(fake.chats).toEqual([]);
    fake.clock.moveTo("2026-11-19T06:59:59+01:00");
    await deliver(fake.deps);
    expect(fake.chats).toEqual([]);
    fake.clock.moveTo("2026-11-19T07:00:00+01:00");
    await deliver(fake.deps);
    expect(fake.chats).toEqual(["p1@x card U1"]);
  });

  it("one without the app is listed with the remedy; the rest get theirs", async () => {
    const fake = office(3);
    fake.unreachable.add("p2@x");
    expect(await deliver(fake.deps)).toMatchObject({ sent: 2, failed: 1 });
    expect(fake.outbox[1]).toMatchObject({ state: "failed", code: "not_installed" });
  });

  it("keeps to 49 calls a second for the whole app", async () => {
    const fake = office(500);
    const began = fake.clock.now();
    await deliver(fake.deps);
    const seconds = (fake.clock.now() - began) / 1_000;
    expect(seconds).toBeGreaterThanOrEqual(499 * 0.0204 - 0.1);
  });
});

describe("faults", () => {
  it("a passing fault is tried again later, with growing waits", async () => {
    const fake = office(1);
    let tries = 0;
    fake.answer = () => {
      tries++;
      return tries < 4
        ? { outcome: "transient", code: "503", retryAfterMs: null }
        : { outcome: "sent", activityId: "a", conversationId: "c" };
    };
    const waits: number[] = [];
    while (fake.outbox[0]?.state !== "sent") {
      await deliver(fake.deps);
      const next = (await fake.deps.outbox.nextAttempt()) ?? fake.clock.now();
      waits.push(next - fake.clock.now());
      fake.clock.moveTo(next);
    }
    expect(waits).toEqual([1_500, 3_000, 6_000, 0]);
    expect(fake.chats).toHaveLength(1);
  });

  it("429 pauses that conversation and nobody else's", async () => {
    const fake = office(2);
    fake.answer = (to) =>
      to === "p1@x"
        ? { outcome: "throttled", retryAfterMs: 30_000 }
        : { outcome: "sent", activityId: "a", conversationId: "c" };
    await deliver(fake.deps);
    expect(states(fake)).toEqual(["queued", "sent"]);
    expect(fake.outbox[0]?.notBefore).toBeGreaterThanOrEqual(fake.clock.now() + 30_000);
    expect(await fake.deps.limits.take("conversation:chat-p1@x", 1, fake.clock.now(), [])).toBeGreaterThanOrEqual(
      30_000,
    );
  });

  it("429 for a chat that is to be opened pauses the app", async () => {
    const fake = office(3);
    fake.answer = () => ({ outcome: "throttled", retryAfterMs: 30_000, call: "open" });
    await deliver({ ...fake.deps, pace: { ...fake.deps.pace, inFlight: 1 } });
    expect(await fake.deps.limits.take("app", 1, fake.clock.now(), [])).toBeGreaterThan(29_000);
  });

  it("429 for one conversation after the other pauses the app: no round is spent on being told so", async () => {
    const fake = office(200);
    let asked = 0;
    fake.answer = () => {
      asked++;
      return { outcome: "throttled", retryAfterMs: 30_000 };
    };
    await deliver({ ...fake.deps, pace: { ...fake.deps.pace, inFlight: 1 } });
    expect(asked).toBeLessThan(15);
    expect(states(fake)).toEqual(Array.from({ length: 200 }, () => "queued"));
  });

  it("429 for one in twenty pauses no more than those", async () => {
    const fake = office(200);
    fake.answer = (to) =>
      Number(/\d+/.exec(to)) % 20 === 0
        ? { outcome: "throttled", retryAfterMs: 600_000 }
        : { outcome: "sent", activityId: "a", conversationId: "c" };
    expect(await deliver(fake.deps)).toMatchObject({ sent: 190, later: 10 });
  });

  it("many messages to one whose chat is not opened yet keep the limits of a conversation", async () => {
    const units = Array.from({ length: 12 }, (_, index) => `U${index}`);
    const plan = aPlan();
    for (const unit of units) plan.unit(unit).person("p@x", "line_manager", unit).measure(`M${unit}`, { owner: unit });
    const fake = fakeJobs(OPENS, plan);
    fake.enqueue(units.map((unit) => aMessage("p@x", unit, fake.clock.now())));
    const at: number[] = [];
    fake.answer = () => {
      at.push(fake.clock.now());
      return { outcome: "sent", activityId: "a", conversationId: "c" };
    };
    const reach = async (to: readonly object[]) =>
      to.map(() => ({ ok: true, conversation: null, target: { who: "p@x" } }) as const);
    const deps = { ...fake.deps, reach };
    for (let rounds = 0; rounds < 20 && states(fake).includes("queued"); rounds++) {
      await deliver(deps);
      fake.clock.moveTo((await fake.deps.outbox.nextAttempt()) ?? fake.clock.now());
    }
    expect(at).toHaveLength(12);
    for (let index = 8; index < at.length; index++)
      expect((at[index] ?? 0) - (at[index - 8] ?? 0)).toBeGreaterThanOrEqual(2_000);
  });

  it("413: what is left stands in the thread that the first part began, and no card takes its place", async () => {
    const fake = office(1);
    const said: [object, number][] = [];
    const recorded: object[] = [];
    const thread = { to: "channel", serviceUrl: "https://s", channelId: "19:c", tenant: "t" };
    await deliver({
      ...fake.deps,
      reach: async () => [{ ok: true, conversation: "19:c", target: thread }],
      compose: async () => ({ content: { text: "x".repeat(45_000), card: {} }, card: "nonce" }),
      async send(target, { text, card }) {
        if (card) return { outcome: "too_big" };
        said.push([target, text.length]);
        return { outcome: "sent", activityId: "a", conversationId: "19:c;messageid=1" };
      },
      outbox: { ...fake.deps.outbox, recordSent: async (_id, _worker, sent) => void recorded.push(sent) },
    });
    const inThread = { to: "conversation", serviceUrl: "https://s", conversationId: "19:c;messageid=1" };
    expect(said).toEqual([
      [thread, 20_000],
      [inThread, 20_000],
      [inThread, 5_000],
    ]);
    expect(recorded).toEqual([{ conversation: "19:c;messageid=1", activity: "a", at: fake.clock.now() }]);
  });

  it("what can't be made ready until it has lost its point is a failure, with what to do", async () => {
    const fake = office(1);
    fake.beforeSend = () => {
      throw new Error("broken data");
    };
    await deliver(fake.deps);
    fake.clock.advance(49 * 3_600_000);
    await deliver(fake.deps);
    expect(fake.outbox[0]).toMatchObject({ state: "failed", code: "fault" });
    expect(fake.outbox[0]?.reason).toMatch(/sköter boten/);
  });

  it("a database that is away for half a minute loses no refusal: it goes again, and is not unsure", async () => {
    const fake = office(1);
    let down = 30;
    const { outbox } = fake.deps;
    fake.answer = () => ({ outcome: "transient", code: "503", retryAfterMs: null });
    const retryAt: typeof outbox.retryAt = async (...row) => {
      if (row[4] && down-- > 0) throw new Error("the database restarts");
      return await outbox.retryAt(...row);
    };
    await deliver({ ...fake.deps, outbox: { ...outbox, retryAt } });
    expect(states(fake)).toEqual(["queued"]);
  });

  it("413: goes once more without the card, in parts; half sent is ambiguous", async () => {
    const fake = office(2);
    const ends: Record<string, SendOutcome[]> = {
      "p1@x": [{ outcome: "too_big" }, { outcome: "sent", activityId: "a", conversationId: "c" }],
      "p2@x": [{ outcome: "too_big" }, { outcome: "rejected", status: 400, code: "BadSyntax" }],
    };
    fake.answer = (to) => ends[to]?.shift() ?? { outcome: "too_big" };
    await deliver(fake.deps);
    expect(fake.outbox.map((row) => [row.state, row.code])).toEqual([
      ["sent", null],
      ["failed", "400 BadSyntax"],
    ]);
  });

  it("an unknown end is ambiguous, and is never sent again blindly", async () => {
    const fake = office(1);
    fake.answer = () => ({ outcome: "unknown", code: "timeout" });
    await deliver(fake.deps);
    fake.clock.advance(3_600_000);
    await deliver(fake.deps);
    expect(fake.outbox[0]).toMatchObject({ state: "ambiguous", code: "timeout", attempts: 1 });
  });

  it("a process killed between request and record leaves it ambiguous", async () => {
    const fake = office(1);
    fake.faults.recordSent = () => {
      throw new Error("killed");
    };
    await deliver(fake.deps);
    expect(fake.chats).toHaveLength(1);
    expect(states(fake)).toEqual(["sending"]);
    fake.faults = {};
    fake.clock.advance(60_000);
    await fake.deps.outbox.expire(fake.clock.now());
    await deliver(fake.deps);
    expect(states(fake)).toEqual(["ambiguous"]);
    expect(fake.chats).toHaveLength(1);
  });

  it("a database that comes back within seconds loses no answer from Teams", async () => {
    const fake = office(1);
    let down = 3;
    fake.faults.recordSent = () => {
      if (down-- > 0) throw new Error("the database restarts");
    };
    await deliver(fake.deps);
    expect(states(fake)).toEqual(["sent"]);
  });

  it("a fault before the request puts it back in the queue", async () => {
    const fake = office(1);
    fake.faults.markSending = () => {
      throw new Error("the database restarts");
    };
    await deliver(fake.deps);
    expect(states(fake)).toEqual(["queued"]);
    fake.faults = {};
    fake.clock.advance(60_000);
    await deliver(fake.deps);
    expect(fake.chats).toHaveLength(1);
  });

  it("a row that another worker has taken over is not sent", async () => {
    const fake = office(1);
    fake.beforeSend = () => {
      const [row] = fake.outbox;
      if (row) row.worker = "w2";
    };
    await deliver(fake.deps);
    expect(fake.chats).toEqual([]);
  });

  it("stopping ends after what is under way and claims no more", async () => {
    const fake = office(100);
    let stopping = false;
    fake.answer = () => {
      stopping = true;
      return { outcome: "sent", activityId: "a", conversationId: "c" };
    };
    await deliver(fake.deps, () => stopping);
    expect(fake.chats.length).toBeLessThanOrEqual(16);
    expect(states(fake).filter((state) => state === "queued").length).toBe(100 - fake.chats.length);
  });
});

describe("a person is heard from", () => {
  it("what could not be delivered goes again, once", async () => {
    const fake = office(1);
    fake.unreachable.add("p1@x");
    await deliver(fake.deps);
    fake.unreachable.clear();
    expect(await sendAgain(fake.deps, [{ person: "p1@x" as Email }], fake.clock.now())).toBe(1);
    expect(await sendAgain(fake.deps, [{ person: "p1@x" as Email }], fake.clock.now())).toBe(0);
    await deliver(fake.deps);
    expect(fake.chats).toEqual(["p1@x card U1"]);
  });

  it("but not what has lost its point", async () => {
    const fake = office(1);
    fake.unreachable.add("p1@x");
    await deliver(fake.deps);
    fake.clock.advance(3 * 24 * 3_600_000);
    expect(await sendAgain(fake.deps, [{ person: "p1@x" as Email }], fake.clock.now())).toBe(0);
  });

  it("settles a send whose end was unknown", async () => {
    const fake = office(1);
    fake.answer = () => ({ outcome: "unknown", code: "reset" });
    await deliver(fake.deps);
    const [row] = await unsureAbout(fake.deps, "p1@x" as Email);
    expect(row?.unit).toBe("U1");
    expect(await settleShown(fake.deps, { id: row?.id ?? 0 }, fake.clock.now())).toBe(true);
    expect(states(fake)).toEqual(["sent"]);
  });
});
