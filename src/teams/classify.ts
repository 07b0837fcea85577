// Pure. How the connector's answer reads: its shapes of error → our few (platform.md; Microsoft's table of status codes).
import type { HttpResult } from "./http.ts";
import type { NotSent } from "./outcome.ts";

const LONGEST_REST_MS = 3_600_000;

/** Null when the call was accepted. `status` 2xx whose answer was cut off counts as accepted. */
export function failureOf(result: HttpResult): NotSent | null {
  switch (result.kind) {
    case "not_sent":
      return { outcome: "transient", code: result.code, retryAfterMs: null };
    case "cut":
      if (result.status === null || result.status >= 500) return { outcome: "unknown", code: result.code };
      return accepted(result.status) ? null : refused(result.status, `HTTP_${result.status}`, null);
    case "answer":
      if (accepted(result.status)) return null;
      return refused(result.status, errorCode(result.body, result.status), result.retryAfter);
  }
}

/** Milliseconds of a `Retry-After` in seconds or as a date, at most an hour; null when there is none to be read. */
export function retryAfterMs(header: string | null, now = Date.now()): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  const rest = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now;
  return Number.isFinite(rest) ? Math.min(Math.max(Math.round(rest), 0), LONGEST_REST_MS) : null;
}

function accepted(status: number): boolean {
  return status >= 200 && status < 300;
}

function refused(status: number, code: string, retryAfter: string | null): NotSent {
  if (status === 413 || code === "MessageSizeTooBig") return { outcome: "too_big" };
  if (code === "ConversationNotFound" || code === "ActivityNotFoundInConversation") return { outcome: "gone", code };
  switch (status) {
    case 429:
      return { outcome: "throttled", retryAfterMs: retryAfterMs(retryAfter) };
    case 403:
      return { outcome: "blocked", code };
    case 404:
    case 410:
      return { outcome: "gone", code };
    case 408:
    case 412:
    case 502:
    case 503:
    case 504:
      return { outcome: "transient", code, retryAfterMs: retryAfterMs(retryAfter) };
    case 500:
      // Not on Microsoft's list of what may be tried again; whether the message was kept is not said.
      return { outcome: "unknown", code };
    default:
      return { outcome: "rejected", status, code };
  }
}

/**
 * The service's own word for it. Two shapes: `{ error: { code } }`, and `{ errorCode: 209, message: "{ \"subCode\": … }" }`
 * (MessageWritesBlocked). Only a word-like code is taken, since it is logged and shown.
 */
function errorCode(body: Buffer, status: number): string {
  const json = parseObject(body.toString("utf8"));
  const inner = parseObject(typeof json?.message === "string" ? json.message : "");
  const error = isObject(json?.error) ? json.error : null;
  for (const candidate of [error?.code, inner?.subCode, json?.code, json?.subCode, json?.error]) {
    if (typeof candidate === "string" && /^[A-Za-z][A-Za-z0-9_.]{1,79}$/.test(candidate)) return candidate;
  }
  return `HTTP_${status}`;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
