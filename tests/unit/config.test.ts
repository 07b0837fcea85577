import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConfig, SETTING_NAMES } from "../../src/config.ts";

const BOT = {
  BOT_ID: "11111111-2222-3333-4444-555555555555",
  BOT_TENANT_ID: "99999999-2222-3333-4444-555555555555",
  BOT_PASSWORD: "a-secret-of-ours",
};

function faultsOf(env: Record<string, string>, mode: "start" | "demo" | "cli" = "start"): string {
  const result = readConfig(env, mode);
  return result.ok ? "" : result.faults.join(" ");
}

describe("settings", () => {
  it("start names everything that is missing, at once", () => {
    expect(faultsOf({})).toMatch(/BOT_ID.*BOT_TENANT_ID.*BOT_PASSWORD/);
  });

  it("the demo and the command line need nothing", () => {
    expect(faultsOf({}, "demo")).toBe("");
    expect(faultsOf({}, "cli")).toBe("");
  });

  it("the demo listens on loopback, the real thing on every address", () => {
    const demo = readConfig({}, "demo");
    const real = readConfig(BOT, "start");
    expect(demo.ok && demo.config.host).toBe("127.0.0.1");
    expect(real.ok && real.config.host).toBe("0.0.0.0");
  });

  it("a managed identity needs no password", () => {
    expect(faultsOf({ ...BOT, BOT_PASSWORD: "", BOT_TYPE: "UserAssignedMSI" })).toBe("");
  });

  it.each([
    ["PORT", "abc"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://secret-password@x"],
    ["BOT_ID", "not-a-guid"],
    ["ALLOWED_SERVICE_HOSTS", "https://x/"],
    ["LOG_LEVEL", "loud"],
  ])("a bad %s is told by its name, never by its value", (name, value) => {
    const faults = faultsOf({ ...BOT, [name]: value });
    expect(faults).toContain(name);
    expect(faults).not.toContain(value);
  });

  it.each([
    ["https://models.example/v1", true],
    ["http://127.0.0.1:11434/v1", true],
    ["http://localhost", true],
    ["http://models.example/v1", false],
    ["http://localhost.example/v1", false],
    ["ftp://models.example", false],
  ])("questions are sent to %s: %s", (url, allowed) => {
    expect(faultsOf({ ...BOT, MODEL_URL: url, MODEL_NAME: "m" })).toMatch(allowed ? /^$/ : /^MODEL_URL ska börja/);
  });

  it("a model has an address and a name, whatever is started", () => {
    expect(faultsOf({ MODEL_URL: "https://models.example/v1" }, "demo")).toContain("MODEL_NAME");
    expect(faultsOf({ MODEL_NAME: "m" }, "cli")).toContain("MODEL_URL");
  });

  it("a token issuer that is not https is refused outside tests", () => {
    expect(faultsOf({ ...BOT, BOT_LOGIN_URL: "http://127.0.0.1:1/" })).toContain("BOT_LOGIN_URL");
    expect(readConfig({ ...BOT, BOT_LOGIN_URL: "http://127.0.0.1:1/", NODE_ENV: "test" }, "start").ok).toBe(true);
  });

  it("allows the bot's own tenant by default", () => {
    const result = readConfig(BOT, "start");
    expect(result.ok && result.config.bot?.allowedTenants).toEqual([BOT.BOT_TENANT_ID]);
  });

  it(".env.example and the README name every setting", () => {
    const names = readFileSync(".env.example", "utf8").match(/^[A-Z_]+(?==)/gm);
    expect(names).toEqual(SETTING_NAMES);
    const readme = readFileSync("README.md", "utf8");
    for (const name of SETTING_NAMES) expect(readme).toContain(`\`${name}\``);
  });
});
