import { describe, expect, it } from "vitest";
import { Activity } from "../../../src/teams/activity.ts";
import { type GuardRules, vetActivity, vetAuthorization } from "../../../src/teams/guard.ts";

const TENANT = "11111111-2222-4333-8444-555555555555";
const RULES: GuardRules = {
  appId: "app",
  issuer: "https://api.botframework.com",
  tenants: [TENANT],
  hosts: { hosts: ["smba.trafficmanager.net"], loopback: "no" },
};

const part = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString("base64url");
const bearer = (claims: object = {}, header: object = {}): string =>
  `Bearer ${part({ alg: "RS256", ...header })}.${part({ iss: RULES.issuer, aud: "app", exp: 4_000_000_000, ...claims })}.c2ln`;

describe("vetAuthorization", () => {
  it("lets a token that could be one for us go on to the signature check", () => {
    expect(vetAuthorization(["Host", "x", "Authorization", bearer()], RULES)).toBe(bearer());
  });

  it.each<[string, string[]]>([
    ["none", ["Host", "x"]],
    ["two", ["Authorization", bearer(), "authorization", bearer()]],
    ["another scheme", ["Authorization", bearer().replace("Bearer", "Basic")]],
    ["a list", ["Authorization", `${bearer()}, ${bearer()}`]],
    ["two spaces", ["Authorization", bearer().replace(" ", "  ")]],
    ["no signature", ["Authorization", bearer().replace(/c2ln$/, "")]],
    ["alg none", ["Authorization", bearer({}, { alg: "none" })]],
    ["alg HS256", ["Authorization", bearer({}, { alg: "HS256" })]],
    ["issuer of a tenant", ["Authorization", bearer({ iss: `https://sts.windows.net/${TENANT}/` })]],
    ["issuer with a slash", ["Authorization", bearer({ iss: `${RULES.issuer}/` })]],
    ["issuer as a list", ["Authorization", bearer({ iss: [RULES.issuer] })]],
    ["another app", ["Authorization", bearer({ aud: "other" })]],
    ["several audiences", ["Authorization", bearer({ aud: ["app", "other"] })]],
    ["a tenant that is not ours", ["Authorization", bearer({ tid: "99999999-0000-4000-8000-000000000000" })]],
    ["a tenant that is no text", ["Authorization", bearer({ tid: { includes: 1 } })]],
    ["a token that has ended", ["Authorization", bearer({ exp: 1_700_000_000 })]],
    ["a token without end", ["Authorization", bearer({ exp: undefined })]],
    ["an empty tenant", ["Authorization", bearer({ tid: "" })]],
    ["rubbish", ["Authorization", "Bearer a.b.c"]],
  ])("refuses %s", (_name, headers) => {
    expect(vetAuthorization(headers, RULES)).toBeNull();
  });
});

const GOOD = {
  type: "message",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  from: { id: "29:a" },
  recipient: { id: "28:app" },
  conversation: { id: "a:1", tenantId: TENANT.toUpperCase() },
  channelData: { tenant: { id: TENANT } },
};

describe("vetActivity", () => {
  const vet = (change: object): boolean => vetActivity(Activity.parse({ ...GOOD, ...change }), RULES);

  it("takes an activity from Teams, for this bot, from a listed tenant", () => {
    expect(vet({})).toBe(true);
    expect(vet({ channelData: null })).toBe(true);
    expect(vet({ conversation: { id: "a:1" } })).toBe(true);
  });

  it.each<[string, object]>([
    ["another channel", { channelId: "webchat" }],
    ["no channel", { channelId: "" }],
    ["an unlisted host", { serviceUrl: "https://evil.example/" }],
    ["plain http", { serviceUrl: "http://smba.trafficmanager.net/" }],
    ["another bot", { recipient: { id: "28:other" } }],
    ["no recipient", { recipient: undefined }],
    ["no tenant", { conversation: { id: "a:1" }, channelData: {} }],
    ["another tenant", { conversation: { id: "a:1", tenantId: "x" }, channelData: {} }],
    ["two tenants", { conversation: { id: "a:1", tenantId: "x" } }],
  ])("refuses %s", (_name, change) => {
    expect(vet(change)).toBe(false);
  });
});
