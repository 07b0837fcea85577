// The optional model, against a local server that speaks the chat-completions protocol, also when it misbehaves.
import type { IncomingMessage } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type AskableNames, askableNames, PlanQuery } from "../../../src/ask/ask.ts";
import { createModel, type ModelFailure } from "../../../src/model/model.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { type Handler, says, serveModel } from "../../helpers/fake-model.ts";
import { reply } from "../../helpers/reply.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const plan = samplePlan();
const namesFor = (who: string): AskableNames => {
  const viewer = viewerOf(plan.facts, `${who}@region-exempel.example`);
  if (!viewer) throw new Error(who);
  return askableNames(plan, viewer);
};
const accept = (value: unknown) => PlanQuery.safeParse(value).data ?? null;

let close: (() => void) | null = null;
afterEach(() => {
  close?.();
  close = null;
});

async function serve(handler: Handler): Promise<string> {
  const served = await serveModel(handler);
  close = served.close;
  return served.url;
}

function modelAt(url: string, failures: ModelFailure[] = [], now = () => 0, timeoutMs = 5000) {
  const failed = (why: ModelFailure) => void failures.push(why);
  const model = createModel({ url, key: "secret", name: "m", timeoutMs }, { querySchema: {}, now, failed });
  return (question: string, names = namesFor("controller")) => model.propose(question, names, accept);
}

const FIGURE = { intent: "figure", figures: ["realised"], orgs: ["PSY"] };

describe("a proposal", () => {
  it("is what is accepted of the JSON, and only that", async () => {
    const url = await serve(says(JSON.stringify(FIGURE)));
    expect(await modelAt(url)("typ vad har psyk fixat ekonomiskt")).toMatchObject(FIGURE);
  });

  it("may stand in a code fence", async () => {
    const url = await serve(says(`\`\`\`json\n${JSON.stringify(FIGURE)}\n\`\`\``));
    expect(await modelAt(url)("x")).toMatchObject({ intent: "figure" });
  });

  it("sends the key as a bearer token, as api-key to Azure, and no row of the plan", async () => {
    const seen: { headers: IncomingMessage["headers"]; url: string; body: string }[] = [];
    const url = await serve((body, request, response) => {
      seen.push({ headers: request.headers, url: request.url ?? "", body });
      says("{}")(body, request, response);
    });
    await modelAt(url)("hur går det?", namesFor("lasare.facklig"));
    await modelAt(`${url}/openai/deployments/d/chat/completions?api-version=1`)("hur går det?");
    expect(seen[0]).toMatchObject({ url: "/v1/chat/completions", headers: { authorization: "Bearer secret" } });
    expect(seen[1]).toMatchObject({ headers: { "api-key": "secret" } });
    expect(seen[1]?.headers.authorization).toBeUndefined();
    const prompt = seen[0]?.body ?? "";
    expect(prompt).toContain("Ortopedkliniken");
    for (const secret of ["Peter Sandin", "dubbelpassen", "Höj patientavgifter", "@region-exempel"])
      expect(prompt).not.toContain(secret);
  });

  it("keeps the prompt bounded whatever is asked", async () => {
    let length = 0;
    const url = await serve((body, request, response) => {
      length = body.length;
      says("{}")(body, request, response);
    });
    await modelAt(url)("å".repeat(500_000));
    expect(length).toBeLessThan(40_000);
  });
});

describe("rubbish is nothing", () => {
  it.each<[string, string, ModelFailure]>([
    ["plain words", "Psykiatrin har sparat 5,5 mkr.", "not_json"],
    ["empty", "", "not_json"],
    ["an answer instead of a query", '{"answer":"145 mkr","facts":[{"value":145}]}', "no_query"],
    ["a query with more in it", JSON.stringify({ ...FIGURE, sql: "drop table" }), "no_query"],
    ["an unknown intent", '{"intent":"delete_report"}', "no_query"],
    ["a list", "[1,2,3]", "no_query"],
    ["prototype tricks", '{"__proto__":{"intent":"status"}}', "no_query"],
  ])("%s", async (_what, content, why) => {
    const failures: ModelFailure[] = [];
    const url = await serve(says(content));
    expect(await modelAt(url, failures)("x")).toBeNull();
    expect(failures).toEqual([why]);
  });
});

describe("a bad server is as none", () => {
  it.each<[string, Handler, ModelFailure]>([
    ["an error", (_b, _r, response) => reply(response, 500, "no"), "http"],
    ["a refusal", (_b, _r, response) => reply(response, 401), "http"],
    ["a redirect", (_b, _r, response) => reply(response, 302, "", { location: "http://127.0.0.1:1/" }), "network"],
    ["broken JSON", (_b, _r, response) => response.end('{"choices":['), "not_json"],
    ["another shape", (_b, _r, response) => response.end('{"choices":"none"}'), "not_json"],
    ["a closed line", (_b, request) => request.socket.destroy(), "network"],
    ["a flood", (_b, _r, response) => response.end("x".repeat(5_000_000)), "too_long"],
    ["silence", () => {}, "timeout"],
    [
      "a drip",
      (_b, _r, response) => {
        const drip = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(drip));
      },
      "timeout",
    ],
  ])("%s", async (_what, handler, why) => {
    const failures: ModelFailure[] = [];
    const url = await serve(handler);
    const started = performance.now();
    expect(await modelAt(url, failures, () => 0, why === "timeout" ? 300 : 5000)("x")).toBeNull();
    expect(failures).toEqual([why]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each(["ftp://x", "http://example.org/v1", "nonsense"])("%s is never called", async (url) => {
    const failures: ModelFailure[] = [];
    expect(await modelAt(url, failures)("x")).toBeNull();
    expect(failures).toEqual(["network"]);
  });

  it("after three failures it is left alone for a minute, then tried once more", async () => {
    let calls = 0;
    let broken = true;
    const url = await serve((body, request, response) => {
      calls++;
      if (broken) reply(response, 503);
      else says(JSON.stringify(FIGURE))(body, request, response);
    });
    let now = 0;
    const failures: ModelFailure[] = [];
    const propose = modelAt(url, failures, () => now);
    for (let i = 0; i < 5; i++) await propose("x");
    expect(calls).toBe(3);
    expect(failures.slice(3)).toEqual(["open_circuit", "open_circuit"]);
    now = 61_000;
    broken = false;
    expect(await propose("x")).not.toBeNull();
    expect(calls).toBe(4);
  });

  it("when it is tried again, one question waits for what comes of it and no more", async () => {
    let calls = 0;
    const url = await serve((_body, _request, response) => {
      calls++;
      reply(response, 503);
    });
    let now = 0;
    const failures: ModelFailure[] = [];
    const propose = modelAt(url, failures, () => now);
    for (let i = 0; i < 3; i++) await propose("x");
    now = 61_000;
    await Promise.all([propose("x"), propose("x"), propose("x")]);
    expect(calls).toBe(4);
  });

  it("those who would wait beside many others are answered without it", async () => {
    const failures: ModelFailure[] = [];
    const waiting: (() => void)[] = [];
    const url = await serve((_body, _request, response) => void waiting.push(() => reply(response, 500)));
    const propose = modelAt(url, failures);
    const asked = Array.from({ length: 10 }, () => propose("x"));
    await vi.waitUntil(() => waiting.length === 8, { timeout: 5000 });
    expect(failures).toEqual(["busy", "busy"]);
    for (const end of waiting) end();
    await Promise.all(asked);
  });
});
