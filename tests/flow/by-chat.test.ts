// What is asked for in words: played back, and done only after Ja.
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrgId, ReportLine } from "../../src/plan/plan.ts";
import { type Viewer, viewerOf } from "../../src/plan/rights.ts";
import type { Week } from "../../src/plan/week.ts";
import { exportPlan, readPlan } from "../../src/revise/revise.ts";
import { type ABot, aBot } from "../helpers/a-bot.ts";
import { buttons, type Channel, type Person, type Shown } from "../helpers/fake-teams.ts";
import { samplePlan } from "../helpers/sample-plan.ts";

const W47 = "2026-W47" as Week;

let bot: ABot;
let planagare: Person;
let channel: Channel;

const who = (local: string): Person => bot.person(`${local}@region-exempel.example`);
const said = (shown: readonly Shown[]): string => shown.map(({ text }) => text).join("\n");

async function linesOf(unit: string): Promise<readonly ReportLine[]> {
  const plan = await bot.plan();
  return plan.book.report(unit as OrgId, W47, plan.now);
}

beforeAll(async () => {
  bot = await aBot({ plan: samplePlan(), at: "2026-11-18 07.25" });
  await bot.everyoneHasIt();
  await bot.timeIs("2026-11-18 07.45");
  planagare = who("planagare");
  channel = bot.fake.channel("Styrgruppen");
});

afterAll(() => bot.end());

describe("a report", () => {
  it("is played back, saved after Ja, and stands on the card too", async () => {
    const chef = who("chef.ortopeden");
    const [question] = await bot.say(chef, "ortopeden: allt grönt");
    expect(question?.text).toContain("Å-04 Återbesätt inte alla vakanser");
    expect(buttons(question?.card ?? {})).toEqual(["Ja", "Nej"]);
    expect(await linesOf("U02")).toEqual([]);
    expect(said(await bot.say(chef, "ja"))).toContain("Tack! Veckorapport v. 47 för Ortopedkliniken är mottagen");
    expect((await linesOf("U02")).map(({ state, mode }) => [state, mode])).toEqual(
      Array.from({ length: 6 }, () => ["on_track", "chat"]),
    );
    const [card] = bot.shows(chef);
    expect(card?.text).toContain("Tack! Veckorapport v. 47 för Ortopedkliniken är mottagen");
  });

  it("is not saved after Nej, nor by a Ja that comes later", async () => {
    const chef = who("chef.hudogon");
    await bot.say(chef, "allt grönt");
    expect(said(await bot.say(chef, "nej"))).toContain("ingenting gjordes");
    await bot.say(chef, "ja");
    expect(await linesOf("U07")).toEqual([]);
  });

  it("that lacks something is finished on a card, where what was told stands filled in", async () => {
    const chef = who("chef.hudogon");
    const [question] = await bot.say(chef, "Å-07 gul, svårt få stopp på övertiden");
    const { card: form } = await bot.press(question as Shown, "Ja");
    expect(form?.text).toContain("ange den främsta orsaken");
    expect(await linesOf("U07")).toEqual([]);
    const { card: receipt } = await bot.press(form as Shown, "Skicka", { "Främsta orsak": "Hög frånvaro" });
    expect(receipt?.text).toContain("Läget: 1 grön, 1 gul.");
    const line = (await linesOf("U07")).find(({ measure }) => measure === "Å-07");
    expect(line).toMatchObject({ state: "deviation", cause: "absence", comment: "svårt få stopp på övertiden" });
  });

  it("is saved once, however often Ja is pressed", async () => {
    const chef = who("chef.sjukresor");
    const [question] = await bot.say(chef, "allt grönt");
    const pressing = { ...(question as Shown) };
    const [first, second] = await Promise.all([bot.fake.press(pressing, "Ja"), bot.fake.press(pressing, "Ja")]);
    await bot.settled();
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.card?.text).toBe(first.card?.text);
    expect(bot.last(chef).text).toContain("Tack! Veckorapport v. 47 för Sjukresor är mottagen");
    const { book } = await bot.plan();
    const lines = book.lines.filter(({ unit, week, mode }) => unit === "U31" && week === W47 && mode === "chat");
    expect(lines).toHaveLength(1);
  });

  it("of a unit one does not lead is not taken", async () => {
    await bot.say(who("chef.bup"), "ortopeden: allt rött");
    await bot.say(who("chef.bup"), "ja");
    expect((await linesOf("U02")).every(({ state }) => state === "on_track")).toBe(true);
    expect(await linesOf("U14")).toEqual([]);
  });
});

it("the card's button Fråga om planen says how to ask, and the card stays", async () => {
  const chef = who("chef.vc.norr");
  const [card] = bot.shows(chef);
  await bot.press(card as Shown, "Fråga om planen");
  expect(bot.last(chef).text).toContain("Skriv din fråga här i chatten");
  expect(bot.shows(chef)[0]?.text).toContain("Hur går det?");
});

