// However often an answer comes, and whoever else answers: one report for the unit and week, the same receipt, nothing lost.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrgId, ReportLine } from "../../src/plan/plan.ts";
import type { Week } from "../../src/plan/week.ts";
import { type ABot, aBot } from "../helpers/a-bot.ts";
import { aPlan } from "../helpers/a-plan.ts";
import { type Delivery, inputsOf, type Person, type Pressed, type Shown } from "../helpers/fake-teams.ts";

const W47 = "2026-W47" as Week;
const W48 = "2026-W48" as Week;
const CLINICS = ["Akuten", "Barn", "Ortopeden", "Hjärtat", "Ögon"] as const;

let bot: ABot;

const address = (letter: "a" | "b", clinic: string): string => `${letter}.${clinic.toLowerCase()}@x.example`;

/** Each clinic has two chefs, `a.<clinic>` and `b.<clinic>`, and two measures that went well last week. */
beforeAll(async () => {
  const plan = aPlan().person("planagare@x.example", "plan_owner", "REG");
  for (const clinic of CLINICS) {
    plan
      .unit(clinic)
      .person(address("a", clinic), "line_manager", clinic)
      .person(address("b", clinic), "line_manager", clinic);
    for (const number of [1, 2]) {
      const measure = `${clinic}-${number}`;
      plan.measure(measure, { owner: clinic }).report(clinic, measure, "2026-W46", "on_track");
    }
  }
  bot = await aBot({ plan: plan.at(), at: "2026-11-18 07.25" });
  await bot.everyoneHasIt();
  await bot.timeIs("2026-11-18 07.30");
});

afterAll(() => bot.end());

const chef = (letter: "a" | "b", clinic: string): Person => bot.person(address(letter, clinic));
const cardOf = (person: Person, week = "v. 47"): Shown => bot.last(person, new RegExp(`^Veckorapport ${week}`));

async function linesOf(clinic: string, week = W47): Promise<readonly ReportLine[]> {
  const { book } = await bot.plan();
  return book.lines.filter((line) => line.unit === (clinic as OrgId) && line.week === week);
}

const receipts = (...pressed: Pressed[]): Set<string | undefined> => new Set(pressed.map(({ card }) => card?.text));
const fresh = (shown: Shown): Shown => ({ ...shown });
const statuses = (...deliveries: Delivery[]): number[] => deliveries.map(({ status }) => status);

describe("the same answer again", () => {
  it("a double click: both get the receipt, one report", async () => {
    const card = cardOf(chef("a", "Akuten"));
    const pressed = await Promise.all([bot.fake.press(fresh(card), "Skicka"), bot.fake.press(fresh(card), "Skicka")]);
    await bot.settled();
    expect(receipts(...pressed).size).toBe(1);
    expect(pressed[0]?.card?.text).toContain("Tack! Veckorapport v. 47 för Akuten är mottagen");
    expect(await linesOf("Akuten")).toHaveLength(2);
  });

  it("delivered again an hour later, with the same and with a new activity id: the same receipt", async () => {
    const person = chef("a", "Barn");
    const first = await bot.press(cardOf(person), "Inget nytt – samma läge");
    await bot.timeIs("2026-11-18 08.30");
    const again = [await bot.fake.redeliver(first), await bot.fake.redeliver(first, "new id")];
    await bot.settled();
    expect(statuses(first, ...again)).toEqual([200, 200, 200]);
    for (const { body } of again) expect(JSON.stringify(body)).toBe(JSON.stringify(first.body));
    expect(await linesOf("Barn")).toHaveLength(2);
    expect(bot.shows(person)).toHaveLength(1);
  });

  it("from an older client, where the press is a message: one report, and the card is replaced where it stands", async () => {
    const person = chef("a", "Hjärtat");
    const first = await bot.press(cardOf(person), "Skicka", {}, { older: true });
    await bot.fake.redeliver(first, "new id");
    await bot.fake.redeliver(first);
    await bot.settled();
    expect(await linesOf("Hjärtat")).toHaveLength(2);
    expect(bot.shows(person).map(({ text }) => text.split("\n")[1])).toEqual([
      expect.stringContaining("Tack! Veckorapport v. 47 för Hjärtat är mottagen"),
    ]);
  });
});

describe("two chefs", () => {
  it("at once, with different answers: one counts, the other is kept and can be sent as a change", async () => {
    const [anna, bo] = [chef("a", "Ortopeden"), chef("b", "Ortopeden")];
    const done = { "state:Ortopeden-1": "Genomförd" };
    const [first, second] = await Promise.all([
      bot.fake.press(cardOf(anna), "Skicka"),
      bot.fake.press(cardOf(bo), "Skicka", done),
    ]);
    await bot.settled();
    expect(statuses(first, second)).toEqual([200, 200]);
    expect(await linesOf("Ortopeden")).toHaveLength(2);
    const [winner, other] = first.card?.text.includes("Tack!") ? [anna, bo] : [bo, anna];
    expect(bot.last(winner).text).toContain("Tack! Veckorapport v. 47 för Ortopeden är mottagen");
    expect(bot.last(other).text).toContain("En kollega har redan svarat för Ortopeden");
    const { collect } = bot.app().world.store;
    await bot.timeIs("2026-11-18 09.00");
    const { card: form } = await bot.press(bot.last(other), "Ändra");
    expect(form?.text).toContain("En kollega har redan svarat. Fälten visar det du skrev.");
    const typed = inputsOf(form?.card ?? {}).find(({ id }) => id === "state:Ortopeden-1")?.value;
    expect(typed).toBe(other === bo ? "done" : "on_track");
    await bot.press(form as Shown, "Skicka");
    expect((await linesOf("Ortopeden")).length).toBe(4);
    expect((await collect.findReport("Ortopeden" as OrgId, W47))?.version).toBe(2);
    for (const person of [anna, bo]) expect(bot.shows(person)).toHaveLength(1);
    expect(bot.last(winner).text).toContain("En kollega har redan svarat för Ortopeden");
  });

  it("the first answer stands in the other's copy without a press", async () => {
    await bot.press(cardOf(chef("b", "Ögon")), "Skicka");
    const other = bot.last(chef("a", "Ögon"));
    expect(other.text).toContain("En kollega har redan svarat för Ögon");
    expect(other.before).toHaveLength(1);
  });
});

it("last week's card, answered when this week's stands there: saved for its own week", async () => {
  await bot.timeIs("2026-11-25 07.30");
  const person = chef("b", "Akuten");
  const [old, current] = [cardOf(person, "v. 47"), cardOf(person, "v. 48")];
  // Answered by the colleague last week: the way on is a correction, for last week.
  const { card: form } = await bot.press(old, "Ändra");
  await bot.press(form as Shown, "Skicka", { "state:Akuten-1": "Genomförd" });
  expect((await linesOf("Akuten", W47)).map(({ state }) => state)).toEqual([
    "on_track",
    "on_track",
    "done",
    "on_track",
  ]);
  expect(await linesOf("Akuten", W48)).toEqual([]);
  expect(bot.last(person, /^Veckorapport v. 48/).text).toBe(current.text);
  expect(bot.last(person, /^Veckorapport v. 47/).text).toContain("visas som en rättelse i nästa sammanställning");
});

it("nothing broke", () => {
  expect(bot.log.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
});
