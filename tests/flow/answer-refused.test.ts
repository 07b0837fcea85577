// An answer that Teams does not take is neither lost nor sent twice, and nobody has to wonder.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Week } from "../../src/plan/week.ts";
import { type ABot, aBot } from "../helpers/a-bot.ts";
import { DATABASE_KINDS } from "../helpers/a-database.ts";
import type { Person, Shown } from "../helpers/fake-teams.ts";
import { samplePlan } from "../helpers/sample-plan.ts";

const W47 = "2026-W47" as Week;
/** As often as a turn tries by itself. */
const AWAY = { op: "send", status: 503, times: 4 } as const;
const said = (shown: readonly Shown[]): string => shown.map(({ text }) => text).join("\n");

describe.each(DATABASE_KINDS)("Teams away for a while, %s", (database) => {
  it("the answer comes when Teams is back, once, and what was asked for is done once", async () => {
    const bot = await aBot({ plan: samplePlan(), at: "2026-11-18 09.00", database, loops: true });
    onTestFinished(() => bot.end());
    const owner = await bot.installFor("planagare@region-exempel.example");
    await bot.say(owner, "flytta sammanfattningen till tisdag 09.00");
    bot.fake.faults.add(AWAY);
    expect(await bot.say(owner, "ja")).toEqual([]);
    // Whoever starts next takes up what waits; one that runs looks every now and then.
    bot.clock.advance(10 * 60_000);
    await bot.stop();
    await bot.start();
    await bot.fake.sees(owner, /Klart\. Ändringen gäller/);
    await bot.settled();
    expect(bot.shows(owner).filter(({ text }) => /Klart|inte längre/.test(text))).toHaveLength(1);
    expect(await bot.app().world.store.log.recent(9, "rhythm")).toHaveLength(1);
  });
});

describe("an answer that Teams refuses", () => {
  let bot: ABot;
  const who = (local: string): Person => bot.person(`${local}@region-exempel.example`);
  const unsure = async () =>
    (await bot.app().world.store.outbox.byWeek(W47)).filter(({ state }) => state === "ambiguous").length;

  beforeAll(async () => {
    bot = await aBot({ plan: samplePlan(), at: "2026-11-18 08.00" });
    await bot.everyoneHasIt();
  });

  afterAll(() => bot.end());

  it("is shown to the planägare with the reason, and the person is told when heard from", async () => {
    const chef = who("chef.ortopeden");
    bot.fake.block(chef);
    expect(await bot.say(chef, "hur går det?")).toEqual([]);
    expect(said(await bot.say(who("planagare"), "vem kunde inte nås?"))).toMatch(
      /1 kunde inte nås:\n- .*\(ett svar i chatten\): Personen har stoppat/,
    );
    bot.fake.unblock(chef);
    expect(said(await bot.say(chef, "hjälp"))).toContain("Ett tidigare svar från mig kanske inte kom fram.");
    expect(said(await bot.say(chef, "hjälp"))).not.toContain("kanske inte kom fram");
  });

  it("as a welcome comes when the event comes again, once", async () => {
    const guest = bot.person("gast@annan.example");
    const channel = bot.fake.channel("Styrgruppen");
    // Teams tells of an installation in a chat in two ways, of one in a team in one.
    bot.fake.faults.add({ op: "send", status: 400, times: 3 });
    for (const standing of [0, 1, 1]) {
      await bot.fake.install(guest);
      await bot.settled();
      await bot.joins(channel, guest);
      expect([bot.shows(guest).length, bot.shows(channel).length]).toEqual([standing, standing]);
    }
  });

  it("or of which nobody knows is not sent again; the next turn says so, once it is heard", async () => {
    const chef = who("chef.bup");
    bot.fake.faults.add({ op: "send", person: chef.email, cut: true });
    await bot.say(chef, "hjälp");
    expect(await unsure()).toBe(1);
    bot.fake.faults.add({ op: "send", person: chef.email, status: 400 });
    await bot.say(chef, "hjälp");
    expect(await unsure()).toBe(1);
    expect(said(await bot.say(chef, "hjälp"))).toContain("kanske inte kom fram");
    expect(await unsure()).toBe(0);
  });
});
