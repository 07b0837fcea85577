// The HTTP side of the fake Teams: connector, login, keys and files on one loopback port.
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { failure, type RestAnswer, type RestCall, readCall } from "./connector.ts";
import { createLimiter, type Fault, type Faults, type Limits, type Op } from "./faults.ts";
import type { Keys } from "./keys.ts";
import type { Ledger } from "./ledger.ts";
import { isObject, type Json } from "./read-card.ts";

export const SERVICE_PATH = "/emea/";

/** One call that the bot made, and how it was answered: 0 = the connection was cut. */
export interface CallMade {
  readonly op: Op;
  readonly conversationId: string;
  readonly person: string | null;
  readonly status: number;
  readonly at: number;
}

export interface ServerParts {
  readonly ledger: Ledger;
  readonly faults: Faults;
  /** Null: no tokens are asked for. */
  readonly keys: Keys | null;
  readonly limits: Limits | null;
  readonly calls: CallMade[];
  /** Files by path: shared ones to be fetched, and places where the bot may put one. */
  readonly files: Map<string, Uint8Array>;
}

export interface FakeServer {
  readonly origin: string;
  close(): Promise<void>;
}

export async function startServer(parts: ServerParts): Promise<FakeServer> {
  const limiter = parts.limits ? createLimiter(parts.limits) : null;
  const server = createHttpServer((request, response) => {
    void respond(parts, limiter, request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Limiter = ReturnType<typeof createLimiter> | null;

async function respond(
  parts: ServerParts,
  limiter: Limiter,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://fake");
  const body = await bodyOf(request);
  const served = parts.keys?.answer(url.pathname, body.toString("utf8")) ?? serveFile(parts, request, url, body);
  if (served) return void send(response, served);
  const path = url.pathname.startsWith(SERVICE_PATH) ? url.pathname.slice(SERVICE_PATH.length) : "";
  const call = readCall(parts.ledger, {
    method: request.method ?? "",
    path,
    query: url.searchParams,
    body: jsonOf(body),
  });
  if (!call) return void send(response, failure(404, "NotFound", `no such call: ${request.method} ${url.pathname}`));
  const answer = await answerTo(parts, limiter, call, request);
  parts.calls.push({
    op: call.op,
    conversationId: call.conversationId,
    person: call.person,
    status: answer?.status ?? 0,
    at: Date.now(),
  });
  if (answer) send(response, answer);
  else response.destroy();
}

/** Null when the connection is to be cut. */
async function answerTo(
  parts: ServerParts,
  limiter: Limiter,
  call: RestCall,
  request: IncomingMessage,
): Promise<RestAnswer | null> {
  if (parts.keys && !parts.keys.isIssued((request.headers.authorization ?? "").replace(/^Bearer /, ""))) {
    return failure(401, "Unauthorized", "no token of ours");
  }
  const waitMs = call.op === "members" ? 0 : (limiter?.take(call.conversationId, Date.now()) ?? 0);
  if (waitMs > 0) {
    return { ...failure(429, "Throttled", "too many"), headers: { "retry-after": String(Math.ceil(waitMs / 1_000)) } };
  }
  const fault = parts.faults.take(call);
  if (fault?.delayMs) await wait(fault.delayMs);
  if (!fault || !breaks(fault)) return call.apply();
  if (fault.when === "after") call.apply();
  return fault.cut ? null : faultAnswer(fault);
}

function breaks(fault: Fault): boolean {
  return fault.cut === true || fault.status !== undefined;
}

function faultAnswer(fault: Fault): RestAnswer {
  const answer = failure(fault.status ?? 500, fault.code ?? "ServiceError", "as told");
  const json = fault.body ?? answer.json;
  return {
    ...answer,
    json,
    ...(fault.retryAfter === undefined ? {} : { headers: { "retry-after": String(fault.retryAfter) } }),
  };
}

function serveFile(
  parts: ServerParts,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
): RestAnswer | Uint8Array | null {
  if (!url.pathname.startsWith("/files/")) return null;
  // A pre-authorised link is all the permission there is: the bot's token has no business here.
  if (request.headers.authorization !== undefined)
    return failure(400, "TokenLeaked", "a token was sent to a file host");
  if (request.method === "PUT") parts.files.set(url.pathname, body);
  return parts.files.get(url.pathname) ?? failure(404, "NotFound", "no such file");
}

function send(response: ServerResponse, answer: RestAnswer | Uint8Array): void {
  if (answer instanceof Uint8Array) {
    // Not chained: restify, where it is loaded in the same process, makes writeHead return nothing.
    response.writeHead(200, { "content-type": "application/octet-stream" });
    response.end(answer);
    return;
  }
  response.writeHead(answer.status, {
    "content-type": "application/json",
    ...("headers" in answer ? answer.headers : {}),
  });
  response.end(JSON.stringify(answer.json));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function jsonOf(body: Buffer): Json {
  try {
    const json: unknown = JSON.parse(body.toString("utf8"));
    return isObject(json) ? json : {};
  } catch {
    return {};
  }
}
