import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

/** Answers at once. Not by chaining: restify, once loaded, makes `writeHead` of every response give nothing back. */
export function reply(response: ServerResponse, status: number, body = "", headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, headers);
  response.end(body);
}
