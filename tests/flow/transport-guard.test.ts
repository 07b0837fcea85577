// The door: what is let in. Over real HTTP, with tokens that a local key server has signed.
import { generateKeyPairSync } from "node:crypto";
import { ToBotFromBotOrEmulatorTokenValidationParameters as sdkParameters } from "botframework-connector/lib/auth/tokenValidationParameters.js";
import { describe, expect, it } from "vitest";
import { asActivity, startBot } from "../helpers/bare-bot.ts";
import { APP_ID, type FakeTeams, TENANT } from "../helpers/fake-teams.ts";

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
