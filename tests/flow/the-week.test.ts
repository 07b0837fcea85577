// One week and the Monday after, told on the sample plan: plan in, cards out, answers in, digest to the channel.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoStore } from "../../src/demo/demo-store.ts";
import { coverageOf } from "../../src/plan/coverage.ts";
import { nameOf } from "../../src/plan/people.ts";
import type { Email, OrgId, ReportLine } from "../../src/plan/plan.ts";
import { cardReaders } from "../../src/plan/recipients.ts";
import type { Week } from "../../src/plan/week.ts";
import { type ABot, aBot, instantOf } from "../helpers/a-bot.ts";
import { DATABASE_KINDS } from "../helpers/a-database.ts";
import { buttons, type Channel, inputsOf, type Person, type Shown } from "../helpers/fake-teams.ts";
import { samplePlan } from "../helpers/sample-plan.ts";
import { cardProblems } from "../helpers/valid-card.ts";

const W47 = "2026-W47" as Week;
const W48 = "2026-W48" as Week;

describe.each(DATABASE_KINDS)("the week, %s", (database) => {
  let bot: ABot;
  let channel: Channel;
  let planagare: Person;

  const who = (local: string): Person => bot.person(`${local}@region-exempel.example`);
  const cards = (person: Person, week: string): Shown[] =>
    bot.shows(person).filter(({ text }) => text.startsWith(`Veckorapport ${week} · `));
  const card = (person: Person, week: string, unit: string): Shown =>
    bot.last(person, new RegExp(`^Veckorapport ${week} · ${unit}`));
  const linesOf = async (unit: string, week: Week): Promise<readonly ReportLine[]> =>
    (await bot.plan()).book.report(unit as OrgId, week, bot.clock.now());
  const inChat = (shown: Shown): string => bot.fake.ledger.messages.find(({ id }) => id === shown.id)?.text ?? "";

  beforeAll(async () => {
    bot = await aBot({ plan: samplePlan(), at: "2026-11-18 07.25", database, store: demoStore });
    await bot.everyoneHasIt();
    channel = bot.fake.channel("Ledningsgruppen");
    await bot.bind(channel);
    planagare = who("planagare");
  });

  afterAll(() => bot.end());

  it("Wednesday 07.30: each linjechef gets one card per unit, nobody else any", async () => {
    await bot.timeIs("2026-11-18 07.30");
    const { facts, ...plan } = await bot.plan();
    const owing = coverageOf({ ...plan, facts }, W47).expected;
    const wanted = facts.persons
      .filter(({ role, org }) => role === "line_manager" && owing.includes(org))
      .map(({ email, org }) => `${email} ${facts.orgs.find(({ id }) => id === org)?.name}`);
    const people = new Set(bot.fake.ledger.people.values());
    const got = [...people].flatMap((person) =>
      cards(person, "v. 47").map(({ text }) => `${person.email} ${text.split("\n")[0]?.split(" · ")[1]}`),
    );
    // The laboratory's chef reads English.
    expect(bot.last(who("chef.lab"), /^Weekly report/).text).toContain("How is it going?");
    expect([...got, "chef.lab@region-exempel.example Laboratoriemedicin"].sort()).toEqual(wanted.sort());
    expect(wanted).toHaveLength(31);
    expect(cards(who("chef.vc.sjostaden"), "v. 47")).toHaveLength(2);
    for (const { card } of bot.fake.ledger.messages) if (card) expect(cardProblems(card)).toEqual([]);
  });

  it("green: one tap on Inget nytt, and the receipt stands in its place", async () => {
    await bot.timeIs("2026-11-18 07.40");
    const chef = who("chef.gas");
    const mine = card(chef, "v. 47", "Gemensam");
    const { card: receipt } = await bot.press(mine, "Inget nytt – samma läge");
    expect(receipt?.text).toContain(
      "Tack! Veckorapport v. 47 för Gemensam administrativ service (GAS) är mottagen 2026-11-18 kl. 07.40.",
    );
    expect(receipt?.text).toContain("Läget: 3 gröna.");
    expect(receipt?.text).toContain("Du kan ändra till måndag kl. 07.30.");
    expect(inChat(mine)).toContain("Läget: 3 gröna.");
    const lines = await linesOf("U23", W47);
    expect(lines.map(({ state, mode, by }) => [state, mode, by])).toEqual(
      Array.from({ length: 3 }, () => ["on_track", "no_news", chef.email]),
    );
  });

  it("yellow: two steps, and the support asked for reaches the team", async () => {
    const chef = who("chef.hudogon");
    const mine = card(chef, "v. 47", "Hud- och ögonmottagningen");
    const { card: second } = await bot.press(mine, "Skicka", { "state:Å-07": "Avvikelse, vi kan lösa den" });
    expect(second?.text).toContain("Några frågor om åtgärden som inte går enligt plan.");
    expect(second?.text).toContain("Skriv inga person- eller patientuppgifter. Uppgiften kan bli allmän handling.");
    expect(inputsOf(second?.card ?? {}).every(({ id }) => id.endsWith(":Å-07"))).toBe(true);
    const { card: receipt } = await bot.press(second as Shown, "Skicka", {
      "Främsta orsak": "Vakans eller rekrytering",
      "Behöver du stöd?": "Schemaläggningsstöd",
      "Risk just nu?": ["Arbetsmiljö"],
    });
    expect(receipt?.text).toContain("Läget: 1 grön, 1 gul.");
    expect(receipt?.text).toContain("Stödärende S-11: Schemaläggningsstöd. Förstärkningsteamet hör av sig.");
    const line = (await linesOf("U07", W47)).find(({ measure }) => measure === "Å-07");
    expect(line).toMatchObject({ state: "deviation", cause: "vacancy", support: "scheduling" });
    expect(line?.risks).toHaveLength(1);
  });

  it("the team's buttons tell the chef, once each", async () => {
    const chef = who("chef.hudogon");
    const request = bot.last(who("stod.schema"), /^Ny stödbegäran/);
    expect(request.text).toContain("Hud- och ögonmottagningen");
    expect(bot.last(who("stod.produktion"), /^Ny stödbegäran/).text).toContain("S-11");
    const { card: contacted } = await bot.press(request, "Jag har tagit kontakt");
    expect(buttons(contacted?.card ?? {})).toEqual(["Avsluta ärendet"]);
    await bot.press({ ...request, card: request.card }, "Avsluta ärendet");
    const told = bot.shows(chef).filter(({ text }) => text.includes("S-11") && !text.includes("Veckorapport"));
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringContaining("är mottagen och någon tar kontakt med dig"),
      expect.stringContaining("är avslutad"),
    ]);
    // A colleague of the team presses the card that still stands with its buttons: nothing more is done.
    await bot.press(bot.last(who("stod.produktion"), /S-11/), "Avsluta ärendet");
    expect(bot.shows(chef).filter(({ text }) => /är avslutad/.test(text))).toHaveLength(1);
  });

  it("critical with things missing: the faults are shown and what was typed is kept", async () => {
    const chef = who("chef.rontgen");
    const mine = card(chef, "v. 47", "Röntgen");
    const { card: second } = await bot.press(mine, "Skicka", {
      "state:Å-04": "Kritiskt, vi når inte målet utan hjälp",
    });
    const { card: faulty } = await bot.press(second as Shown, "Skicka", {
      "Främsta orsak": "Vakans eller rekrytering",
      "Vad gör du åt det?": "Ringer",
      "Klart senast": "2026-11-01",
      Kommentar: "Gäller 19121212-1212",
    });
    expect(faulty?.text).toContain("Nästan klart – 3 saker till:");
    expect(faulty?.text).toContain("beskriv kort nästa steg (minst 10 tecken)");
    expect(faulty?.text).toContain("datumet kan inte ligga bakåt i tiden");
    expect(faulty?.text).toContain("ser ut att innehålla ett personnummer");
    const kept = new Map(inputsOf(faulty?.card ?? {}).map(({ label, value }) => [label, value]));
    expect(kept.get("Vad gör du åt det?")).toBe("Ringer");
    expect(kept.get("Främsta orsak")).toBe("vacancy");
    expect(await linesOf("U18", W47)).toEqual([]);
    const { card: receipt } = await bot.press(faulty as Shown, "Skicka", {
      "Vad gör du åt det?": "Två intervjuer är bokade i nästa vecka.",
      "Klart senast": "2026-12-11",
      Kommentar: "",
    });
    expect(receipt?.text).toContain("Läget: 2 gröna, 1 röd.");
    expect(await linesOf("U18", W47)).toHaveLength(3);
  });

  it("Jag är borta: the card goes to the ersättare, who answers in the chef's place", async () => {
    const [chef, deputy] = [who("chef.hr"), who("chef.ekonomi")];
    const mine = card(chef, "v. 47", "HR och chefsstöd");
    const { card: asked } = await bot.press(mine, "Jag är borta – skicka till ersättare");
    expect(asked?.text).toContain("Vem svarar för HR och chefsstöd medan du är borta?");
    const { card: wrong } = await bot.press(asked as Shown, "Skicka till ersättaren", {
      "Ersättarens e-postadress": "nagon.annan@region-exempel.example",
    });
    expect(wrong?.text).toContain("finns inte bland personerna i planen");
    const { card: sent } = await bot.press(wrong as Shown, "Skicka till ersättaren", {
      "Ersättarens e-postadress": deputy.email,
    });
    expect(sent?.text).toContain("Kortet för HR och chefsstöd är skickat till Håkan Lundvall");
    const theirs = card(deputy, "v. 47", "HR och chefsstöd");
    expect(theirs.text).toContain("Du svarar för HR och chefsstöd, i stället för Katarina Rosén.");
    const { card: receipt } = await bot.press(theirs, "Inget nytt – samma läge");
    expect(receipt?.text).toContain("Lämnad i stället för Katarina Rosén.");
    expect((await linesOf("U27", W47)).map(({ by, insteadOf }) => [by, insteadOf])).toContainEqual([
      deputy.email,
      chef.email,
    ]);
    // The chef's own copy shows it too.
    expect(inChat(mine)).toContain("En kollega har redan svarat för HR och chefsstöd");
  });

  it.each([
    ["Thursday 14.00: reminder 1", "2026-11-19 14.00", /är inte inskickad ännu/],
    ["Friday 13.00: reminder 2", "2026-11-20 13.00", /^Veckorapport v. 47\nHej! Vi sammanställer/],
  ])("%s, to those who have not answered and to nobody else", async (_name, at, text) => {
    await bot.timeIs(at);
    const plan = await bot.plan();
    const today = at.slice(0, 10) as never;
    const missing = coverageOf(plan, W47).missing;
    const wanted = new Set(missing.flatMap((unit) => cardReaders(plan.facts, unit, today).map(({ person }) => person)));
    const people = [...new Set(bot.fake.ledger.people.values())];
    const got = people.filter((person) => bot.shows(person).some((shown) => text.test(shown.text)));
    expect(got.map(({ email }) => email).sort()).toEqual([...wanted].sort());
    expect(missing.length).toBeGreaterThan(4);
  });

  it("reminder 2 offers Inget nytt where the card does, and the ersättare", () => {
    const offered = bot.last(who("chef.bup"), /^Veckorapport v. 47\nHej!/);
    expect(buttons(offered.card ?? {})).toEqual(["Inget nytt – samma läge", "Skicka till ersättare"]);
    // Its line is critical.
    const critical = bot.last(who("chef.vc.sjostaden"), /^Veckorapport v. 47\nHej!/);
    expect(buttons(critical.card ?? {})).toEqual(["Skicka till ersättare"]);
  });

  it("Ändra: a new version before the snapshot, the old one kept", async () => {
    const chef = who("chef.gas");
    const { card: form } = await bot.press(bot.last(chef, /Gemensam/), "Ändra");
    const { card: second } = await bot.press(form as Shown, "Skicka", { "state:Å-11": "Avvikelse, vi kan lösa den" });
    const { card: receipt } = await bot.press(second as Shown, "Skicka", { "Främsta orsak": "Leverantör" });
    expect(receipt?.text).toContain("Läget: 2 gröna, 1 gul.");
    const { book } = await bot.plan();
    const versions = book.lines.filter(
      ({ unit, week, measure }) => `${unit} ${week} ${measure}` === "U23 2026-W47 Å-11",
    );
    expect(versions.map(({ state }) => state)).toEqual(["on_track", "deviation"]);
  });

  it("Monday 07.30: the digest stands in the channel", async () => {
    await bot.timeIs("2026-11-23 07.30");
    const [digest, ...others] = bot.shows(channel);
    expect(others).toEqual([]);
    expect(digest?.text).toContain("26 av 31 enheter har rapporterat (84 %)");
    expect(digest?.text).toContain("av planerade 176,8 mkr (82 %)");
    // Asked for, had contact and closed before Monday: not among the open ones.
    expect(digest?.text).toContain("4 öppna ärenden, äldst 9 dagar.");
  });

  it("Monday 08.00: two missed weeks are asked about, privately", async () => {
    await bot.timeIs("2026-11-23 08.00");
    const asked = bot.last(who("chef.vc.sjostaden"), /Behöver ni stöd/);
    expect(asked.text).toContain("Vårdcentralen Sjöstaden");
    expect(bot.last(planagare).text).toContain("Vårdcentralen Sjöstaden: ingen rapport på två veckor");
    expect(bot.shows(channel)).toHaveLength(1);
    expect(bot.shows(who("verksamhetschef.vardcentraler"))).toEqual([]);
  });

  it("an answer after the snapshot is kept for its own week, as a correction", async () => {
    await bot.timeIs("2026-11-23 10.00");
    const { card: receipt } = await bot.press(card(who("chef.bup"), "v. 47", "BUP"), "Inget nytt – samma läge");
    expect(receipt?.text).toContain("visas som en rättelse i nästa sammanställning");
    expect(await linesOf("U14", W47)).toHaveLength(2);
    expect(await linesOf("U14", W48)).toEqual([]);
  });

  it("v. 48: the ersättare of an absence gets the card, and the chef who is away none", async () => {
    await bot.timeIs("2026-11-25 07.30");
    expect(cards(who("chef.ortopeden"), "v. 48")).toEqual([]);
    const deputy = who("chef.kirurgi");
    expect(cards(deputy, "v. 48")).toHaveLength(2);
    const theirs = card(deputy, "v. 48", "Ortopedkliniken");
    expect(theirs.text).toContain("Du svarar för Ortopedkliniken, i stället för Peter Sandin.");
    const { card: receipt } = await bot.press(theirs, "Inget nytt – samma läge");
    expect(receipt?.text).toContain("Lämnad i stället för Peter Sandin.");
  });

  it("the month's question: a lower forecast than the latest", async () => {
    const chef = who("chef.psyk.sluten");
    const mine = card(chef, "v. 48", "Psykiatrisk slutenvård");
    expect(mine.text).toContain("Prognos nu 0,8 mkr av planerade 0,8. Når ni effekten i år?");
    const green = Object.fromEntries(
      inputsOf(mine.card ?? {})
        .filter(({ id }) => id.startsWith("state:"))
        .map(({ id }) => [id, "Enligt plan"]),
    );
    const { card: missing } = await bot.press(mine, /^Visa fler/, { ...green, "reach:Å-15": "Lägre" });
    const { card: rest } = await bot.press(missing as Shown, "Skicka", {
      ...Object.fromEntries(
        inputsOf(missing?.card ?? {})
          .filter(({ id }) => id.startsWith("state:"))
          .map(({ id }) => [id, "Enligt plan"]),
      ),
    });
    expect(rest?.text).toContain("ange den nya prognosen i mkr");
    const { card: receipt } = await bot.press(rest as Shown, "Skicka", { "forecast:Å-15": "0,6" });
    expect(receipt?.text).toContain("Tack!");
    const { book } = await bot.plan();
    expect(book.forecastsOf("Å-15" as never, bot.clock.now()).at(-1)?.year).toBe(600_000);
  });

  it("the next digest: the correction, the lower forecast, few answers", async () => {
    await bot.timeIs("2026-11-30 07.30");
    const digest = bot.last(channel, /^Omställningsplanen v. 48/);
    expect(digest.text).toContain("2 av 31 enheter har rapporterat");
    expect(digest.text).toContain("Siffrorna är preliminära");
    expect(digest.text).toContain("Rättelser till förra sammanställningen");
    expect(digest.text).toContain("rapporterade enheter 26 → 27 av 31");
    expect(digest.text).toContain("Prognos 2026 189,1 av planerade 229,6 mkr");
  });

  it("three missed weeks: one neutral line to the nearest chef; two: to the chef", async () => {
    await bot.timeIs("2026-11-30 08.00");
    const above = bot.last(who("verksamhetschef.vardcentraler"));
    expect(above.text).toContain("Ingen veckorapport har kommit från Vårdcentralen Sjöstaden på tre veckor.");
    const { facts } = await bot.plan();
    expect(above.text).not.toContain(nameOf(facts, who("chef.vc.sjostaden").email as Email) ?? "?");
    expect(bot.last(who("chef.hemsjukvard")).text).toContain("Behöver ni stöd eller är ni borta?");
    // BUP's late answer for v. 47 broke its run.
    expect(bot.shows(who("chef.bup")).filter(({ text }) => /Behöver ni stöd/.test(text))).toEqual([]);
    expect(bot.shows(channel)).toHaveLength(2);
  });

  it("nothing went wrong on the way", () => {
    expect(bot.log.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
    const refused = bot.fake.calls.filter(({ status }) => status >= 400 || status === 0);
    expect(refused).toEqual([]);
    expect(instantOf("2026-11-30 08.00")).toBe(bot.clock.now());
  });
});
