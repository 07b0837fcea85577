// The bot's own access token, which every call to the connector carries. Kept in memory only.
import { z } from "zod";
import type { HttpClient } from "./http.ts";
import type { BotIdentity, Cloud } from "./settings.ts";

export interface TokenSource {
  /** A token that holds for a while yet; null in demo mode. Throws when none can be had. */
  bearer(): Promise<string | null>;
  /** The connector did not take it: fetch a new one next time. */
  forget(): void;
}

export interface FreshToken {
  readonly token: string;
  readonly validForMs: number;
}

const PUBLIC_LOGIN = "https://login.microsoftonline.com";
const PUBLIC_AUDIENCE = "https://api.botframework.com";
const RENEW_BEFORE_MS = 5 * 60_000;

const Answer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

export const NO_TOKEN: TokenSource = { bearer: async () => null, forget: () => {} };

/** Keeps a token until five minutes before its end; one fetch at a time however many ask. */
export function keepToken(fetchToken: () => Promise<FreshToken>, now: () => number = Date.now): TokenSource {
  let kept: { token: string; renewAt: number } | null = null;
  let fetching: Promise<string> | null = null;

  async function renew(): Promise<string> {
    try {
      const { token, validForMs } = await fetchToken();
      kept = { token, renewAt: now() + Math.max(validForMs - RENEW_BEFORE_MS, validForMs / 2) };
      return token;
    } finally {
      fetching = null;
    }
  }

  return {
    async bearer() {
      if (kept && now() < kept.renewAt) return kept.token;
      fetching ??= renew();
      return fetching;
    },
    forget() {
      kept = null;
    },
  };
}

/** OAuth 2.0 client credentials with the app's password, against the tenant's login (RFC 6749, 4.4). */
export function passwordToken(bot: BotIdentity, cloud: Cloud, http: HttpClient): () => Promise<FreshToken> {
  const url = new URL(`${loginBase(bot, cloud)}/oauth2/v2.0/token`);
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: bot.id,
    client_secret: bot.password ?? "",
    scope: `${audienceOf(cloud)}/.default`,
  }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
  return async () => {
    const result = await http.exchange({ method: "POST", url, headers, body, timeoutMs: 10_000, maxBytes: 64 * 1024 });
    if (result.kind !== "answer") throw new Error(`login did not answer: ${result.code}`);
    if (result.status !== 200) throw new Error(`login refused: HTTP ${result.status}`);
    const answer = Answer.safeParse(JSON.parse(result.body.toString("utf8")));
    if (!answer.success) throw new Error("login answered without a token");
    return { token: answer.data.access_token, validForMs: answer.data.expires_in * 1_000 };
  };
}

/** What the connector is called in tokens: the same name as the issuer of its own, in every cloud. */
export function audienceOf(cloud: Cloud): string {
  return (cloud.tokenIssuer ?? PUBLIC_AUDIENCE).replace(/\/+$/, "");
}

/** `BOT_LOGIN_URL` may name the tenant (`…/<tenant>`) or only the host. */
function loginBase(bot: BotIdentity, cloud: Cloud): string {
  const base = (cloud.loginUrl ?? PUBLIC_LOGIN).replace(/\/+$/, "");
  return new URL(base).pathname === "/" ? `${base}/${bot.tenant}` : base;
}
