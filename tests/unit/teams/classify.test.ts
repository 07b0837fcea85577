import { describe, expect, it } from "vitest";
import { failureOf, retryAfterMs } from "../../../src/teams/classify.ts";
import type { HttpResult } from "../../../src/teams/http.ts";

const answer = (status: number, json: unknown = {}, retryAfter: string | null = null): HttpResult => {
  return {
    kind: "answer",
    status,
    retryAfter,
    body: Buffer.from(typeof json === "string" ? json : JSON.stringify(json)),
  };
};
const error = (code: string) => ({ error: { code, message: "for people" } });
const writesBlocked = {
  errorCode: 209,
  message: '{"subCode":"MessageWritesBlocked","details":"Thread is not writable"}',
};

describe("failureOf", () => {
  it.each<[string, HttpResult, unknown]>([
    ["accepted", answer(201, { id: "1" }), null],
    ["accepted without a body", answer(204, ""), null],
    ["accepted, answer cut off", { kind: "cut", code: "X", status: 201 }, null],
    [
      "never written",
      { kind: "not_sent", code: "ECONNREFUSED" },
      { outcome: "transient", code: "ECONNREFUSED", retryAfterMs: null },
    ],
    ["cut off", { kind: "cut", code: "UND_ERR_SOCKET", status: null }, { outcome: "unknown", code: "UND_ERR_SOCKET" }],
    ["throttled", answer(429, {}, "3"), { outcome: "throttled", retryAfterMs: 3_000 }],
    ["throttled, no header", answer(429), { outcome: "throttled", retryAfterMs: null }],
    ["412", answer(412), { outcome: "transient", code: "HTTP_412", retryAfterMs: null }],
    ["502", answer(502, "<html>"), { outcome: "transient", code: "HTTP_502", retryAfterMs: null }],
    [
      "503",
      answer(503, error("ServiceUnavailable"), "1"),
      { outcome: "transient", code: "ServiceUnavailable", retryAfterMs: 1_000 },
    ],
    ["504", answer(504), { outcome: "transient", code: "HTTP_504", retryAfterMs: null }],
    ["500", answer(500, error("ServiceError")), { outcome: "unknown", code: "ServiceError" }],
    ["blocked", answer(403, writesBlocked), { outcome: "blocked", code: "MessageWritesBlocked" }],
    [
      "not in roster",
      answer(403, error("BotNotInConversationRoster")),
      { outcome: "blocked", code: "BotNotInConversationRoster" },
    ],
    ["gone", answer(404, error("ConversationNotFound")), { outcome: "gone", code: "ConversationNotFound" }],
    [
      "gone by another status",
      answer(400, error("ConversationNotFound")),
      { outcome: "gone", code: "ConversationNotFound" },
    ],
    ["too big", answer(413), { outcome: "too_big" }],
    ["too big by code", answer(400, error("MessageSizeTooBig")), { outcome: "too_big" }],
    ["bad request", answer(400, error("BadSyntax")), { outcome: "rejected", status: 400, code: "BadSyntax" }],
    ["unauthorised", answer(401), { outcome: "rejected", status: 401, code: "HTTP_401" }],
    ["a redirect", answer(302), { outcome: "rejected", status: 302, code: "HTTP_302" }],
    [
      "a code that is a sentence",
      answer(400, error("eva@region.se was here")),
      { outcome: "rejected", status: 400, code: "HTTP_400" },
    ],
  ])("%s", (_name, result, outcome) => {
    expect(failureOf(result)).toEqual(outcome);
  });
});

describe("retryAfterMs", () => {
  const now = Date.parse("2026-11-18T07:30:00Z");
  it.each<[string | null, number | null]>([
    [null, null],
    ["", null],
    ["2", 2_000],
    ["0.5", 500],
    ["-5", 0],
    ["Wed, 18 Nov 2026 07:30:10 GMT", 10_000],
    ["Wed, 18 Nov 2026 07:00:00 GMT", 0],
    ["99999999", 3_600_000],
    ["soon", null],
  ])("%s", (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});
