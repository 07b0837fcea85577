// One call of the chat-completions protocol, OpenAI's or Azure's: with a time limit, a limit on what is read, no
// redirects and no second try.

import type { Messages } from "./prompt.ts";
import type { ModelFailure, ModelSettings } from "./settings.ts";

const MOST_BYTES = 64 * 1024;
const MOST_TOKENS = 500;

export type Reply = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: ModelFailure };

export async function complete(settings: ModelSettings, messages: Messages, timeoutMs: number): Promise<Reply> {
  const url = addressOf(settings.url);
  if (url === null) return { ok: false, why: "network" };
  // The limit holds for the whole reply: a server that drips its answer is cut off too.
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "error",
      signal,
      headers: { "content-type": "application/json", ...authorisation(url, settings.key) },
      body: JSON.stringify({
        model: settings.name,
        temperature: 0,
        max_tokens: MOST_TOKENS,
        response_format: { type: "json_object" },
        messages,
      }),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { ok: false, why: "http" };
    }
    const body = await readAtMost(response, MOST_BYTES);
    return body === null ? { ok: false, why: "too_long" } : contentOf(body);
  } catch {
    return { ok: false, why: signal.aborted ? "timeout" : "network" };
  }
}

/** https, or plain http to this machine; null otherwise. */
function addressOf(base: string): URL | null {
  if (!URL.canParse(base)) return null;
  const url = new URL(base);
  const isHere = url.hostname === "localhost" || url.hostname === "127.0.0.1" || url.hostname === "[::1]";
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isHere)) return null;
  if (!url.pathname.endsWith("/chat/completions")) url.pathname = `${url.pathname.replace(/\/$/, "")}/chat/completions`;
  return url;
}

function authorisation(url: URL, key: string | null): Record<string, string> {
  if (key === null) return {};
  const isAzure = url.hostname.endsWith(".azure.com") || url.pathname.includes("/openai/deployments/");
  return isAzure ? { "api-key": key } : { authorization: `Bearer ${key}` };
}

async function readAtMost(response: Response, most: number): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function contentOf(body: string): Reply {
  try {
    const parsed: unknown = JSON.parse(body);
    const content = textIn(parsed);
    return content === null ? { ok: false, why: "not_json" } : { ok: true, text: content };
  } catch {
    return { ok: false, why: "not_json" };
  }
}

function textIn(parsed: unknown): string | null {
  const choices = fieldOf(parsed, "choices");
  const content = fieldOf(fieldOf(Array.isArray(choices) ? choices[0] : null, "message"), "content");
  return typeof content === "string" ? content : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : null;
}
