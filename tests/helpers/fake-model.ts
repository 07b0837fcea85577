// A server on this machine that speaks the chat-completions protocol, as well or as badly as a test wants.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Handler = (body: string, request: IncomingMessage, response: ServerResponse) => void;

export interface ServedModel {
  /** What `MODEL_URL` is set to. */
  readonly url: string;
  close(): void;
}

export async function serveModel(handler: Handler): Promise<ServedModel> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => handler(body, request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The answer of a model that says just that. */
export function says(content: string): Handler {
  return (_body, _request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }));
  };
}
