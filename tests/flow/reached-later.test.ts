// What could not be delivered goes again when the way is open: and a card goes to whoever answers for the unit now.
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import type { IsoDate } from "../../src/lib/time.ts";
import type { Email } from "../../src/plan/plan.ts";
import type { Week } from "../../src/plan/week.ts";
import type { Store } from "../../src/store/store.ts";
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

it("a card that was refused is not lost when the bot is killed just as the person is heard from", async () => {
  let dies = false;
  const dying = (store: Store): Store => ({
    ...store,
    people: {
      ...store.people,
      async saw(sighting) {
        const seen = await store.people.saw(sighting);
        return dies ? await new Promise<never>(() => undefined) : seen;
      },
    },
  });
  const killed = await aBot({ plan: samplePlan(), at: "2026-11-18 07.25", store: dying });
  onTestFinished(() => killed.end());
  const chef = await killed.installFor("chef.ortopeden@region-exempel.example");
  killed.fake.block(chef);
  await killed.timeIs("2026-11-18 07.45");
  killed.fake.unblock(chef);
  const isReached = async () => {
    const seen = await killed.app().world.store.people.findByEmail(chef.email as Email);
    return seen?.unreachable === null;
  };
  dies = true;
  await killed.fake.say(chef, "hej");
  await vi.waitUntil(isReached, { timeout: 20_000 });
  await killed.crash();
  dies = false;
  await killed.start();
  await killed.settled();
  expect(killed.shows(chef).filter(({ text }) => text.startsWith("Veckorapport v. 47"))).toHaveLength(1);
});

it("a deputy named in chat gets the cards that are open, and the chef's period is kept", async () => {
  const [chef, deputy] = [who("chef.hr"), who("chef.ekonomi")];
  const before = cards(deputy).length;
  await bot.say(chef, "chef.ekonomi@region-exempel.example är min ersättare 18-20 november");
  await bot.say(chef, "ja");
  expect(cards(deputy)).toHaveLength(before + 1);
  expect(bot.last(deputy).text).toContain("i stället för");
});

describe("a card of which nobody knows whether it came", () => {
  const unsure = async () =>
    (await bot.app().world.store.outbox.byWeek(W47)).filter(({ state }) => state === "ambiguous").length;
  /** One more copy, cut off before or after Teams took it. */
  async function cutOff(person: Person, when: "before" | "after") {
    const [row] = await rowsOf(person);
    bot.fake.faults.add({ op: "send", person: person.email, when, cut: true });
    await bot.app().world.store.outbox.enqueue([{ ...row, due: bot.clock.now() } as never], when, bot.clock.now());
    await bot.settled();
  }

  it("is settled by the press of its button", async () => {
    const chef = who("chef.bup");
    await cutOff(chef, "after");
    expect(await unsure()).toBe(1);
    await bot.press(bot.last(chef, /^Veckorapport v. 47/), /Skicka|Fortsätt/);
    expect(await unsure()).toBe(0);
  });

  it("is shown to the planägare, who has it sent once more", async () => {
    const [chef, owner] = [who("chef.sjukresor"), who("planagare")];
    await cutOff(chef, "before");
    const before = cards(chef).length;
    const [view] = await bot.say(owner, "vem kunde inte nås?");
    expect(view?.text).toContain("Osäkert om det kom fram (1):");
    await bot.say(owner, "skicka om de osäkra");
    expect(await unsure()).toBe(1);
    await bot.say(owner, "ja");
    expect([await unsure(), cards(chef).length]).toEqual([0, before + 1]);
    expect((await bot.say(owner, "de osäkra kom fram"))[0]?.text).toContain("Det finns inget som det är osäkert om");
  });

  it("is not settled by anybody else", async () => {
    const chef = who("chef.sjukresor");
    await bot.say(chef, "skicka om de osäkra");
    expect(bot.last(chef).text).not.toContain("Ska jag göra det?");
  });
});

it("a deputy whose time begins after the card gets it with the first reminder, before it", async () => {
  const [chef, deputy] = [who("chef.lokaler"), who("chef.vc.norr")];
  const days = { from: "2026-11-19" as IsoDate, to: "2026-11-20" as IsoDate };
  const { plan } = bot.app().world.store;
  await plan.setDeputy({ email: chef.email as Email, deputy: deputy.email as Email, ...days }, "test", bot.clock.now());
  await bot.timeIs("2026-11-19 14.00");
  const said = bot.shows(deputy).map(({ text }) => text);
  const mine = said.findIndex((text) => text.includes("i stället för"));
  const reminder = said.findIndex((text) => /är inte inskickad|är inte inskickade/.test(text));
  expect(mine).toBeGreaterThanOrEqual(0);
  expect(reminder).toBeGreaterThan(mine);
  expect(cards(chef)).toHaveLength(1);
});

it("the planägare sees who has paused", async () => {
  await bot.say(who("chef.bup"), "pausa påminnelser till 30 november");
  await bot.say(who("chef.bup"), "ja");
  const [view] = await bot.say(who("planagare"), "vilka har pausat påminnelser?");
  expect(view?.text).toMatch(/^Har pausat påminnelser \(1\):\n- .*, till och med måndag 30 november$/);
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
