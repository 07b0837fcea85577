// The login and key server of the fake cloud: signs what Teams sends to the bot, and gives the bot its own tokens.
import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import type { Json } from "./read-card.ts";

export interface Keys {
  /** A token from the connector service to the bot; claims can be changed to make it wrong. */
  token(claims?: Json, header?: Json, key?: KeyObject): string;
  /** Answers for the login, metadata and key addresses; null for any other. */
  answer(path: string, body: string): { status: number; json: unknown } | null;
  /** Whether the bot's own token is one that was given here. */
  isIssued(token: string): boolean;
  readonly tokensIssued: () => number;
}

export interface KeysOptions {
  readonly appId: string;
  readonly password: string;
  readonly issuer: string;
  readonly origin: () => string;
  readonly serviceUrl: () => string;
}

const KEY_ID = randomUUID();

export function createKeys(options: KeysOptions): Keys {
  const issued = new Set<string>();
  // Teams uses a token for many deliveries; signing each would cost the test more than the bot.
  let usual: string | null = null;
  return {
    tokensIssued: () => issued.size,
    isIssued: (token) => issued.has(token),
    token(claims, header, key) {
      const isUsual = claims === undefined && header === undefined && key === undefined;
      if (isUsual && usual) return usual;
      const now = Math.floor(Date.now() / 1_000);
      const { appId, issuer } = options;
      const payload = {
        iss: issuer,
        aud: appId,
        nbf: now - 60,
        exp: now + 3_600,
        serviceurl: options.serviceUrl(),
        ...claims,
      };
      const token = sign({ alg: "RS256", typ: "JWT", kid: KEY_ID, ...header }, payload, key ?? keyPair().privateKey);
      if (isUsual) usual = token;
      return token;
    },
    answer(path, body) {
      if (path === "/v1/.well-known/openidconfiguration") {
        return { status: 200, json: { issuer: options.issuer, jwks_uri: `${options.origin()}/v1/.well-known/keys` } };
      }
      if (path === "/v1/.well-known/keys") return { status: 200, json: { keys: [publicJwk()] } };
      if (!path.endsWith("/oauth2/v2.0/token")) return null;
      const form = new URLSearchParams(body);
      const right = form.get("client_id") === options.appId && form.get("client_secret") === options.password;
      if (!right) return { status: 401, json: { error: "invalid_client" } };
      const token = `bot-${randomUUID()}`;
      issued.add(token);
      return { status: 200, json: { token_type: "Bearer", expires_in: 3_600, access_token: token } };
    },
  };
}

/** Made once a process, when it is first needed: making one takes as long as a whole test. */
function keyPair(): { privateKey: KeyObject; publicKey: KeyObject } {
  madeKeys ??= generateKeyPairSync("rsa", { modulusLength: 2048 });
  return madeKeys;
}
let madeKeys: { privateKey: KeyObject; publicKey: KeyObject } | null = null;

function publicJwk(): Json {
  return {
    ...keyPair().publicKey.export({ format: "jwk" }),
    kid: KEY_ID,
    use: "sig",
    alg: "RS256",
    endorsements: ["msteams"],
  };
}

function sign(header: Json, payload: Json, key: KeyObject): string {
  const encode = (part: Json): string => Buffer.from(JSON.stringify(part)).toString("base64url");
  const content = `${encode(header)}.${encode(payload)}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(key).toString("base64url")}`;
}
