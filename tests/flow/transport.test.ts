// The Teams edge as a whole, over real HTTP against the fake Teams: guard, inbox, turns, invokes, files and sending.
import { generateKeyPairSync } from "node:crypto";
import { ToBotFromBotOrEmulatorTokenValidationParameters as sdkParameters } from "botframework-connector/lib/auth/tokenValidationParameters.js";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import type { Email } from "../../src/plan/plan.ts";
import type { Replies } from "../../src/teams/handlers.ts";
import type { TeamsSettings } from "../../src/teams/settings.ts";
import type { TeamsDeps, TeamsHandlers } from "../../src/teams/teams.ts";
import { createTeams } from "../../src/teams/teams.ts";
import type { Turn } from "../../src/teams/turn.ts";
import {
  APP_ID,
  type FakeTeams,
  type FakeTeamsOptions,
  type Shown,
  startFakeTeams,
  TENANT,
} from "../helpers/fake-teams.ts";

interface Bot {
  readonly fake: FakeTeams;
  readonly teams: ReturnType<typeof createTeams>;
  readonly url: string;
  readonly inbox: Map<string, { activity: object; finished: boolean }>;
  readonly log: { text: string; fields: object }[];
  readonly turns: Turn[];
}

type Setup = FakeTeamsOptions & {
  handlers?: Partial<TeamsHandlers>;
  settings?: Partial<TeamsSettings>;
  deps?: Partial<TeamsDeps>;
};

const says = (text: string): Replies => [{ do: "say", content: { text, card: null } }];
const card = (text: string, ...actions: object[]) => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text, wrap: true }],
  actions,
});
const execute = (title: string, data: object) => ({
  type: "Action.Execute",
  title,
  verb: "v",
  data,
  fallback: { type: "Action.Submit", title, data },
});

async function startBot(setup: Setup = {}): Promise<Bot> {
  const fake = await startFakeTeams(setup);
  const inbox: Bot["inbox"] = new Map();
  const log: Bot["log"] = [];
  const turns: Turn[] = [];
  const note = (fields: object, text: string): void => void log.push({ fields, text });
  const none = async (): Promise<Replies> => [];
  const handlers: TeamsHandlers = {
    message: async (turn) => says(`du skrev: ${turn.text}`),
    submit: none,
    task: none,
    installed: none,
    members: none,
    file: none,
    makeFile: async () => null,
    ...setup.handlers,
  };
  const teams = createTeams(fake.settings(setup.settings), {
    handlers: {
      ...handlers,
      message: (turn) => {
        turns.push(turn);
        return handlers.message(turn);
      },
    },
    accept: async (key, activity) => {
      if (inbox.has(key)) return false;
      inbox.set(key, { activity, finished: false });
      return true;
    },
    finished: async (key) => {
      const kept = inbox.get(key);
      if (kept) kept.finished = true;
    },
    ready: async () => true,
    findPerson: async () => null,
    rememberPerson: async () => null,
    log: { info: note, warn: note, error: note },
    ...setup.deps,
  });
  const { port } = await teams.listen();
  const url = `http://127.0.0.1:${port}`;
  fake.connect(url);
  onTestFinished(async () => {
    await teams.close(0);
    await fake.close();
  });
  return { fake, teams, url, inbox, log, turns };
}

const asActivity = (fake: FakeTeams, change: object = {}) => {
  const eva = fake.person("eva@region.example");
  return {
    type: "message",
    id: "1",
    channelId: "msteams",
    serviceUrl: fake.serviceUrl,
    text: "hej",
    from: { id: eva.teamsId, aadObjectId: eva.aadId },
    recipient: { id: `28:${APP_ID}` },
    conversation: { id: eva.conversationId, conversationType: "personal", tenantId: TENANT },
    ...change,
  };
};

