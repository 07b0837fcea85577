import { expect, it } from "vitest";
import { aBot } from "../helpers/a-bot.ts";
import { samplePlan } from "../helpers/sample-plan.ts";
it("scratch", async () => {
  const t0 = Date.now();
  const lap = (what: string) => console.log(Date.now() - t0, what);
  const bot = await aBot({ plan: samplePlan(), at: "2026-11-18 07.25" });
  lap("started");
  await bot.everyoneHasIt();
  lap("installed");
  const channel = bot.fake.channel("Ledningsgruppen");
  await bot.bind(channel);
  await bot.timeIs("2026-11-18 07.30"); lap("wed");
  const o = bot.person("chef.ortopeden@region-exempel.example");
  for (const s of bot.shows(o)) console.log(s.text);
  await bot.timeIs("2026-11-19 14.00"); lap("thu");
  await bot.timeIs("2026-11-20 13.00"); lap("fri");
  for (const p of new Set(bot.fake.ledger.people.values())) {
    const texts = bot.shows(p).map(s=>s.text);
    if (texts.length > 1) console.log(p.email, "\n", texts.slice(1).join("\n----\n"));
  }
  await bot.timeIs("2026-11-23 07.30"); lap("mon");
  console.log(bot.shows(channel).map(s=>s.text + JSON.stringify(s.card).length).join("\n"));
  await bot.timeIs("2026-11-23 08.00"); lap("esc");
  for (const p of new Set(bot.fake.ledger.people.values())) {
    const texts = bot.shows(p).map(s=>s.text);
    if (/v\. 46|i rad/.test(texts.at(-1)??"")) console.log(p.email, "\n", texts.at(-1));
  }
  console.log(bot.log.filter(l=>l.level!=="info" && l.level!=="debug"));
  lap("done");
});
