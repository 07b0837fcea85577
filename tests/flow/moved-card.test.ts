// The card's day is moved to a later one in a week whose card has opened: that week goes on, the next one follows.
import { expect, it, onTestFinished } from "vitest";
import { aBot } from "../helpers/a-bot.ts";
import { aPlan } from "../helpers/a-plan.ts";

it("a card that is moved in an open week keeps that week open, and comes on its new day in the next", async () => {
  const plan = aPlan().unit("U1").person("anna@x.example", "line_manager", "U1").measure("M1", { owner: "U1" });
  const at = "2026-11-18 07.25";
  const bot = await aBot({ plan: plan.person("planagare@x.example", "plan_owner", "REG").at(), at });
  onTestFinished(() => bot.end());
  await bot.everyoneHasIt();
  const [owner, chef] = [bot.person("planagare@x.example"), bot.person("anna@x.example")];
  const got = (match: RegExp): number => bot.shows(chef).filter(({ text }) => match.test(text)).length;
  await bot.timeIs("2026-11-18 09.00");
  await bot.say(owner, "ändra kortet till fredag 08.00");
  await bot.say(owner, "ja");
  expect(bot.last(owner).text).toContain("Ändringen gäller");
  expect((await bot.say(owner, "vem har fått kortet?"))[0]?.text).toMatch(/kort.* för v\. 47/);
  await bot.timeIs("2026-11-19 14.00");
  expect([got(/^Veckorapport v\. 47 ·/), got(/är inte inskick/)]).toEqual([1, 1]);
  await bot.timeIs("2026-11-26 18.00");
  expect([got(/^Veckorapport v\. 47 ·/), got(/^Veckorapport v\. 48 ·/)]).toEqual([1, 0]);
  await bot.timeIs("2026-11-27 08.00");
  expect(got(/^Veckorapport v\. 48 ·/)).toBe(1);
  expect((await bot.say(owner, "vem har fått kortet?"))[0]?.text).toMatch(/kort.* för v\. 48/);
});
