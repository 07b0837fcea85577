// What an operator's Prometheus reads, beside everything else that the process does.
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ABot, aBot } from "../helpers/a-bot.ts";
import { freePort } from "../helpers/free-port.ts";
import { samplePlan } from "../helpers/sample-plan.ts";

let bot: ABot;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  bot = await aBot({ plan: samplePlan(), at: "2026-11-18 09.00", env: { METRICS_PORT: String(port) } });
});

afterAll(() => bot.end());

it("gives figures without people, as often as it is read", async () => {
  for (let scrape = 0; scrape < 3; scrape++) {
    const response = await fetch(`${url}/metrics`);
    const text = await response.text();
    expect([response.status, response.headers.get("content-type")]).toEqual([
      200,
      expect.stringContaining("text/plain"),
    ]);
    expect(text).toContain("omstallningsbot_plan_version 1");
    expect(text).not.toContain("@");
  }
});

it("gives nothing else", async () => {
  for (const [path, init] of [["/"], ["/healthz"], ["/metrics", { method: "POST" }]] as const) {
    expect((await fetch(`${url}${path}`, init)).status).toBe(404);
  }
});
