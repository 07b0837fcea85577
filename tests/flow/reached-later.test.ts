// What could not be delivered goes again when the way is open: and a card goes to whoever answers for the unit now.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Week } from "../../src/plan/week.ts";
import { type ABot, aBot } from "../helpers/a-bot.ts";
import type { Person } from "../helpers/fake-teams.ts";
import { samplePlan } from "../helpers/sample-plan.ts";

const W47 = "2026-W47" as Week;

let bot: ABot;

const who = (local: string): Person => bot.person(`${local}@region-exempel.example`);
const cards = (person: Person) => bot.shows(person).filter(({ text }) => text.startsWith("Veckorapport v. 47"));
const rowsOf = async (person: Person) =>
  (await bot.app().world.store.outbox.byWeek(W47)).filter(({ to }) => "person" in to && to.person === person.email);

beforeAll(async () => {
  bot = await aBot({ plan: samplePlan(), at: "2026-11-18 07.25" });
  await bot.everyoneHasIt();
});

afterAll(() => bot.end());

describe("a card that was refused", () => {
  it("goes to one who takes the app away and installs it anew", async () => {
    const chef = who("chef.ortopeden");
    bot.fake.block(chef);
    await bot.timeIs("2026-11-18 07.45");
    expect((await rowsOf(chef)).map(({ state }) => state)).toEqual(["failed"]);
    bot.fake.unblock(chef);
    await bot.fake.uninstall(chef);
    await bot.fake.install(chef);
    await bot.settled();
    expect(cards(chef)).toHaveLength(1);
  });

  it("goes to one who writes without ever having been seen to install the app", async () => {
    const { store } = bot.app().world;
    const late = who("chef.hudogon");
    const known = await store.people.findByEmail("chef.hudogon@region-exempel.example" as never);
    await store.people.saw({ tenant: known?.tenant ?? "", aadObjectId: known?.aadObjectId ?? "", installed: false });
    const [row] = await rowsOf(late);
    const again = { ...row, due: bot.clock.now() } as never;
    await store.outbox.enqueue([again], "once more", bot.clock.now());
    await bot.settled();
    expect((await rowsOf(late)).map(({ code }) => code)).toContain("not_installed");
    const before = cards(late).length;
    await bot.say(late, "hej");
    expect(cards(late)).toHaveLength(before + 1);
  });
});

it("a deputy named in chat gets the cards that are open, and the chef's period is kept", async () => {
  const [chef, deputy] = [who("chef.hr"), who("chef.ekonomi")];
  const before = cards(deputy).length;
  await bot.say(chef, "chef.ekonomi@region-exempel.example är min ersättare 18-20 november");
  await bot.say(chef, "ja");
  expect(cards(deputy)).toHaveLength(before + 1);
  expect(bot.last(deputy).text).toContain("i stället för");
});

it("the digest that had no channel is posted in the one that is chosen", async () => {
  const channel = bot.fake.channel("Styrgruppen");
  await bot.timeIs("2026-11-23 09.00");
  expect(bot.shows(channel)).toEqual([]);
  const [question] = await bot.mention(channel, who("planagare"), "använd den här kanalen");
  if (question) await bot.press(question, "Ja", {}, { as: who("planagare") });
  await bot.settled();
  expect(bot.last(channel, /^Omställningsplanen v. 47/).text).toContain("enheter har rapporterat");
  const [digest] = await bot.app().world.store.digests.recent(1);
  expect(digest?.posted).not.toBeNull();
});
