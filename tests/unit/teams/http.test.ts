import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createHttpClient, type HttpRequest } from "../../../src/teams/http.ts";
import { reply } from "../../helpers/reply.ts";

const client = createHttpClient(2);
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<URL> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x?y=1`);
}

const post = (url: URL, more: Partial<HttpRequest> = {}) =>
  client.exchange({ method: "POST", url, headers: {}, body: "{}", timeoutMs: 2_000, maxBytes: 1_000, ...more });

describe("exchange", () => {
  it("gives the whole answer, and follows no redirect", async () => {
    const url = await serve((request, response) => {
      const headers = { location: "http://127.0.0.1:1/", "retry-after": "7" };
      reply(response, 302, `${request.method} ${request.url}`, headers);
    });
    const result = await post(url);
    expect(result).toMatchObject({ kind: "answer", status: 302, retryAfter: "7" });
    expect(result.kind === "answer" && result.body.toString()).toBe("POST /x?y=1");
  });

  it("knows that nothing was sent when nobody listens", async () => {
    const url = await serve(() => {});
    servers.pop()?.close();
    expect(await post(url)).toEqual({ kind: "not_sent", code: "ECONNREFUSED" });
  });

  it("does not know what became of a request that was cut off", async () => {
    const url = await serve((request) => {
      request.resume().on("end", () => request.socket.destroy());
    });
    expect(await post(url)).toMatchObject({ kind: "cut", status: null });
  });

  it("tells that the answer had begun", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(201, { "content-length": "100" });
      response.write("{", () => response.destroy());
    });
    expect(await post(url)).toMatchObject({ kind: "cut", status: 201 });
  });

  it("stops at the deadline, and at the longest answer it takes", async () => {
    const slow = await serve(() => {});
    expect(await post(slow, { timeoutMs: 40 })).toEqual({ kind: "cut", code: "TIMEOUT", status: null });
    const long = await serve((_request, response) => response.end("x".repeat(5_000)));
    expect(await post(long)).toEqual({ kind: "cut", code: "TOO_LONG", status: 200 });
  });

  it("never writes what was given up while it waited for a connection", async () => {
    let arrived = 0;
    const url = await serve(() => arrived++);
    const results = await Promise.all([1, 2, 3, 4].map((place) => post(url, { timeoutMs: place <= 2 ? 200 : 60 })));
    expect(results.map((result) => result.kind)).toEqual(["cut", "cut", "not_sent", "not_sent"]);
    expect(arrived).toBe(2);
  });
});
