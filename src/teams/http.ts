// One HTTP exchange, and an honest account of how it ended. No redirect is followed, nothing is sent twice.
import { Agent, type Dispatcher } from "undici";

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** From the call to the last byte of the answer. */
  readonly timeoutMs: number;
  /** A longer answer is cut off. */
  readonly maxBytes: number;
}

export type HttpResult =
  | { readonly kind: "answer"; readonly status: number; readonly retryAfter: string | null; readonly body: Buffer }
  /** Not one byte of the request was written: it can't have been acted on. */
  | { readonly kind: "not_sent"; readonly code: string }
  /** The request was (perhaps partly) written and no whole answer came. `status` if the answer had begun. */
  | { readonly kind: "cut"; readonly code: string; readonly status: number | null };

export interface HttpClient {
  exchange(request: HttpRequest): Promise<HttpResult>;
  close(): Promise<void>;
}

/** A client with kept-alive connections, at most `connections` to one host. */
export function createHttpClient(connections = 128): HttpClient {
  const agent = new Agent({ connections, pipelining: 1, connect: { timeout: 5_000 } });
  return {
    exchange: (request) => new Promise((resolve) => new Exchange(request, resolve).begin(agent)),
    close: () => agent.destroy(),
  };
}

/** Follows one request through undici; whether its writing began is what decides between "not_sent" and "cut". */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #request: HttpRequest;
  readonly #resolve: (result: HttpResult) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | null = null;
  #settled = false;
  #status: number | null = null;
  #retryAfter: string | null = null;
  #bytes = 0;

  constructor(request: HttpRequest, resolve: (result: HttpResult) => void) {
    this.#request = request;
    this.#resolve = resolve;
    this.#timer = setTimeout(() => this.#giveUp("TIMEOUT"), request.timeoutMs);
  }

  begin(agent: Agent): void {
    const { method, url, headers, body, timeoutMs } = this.#request;
    const path = url.pathname + url.search;
    try {
      agent.dispatch(
        {
          origin: url.origin,
          path,
          method,
          headers,
          body: body ?? null,
          headersTimeout: timeoutMs,
          bodyTimeout: timeoutMs,
        },
        this,
      );
    } catch (error) {
      this.#settle({ kind: "not_sent", code: codeOf(error) });
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Given up while it waited for a connection: stopped here, it is never written.
    if (this.#settled) controller.abort(new Error("given up"));
    else this.#controller = controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Record<string, unknown>): void {
    if (status < 200) return;
    this.#status = status;
    const retryAfter = headers["retry-after"];
    this.#retryAfter = typeof retryAfter === "string" ? retryAfter : null;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#request.maxBytes) this.#giveUp("TOO_LONG");
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#status === null) {
      this.#settle({ kind: "cut", code: "NO_STATUS", status: null });
      return;
    }
    const body = Buffer.concat(this.#chunks);
    this.#settle({ kind: "answer", status: this.#status, retryAfter: this.#retryAfter, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#settle(this.#ended(codeOf(error)));
  }

  #giveUp(code: string): void {
    const controller = this.#controller;
    this.#settle(this.#ended(code));
    controller?.abort(new Error(code));
  }

  #ended(code: string): HttpResult {
    return this.#controller ? { kind: "cut", code, status: this.#status } : { kind: "not_sent", code };
  }

  #settle(result: HttpResult): void {
    if (this.#settled) return;
    this.#settled = true;
    clearTimeout(this.#timer);
    this.#resolve(result);
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" ? code : "FAILED";
}
