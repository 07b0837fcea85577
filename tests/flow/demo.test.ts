// The demo: a clock of its own, acting as anybody, and a sample plan whose days to come are written already.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoParts } from "../../src/demo/demo-parts.ts";
import { demoStore } from "../../src/demo/demo-store.ts";
import { coverageOf } from "../../src/plan/coverage.ts";
import type { OrgId } from "../../src/plan/plan.ts";
import type { Week } from "../../src/plan/week.ts";
import { type ABot, aBot } from "../helpers/a-bot.ts";
import { buttons, type Channel, type Person, type Shown } from "../helpers/fake-teams.ts";
import { samplePlan } from "../helpers/sample-plan.ts";

const W47 = "2026-W47" as Week;

let bot: ABot;
let visitor: Person;
let channel: Channel;
let sinceStart = 0;

const told = async (text: string): Promise<string> =>
  (await bot.say(visitor, text)).map((shown) => shown.text).join("\n");
const actsAs = (local: string): Promise<Shown[]> => bot.say(visitor, `demo: jag är ${local}`);

beforeAll(async () => {
  bot = await aBot({
    plan: samplePlan(),
    at: "2026-11-18 07.25",
    demo: (clock) => demoParts(clock, () => sinceStart),
    store: demoStore,
  });
  visitor = await bot.installFor("chef.akuten@region-exempel.example");
});

afterAll(() => bot.end());

it("a newcomer is told how it works, once for each page that is opened", async () => {
  const [welcome, ...more] = bot.shows(visitor);
  expect(more).toEqual([]);
  for (const part of [
    "Hej Lena!",
    "Det här är en demo",
    "onsdag 18 november kl. 07.25",
    "demo: tid",
    "demo: jag är chef.ortopeden",
    "visar den personens chatt",
    "`planagare`",
    "svarar av sig själva när klockan når dit",
    "Ledningsgruppen",
  ]) {
    expect(welcome?.text).toContain(part);
  }
  await bot.fake.install(visitor);
  await bot.settled();
  expect(bot.shows(visitor)).toHaveLength(1);
  sinceStart += 5_000;
  await bot.fake.install(visitor);
  await bot.settled();
  expect(bot.shows(visitor)).toHaveLength(2);
});

it("the channel Ledningsgruppen is bound by itself, whatever other channel was seen first", async () => {
  const other = bot.fake.channel("Allmänt", [visitor]);
  channel = bot.fake.channel("Ledningsgruppen", [visitor]);
  await bot.joins(other, visitor);
  await bot.joins(channel, visitor);
  await bot.mention(other, visitor, "hej");
  expect((await bot.app().world.store.people.boundChannel("management"))?.channel).toBe(channel.id);
});

describe("the clock", () => {
  it("goes forward, and what falls due on the way happens", async () => {
    const replies = await bot.say(visitor, "demo: tid onsdag 07.35");
    expect(replies.map(({ text }) => text.split("\n")[0])).toEqual([
      "Veckorapport v. 47 · Akutkliniken",
      "Klockan är nu onsdag 18 november kl. 07.35.",
    ]);
    expect(replies.at(-1)?.text).toContain("På vägen skickades 31 kort.");
  });

  it.each([
    ["demo: tid", "Demoklockan visar onsdag 18 november kl. 07.35."],
    ["demo: tid 2026-11-18 07.00", "Demoklockan går bara framåt."],
    ["demo: tid i förrgår kväll", "Jag förstod inte tiden."],
    ["demo: tid 2036-01-01 12.00", "Högst ett år i taget"],
    ["demo: vad kan du", "Demon förstår"],
    ["demo: jag är statsministern", "Ingen i planen heter ”statsministern”."],
    ["demo: jag är chef.medicin", "Flera passar: chef.medicin.norra@region-exempel.example"],
  ])("%s", async (text, answer) => {
    expect(await told(text)).toContain(answer);
  });
});

describe("acting as somebody", () => {
  it("shows that person's chat as it stands: here the open card, which can be answered", async () => {
    const [who, how, card, ...more] = await actsAs("chef.ortopeden");
    expect(more).toEqual([]);
    expect(who?.text).toContain("Du är nu **Peter Sandin** (linjechef, Ortopedkliniken).");
    expect(how?.text).toContain("Så här ser chatten ut just nu:");
    expect(card?.text).toMatch(/^Veckorapport v. 47 · Ortopedkliniken/);
    const { card: receipt } = await bot.press(card as Shown, "Inget nytt – samma läge");
    expect(receipt?.text).toContain("Tack! Veckorapport v. 47 för Ortopedkliniken är mottagen");
  });

  it("shows the receipt when one comes back, with the way to change it", async () => {
    await actsAs("chef.bup");
    const chat = await actsAs("chef.ortopeden@region-exempel.example");
    expect(chat.at(-1)?.text).toContain("Tack! Veckorapport v. 47 för Ortopedkliniken är mottagen");
    expect(buttons(chat.at(-1)?.card ?? {})).toEqual(["Ändra"]);
  });

  it("reports of the sample come in as the clock reaches them, but not for a unit that has answered here", async () => {
    await told("demo: tid fredag 13.05");
    const plan = await bot.plan();
    const mode = (unit: string) =>
      plan.book.report(unit as OrgId, W47, plan.now).map((line) => line.mode ?? "imported");
    expect(new Set(mode("U02"))).toEqual(new Set(["no_news"]));
    expect(plan.book.lines.filter(({ unit, week }) => unit === "U02" && week === W47)).toHaveLength(6);
    expect(coverageOf(plan, W47).received.length).toBe(24);
    // Its own, from the sample, on the morning of the card's day.
    const [, , receipt] = await actsAs("chef.gas");
    expect(receipt?.text).toContain("är mottagen 2026-11-18 kl. 09.47.");
  });

  it("shows the reminders that stand there", async () => {
    const chat = (await actsAs("chef.hemsjukvard")).map(({ text }) => text);
    expect(chat.slice(2)).toEqual([
      expect.stringMatching(/^Veckorapport v. 47 · Mobila hemsjukvårdsteamet/),
      expect.stringContaining("är inte inskickad ännu"),
      expect.stringMatching(/^Veckorapport v. 47\nHej! Vi sammanställer/),
    ]);
  });

  it("holds in every conversation", async () => {
    await actsAs("planagare");
    // Every page that is opened tells of an installation.
    await bot.fake.install(visitor);
    await bot.settled();
    const { people } = bot.app().world.store;
    expect((await people.findByEmail("planagare@region-exempel.example" as never))?.aadObjectId).toBe(visitor.aadId);
    await bot.mention(channel, visitor, "demo: tid måndag 07.30");
    expect((await bot.plan()).now).toBeLessThan(Date.parse("2026-11-21T00:00:00Z"));
  });
});

it("Monday's digest stands in Ledningsgruppen, with what was answered here", async () => {
  await told("demo: tid måndag 08.05");
  expect(bot.last(channel, /^Omställningsplanen v. 47/).text).toContain("26 av 31 enheter har rapporterat (84 %)");
  const [, , escalation] = await actsAs("chef.vc.sjostaden");
  expect(escalation?.text).toMatch(/^Veckorapport v. 47/);
});

it("begun again, it goes on where it was and sends nothing twice", async () => {
  const before = bot.fake.ledger.messages.length;
  await bot.stop();
  await bot.start();
  await bot.settled();
  expect(bot.fake.ledger.messages).toHaveLength(before);
  expect(bot.log.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
});
