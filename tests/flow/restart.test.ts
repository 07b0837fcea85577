// Killed in the middle: what was taken is finished, and nothing is said twice.
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type ABot, aBot } from "../helpers/a-bot.ts";
import { DATABASE_KINDS } from "../helpers/a-database.ts";
import { samplePlan } from "../helpers/sample-plan.ts";

/** Longer than any lease: whoever held something is known to be gone. */
const LEASES_MS = 3 * 60_000;

describe.each(DATABASE_KINDS)("killed, %s", (database) => {
  it("with a question taken and not yet answered: it is answered after the restart, once", async () => {
    const bot = await aBot({ plan: samplePlan(), at: "2026-11-18 09.00", database, loops: true });
    onTestFinished(() => bot.end());
    const guest = bot.person("gast@annan.example");
    // Who it is must be asked of Teams, which takes its time.
    bot.fake.faults.add({ op: "members", delayMs: 60_000, times: 2 });
    const { status } = await bot.fake.say(guest, "hej");
    expect(status).toBe(200);
    await bot.crash();
    expect(bot.shows(guest)).toEqual([]);
    bot.clock.advance(LEASES_MS);
    await bot.start();
    expect((await bot.fake.sees(guest, /Du finns inte med i planen/)).text).toMatch(/^Hej!/);
    await bot.stop();
    await bot.start();
    await bot.settled();
    expect(bot.shows(guest)).toHaveLength(1);
  });

  it("with a Ja done and not yet answered: it is answered after the restart as if nothing had happened", async () => {
    const bot = await aBot({ plan: samplePlan(), at: "2026-11-18 09.00", database, loops: true });
    onTestFinished(() => bot.end());
    const owner = await bot.installFor("planagare@region-exempel.example");
    await bot.say(owner, "flytta sammanfattningen till tisdag 09.00");
    bot.fake.faults.add({ op: "send", delayMs: 60_000 });
    await bot.fake.say(owner, "ja");
    const { memory } = bot.app().world.store;
    await vi.waitFor(async () => expect(await memory.listSettings()).toHaveLength(1), 10_000);
    await bot.crash();
    bot.clock.advance(LEASES_MS);
    await bot.start();
    await bot.fake.sees(owner, /Klart\. Ändringen gäller/);
    expect(bot.shows(owner).filter(({ text }) => /Klart|inte längre/.test(text))).toHaveLength(1);
  });

  it("with cards on their way: everyone gets one at most, and who may lack one is known", async () => {
    const bot = await aBot({ plan: samplePlan(), at: "2026-11-18 07.25", database });
    onTestFinished(() => bot.end());
    await bot.everyoneHasIt();
    bot.fake.faults.add({ op: "send", delayMs: 200, times: 100 });
    const round = bot.timeIs("2026-11-18 07.30").catch(() => "cut off");
    await bot.fake.until(() => cardsPerPerson(bot).length >= 3, "three cards");
    await bot.crash();
    await round;
    bot.clock.advance(LEASES_MS);
    await bot.start();
    await bot.timeIs("2026-11-18 08.00");
    const { outbox } = bot.app().world.store;
    const { ambiguous, sent, ...others } = await outbox.countByState();
    expect(ambiguous).toBeGreaterThan(0);
    expect(sent + ambiguous).toBe(31);
    expect(others).toEqual({ queued: 0, claimed: 0, sending: 0, failed: 0, skipped: 0 });
    const cards = cardsPerPerson(bot);
    expect(new Set(cards).size).toBe(cards.length);
    expect(cards.length).toBeGreaterThanOrEqual(sent);
  });
});

it("stopping waits no longer than it may for what is under way", async () => {
  const bot = await aBot({ plan: samplePlan(), at: "2026-11-18 09.00" });
  onTestFinished(() => bot.end());
  await bot.everyoneHasIt();
  const channel = bot.fake.channel("Styrgruppen");
  const owner = bot.person("planagare@region-exempel.example");
  const [question] = await bot.mention(channel, owner, "använd den här kanalen");
  bot.fake.faults.add({ op: "members", delayMs: 60_000 });
  // The roster is read in the background.
  if (question) await bot.fake.press(question, "Ja", {}, { as: owner });
  const began = performance.now();
  await bot.app().stop(300);
  expect(performance.now() - began).toBeLessThan(5_000);
  await bot.start();
});

/** Unit and person of every card that stands in a chat. */
function cardsPerPerson(bot: ABot): string[] {
  const people = new Set(bot.fake.ledger.people.values());
  return [...people].flatMap((person) =>
    bot
      .shows(person)
      .flatMap(({ text }) => (/^(Veckorapport|Weekly)/.test(text) ? [`${person.email} ${text.split("\n")[0]}`] : [])),
  );
}
