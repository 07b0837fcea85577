// What the bot sends on its own, every way it can end, and who is who.
import { afterEach, describe, expect, it } from "vitest";
import type { Email } from "../../src/plan/plan.ts";
import type { TeamsDeps } from "../../src/teams/teams.ts";
import type { Turn } from "../../src/teams/turn.ts";
import { startBot } from "../helpers/bare-bot.ts";
import { DOCUMENTED_LIMITS, type FakeTeams, TENANT } from "../helpers/fake-teams.ts";

describe("sending on its own", () => {
  const hej = { text: "hej", card: null };

  it("opens a chat, begins a thread, changes and removes", async () => {
    const { fake, teams } = await startBot({ auth: true });
    const { serviceUrl } = fake;
    const eva = fake.person("eva@region.example");
    const channel = fake.channel("Ledning", [eva]);
    const toEva = await teams.send({ to: "person", serviceUrl, tenant: TENANT, aadId: eva.aadId }, hej);
    expect(toEva).toMatchObject({ outcome: "sent", conversationId: eva.conversationId });
    const thread = await teams.send({ to: "channel", serviceUrl, tenant: TENANT, channelId: channel.id }, hej);
    if (thread.outcome !== "sent" || thread.activityId === null) throw new Error("not sent");
    expect(thread.conversationId).toBe(`${channel.id};messageid=${thread.activityId}`);
    const standing = { serviceUrl, conversationId: thread.conversationId, activityId: thread.activityId };
    await teams.update(standing, { text: "ändrat", card: null });
    expect(fake.shows(channel).map(({ text, before }) => [text, before.length])).toEqual([["ändrat", 1]]);
    expect(await teams.remove(standing)).toMatchObject({ outcome: "sent" });
    expect(fake.shows(channel)).toEqual([]);
    expect(await teams.update(standing, hej)).toEqual({ outcome: "gone", code: "ActivityNotFoundInConversation" });
    expect(fake.calls.map(({ op }) => op)).toEqual(["create", "send", "create", "update", "delete", "update"]);
  });

  it.each<[string, (fake: FakeTeams) => void, object, number]>([
    [
      "throttled",
      ({ faults }) => faults.add({ op: "send", status: 429, retryAfter: 2 }),
      { outcome: "throttled", retryAfterMs: 2_000 },
      0,
    ],
    [
      "away",
      ({ faults }) => faults.add({ op: "send", status: 503 }),
      { outcome: "transient", code: "ServiceError" },
      0,
    ],
    ["cut off before it was taken", ({ faults }) => faults.add({ op: "send", cut: true }), { outcome: "unknown" }, 0],
    [
      "cut off after it was taken",
      ({ faults }) => faults.add({ op: "send", when: "after", cut: true }),
      { outcome: "unknown" },
      1,
    ],
    ["too slow", ({ faults }) => faults.add({ op: "send", delayMs: 400 }), { outcome: "unknown", code: "TIMEOUT" }, 1],
    [
      "an error after it was taken",
      ({ faults }) => faults.add({ op: "send", when: "after", status: 500 }),
      { outcome: "unknown" },
      1,
    ],
    [
      "blocked by the person",
      (fake) => fake.block(fake.person("eva@region.example")),
      { outcome: "blocked", code: "MessageWritesBlocked" },
      0,
    ],
    [
      "not installed",
      (fake) => fake.person("eva@region.example", { installed: false }),
      { outcome: "blocked", code: "BotNotInConversationRoster" },
      0,
    ],
  ])("%s: tells which, and tries once", async (_name, arrange, outcome, standing) => {
    const { fake, teams } = await startBot({ settings: { callTimeoutMs: 200 } });
    const eva = fake.person("eva@region.example");
    arrange(fake);
    const sent = await teams.send(
      { to: "conversation", serviceUrl: fake.serviceUrl, conversationId: eva.conversationId },
      hej,
    );
    expect(sent).toMatchObject(outcome);
    await fake.until(() => fake.calls.length === 1, "the one call");
    expect(fake.shows(eva)).toHaveLength(standing);
  });

  it("is told when it sends faster than Teams takes", async () => {
    const { fake, teams } = await startBot({ limits: DOCUMENTED_LIMITS });
    const { conversationId } = fake.person("eva@region.example");
    const target = { to: "conversation", serviceUrl: fake.serviceUrl, conversationId } as const;
    const outcomes = await Promise.all(Array.from({ length: 9 }, () => teams.send(target, hej)));
    const taken = outcomes.filter(({ outcome }) => outcome === "sent");
    expect(taken).toHaveLength(7);
    expect(outcomes).toContainEqual({ outcome: "throttled", retryAfterMs: 1_000 });
  });

  it("never reaches an address that is not listed, nor sends what is too big", async () => {
    const { fake, teams } = await startBot();
    const away = { to: "conversation", serviceUrl: "https://evil.example/", conversationId: "a:1" } as const;
    expect(await teams.send(away, hej)).toMatchObject({ outcome: "rejected", code: "HOST_NOT_ALLOWED" });
    const big = { text: "x".repeat(60_000), card: null };
    expect(await teams.send({ ...away, serviceUrl: fake.serviceUrl }, big)).toEqual({ outcome: "too_big" });
    expect(fake.calls).toEqual([]);
  });

  it("fetches one token for many calls, and a new one when it is not taken", async () => {
    const { fake, teams } = await startBot({ auth: true });
    const target = {
      to: "conversation",
      serviceUrl: fake.serviceUrl,
      conversationId: fake.person("eva@region.example").conversationId,
    } as const;
    await Promise.all([1, 2, 3, 4, 5].map(() => teams.send(target, hej)));
    expect(fake.keys.tokensIssued()).toBe(1);
    fake.faults.add({ op: "send", status: 401 });
    expect(await teams.send(target, hej)).toMatchObject({ outcome: "rejected", status: 401 });
    expect(await teams.send(target, hej)).toMatchObject({ outcome: "sent" });
    expect(fake.keys.tokensIssued()).toBe(2);
  });

  it("reads a whole roster, page by page", async () => {
    const { fake, teams } = await startBot();
    const people = Array.from({ length: 1_203 }, (_, at) => fake.person(`Person${at}@Region.example`));
    const channel = fake.channel("Alla", people);
    const roster = await teams.roster(fake.serviceUrl, channel.teamId);
    if (roster.outcome !== "ok") throw new Error(roster.outcome);
    expect(roster.value).toHaveLength(1_203);
    expect(roster.value[0]).toMatchObject({ aadId: people[0]?.aadId, mail: "person0@region.example" });
    expect(fake.calls.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe("who is who", () => {
  afterEach(() => remembered.clear());
  const remembered = new Map<string, Email>();
  const asked: string[][] = [];
  const people: Partial<TeamsDeps> = {
    findPerson: async (tenant, aadId) => remembered.get(`${tenant}/${aadId}`) ?? null,
    rememberPerson: async (tenant, aadId, addresses) => {
      asked.push([...addresses]);
      const known = addresses.find((address) => address === "eva.ek@region.example");
      if (known) remembered.set(`${tenant}/${aadId}`, known as Email);
      return (known as Email | undefined) ?? null;
    },
  };

  it("is asked of Teams once, and found by UPN or mail in lower case", async () => {
    const { fake, teams, turns } = await startBot({ deps: people });
    const eva = fake.person("eva", { upn: "x123@region.example", mail: "Eva.Ek@Region.example" });
    await fake.ask(eva, "hej");
    const [turn] = turns as [Turn];
    expect(await teams.identify(turn)).toBe("eva.ek@region.example");
    expect(await teams.identify(turn)).toBe("eva.ek@region.example");
    expect(asked.at(-1)).toEqual(["x123@region.example", "eva.ek@region.example"]);
    expect(fake.calls.filter(({ op }) => op === "members")).toHaveLength(1);
  });

  it("is nobody for one who is not in the plan, and unknown while Teams can't be asked", async () => {
    const { fake, teams, turns } = await startBot({ deps: people });
    await fake.ask(fake.person("bo@region.example"), "hej, jag är eva.ek@region.example");
    const [turn] = turns as [Turn];
    expect(await teams.identify(turn)).toBeNull();
    fake.faults.add({ op: "members", status: 503 });
    await expect(teams.identify(turn)).rejects.toThrow("member call failed");
  });
});
