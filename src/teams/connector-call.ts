// One call to the connector service: allowed address, the bot's token, a deadline, and a typed ending.
import { failureOf } from "./classify.ts";
import { allowedUrl, type HostRules } from "./hosts.ts";
import type { HttpClient, HttpRequest, HttpResult } from "./http.ts";
import type { NotSent } from "./outcome.ts";
import type { TokenSource } from "./token.ts";

export interface CallDeps {
  readonly http: HttpClient;
  readonly tokens: TokenSource;
  readonly hosts: HostRules;
  readonly timeoutMs: number;
}

export interface Call {
  readonly method: HttpRequest["method"];
  readonly serviceUrl: string;
  /** Below the service's address, encoded. */
  readonly path: string;
  readonly body?: object;
}

export type Answer = { readonly outcome: "ok"; readonly json: unknown } | NotSent;

const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** Makes the call once. `ok` holds the parsed answer, or null when there was none to parse. */
export async function callConnector(deps: CallDeps, { method, serviceUrl, path, body }: Call): Promise<Answer> {
  const base = allowedUrl(serviceUrl, deps.hosts);
  if (!base) return { outcome: "rejected", status: 0, code: "HOST_NOT_ALLOWED" };
  const token = await bearer(deps.tokens);
  if (token === undefined) return { outcome: "transient", code: "NO_TOKEN", retryAfterMs: null };
  const request: HttpRequest = {
    method,
    url: new URL(`${base.origin}${base.pathname.replace(/\/+$/, "")}/${path}`),
    headers: headersFor(token, body !== undefined),
    timeoutMs: deps.timeoutMs,
    maxBytes: MAX_ANSWER_BYTES,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  const result = await deps.http.exchange(request);
  if (result.kind === "answer" && result.status === 401) deps.tokens.forget();
  return failureOf(result) ?? { outcome: "ok", json: jsonOf(result) };
}

/** Undefined when no token could be had. */
async function bearer(tokens: TokenSource): Promise<string | null | undefined> {
  try {
    return await tokens.bearer();
  } catch {
    return undefined;
  }
}

function headersFor(token: string | null, hasBody: boolean): Record<string, string> {
  return {
    accept: "application/json",
    ...(hasBody ? { "content-type": "application/json; charset=utf-8" } : {}),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
}

function jsonOf(result: HttpResult): unknown {
  if (result.kind !== "answer" || result.body.length === 0) return null;
  try {
    return JSON.parse(result.body.toString("utf8"));
  } catch {
    return null;
  }
}

/** For calls that do no harm when done twice: "unknown" becomes "try again". */
export function repeatable(answer: Answer): Answer {
  return answer.outcome === "unknown" ? { outcome: "transient", code: answer.code, retryAfterMs: null } : answer;
}
