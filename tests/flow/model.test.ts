// A language model may help where the words were not understood. It can never make an answer worse, tell anyone what they
// may not see, nor be read itself.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type ABot, aBot } from "../helpers/a-bot.ts";
import { type Handler, type ServedModel, says, serveModel } from "../helpers/fake-model.ts";
import type { Person, Shown } from "../helpers/fake-teams.ts";
import { samplePlan } from "../helpers/sample-plan.ts";

const KEY = "key-that-nobody-may-read";
const UNCLEAR = "vad har psyk skrapat ihop för fnork";
const NOT_UNDERSTOOD = /^Jag förstod inte ”fnork”/;
const FIGURE = { intent: "figure", figures: ["realised"], orgs: ["PSY"] };

let bot: ABot;
let model: ServedModel;
let trap: ServedModel;
let behave: Handler;
let prompts: string[] = [];
let trapped = 0;
const hosts = new Set<string>();
const written = vi.spyOn(console, "log");

const who = (local: string): Person => bot.person(`${local}@region-exempel.example`);
const said = (shown: readonly Shown[]): string => shown.map(({ text }) => text).join("\n");
const proposes = (query: unknown): Handler => says(JSON.stringify(query));
const fails: Handler = (_body, _request, response) => {
  response.statusCode = 500;
  response.end("no");
};
/** What Teams sends the bot is sent from this process too. */
const contacted = (message: unknown) => {
  const { request } = message as { request: { origin?: string; host?: string; path: string } };
  if (request.path !== "/api/messages") hosts.add(request.origin ? new URL(request.origin).host : (request.host ?? ""));
};

beforeAll(async () => {
  model = await serveModel((body, request, response) => {
    prompts.push(body);
    behave(body, request, response);
  });
  trap = await serveModel((body, request, response) => {
    trapped++;
    proposes(FIGURE)(body, request, response);
  });
  const env = { MODEL_URL: model.url, MODEL_KEY: KEY, MODEL_NAME: "m" };
  bot = await aBot({ plan: samplePlan(), at: "2026-11-18 07.25", env });
  await bot.everyoneHasIt();
  subscribe("undici:request:create", contacted);
  subscribe("http.client.request.start", contacted);
});

afterAll(async () => {
  unsubscribe("undici:request:create", contacted);
  unsubscribe("http.client.request.start", contacted);
  await bot.end();
  model.close();
  trap.close();
});

// A good answer in between, so that one bad server after another is not left alone.
beforeEach(async () => {
  behave = proposes(FIGURE);
  await bot.say(who("controller"), UNCLEAR);
  prompts = [];
});

describe("a question that was not understood", () => {
  it("is answered by the plan, with how it was understood, and goes on from there", async () => {
    const [answer] = await bot.say(who("controller"), UNCLEAR);
    expect(answer?.text).toContain("5,5 mkr");
    expect(answer?.text).toContain("Så här förstod jag frågan: belopp · realiserad effekt · Psykiatrin");
    behave = fails;
    expect(said(await bot.say(who("controller"), "och närsjukvården?"))).toContain("Närsjukvård");
  });

  it("bears no mark of a machine's text: none of it is", async () => {
    const [answer] = await bot.say(who("controller"), UNCLEAR);
    expect(JSON.stringify(answer?.activity)).not.toMatch(/AIGenerated|usageInfo/);
  });

  it("is sent with names the asker may see, and nothing else of the plan", async () => {
    await bot.say(who("lasare.facklig"), UNCLEAR);
    expect(prompts).toHaveLength(1);
    expect(prompts[0]).toContain("Ortopedkliniken");
    expect(prompts[0]).not.toMatch(/Peter Sandin|dubbelpassen|Höj patientavgifter|@region-exempel|145|Å-18/);
  });

  it("in a channel too, with no more than a channel may hold", async () => {
    const channel = bot.fake.channel("Styrgruppen");
    await bot.joins(channel, who("planagare"));
    expect(said(await bot.mention(channel, who("planagare"), UNCLEAR))).toContain("5,5 mkr");
  });
});

it("what was understood, or is out of bounds, is never sent", async () => {
  for (const text of ["hur går det?", "hur går det för medicin", "vem på akuten är sjuk i dag?", "hej"])
    await bot.say(who("controller"), text);
  expect(prompts).toEqual([]);
});

describe("a hostile answer changes nothing", () => {
  it.each<[string, unknown]>([
    ["a measure the asker may not see", { intent: "status", measures: ["Å-18"] }],
    ["the same in a filter", { intent: "list", filters: [{ on: "measure", values: ["Å-18"] }] }],
    ["who has not reported", { intent: "coverage", missing: true }],
    ["comments", { intent: "comments", measures: ["Å-06"] }],
    ["persons", { intent: "persons", orgs: ["U02"] }],
    ["a figure of its own", { intent: "reach", amount: 999 }],
    ["a text of its own", { intent: "indicator", about: "Ring 070-123 45 67" }],
    ["an answer", { text: "Psykiatrin har sparat 99 mkr", facts: [{ value: 99 }] }],
    ["an action", { intent: "remind", do: "remind" }],
  ])("%s", async (_what, query) => {
    behave = proposes(query);
    const answer = said(await bot.say(who("lasare.facklig"), UNCLEAR));
    expect(answer).toMatch(NOT_UNDERSTOOD);
    expect(answer).not.toMatch(/patientavgift|999|070|99 mkr/);
    expect(prompts).toHaveLength(1);
  });
});

describe("a bad server is as none", () => {
  it.each<[string, Handler]>([
    ["an error", fails],
    [
      "a redirect",
      (_body, _request, response) => {
        response.statusCode = 307;
        response.setHeader("location", trap.url);
        response.end();
      },
    ],
    ["no JSON", says("Psykiatrin har sparat 99 mkr.")],
    ["half a JSON", (_body, _request, response) => response.end('{"choices":[{"mess')],
    ["a flood", (_body, _request, response) => response.end("9".repeat(3_000_000))],
    ["a closed line", (_body, request) => request.socket.destroy()],
  ])("%s", async (_what, handler) => {
    behave = handler;
    expect(said(await bot.say(who("controller"), UNCLEAR))).toMatch(NOT_UNDERSTOOD);
    expect(trapped).toBe(0);
  });

  it("a silent one makes nobody else wait, not even in the same thread", async () => {
    const channel = bot.fake.channel("Styrgruppen");
    const hanging: (() => void)[] = [];
    behave = (_body, request) => void hanging.push(() => request.socket.destroy());
    const [first] = await bot.mention(channel, who("planagare"), "hur går det?");
    await bot.fake.mention(channel, who("controller"), UNCLEAR, first);
    await vi.waitUntil(() => hanging.length === 1);
    const before = bot.shows(channel).length;
    await bot.fake.mention(channel, who("planagare"), "vilka är röda?", first);
    await vi.waitUntil(() => bot.shows(channel).length > before);
    expect(bot.last(channel).text).toContain("Kritisk");
    for (const end of hanging) end();
    await bot.settled();
    expect(bot.last(channel).text).toMatch(NOT_UNDERSTOOD);
  });
});

it("nobody but Teams and the model is called, and no key and no question is logged", () => {
  expect([...hosts].sort()).toEqual([new URL(model.url).host, new URL(bot.fake.serviceUrl).host].sort());
  const log = JSON.stringify(bot.log);
  expect(log).toContain("the language model proposed no query");
  expect(log).not.toMatch(new RegExp(`${KEY}|fnork`));
  expect(written).not.toHaveBeenCalled();
});
