// What goes wrong in daily life: a clear Swedish sentence, and nothing is changed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type ABot, aBot, importPlan } from "../helpers/a-bot.ts";
import { aPlan } from "../helpers/a-plan.ts";
import type { Person, Shown } from "../helpers/fake-teams.ts";
import { SAMPLE_FOLDER, samplePlan } from "../helpers/sample-plan.ts";

const WORKBOOK = readFileSync(`${SAMPLE_FOLDER}.xlsx`);
const said = (shown: readonly Shown[]): string => shown.map(({ text }) => text).join("\n");
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a file", () => {
  let bot: ABot;
  let planagare: Person;
  const version = async (): Promise<number> => (await bot.plan()).version;

  beforeAll(async () => {
    bot = await aBot({ plan: samplePlan(), at: "2026-11-23 09.00" });
    planagare = await bot.installFor("planagare@region-exempel.example");
  });

  afterAll(() => bot.end());

  it.each<[string, string, () => Uint8Array, RegExp]>([
    ["of another kind", "plan.pdf", () => utf8("%PDF-1.7"), /Jag kan läsa in en plan som Excel-arbetsbok/],
    ["that only has the name", "plan.xlsx", () => utf8("hej"), /^Planen är inte inläst/],
    ["that was cut off", "plan.xlsx", () => WORKBOOK.subarray(0, WORKBOOK.length / 2), /^Planen är inte inläst/],
    ["that is empty", "plan.xlsx", () => new Uint8Array(), /inte inläst|tom/],
    [
      "with one sheet only",
      "Åtgärder.csv",
      () => readFileSync(join(SAMPLE_FOLDER, "Åtgärder.csv")),
      /^Planen är inte inläst/,
    ],
  ])("%s is told from a plan", async (_name, name, bytes, expected) => {
    const before = await version();
    expect(said(await bot.sendFile(planagare, name, bytes()))).toMatch(expected);
    expect(await version()).toBe(before);
  });

  it("that says what already holds changes nothing", async () => {
    const before = await version();
    const [answer] = await bot.sendFile(planagare, "region-exempel.xlsx", WORKBOOK);
    expect(answer?.text).toContain(`Filen säger samma sak som den plan som gäller (version ${before}).`);
    expect(await version()).toBe(before);
  });

  it.each(["chef.ortopeden", "controller", "ledning.direktor", "lasare.facklig"])(
    "is not taken from %s",
    async (local) => {
      const person = await bot.installFor(`${local}@region-exempel.example`);
      const before = await version();
      const [answer] = await bot.sendFile(person, "plan.xlsx", WORKBOOK);
      expect(answer?.text).toContain("Det är planägaren som läser in planen");
      expect(await version()).toBe(before);
    },
  );
});

describe("a card", () => {
  let bot: ABot;
  const anna = (): Person => bot.person("anna@x.example");
  const aClinic = () =>
    aPlan()
      .unit("U1", "SJH", { name: "Ortopedkliniken" })
      .person("planagare@x.example", "plan_owner", "REG")
      .person("lasare@x.example", "reader", "REG")
      .measure("M1", { owner: "U1" })
      .report("U1", "M1", "2026-W46", "on_track");

  beforeAll(async () => {
    const plan = aClinic().person("anna@x.example", "line_manager", "U1").at();
    bot = await aBot({ plan, at: "2026-11-18 07.25" });
    await bot.everyoneHasIt();
    await bot.timeIs("2026-11-18 07.30");
  });

  afterAll(() => bot.end());

  const pressedBy = async (person: Person): Promise<string> => {
    await bot.press(bot.last(anna(), /^Veckorapport/), "Skicka", {}, { as: person });
    return bot.last(person).text;
  };
  const reported = async (): Promise<number> =>
    (await bot.plan()).book.lines.filter(({ week }) => week === "2026-W47").length;

  it("of somebody else's unit gives no right to answer it", async () => {
    expect(await pressedBy(bot.person("lasare@x.example"))).toContain(
      "Du står inte som ansvarig för Ortopedkliniken i planen, så inget är sparat.",
    );
    expect(await reported()).toBe(0);
  });

  it("pressed by somebody who is not in the plan", async () => {
    expect(await pressedBy(bot.person("okand@x.example"))).toContain("Du finns inte med i planen");
    expect(await reported()).toBe(0);
  });

  it("of a unit that one no longer leads, after a new version of the plan", async () => {
    const { store } = bot.app().world;
    await importPlan(store, aClinic().person("anna@x.example", "line_manager", "U2").unit("U2").at(), bot.clock.now());
    expect(await pressedBy(anna())).toContain("Ortopedkliniken i planen, så inget är sparat.");
    expect(await reported()).toBe(0);
  });

  it("of a unit that is no longer there", async () => {
    const { store } = bot.app().world;
    const without = aPlan()
      .unit("U2")
      .person("planagare@x.example", "plan_owner", "REG")
      .person("anna@x.example", "line_manager", "U2");
    await importPlan(store, without.at(), bot.clock.now());
    expect(await pressedBy(anna())).toContain("Enheten finns inte längre i planen, så inget är sparat.");
  });

  it("with data that nobody's card holds", async () => {
    const chat = { type: "invoke", name: "adaptiveCard/action" };
    for (const data of [{ verb: "collect_send", nonce: "nope" }, { verb: "collect_send" }, { verb: "?" }, {}]) {
      const action = { type: "Action.Execute", verb: data.verb ?? "", data };
      const { status } = await bot.fake.event(anna(), { ...chat, value: { action, trigger: "manual" } });
      expect(status).toBe(200);
    }
    await bot.settled();
    expect(await reported()).toBe(0);
  });

  it("nothing broke", () => {
    expect(bot.log.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
  });
});

describe("without a plan", () => {
  let bot: ABot;
  beforeAll(async () => {
    bot = await aBot({ at: "2026-11-18 07.25" });
  });

  afterAll(() => bot.end());

  it("one who installs the app, writes or sends a file is told what is missing", async () => {
    const person = await bot.installFor("planagare@x.example");
    expect(bot.shows(person).map(({ text }) => text)).toEqual([expect.stringContaining("Ingen plan är inläst ännu.")]);
    expect(said(await bot.say(person, "hur går det?"))).toContain("Ingen plan är inläst ännu.");
    expect(said(await bot.sendFile(person, "plan.xlsx", WORKBOOK))).toContain("Ingen plan är inläst ännu.");
    expect(await bot.app().world.store.plan.current()).toBeNull();
  });

  it("a whole week passes in silence", async () => {
    const before = bot.fake.ledger.messages.length;
    await bot.timeIs("2026-11-25 12.00");
    expect(bot.fake.ledger.messages).toHaveLength(before);
    expect(bot.log.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
  });
});

describe("somebody who is not in the plan", () => {
  it("is told so, kindly, and nothing else", async () => {
    const bot = await aBot({ plan: samplePlan(), at: "2026-11-18 07.25" });
    onTestFinished(() => bot.end());
    const guest = await bot.installFor("gast@annan.example");
    expect(bot.shows(guest)).toHaveLength(1);
    for (const question of ["hur går det", "visa mina åtgärder", "Å-02", "hjälp"]) {
      expect(said(await bot.say(guest, question))).toMatch(/^Hej! Du finns inte med i planen/);
    }
    expect(said(await bot.sendFile(guest, "plan.xlsx", WORKBOOK))).toContain("Du finns inte med i planen");
    const group = bot.fake.channel("Ledningsgruppen", [guest]);
    expect(said(await bot.mention(group, guest, "hur går det"))).toContain("Du finns inte med i planen");
  });
});
