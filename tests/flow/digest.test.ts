// The digest of the sample plan's v. 47 as it stands in the channel: its figures, its snapshot, its buttons.
import { afterAll, beforeAll, expect, it } from "vitest";
import { digestDeps } from "../../src/app/digest-deps.ts";
import { rhythmNow } from "../../src/app/world.ts";
import { decideFor, shownDigest } from "../../src/digest/digest.ts";
import { coverageOf } from "../../src/plan/coverage.ts";
import { ladderOf } from "../../src/plan/effect.ts";
import { amountText } from "../../src/plan/format.ts";
import { rhythmOf } from "../../src/plan/rhythm.ts";
import { openSupport } from "../../src/plan/support-queue.ts";
import type { Week } from "../../src/plan/week.ts";
import { type ABot, aBot } from "../helpers/a-bot.ts";
import { buttons, type Channel, cardTexts, type Shown } from "../helpers/fake-teams.ts";
import { samplePlan } from "../helpers/sample-plan.ts";
import { cardProblems } from "../helpers/valid-card.ts";

const W47 = "2026-W47" as Week;

let bot: ABot;
let channel: Channel;

beforeAll(async () => {
  bot = await aBot({ plan: samplePlan(), at: "2026-11-22 12.00" });
  await bot.everyoneHasIt();
  channel = bot.fake.channel("Ledningsgruppen");
  await bot.bind(channel);
  await bot.timeIs("2026-11-23 07.30");
});

afterAll(() => bot.end());

it("Monday 07.30: the digest stands in the channel, with the plan's own figures", async () => {
  const [digest, ...others] = bot.shows(channel);
  expect(others).toEqual([]);
  const text = digest?.text ?? "";
  for (const part of [
    "Omställningsplanen v. 47",
    "26 av 31 enheter har rapporterat (84 %)",
    "145,0 mkr",
    "av planerade 176,8 mkr (82 %)",
    "Realiserad effekt t.o.m. oktober",
    "Prognos 2026 189,3 av planerade 229,6 mkr",
    "Beslutad helårseffekt 309,8 mkr",
    "Beräknad potential 403,0 mkr",
    "Utan belopp 26 åtgärder",
    "Ortopedkliniken: bemanning −2,8 %, operationer −11,9 %",
    "Vuxenpsykiatrisk öppenvård: bemanning −1,7 %, läkarbesök −6,5 %",
    "4 öppna ärenden, äldst 9 dagar.",
    "Närsjukvården 2 · Psykiatrin 1 · Ambulans, diagnostik och hälsa 2",
  ])
    expect(text).toContain(part);
  expect(buttons(digest?.card ?? {})).toEqual([
    "Visa alla åtgärder",
    "Per förvaltning",
    "Underlag till månadsuppföljning",
    "Fråga boten",
  ]);
  const { facts } = await bot.plan();
  for (const { name } of facts.persons) expect(text).not.toContain(name);
  for (const { comment, nextStep } of (await bot.plan()).book.lines)
    for (const written of [comment, nextStep]) if (written) expect(text).not.toContain(written);
});

it("every figure of it is the plan's at the snapshot, and it renders again byte for byte", async () => {
  const { world } = bot.app();
  const kept = await world.store.digests.find(W47);
  if (!kept) throw new Error("no digest is kept");
  const plan = { ...(await bot.plan()), now: kept.asOf };
  const ladder = ladderOf(plan, plan.facts.measures);
  const coverage = coverageOf(plan, W47);
  const [digest] = bot.shows(channel);
  expect(digest?.text).toContain(`${coverage.received.length} av ${coverage.expected.length} enheter`);
  for (const sum of [ladder.realised, ladder.planned, ladder.decided, ladder.potential, ladder.plannedYear])
    expect(digest?.text).toContain(amountText(sum.amount as never, "sv"));
  expect(digest?.text).toContain(`${openSupport(plan).length} öppna ärenden`);
  const settings = await rhythmNow(world);
  const due = rhythmOf(W47, settings)?.digest as never;
  const again = await decideFor(digestDeps(world), { week: W47, due }, kept.asOf);
  expect(JSON.stringify(sorted(again.digest?.snapshot))).toBe(JSON.stringify(sorted(kept.snapshot)));
  expect(JSON.stringify(sorted(again.digest?.card))).toBe(JSON.stringify(sorted(kept.card)));
  expect(again.digest?.text).toBe(kept.text);
  expect(JSON.stringify(shownDigest(kept).card)).toBe(JSON.stringify(digest?.card));
});

it("its buttons open dialogs that only the one who presses sees", async () => {
  const [digest] = bot.shows(channel);
  const before = bot.shows(channel).length;
  const director = bot.person("ledning.direktor@region-exempel.example");
  for (const title of ["Visa alla åtgärder", "Per förvaltning", "Underlag till månadsuppföljning"]) {
    const { dialog } = await bot.press(digest as Shown, title, {}, { as: director });
    expect(dialog?.title, title).toBeTruthy();
    expect(cardProblems(dialog?.card ?? {})).toEqual([]);
  }
  const { dialog } = await bot.press(digest as Shown, "Per förvaltning", {}, { as: director });
  expect(cardTexts(dialog?.card ?? {}).join("\n")).toContain(
    "Ambulans, diagnostik och hälsa\nInga belopp: underlag saknas.",
  );
  expect(bot.shows(channel)).toHaveLength(before);
});

it("is shown again as posted to one who asks, or that none was", async () => {
  const director = bot.person("ledning.direktor@region-exempel.example");
  const [posted] = bot.shows(channel);
  const [shown] = await bot.say(director, "visa digesten");
  expect([shown?.text, JSON.stringify(shown?.card)]).toEqual([posted?.text, JSON.stringify(posted?.card)]);
  const [none] = await bot.say(director, "visa sammanfattningen för v. 46");
  expect(none?.text).toBe("Ingen sammanfattning har postats för v. 46.");
});

it("withdrawn, its place says so, and nothing more is put in the channel", async () => {
  const owner = bot.person("planagare@region-exempel.example");
  await bot.say(owner, "dra tillbaka sammanfattningen");
  await bot.say(owner, "ja");
  expect(bot.shows(channel).map(({ text }) => text)).toEqual([expect.stringContaining("tillbakadragen")]);
});

/** JSON from the database may come with its keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
