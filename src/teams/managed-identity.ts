// The access token of a user-assigned managed identity, by the SDK's credentials.
import { JwtTokenProviderFactory, ManagedIdentityAppCredentials } from "botframework-connector";
import type { FreshToken } from "./token.ts";

/** The SDK keeps the token itself and does not say for how long: asked again often, it costs nothing. */
const ASK_AGAIN_MS = 10 * 60_000;

/** Fetches through the SDK; `audience` is the connector's name, without `/.default`. */
export function managedIdentityToken(appId: string, audience: string): () => Promise<FreshToken> {
  const credentials = new ManagedIdentityAppCredentials(appId, audience, new JwtTokenProviderFactory());
  return async () => {
    const token = await withDeadline(credentials.getToken(), 15_000);
    return { token, validForMs: ASK_AGAIN_MS };
  };
}

async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("the managed identity did not answer")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
