import { readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "vitest";
import { aBot } from "../helpers/a-bot.ts";
import { SAMPLE_FOLDER, samplePlan } from "../helpers/sample-plan.ts";

const WORKBOOK = readFileSync(`${SAMPLE_FOLDER}.xlsx`);
it("scratch", async () => {
  const bot = await aBot({ plan: samplePlan(), at: "2026-11-23 09.00" });
  const p = await bot.installFor("planagare@region-exempel.example");
  for (const [n, b] of [
    ["a.xlsx", new Uint8Array()],
    ["b.xlsx", new TextEncoder().encode("hej")],
    ["c.xlsx", WORKBOOK.subarray(0, WORKBOOK.length / 2)],
    ["Åtgärder.csv", readFileSync(join(SAMPLE_FOLDER, "Åtgärder.csv"))],
    ["d.pdf", WORKBOOK],
  ] as const)
    console.log(n, (await bot.sendFile(p, n, b)).map((s) => s.text).join("\n"));
  console.log((await bot.say(p, "hjälp")).map((s) => s.text).join("\n"));
  console.log((await bot.say(p, "exportera planen till excel")).map((s) => s.text).join("\n"));
});