describe("the door", () => {
  it("has three routes, safe headers and nothing else", async () => {
    const { url } = await startBot();
    const alive = await fetch(`${url}/healthz`);
    expect(alive.status).toBe(200);
    expect(alive.headers.get("server")).toBeNull();
    expect(alive.headers.get("x-content-type-options")).toBe("nosniff");
    expect(alive.headers.get("cache-control")).toBe("no-store");
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    for (const path of ["/", "/api", "/metrics", "/api/messages/1", "/../package.json"]) {
      expect((await fetch(url + path)).status, path).toBe(404);
    }
    expect((await fetch(`${url}/api/messages`)).status).toBe(405);
  });

  it.each<[string, () => Promise<boolean>]>([
    ["says no", async () => false],
    ["fails", () => Promise.reject(new Error("no database"))],
  ])("is not ready when the rest %s", async (_name, ready) => {
    const { url } = await startBot({ deps: { ready } });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("does not open without authentication to anyone but this machine", async () => {
    await expect(startBot({ settings: { host: "0.0.0.0" } })).rejects.toThrow("loopback");
    await expect(startBot({ auth: true, settings: { bot: null } })).rejects.toThrow("bot id");
  });
});

describe("the guard", () => {
  it("takes what Teams has signed", async () => {
    const { fake } = await startBot({ auth: true });
    const eva = fake.person("eva@region.example");
    expect((await fake.ask(eva, "hej")).text).toBe("du skrev: hej");
  });

  it.each<[string, (fake: FakeTeams) => { activity?: object; token?: string | null }]>([
    ["no token", () => ({ token: null })],
    ["rubbish", () => ({ token: "rubbish" })],
    [
      "another key",
      (fake) => ({ token: fake.keys.token({}, {}, generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey) }),
    ],
    ["an unknown key id", (fake) => ({ token: fake.keys.token({}, { kid: "other" }) })],
    ["a token that has ended", (fake) => ({ token: fake.keys.token({ exp: Math.floor(Date.now() / 1_000) - 600 }) })],
    ["another app's token", (fake) => ({ token: fake.keys.token({ aud: "other" }) })],
    ["another issuer", (fake) => ({ token: fake.keys.token({ iss: `https://sts.windows.net/${TENANT}/` }) })],
    [
      "a token for another address",
      (fake) => ({ token: fake.keys.token({ serviceurl: "https://smba.trafficmanager.net/" }) }),
    ],
    [
      "an emulator's token",
      (fake) => ({
        token: fake.keys.token({
          ver: "2.0",
          azp: APP_ID,
          tid: TENANT,
          iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
        }),
      }),
    ],
    ["another channel", (fake) => ({ activity: asActivity(fake, { channelId: "emulator" }) })],
    ["an empty channel", (fake) => ({ activity: asActivity(fake, { channelId: "" }) })],
    ["no address to answer", (fake) => ({ activity: asActivity(fake, { serviceUrl: undefined }) })],
    ["an unlisted address", (fake) => ({ activity: asActivity(fake, { serviceUrl: "https://evil.example/" }) })],
    ["another tenant", (fake) => ({ activity: asActivity(fake, { conversation: { id: "a:1", tenantId: "x" } }) })],
    ["another bot", (fake) => ({ activity: asActivity(fake, { recipient: { id: "28:other" } }) })],
  ])("answers 401 to %s", async (_name, make) => {
    const { fake, inbox } = await startBot({ auth: true });
    const { activity = asActivity(fake), token } = make(fake);
    const delivery = await fake.deliver(activity as Parameters<FakeTeams["deliver"]>[0], token);
    expect(delivery.status).toBe(401);
    expect(inbox.size).toBe(0);
  });

  it.each<[string, string | Uint8Array, Record<string, string>, number]>([
    ["a list", "[]", {}, 400],
    ["a text", '"hej"', {}, 400],
    ["half a JSON", '{"type":', {}, 400],
    ["nothing", "", {}, 400],
    ["an activity without ids", '{"type":"message","channelId":"msteams"}', {}, 400],
    ["too much", JSON.stringify({ text: "x".repeat(300_000) }), {}, 413],
    ["a form", "a=1", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["plain text, as a web page could send", "{}", { "content-type": "text/plain" }, 415],
    ["packed", "{}", { "content-encoding": "gzip" }, 415],
  ])("refuses %s", async (_name, body, headers, status) => {
    const { url, inbox } = await startBot();
    const response = await fetch(`${url}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    expect(response.status).toBe(status);
    expect(inbox.size).toBe(0);
  });

  it("refuses a long body that does not say how long it is", async () => {
    const { url } = await startBot();
    const body = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 40; part++) controller.enqueue(Buffer.alloc(16_384, 32));
        controller.close();
      },
    });
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      duplex: "half",
    } as RequestInit;
    expect((await fetch(`${url}/api/messages`, init)).status).toBe(413);
  });

  it("lets unsigned tokens leave no trace in the SDK", async () => {
    const { fake } = await startBot({ auth: true });
    const known = () => (sdkParameters.issuer as string[]).length;
    const before = known();
    const tokens = Array.from({ length: 50 }, (_, at) => fake.keys.token({ tid: `tenant-${at}` }));
    const answers = await Promise.all(
      tokens.map((token) => fake.deliver(asActivity(fake), `${token.slice(0, -4)}AAAA`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(known()).toBe(before);
  });

  it("lets no page in a browser talk to the demo under another name", async () => {
    const { fake, url } = await startBot();
    const { request } = await import("undici");
    const headers = { "content-type": "application/json", host: "evil.example" };
    const response = await request(`${url}/api/messages`, {
      method: "POST",
      headers,
      body: JSON.stringify(asActivity(fake)),
    });
    expect(response.statusCode).toBe(401);
    const away = await fake.deliver(asActivity(fake, { serviceUrl: "https://smba.trafficmanager.net/" }));
    expect(away.status).toBe(401);
  });
});

describe("a message", () => {
  it("is kept, acknowledged, answered and done with", async () => {
    const { fake, teams, inbox } = await startBot();
    const eva = fake.person("eva@region.example");
    expect((await fake.ask(eva, "hur går det")).text).toBe("du skrev: hur går det");
    await teams.idle();
    expect([...inbox.values()].map(({ finished }) => finished)).toEqual([true]);
  });

  it("that comes twice is answered once", async () => {
    const { fake, teams } = await startBot();
    const eva = fake.person("eva@region.example");
    const delivery = await fake.say(eva, "hej");
    await Promise.all([fake.redeliver(delivery), fake.redeliver(delivery)]);
    await teams.idle();
    expect(fake.shows(eva)).toHaveLength(1);
  });

  it("that could not be kept is not acknowledged", async () => {
    const { fake } = await startBot({ deps: { accept: () => Promise.reject(new Error("disk full")) } });
    expect((await fake.deliver(asActivity(fake))).status).toBe(500);
  });

  it("waits for the one before in its conversation, but for no other conversation", async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const message: TeamsHandlers["message"] = async ({ text }) => {
      if (text === "långsam") await gate;
      return says(text);
    };
    const { fake } = await startBot({ handlers: { message } });
    const [eva, bo] = [fake.person("eva@region.example"), fake.person("bo@region.example")];
    await fake.say(eva, "långsam");
    await fake.say(eva, "efter");
    expect((await fake.ask(bo, "snabb")).text).toBe("snabb");
    expect(fake.shows(eva)).toEqual([]);
    open();
    await fake.sees(eva, /efter/);
    expect(fake.shows(eva).map(({ text }) => text)).toEqual(["långsam", "efter"]);
  });

  it("that was kept before a crash is finished after it", async () => {
    const first = await startBot({ handlers: { message: () => new Promise(() => {}) } });
    const eva = first.fake.person("eva@region.example");
    await first.fake.say(eva, "glöm mig inte");
    const [kept] = [...first.inbox.values()];
    const second = await startBot({ settings: { serviceHosts: [new URL(first.fake.serviceUrl).host] } });
    await second.teams.runStored(JSON.parse(JSON.stringify(kept?.activity)));
    expect(first.fake.shows(eva).map(({ text }) => text)).toEqual(["du skrev: glöm mig inte"]);
  });

  it("that breaks something gets one kind sentence with a number, and a log without its words", async () => {
    const message = () => Promise.reject(new Error("no such person eva@region.example"));
    const { fake, log } = await startBot({ handlers: { message } });
    const eva = fake.person("eva@region.example");
    const answer = await fake.ask(eva, "min hemlighet");
    const [, number] = /fel ([0-9a-f]{8})/.exec(answer.text) ?? [];
    expect(log).toHaveLength(1);
    expect(log[0]?.fields).toMatchObject({ correlation: number, turn: "message" });
    expect(JSON.stringify(log)).not.toMatch(/hemlighet|eva@/);
  });

  it("in a channel is answered in its thread, without the mention", async () => {
    const { fake, turns } = await startBot();
    const eva = fake.person("eva@region.example");
    const channel = fake.channel("Ledning", [eva]);
    await fake.mention(channel, eva, "läget?");
    const answer = await fake.sees(channel, /läget/);
    expect(answer.text).toBe("du skrev: läget?");
    expect(turns[0]).toMatchObject({ toBot: true, conversation: { kind: "channel", channel: channel.id } });
    await fake.mention(channel, eva, "och sen?", answer);
    expect((await fake.sees(channel, /och sen/)).conversationId).toBe(answer.conversationId);
  });

  it("gets its answer also when Teams throttles or is away for a moment, and once", async () => {
    const { fake } = await startBot();
    const eva = fake.person("eva@region.example");
    fake.faults.add({ op: "send", status: 429, retryAfter: 0 });
    fake.faults.add({ op: "send", status: 503 });
    await fake.ask(eva, "hej");
    expect(fake.calls.map(({ status }) => status)).toEqual([429, 503, 201]);
    expect(fake.shows(eva)).toHaveLength(1);
  });

  it("is answered once even when Teams does not say that it took the answer", async () => {
    const { fake, teams, log } = await startBot();
    const eva = fake.person("eva@region.example");
    fake.faults.add({ op: "send", when: "after", cut: true });
    await fake.say(eva, "hej");
    await teams.idle();
    expect(fake.shows(eva)).toHaveLength(1);
    expect(log.at(-1)?.fields).toMatchObject({ fault: { name: "NotHeard" } });
  });
});

describe("a button", () => {
  const start = card("Hur går det?", execute("Skicka", { nonce: "n1" }));
  const receipt: Replies = [{ do: "replace", content: { text: "Tack", card: card("Tack") } }];

  async function withCard(setup: Setup = {}): Promise<Bot & { shown: Shown }> {
    const bot = await startBot(setup);
    const eva = bot.fake.person("eva@region.example");
    const target = { to: "conversation", serviceUrl: bot.fake.serviceUrl, conversationId: eva.conversationId } as const;
    await bot.teams.send(target, { text: "Hur går det?", card: start });
    return { ...bot, shown: await bot.fake.sees(eva, /Hur går det/) };
  }

  it("is answered in the same breath, and the card stands changed afterwards", async () => {
    const seen: unknown[] = [];
    const submit: TeamsHandlers["submit"] = async (turn, data) => {
      seen.push({ data, verb: turn.verb, via: turn.via, card: turn.card });
      return receipt;
    };
    const { fake, teams, shown } = await withCard({ handlers: { submit } });
    const pressed = await fake.press(shown, "Skicka");
    expect(pressed.card?.text).toBe("Tack");
    await teams.idle();
    expect(seen).toEqual([{ data: { nonce: "n1" }, verb: "v", via: "execute", card: shown.id }]);
    expect(fake.shows(shown).map(({ text }) => text)).toEqual(["Tack"]);
    expect(fake.calls.filter(({ op }) => op === "update")).toHaveLength(1);
  });

  it("of an older client changes the card too", async () => {
    const { fake, shown, teams } = await withCard({ handlers: { submit: async () => receipt } });
    await fake.press(shown, "Skicka", {}, { older: true });
    await teams.idle();
    expect(fake.shows(shown).map(({ text }) => text)).toEqual(["Tack"]);
  });

  it("pressed twice at once reaches the handler twice, each with the same nonce", async () => {
    const nonces: unknown[] = [];
    const submit: TeamsHandlers["submit"] = async (_turn, data) => {
      nonces.push(data.nonce);
      return receipt;
    };
    const { fake, shown } = await withCard({ handlers: { submit } });
    const both = await Promise.all([fake.press(shown, "Skicka"), fake.press(shown, "Skicka")]);
    expect(both.map(({ status, card: got }) => [status, got?.text])).toEqual([
      [200, "Tack"],
      [200, "Tack"],
    ]);
    expect(nonces).toEqual(["n1", "n1"]);
  });

  it("whose work takes long is answered in time, and changes the card when it is done", async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const submit = async (): Promise<Replies> => {
      await gate;
      return receipt;
    };
    const { fake, shown } = await withCard({ handlers: { submit }, settings: { invokeTimeoutMs: 30 } });
    const pressed = await fake.press(shown, "Skicka");
    expect(pressed.message).toMatch(/arbetar med det/);
    open();
    await fake.sees(shown, /^Tack$/);
  });

  it("that breaks something says so instead of showing Teams' own error", async () => {
    const submit = () => Promise.reject(new Error("broke"));
    const { fake, shown } = await withCard({ handlers: { submit } });
    const pressed = await fake.press(shown, "Skicka");
    expect(pressed).toMatchObject({ status: 200, card: null });
    expect(pressed.message).toMatch(/fel [0-9a-f]{8}/);
    expect(fake.shows(shown)[0]?.text).toContain("Hur går det?");
  });

  it("on a card that is gone brings its answer as a new message to an older client", async () => {
    const { fake, shown, teams } = await withCard({ handlers: { submit: async () => receipt } });
    await teams.remove({ serviceUrl: fake.serviceUrl, conversationId: shown.conversationId, activityId: shown.id });
    await fake.press(shown, "Skicka", {}, { older: true });
    await teams.idle();
    expect(fake.shows(shown).map(({ text }) => text)).toEqual(["Tack"]);
  });

  it("can open a dialog that only the one who pressed sees", async () => {
    const form = { ...card("Dina åtgärder", { type: "Action.Submit", title: "Klar", data: { step: 2 } }) };
    const task: TeamsHandlers["task"] = async (turn, data) => {
      if (turn.phase === "fetch") return [{ do: "dialog", title: `Allt om ${data.what}`, card: form }];
      return [{ do: "close", text: `steg ${data.step}` }];
    };
    const { fake, teams } = await startBot({ handlers: { task } });
    const eva = fake.person("eva@region.example");
    const channel = fake.channel("Ledning", [eva]);
    const open = { type: "Action.Submit", title: "Visa", data: { what: "planen", msteams: { type: "task/fetch" } } };
    const target = { to: "channel", serviceUrl: fake.serviceUrl, tenant: TENANT, channelId: channel.id } as const;
    await teams.send(target, { text: "Läget", card: card("Läget", open) });
    const [digest] = fake.shows(channel);
    const { dialog } = await fake.press(digest as Shown, "Visa", {}, { as: eva });
    expect(dialog?.title).toBe("Allt om planen");
    const closed = dialog && (await fake.submitDialog(dialog, "Klar"));
    expect(closed?.message).toBe("steg 2");
    expect(fake.shows(channel)).toHaveLength(1);
  });

  it("of a kind nobody knows is refused, not run", async () => {
    const { fake } = await startBot();
    const invoke = asActivity(fake, { type: "invoke", name: "composeExtension/query", value: {} });
    expect((await fake.deliver(invoke)).status).toBe(501);
  });
});

describe("a file", () => {
  it("that a person sends arrives whole, fetched without the bot's token", async () => {
    const got: [string, number][] = [];
    const file: TeamsHandlers["file"] = async (_turn, name, bytes) => {
      got.push([name, bytes.length]);
      return says("tack för filen");
    };
    const { fake } = await startBot({ auth: true, handlers: { file } });
    const eva = fake.person("eva@region.example");
    await fake.uploadFile(eva, "plan.xlsx", Buffer.alloc(100_000, 1));
    await fake.sees(eva, /tack för filen/);
    expect(got).toEqual([["plan.xlsx", 100_000]]);
  });

  it.each<[string, Partial<TeamsSettings>, number, RegExp]>([
    ["from a place that is not listed", { mode: "real", fileHosts: ["*.sharepoint.com"] }, 10, /OneDrive/],
    ["that is too big", { mode: "real" }, 25 * 1024 * 1024 + 1, /25 MB/],
  ])("%s is refused kindly", async (_name, settings, size, sentence) => {
    const { fake } = await startBot({ auth: true, settings });
    const eva = fake.person("eva@region.example");
    await fake.uploadFile(eva, "plan.xlsx", Buffer.alloc(size));
    await fake.sees(eva, sentence);
  });

  it("is offered, accepted and put in the receiver's own place", async () => {
    const message = async (): Promise<Replies> => {
      return [{ do: "offer_file", name: "plan.csv", description: "Planen", sizeBytes: 3, data: { form: "csv" } }];
    };
    const makeFile: TeamsHandlers["makeFile"] = async (_turn, data) => Buffer.from(String(data.form));
    const { fake, teams } = await startBot({ handlers: { message, makeFile } });
    const eva = fake.person("eva@region.example");
    const offer = await fake.ask(eva, "exportera");
    expect(Buffer.from((await fake.answerFileOffer(offer)) ?? []).toString()).toBe("csv");
    await teams.idle();
    expect(offer.activity).toMatchObject({
      attachments: [{ contentType: "application/vnd.microsoft.teams.card.file.info" }],
    });
  });
});

describe("sending on its own", () => {
  const hej = { text: "hej", card: null };

  it("opens a chat, begins a thread, changes and removes", async () => {
    const { fake, teams } = await startBot({ auth: true });
    const { serviceUrl } = fake;
    const eva = fake.person("eva@region.example");
    const channel = fake.channel("Ledning", [eva]);
    const toEva = await teams.send({ to: "person", serviceUrl, tenant: TENANT, aadId: eva.aadId }, hej);
    expect(toEva).toMatchObject({ outcome: "sent", conversationId: eva.conversationId });
    const thread = await teams.send({ to: "channel", serviceUrl, tenant: TENANT, channelId: channel.id }, hej);
    if (thread.outcome !== "sent" || thread.activityId === null) throw new Error("not sent");
    expect(thread.conversationId).toBe(`${channel.id};messageid=${thread.activityId}`);
    const standing = { serviceUrl, conversationId: thread.conversationId, activityId: thread.activityId };
    await teams.update(standing, { text: "ändrat", card: null });
    expect(fake.shows(channel).map(({ text, before }) => [text, before.length])).toEqual([["ändrat", 1]]);
    expect(await teams.remove(standing)).toMatchObject({ outcome: "sent" });
    expect(fake.shows(channel)).toEqual([]);
    expect(await teams.update(standing, hej)).toEqual({ outcome: "gone", code: "ActivityNotFoundInConversation" });
    expect(fake.calls.map(({ op }) => op)).toEqual(["create", "send", "create", "update", "delete", "update"]);
  });

  it.each<[string, (fake: FakeTeams) => void, object, number]>([
    [
      "throttled",
      ({ faults }) => faults.add({ op: "send", status: 429, retryAfter: 2 }),
      { outcome: "throttled", retryAfterMs: 2_000 },
      0,
    ],
    [
      "away",
      ({ faults }) => faults.add({ op: "send", status: 503 }),
      { outcome: "transient", code: "ServiceError" },
      0,
    ],
    ["cut off before it was taken", ({ faults }) => faults.add({ op: "send", cut: true }), { outcome: "unknown" }, 0],
    [
      "cut off after it was taken",
      ({ faults }) => faults.add({ op: "send", when: "after", cut: true }),
      { outcome: "unknown" },
      1,
    ],
    ["too slow", ({ faults }) => faults.add({ op: "send", delayMs: 400 }), { outcome: "unknown", code: "TIMEOUT" }, 1],
    [
      "an error after it was taken",
      ({ faults }) => faults.add({ op: "send", when: "after", status: 500 }),
      { outcome: "unknown" },
      1,
    ],
    [
      "blocked by the person",
      (fake) => fake.block(fake.person("eva@region.example")),
      { outcome: "blocked", code: "MessageWritesBlocked" },
      0,
    ],
    [
      "not installed",
      (fake) => fake.person("eva@region.example", { installed: false }),
      { outcome: "blocked", code: "BotNotInConversationRoster" },
      0,
    ],
  ])("%s: tells which, and tries once", async (_name, arrange, outcome, standing) => {
    const { fake, teams } = await startBot({ settings: { callTimeoutMs: 200 } });
    const eva = fake.person("eva@region.example");
    arrange(fake);
    const sent = await teams.send(
      { to: "conversation", serviceUrl: fake.serviceUrl, conversationId: eva.conversationId },
      hej,
    );
    expect(sent).toMatchObject(outcome);
    await fake.until(() => fake.calls.length === 1, "the one call");
    expect(fake.shows(eva)).toHaveLength(standing);
  });

  it("never reaches an address that is not listed, nor sends what is too big", async () => {
    const { fake, teams } = await startBot();
    const away = { to: "conversation", serviceUrl: "https://evil.example/", conversationId: "a:1" } as const;
    expect(await teams.send(away, hej)).toMatchObject({ outcome: "rejected", code: "HOST_NOT_ALLOWED" });
    const big = { text: "x".repeat(60_000), card: null };
    expect(await teams.send({ ...away, serviceUrl: fake.serviceUrl }, big)).toEqual({ outcome: "too_big" });
    expect(fake.calls).toEqual([]);
  });

  it("fetches one token for many calls, and a new one when it is not taken", async () => {
    const { fake, teams } = await startBot({ auth: true });
    const target = {
      to: "conversation",
      serviceUrl: fake.serviceUrl,
      conversationId: fake.person("eva@region.example").conversationId,
    } as const;
    await Promise.all([1, 2, 3, 4, 5].map(() => teams.send(target, hej)));
    expect(fake.keys.tokensIssued()).toBe(1);
    fake.faults.add({ op: "send", status: 401 });
    expect(await teams.send(target, hej)).toMatchObject({ outcome: "rejected", status: 401 });
    expect(await teams.send(target, hej)).toMatchObject({ outcome: "sent" });
    expect(fake.keys.tokensIssued()).toBe(2);
  });

  it("reads a whole roster, page by page", async () => {
    const { fake, teams } = await startBot();
    const people = Array.from({ length: 1_203 }, (_, at) => fake.person(`Person${at}@Region.example`));
    const channel = fake.channel("Alla", people);
    const roster = await teams.roster(fake.serviceUrl, channel.teamId);
    if (roster.outcome !== "ok") throw new Error(roster.outcome);
    expect(roster.value).toHaveLength(1_203);
    expect(roster.value[0]).toMatchObject({ aadId: people[0]?.aadId, mail: "person0@region.example" });
    expect(fake.calls.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe("who is who", () => {
  afterEach(() => remembered.clear());
  const remembered = new Map<string, Email>();
  const asked: string[][] = [];
  const people: Partial<TeamsDeps> = {
    findPerson: async (tenant, aadId) => remembered.get(`${tenant}/${aadId}`) ?? null,
    rememberPerson: async (tenant, aadId, addresses) => {
      asked.push([...addresses]);
      const known = addresses.find((address) => address === "eva.ek@region.example");
      if (known) remembered.set(`${tenant}/${aadId}`, known as Email);
      return (known as Email | undefined) ?? null;
    },
  };

  it("is asked of Teams once, and found by UPN or mail in lower case", async () => {
    const { fake, teams, turns } = await startBot({ deps: people });
    const eva = fake.person("eva", { upn: "x123@region.example", mail: "Eva.Ek@Region.example" });
    await fake.ask(eva, "hej");
    const [turn] = turns as [Turn];
    expect(await teams.identify(turn)).toBe("eva.ek@region.example");
    expect(await teams.identify(turn)).toBe("eva.ek@region.example");
    expect(asked.at(-1)).toEqual(["x123@region.example", "eva.ek@region.example"]);
    expect(fake.calls.filter(({ op }) => op === "members")).toHaveLength(1);
  });

  it("is nobody for one who is not in the plan, and unknown while Teams can't be asked", async () => {
    const { fake, teams, turns } = await startBot({ deps: people });
    await fake.ask(fake.person("bo@region.example"), "hej, jag är eva.ek@region.example");
    const [turn] = turns as [Turn];
    expect(await teams.identify(turn)).toBeNull();
    fake.faults.add({ op: "members", status: 503 });
    await expect(teams.identify(turn)).rejects.toThrow("member call failed");
  });
});
