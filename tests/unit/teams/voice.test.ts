import { describe, expect, it } from "vitest";
import type { SendOutcome } from "../../../src/teams/outcome.ts";
import { createVoice, NotHeard } from "../../../src/teams/voice.ts";

const PLACE = { serviceUrl: "http://localhost/", conversationId: "a:1" };
const SENT: SendOutcome = { outcome: "sent", activityId: "1", conversationId: "a:1" };
const BUSY: SendOutcome = { outcome: "throttled", retryAfterMs: 0 };
const AWAY: SendOutcome = { outcome: "transient", code: "HTTP_503", retryAfterMs: 0 };
const quiet = { info() {}, warn() {}, error() {} };

function voiceThatMeets(...outcomes: SendOutcome[]) {
  const counts = { sends: 0, paces: 0 };
  const rests: (readonly [string, number])[] = [];
  const throttled = async (...rest: readonly [string, number]): Promise<void> => void rests.push(rest);
  const send = async (): Promise<SendOutcome> => outcomes[counts.sends++] ?? SENT;
  const pace = <T>(_conversation: string, call: () => Promise<T>): Promise<T> => {
    counts.paces++;
    return call();
  };
  const connector = { send, update: send };
  return { voice: createVoice({ connector, pace, throttled, log: quiet, rest: async () => {} }), counts, rests };
}

describe("a reply", () => {
  it.each<[string, SendOutcome[], number]>([
    ["taken at once", [SENT], 1],
    ["throttled", [BUSY, SENT], 2],
    ["not taken twice", [AWAY, AWAY, SENT], 3],
  ])("%s is heard", async (_name, outcomes, sends) => {
    const { voice, counts } = voiceThatMeets(...outcomes);
    await expect(voice.say(PLACE, { type: "message", text: "hej" })).resolves.toEqual(SENT);
    expect(counts).toEqual({ sends, paces: sends });
  });

  it("that is throttled lets everybody else in that conversation rest, too", async () => {
    const { voice, rests } = voiceThatMeets({ outcome: "throttled", retryAfterMs: 20_000 }, SENT);
    await voice.say(PLACE, { type: "message", text: "hej" });
    expect(rests).toEqual([["a:1", 20_000]]);
  });

  it.each<[string, SendOutcome[], number]>([
    ["of unknown fate", [{ outcome: "unknown", code: "CUT" }], 1],
    ["to one who blocked", [{ outcome: "blocked", code: "X" }], 1],
    ["that is too big", [{ outcome: "too_big" }], 1],
    ["told to wait an hour", [{ outcome: "throttled", retryAfterMs: 3_600_000 }], 1],
    ["never taken", [AWAY, AWAY, AWAY, AWAY, AWAY], 4],
  ])("%s is not sent again", async (_name, outcomes, sends) => {
    const { voice, counts } = voiceThatMeets(...outcomes);
    await expect(voice.say(PLACE, { type: "message", text: "hej" })).rejects.toBeInstanceOf(NotHeard);
    expect(counts.sends).toBe(sends);
  });
});
