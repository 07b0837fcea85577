// The HTTP door: three routes and nothing else.
import { pino } from "pino";
import restify from "restify";
import { Activity } from "./activity.ts";
import type { Authenticate } from "./authenticate.ts";
import type { Log } from "./deps.ts";
import { faultOf } from "./fault.ts";
import { type GuardRules, vetActivity, vetAuthorization } from "./guard.ts";
import { allowedUrl, isLoopback } from "./hosts.ts";
import type { InvokeAnswer } from "./invoke.ts";

export interface ServerDeps {
  readonly rules: GuardRules;
  /** Null in demo mode: no tokens, but loopback only. */
  readonly authenticate: Authenticate | null;
  receive(activity: Activity): Promise<InvokeAnswer>;
  ready(): Promise<boolean>;
  readonly log: Log;
}

const MAX_BODY_BYTES = 256 * 1024;
const READY_DEADLINE_MS = 2_000;

const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** The server, not yet listening. */
export function createServer(deps: ServerDeps): restify.Server {
  // Its own log would hold whole requests, tokens included; what is worth knowing is logged here instead.
  const server = restify.createServer({ name: "", log: silentLog() });
  // A half-sent request holds a connection no longer than this.
  server.server.requestTimeout = 30_000;
  server.server.headersTimeout = 15_000;
  server.pre((_request, response, next) => {
    response.removeHeader("Server");
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    next();
  });
  server.get("/healthz", async (_request, response) => {
    response.send(200, { status: "alive" });
  });
  server.get("/readyz", async (_request, response) => answerReady(deps, response));
  server.post(
    "/api/messages",
    (request: restify.Request, response: restify.Response, next: restify.Next) =>
      vetRequest(deps, request, response, next),
    readJson(),
    async (request: restify.Request, response: restify.Response) => takeActivity(deps, request, response),
  );
  return server;
}

/** restify 12 logs with pino; its types still speak of bunyan. */
function silentLog(): NonNullable<restify.ServerOptions["log"]> {
  return pino({ level: "silent" }) as unknown as NonNullable<restify.ServerOptions["log"]>;
}

/** The types don't know `maxBodySize`; restify hands its options on to the reader of the body, which does. */
function readJson(): restify.RequestHandler[] {
  const options: restify.plugins.JsonBodyParserOptions & { maxBodySize: number } = {
    mapParams: false,
    maxBodySize: MAX_BODY_BYTES,
  };
  return restify.plugins.jsonBodyParser(options);
}

/** Before a byte of the body is read: form and size, and whether the token could be one for us at all. */
function vetRequest(deps: ServerDeps, request: restify.Request, response: restify.Response, next: restify.Next): void {
  const refusal = refusalOf(deps, request);
  if (refusal === null) {
    next();
    return;
  }
  // The body has not been read, so the connection can't be used again.
  response.setHeader("connection", "close");
  refuse(response, refusal);
  next(false);
}

function refusalOf(deps: ServerDeps, request: restify.Request): number | null {
  const { headers } = request;
  if (deps.authenticate && vetAuthorization(request.rawHeaders, deps.rules) === null) return 401;
  // A page in the person's browser must not be able to talk to the demo: it can't name another host, nor send JSON unasked.
  if (!deps.authenticate && !isLoopback(hostName(headers.host))) return 401;
  if (headers["content-encoding"] !== undefined) return 415;
  if (!/^application\/json\b/i.test(headers["content-type"] ?? "")) return 415;
  return Number(headers["content-length"] ?? 0) > MAX_BODY_BYTES ? 413 : null;
}

async function takeActivity(deps: ServerDeps, request: restify.Request, response: restify.Response): Promise<void> {
  const body: unknown = request.body;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return refuse(response, 400);
  const parsed = Activity.safeParse(body);
  if (!parsed.success) return refuse(response, deps.authenticate ? 401 : 400);
  if (!(await isTrusted(deps, parsed.data, request))) return refuse(response, 401);
  try {
    const answer = await deps.receive(parsed.data);
    if (answer.body === null) response.send(answer.status);
    else response.send(answer.status, answer.body);
  } catch (error) {
    deps.log.error({ fault: faultOf(error) }, "an activity could not be taken");
    refuse(response, 500);
  }
}

async function isTrusted(deps: ServerDeps, activity: Activity, request: restify.Request): Promise<boolean> {
  if (!deps.authenticate) return allowedUrl(activity.serviceUrl, deps.rules.hosts) !== null;
  if (!vetActivity(activity, deps.rules)) return false;
  return deps.authenticate(activity, request.headers.authorization ?? "");
}

async function answerReady(deps: ServerDeps, response: restify.Response): Promise<void> {
  const ready = await isReady(deps);
  response.send(ready ? 200 : 503, { status: ready ? "ready" : "not ready" });
}

async function isReady(deps: ServerDeps): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), READY_DEADLINE_MS);
  });
  try {
    return await Promise.race([deps.ready(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function refuse(response: restify.Response, status: number): void {
  response.send(status);
}

function hostName(host: string | undefined): string {
  return (host ?? "").replace(/:\d+$/, "");
}
