// Files that people send to the bot and that the bot gives them: only from and to listed hosts, never with a token.
import { allowedUrl, type HostRules } from "./hosts.ts";
import type { HttpClient } from "./http.ts";
import type { FileProblem } from "./words.ts";

export const MAX_FILE_BYTES = 25 * 1024 * 1024;
const DEADLINE_MS = 30_000;

export type FetchedFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: FileProblem };

/** Fetches a shared file through its pre-authorised link. */
export async function fetchFile(http: HttpClient, hosts: HostRules, link: string): Promise<FetchedFile> {
  const url = allowedUrl(link, hosts);
  if (!url) return { ok: false, problem: "host" };
  const headers = { accept: "*/*" };
  const result = await http.exchange({ method: "GET", url, headers, timeoutMs: DEADLINE_MS, maxBytes: MAX_FILE_BYTES });
  if (result.kind === "cut" && result.code === "TOO_LONG") return { ok: false, problem: "too_big" };
  if (result.kind !== "answer" || result.status !== 200) return { ok: false, problem: "not_fetched" };
  return { ok: true, bytes: result.body };
}

/** Puts a file where its receiver has said yes to having it. False when that was refused. */
export async function putFile(http: HttpClient, hosts: HostRules, link: string, bytes: Uint8Array): Promise<boolean> {
  const url = allowedUrl(link, hosts);
  if (!url || bytes.length === 0) return false;
  const headers = {
    "content-type": "application/octet-stream",
    "content-range": `bytes 0-${bytes.length - 1}/${bytes.length}`,
  };
  const result = await http.exchange({
    method: "PUT",
    url,
    headers,
    body: bytes,
    timeoutMs: DEADLINE_MS,
    maxBytes: 1024 * 1024,
  });
  return result.kind === "answer" && result.status >= 200 && result.status < 300;
}
