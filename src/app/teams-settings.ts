import type { Config } from "../config.ts";
import type { TeamsSettings } from "../teams/settings.ts";

/** Where Teams keeps the files that people send. */
const FILE_HOSTS = ["*.sharepoint.com"];

export function teamsSettings(config: Config): TeamsSettings {
  const { bot } = config;
  return {
    mode: config.mode === "demo" ? "demo" : "real",
    host: config.host,
    port: config.port,
    bot: bot && { id: bot.id, type: bot.type, password: config.secrets.botPassword, tenant: bot.tenantId },
    tenants: bot?.allowedTenants ?? [],
    serviceHosts: bot?.allowedServiceHosts ?? [],
    fileHosts: FILE_HOSTS,
    cloud: {
      openIdMetadata: bot?.openIdMetadata ?? null,
      tokenIssuer: bot?.tokenIssuer ?? null,
      loginUrl: bot?.loginUrl ?? null,
    },
    allowLoopback: config.mode === "demo",
  };
}
