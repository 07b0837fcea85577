import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { checkNode, checkSettings } from "../../../src/cli/doctor-machine.ts";
import { checkPlan } from "../../../src/cli/doctor-plan.ts";
import { checkIdentity } from "../../../src/cli/doctor-teams.ts";
import { readConfig } from "../../../src/config.ts";
import type { Email } from "../../../src/plan/plan.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { reply } from "../../helpers/reply.ts";

const BOT = {
  BOT_ID: "11111111-1111-1111-1111-111111111111",
  BOT_TENANT_ID: "22222222-2222-2222-2222-222222222222",
  BOT_PASSWORD: "hemligt",
  NODE_ENV: "test",
};

describe("the machine", () => {
  it.each([
    ["20.19.0", "OK"],
    ["20.18.3", "Fel"],
    ["18.20.0", "Fel"],
    ["24.1.0", "OK"],
  ])("Node %s: %s", (version, status) => {
    expect(checkNode(version).status).toBe(status);
  });

  it("tells every missing setting by name, and none of their values", () => {
    const check = checkSettings({ ...BOT, BOT_ID: "", PORT: "hemlig port" });
    expect(check).toMatchObject({ status: "Fel", text: expect.stringContaining("PORT") });
    expect(JSON.stringify(check)).not.toContain("hemlig");
    expect(checkSettings({})).toMatchObject({ text: expect.stringMatching(/BOT_ID.*BOT_TENANT_ID.*BOT_PASSWORD/) });
    expect(checkSettings(BOT).status).toBe("OK");
  });
});

describe("the plan", () => {
  const plan = aPlan()
    .unit("U1")
    .unit("U2")
    .person("anna@x", "line_manager", "U1")
    .measure("M1", { owner: "U1" })
    .measure("M2", { owner: "U2" })
    .at("2026-11-23T09:00:00+01:00");
  const of = (name: string, people: Parameters<typeof checkPlan>[1] = []) =>
    checkPlan(plan, people).find(({ check }) => check === name);

  it("tells which units nobody leads", () => {
    expect(of("Linjechefer")).toMatchObject({ status: "Varning", text: "1 enhet saknar linjechef: U2." });
  });

  it("tells how many can't be written to yet", () => {
    const met = { email: "anna@x" as Email, installed: true, inRoster: false };
    expect(of("Nås i Teams")?.text).toBe("1 av 1 linjechefer har inte appen installerad.");
    expect(of("Nås i Teams", [{ ...met, installed: false }])?.status).toBe("Varning");
    expect(of("Nås i Teams", [met])?.status).toBe("OK");
    expect(of("Nås i Teams", [{ ...met, installed: false, inRoster: true }])?.status).toBe("OK");
  });

  it("tells that nobody steers", () => {
    expect(of("Planägare")?.status).toBe("Varning");
  });
});

describe("the bot's identity", () => {
  const configWith = (env: Readonly<Record<string, string>>) => {
    const read = readConfig({ ...BOT, ...env }, "cli");
    if (!read.ok) throw new Error(read.faults.join());
    return read.config;
  };

  it.each([
    [200, "OK", ""],
    [401, "Fel", "HTTP 401"],
  ])("when the login answers %d: %s", async (status, expected, why) => {
    const login = createServer((_request, response) => {
      reply(response, status, JSON.stringify({ access_token: "t", expires_in: 3600 }));
    });
    await new Promise<void>((resolve) => login.listen(0, "127.0.0.1", resolve));
    const { port } = login.address() as AddressInfo;
    const [check] = await checkIdentity(configWith({ BOT_LOGIN_URL: `http://127.0.0.1:${port}` }));
    await new Promise((resolve) => login.close(resolve));
    expect(check?.status).toBe(expected);
    expect(check?.text).toContain(why);
    expect(JSON.stringify(check)).not.toContain("hemligt");
  });

  it("when nothing answers, and when there is no bot to ask for", async () => {
    const [check] = await checkIdentity(configWith({ BOT_LOGIN_URL: "http://127.0.0.1:1" }));
    expect(check).toMatchObject({ status: "Fel", text: expect.stringContaining("ECONNREFUSED") });
    expect(await checkIdentity(configWith({ BOT_ID: "" }))).toEqual([]);
  });
});
