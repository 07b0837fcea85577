import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterSend, MOST_TRIES, type SendOutcome } from "../../../src/jobs/outcome.ts";
import type { Instant } from "../../../src/lib/time.ts";

const now = 1_000_000 as Instant;
const row = { attempts: 1, expires: null };

describe("how a send ended", () => {
  it.each([
    [
      { outcome: "sent", activityId: "a", conversationId: "c" },
      { end: "sent", conversation: "c", activity: "a" },
    ],
    [
      { outcome: "throttled", retryAfterMs: 10_000 },
      { end: "retry", code: "429", rests: "conversation", at: now + 11_000 },
    ],
    [
      { outcome: "throttled", retryAfterMs: null },
      { end: "retry", at: now + 1_500 },
    ],
    [
      { outcome: "transient", code: "503", retryAfterMs: null },
      { end: "retry", code: "503", rests: "nobody" },
    ],
    [
      { outcome: "blocked", code: "MessageWritesBlocked" },
      { end: "failed", code: "MessageWritesBlocked", silence: true },
    ],
    [
      { outcome: "gone", code: "ConversationNotFound" },
      { end: "failed", silence: true },
    ],
    [{ outcome: "too_big" }, { end: "failed", code: "413", silence: false }],
    [
      { outcome: "unknown", code: "timeout" },
      { end: "ambiguous", code: "timeout" },
    ],
    [
      { outcome: "throttled", retryAfterMs: 10_000, call: "open" },
      { end: "retry", code: "429", rests: "app" },
    ],
    [
      { outcome: "rejected", status: 401, code: "Unauthorized" },
      { end: "retry", code: "401" },
    ],
    [
      { outcome: "rejected", status: 400, code: "BadSyntax" },
      { end: "failed", code: "400 BadSyntax", silence: false },
    ],
  ] satisfies [SendOutcome, object][])("%j", (outcome, expected) => {
    expect(afterSend(outcome, row, now, 0.5)).toMatchObject(expected);
  });

  it("a login that is refused again is a failure, with what to do", () => {
    const outcome = { outcome: "rejected", status: 401, code: "Unauthorized" } as const;
    const after = afterSend(outcome, { ...row, attempts: 3 }, now, 0.5);
    expect(after).toMatchObject({ end: "failed", code: "401 Unauthorized", silence: false });
  });

  it("every failure says what to do", () => {
    for (const outcome of ["blocked", "gone"] as const) {
      const after = afterSend({ outcome, code: "x" }, row, now, 0);
      expect(after.end === "failed" && after.advice).toMatch(/Teams/);
    }
  });

  it("a Retry-After without end is looked at again after an hour", () => {
    const after = afterSend({ outcome: "throttled", retryAfterMs: 10 ** 9 }, row, now, 0);
    expect(after).toMatchObject({ end: "retry", at: now + 3_600_000 });
  });

  it("waits longer each time, never more than ten minutes, never less than Retry-After", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: MOST_TRIES - 1 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempts, random) => {
          const after = afterSend(
            { outcome: "transient", code: "503", retryAfterMs: null },
            { attempts, expires: null },
            now,
            random,
          );
          const wait = after.end === "retry" ? after.at - now : Number.NaN;
          expect(wait).toBeGreaterThanOrEqual(Math.min(1_000 * 2 ** (attempts - 1), 300_000));
          expect(wait).toBeLessThanOrEqual(600_000);
          const asked = afterSend(
            { outcome: "throttled", retryAfterMs: 5_000 },
            { attempts, expires: null },
            now,
            random,
          );
          expect(asked.end === "retry" && asked.at - now).toBeGreaterThanOrEqual(5_000);
        },
      ),
    );
  });

  it("gives up when the next try would come too late, or after so many", () => {
    const transient = { outcome: "transient", code: "503", retryAfterMs: null } as const;
    expect(afterSend(transient, { attempts: 1, expires: (now + 100) as Instant }, now, 0)).toMatchObject({
      end: "failed",
      code: "503",
    });
    expect(afterSend(transient, { attempts: MOST_TRIES, expires: null }, now, 0)).toMatchObject({ end: "failed" });
  });
});
