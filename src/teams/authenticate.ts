// The SDK's check of the token's signature, times and endorsements. Comes after `guard.ts`, never alone.
import { ConfigurationBotFrameworkAuthentication, type Activity as SdkActivity } from "botbuilder";
import { AuthenticationConstants, type ServiceClientCredentialsFactory } from "botframework-connector";
import type { Activity } from "./activity.ts";
import type { BotIdentity, Cloud } from "./settings.ts";
import { audienceOf } from "./token.ts";

export type Authenticate = (activity: Activity, authorization: string) => Promise<boolean>;

const DEADLINE_MS = 10_000;

/** True when the connector service has signed the token, for this bot and this `serviceUrl`. Never throws. */
export function createAuthenticate(bot: BotIdentity, cloud: Cloud): Authenticate {
  const issuer = audienceOf(cloud);
  const metadata = cloud.openIdMetadata ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
  const sdk = new ConfigurationBotFrameworkAuthentication(
    {
      // All of them are given: the SDK takes them together or not at all.
      ValidateAuthority: true,
      ToChannelFromBotLoginUrl: cloud.loginUrl ?? AuthenticationConstants.ToChannelFromBotLoginUrl,
      ToChannelFromBotOAuthScope: issuer,
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: AuthenticationConstants.OAuthUrl,
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    },
    credentialsOf(bot.id),
  );
  return async (activity, authorization) => {
    const check = sdk.authenticateRequest(activity as unknown as SdkActivity, authorization);
    return passes(check);
  };
}

/** A wrong key is an error inside the SDK, not an answer: every throw means no. */
async function passes(check: Promise<{ claimsIdentity: { isAuthenticated: boolean } }>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), DEADLINE_MS);
  });
  try {
    const result = await Promise.race([check, late]);
    return result?.claimsIdentity.isAuthenticated === true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Authentication is always on, and the bot's own tokens are fetched elsewhere (`token.ts`). */
function credentialsOf(appId: string): ServiceClientCredentialsFactory {
  return {
    isValidAppId: async (id: string) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: () => Promise.reject(new Error("the SDK does not send")),
  } as unknown as ServiceClientCredentialsFactory;
}