describe("the plan as a file", () => {
  it("goes out, offered first, and comes in again as it was", async () => {
    await bot.say(planagare, "exportera planen");
    const [offer] = await bot.say(planagare, "ja");
    const bytes = await bot.fake.answerFileOffer(offer as Shown);
    const read = readPlan([{ name: "plan.xlsx", bytes: bytes as Uint8Array }]);
    expect(read).toMatchObject({ ok: true });
    expect(said(await bot.sendFile(planagare, "plan.xlsx", bytes as Uint8Array))).toContain("Inget är ändrat.");
  });

  it("goes to one who may see less with less in it", async () => {
    const reader = who("lasare.facklig");
    await bot.say(reader, "exportera planen");
    const [offer] = await bot.say(reader, "ja");
    const files = unzipSync((await bot.fake.answerFileOffer(offer as Shown)) as Uint8Array);
    const written = Object.values(files).map((bytes) => strFromU8(bytes));
    const holds = (text: string): boolean => written.some((part) => part.includes(text));
    expect(holds("Minska övertid")).toBe(true);
    const { book, facts } = await bot.plan();
    expect(book.lines.filter(({ comment }) => comment && holds(comment))).toEqual([]);
    expect(facts.persons.filter(({ name, email }) => email !== reader.email && holds(name))).toEqual([]);
  });

  it("is not made when it is declined", async () => {
    await bot.say(planagare, "exportera planen");
    const [offer] = await bot.say(planagare, "ja");
    expect(await bot.fake.answerFileOffer(offer as Shown, false)).toBeNull();
  });

  it("that has changed becomes the next version, and tells what changed", async () => {
    const plan = await bot.plan();
    const measures = plan.facts.measures.map((row) =>
      row.id === "Å-06" ? { ...row, title: "Halvera övertiden" } : row,
    );
    const viewer = viewerOf(plan.facts, planagare.email) as Viewer;
    const changed = { ...plan, facts: { ...plan.facts, measures } };
    const [file] = await exportPlan(changed, { form: "xlsx", viewer, scope: null });
    const answer = said(await bot.sendFile(planagare, "plan.xlsx", file?.bytes as Uint8Array));
    expect(answer).toContain(`Klart, planen är inläst som version ${plan.version + 1}.`);
    expect(answer).toContain("1 ändring:");
    expect(answer).toContain("Minska övertid → Halvera övertiden");
    // What was reported here is not lost by it.
    expect(await linesOf("U31")).toHaveLength(1);
  });
});

describe("realised effect", () => {
  const october = async () =>
    (await bot.plan()).facts.effects.find(({ measure, month }) => measure === "Å-01" && month === "2026-10");

  it("is verified by its controller, after Ja, in a version of its own", async () => {
    const controller = who("controller");
    const { version } = await bot.plan();
    const [question] = await bot.say(controller, "verifiera hyrstoppet för oktober");
    expect(question?.text).toContain("som verifierat");
    expect(await october()).toMatchObject({ verified: false });
    expect(said(await bot.say(controller, "ja"))).toContain("verifierad från och med nu");
    expect(await october()).toMatchObject({ verified: true });
    expect((await bot.plan()).version).toBe(version + 1);
    expect(said(await bot.say(controller, "verifiera hyrstoppet för oktober"))).toContain("inget realiserat");
  });

  it("is not for others to verify", async () => {
    expect(said(await bot.say(who("chef.medicin.norra"), "verifiera hyrstoppet för september"))).not.toContain(
      "Ska jag",
    );
  });
});

describe("the channel of the digest", () => {
  const bound = async (): Promise<string | undefined> =>
    (await bot.app().world.store.people.boundChannel("management"))?.channel;

  it.each(["chef.ortopeden", "controller", "ledning.direktor"])("is not chosen by %s", async (local) => {
    const [answer] = await bot.mention(channel, who(local), "använd den här kanalen");
    await bot.mention(channel, who(local), "ja", answer);
    expect(await bound()).toBeUndefined();
  });

  it("is chosen by the planägare, there, after Ja, which nobody else can say", async () => {
    const [question] = await bot.mention(channel, planagare, "använd den här kanalen");
    await bot.press(question as Shown, "Ja", {}, { as: who("ledning.direktor") });
    expect(await bound()).toBeUndefined();
    await bot.press(question as Shown, "Ja", {}, { as: planagare });
    expect(bot.last(channel).text).toContain("Klart. Veckans sammanfattning läggs i den här kanalen");
    expect(await bound()).toBe(channel.id);
  });

  it("gets the digest", async () => {
    await bot.timeIs("2026-11-23 07.30");
    expect(bot.last(channel).text).toMatch(/^Omställningsplanen v. 47/);
  });

  it("gets it corrected by the planägare after Ja, with the earlier version kept", async () => {
    const [posted] = bot.shows(channel).filter(({ text }) => text.startsWith("Omställningsplanen v. 47"));
    await bot.say(who("chef.vc.sjostaden"), "sjöstaden: allt grönt");
    await bot.say(who("chef.vc.sjostaden"), "ja");
    expect(said(await bot.say(who("controller"), "rätta sammanställningen"))).toContain("planägaren");
    expect(said(await bot.say(planagare, "rätta sammanställningen"))).toContain("en rättad sammanfattning för v. 47");
    expect(said(await bot.say(planagare, "ja"))).toContain("som version 2");
    expect(bot.last(channel).text).toContain("27 av 31 enheter har rapporterat");
    const { digests } = bot.app().world.store;
    expect((await digests.findVersion(W47, 1))?.text).toContain("26 av 31 enheter");
    expect(bot.shows(channel)).toContainEqual(posted);
  });
});

it("nothing broke", () => {
  expect(bot.log.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
});
