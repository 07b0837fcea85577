import { describe, expect, it } from "vitest";
import type { HttpClient, HttpRequest, HttpResult } from "../../../src/teams/http.ts";
import { keepToken, passwordToken } from "../../../src/teams/token.ts";

const HOUR = 3_600_000;
const BOT = { id: "app", type: "SingleTenant", password: "hemligt & så", tenant: "tenant" } as const;
const PUBLIC = { openIdMetadata: null, tokenIssuer: null, loginUrl: null };

describe("keepToken", () => {
  function counted() {
    let fetched = 0;
    let now = 0;
    const source = keepToken(
      async () => ({ token: `t${++fetched}`, validForMs: HOUR }),
      () => now,
    );
    return { source, fetched: () => fetched, pass: (ms: number) => (now += ms) };
  }

  it("is fetched once however many ask at the same time", async () => {
    const { source, fetched } = counted();
    const tokens = await Promise.all([source.bearer(), source.bearer(), source.bearer()]);
    expect(tokens).toEqual(["t1", "t1", "t1"]);
    expect(fetched()).toBe(1);
  });

  it("is renewed five minutes before its end, and when it was not taken", async () => {
    const { source, pass } = counted();
    await source.bearer();
    pass(HOUR - 6 * 60_000);
    expect(await source.bearer()).toBe("t1");
    pass(60_000);
    expect(await source.bearer()).toBe("t2");
    source.forget();
    expect(await source.bearer()).toBe("t3");
  });

  it("tries again after a failure", async () => {
    let tries = 0;
    const source = keepToken(async () => {
      if (++tries === 1) throw new Error("down");
      return { token: "t", validForMs: HOUR };
    });
    await expect(source.bearer()).rejects.toThrow("down");
    expect(await source.bearer()).toBe("t");
  });
});

describe("passwordToken", () => {
  function login(result: HttpResult) {
    const requests: HttpRequest[] = [];
    const http: HttpClient = {
      exchange: async (request) => {
        requests.push(request);
        return result;
      },
      close: async () => {},
    };
    return { http, requests };
  }
  const answer = (status: number, json: unknown): HttpResult => {
    return { kind: "answer", status, retryAfter: null, body: Buffer.from(JSON.stringify(json)) };
  };

  it.each([
    [PUBLIC, "https://login.microsoftonline.com/tenant/oauth2/v2.0/token", "https://api.botframework.com/.default"],
    [
      {
        openIdMetadata: null,
        tokenIssuer: "https://api.botframework.us",
        loginUrl: "https://login.microsoftonline.us/gov-tenant/",
      },
      "https://login.microsoftonline.us/gov-tenant/oauth2/v2.0/token",
      "https://api.botframework.us/.default",
    ],
  ])("asks the right login for the right audience", async (cloud, url, scope) => {
    const { http, requests } = login(answer(200, { access_token: "t", expires_in: "3599" }));
    expect(await passwordToken(BOT, cloud, http)()).toEqual({ token: "t", validForMs: 3_599_000 });
    expect(requests[0]?.url.href).toBe(url);
    const form = new URLSearchParams(String(requests[0]?.body));
    expect(form.get("scope")).toBe(scope);
    expect(form.get("client_secret")).toBe("hemligt & så");
  });

  it.each<[string, HttpResult]>([
    ["refused", answer(401, { error: "invalid_client", error_description: "secret hemligt is wrong" })],
    ["down", { kind: "not_sent", code: "ECONNREFUSED" }],
    ["odd", answer(200, { hello: 1 })],
  ])("%s: throws without the secret or what the login said", async (_name, result) => {
    const error = await passwordToken(BOT, PUBLIC, login(result).http)().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).not.toMatch(/hemligt|secret/);
  });
});
