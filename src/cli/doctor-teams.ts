// Whether the bot can prove who it is: a token is fetched as when something is sent. Only where BOT_* is set.
import { teamsSettings } from "../app/teams-settings.ts";
import type { Config } from "../config.ts";
import { type Check, doctorWords as words } from "./doctor-words.ts";

/** Answers within some fifteen seconds. Empty when there is no bot to ask for. */
export async function checkIdentity(config: Config): Promise<Check[]> {
  const { bot, cloud } = teamsSettings(config);
  if (!bot || (bot.type === "SingleTenant" && !bot.password)) return [];
  try {
    await fetchToken(bot, cloud);
    return [words.identity];
  } catch (error) {
    // Our own words from teams/: a status or a code, never what was sent.
    return [words.noIdentity(error instanceof Error ? error.message.split("\n", 1).join("").slice(0, 200) : "")];
  }
}

type Settings = ReturnType<typeof teamsSettings>;

/** The SDK is loaded for a managed identity only. */
async function fetchToken(bot: NonNullable<Settings["bot"]>, cloud: Settings["cloud"]): Promise<void> {
  const { audienceOf, passwordToken } = await import("../teams/token.ts");
  if (bot.type === "UserAssignedMSI") {
    const { managedIdentityToken } = await import("../teams/managed-identity.ts");
    await managedIdentityToken(bot.id, audienceOf(cloud))();
    return;
  }
  const { createHttpClient } = await import("../teams/http.ts");
  const http = createHttpClient(1);
  try {
    await passwordToken(bot, cloud, http)();
  } finally {
    await http.close();
  }
}
