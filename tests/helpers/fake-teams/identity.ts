// Who the bot is in the fake Teams, and the settings that make it so.
import type { TeamsSettings } from "../../../src/teams/settings.ts";

export const TENANT = "11111111-2222-4333-8444-555555555555";
export const APP_ID = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
export const PASSWORD = "a-secret-of-the-fake";
export const ISSUER = "https://api.botframework.com";

/** With tokens: the real mode against the fake's login and keys. Without: demo mode. */
export function settingsFor(origin: string, auth: boolean): TeamsSettings {
  const host = new URL(origin).host;
  return {
    mode: auth ? "real" : "demo",
    host: "127.0.0.1",
    port: 0,
    bot: auth ? { id: APP_ID, type: "SingleTenant", password: PASSWORD, tenant: TENANT } : null,
    tenants: [TENANT],
    serviceHosts: [host],
    fileHosts: [host],
    cloud: {
      openIdMetadata: `${origin}/v1/.well-known/openidconfiguration`,
      tokenIssuer: ISSUER,
      loginUrl: `${origin}/login`,
    },
    allowLoopback: true,
  };
}

/** The same as environment variables. */
export function envFor(origin: string): Record<string, string> {
  return {
    NODE_ENV: "test",
    BOT_ID: APP_ID,
    BOT_TYPE: "SingleTenant",
    BOT_PASSWORD: PASSWORD,
    BOT_TENANT_ID: TENANT,
    ALLOWED_SERVICE_HOSTS: new URL(origin).host,
    BOT_OPENID_METADATA: `${origin}/v1/.well-known/openidconfiguration`,
    BOT_TOKEN_ISSUER: ISSUER,
    BOT_LOGIN_URL: `${origin}/login`,
  };
}
