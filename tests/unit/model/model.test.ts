// The optional model, against a local server that speaks the chat-completions protocol, also when it misbehaves.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { askableNames, executeQuery, PlanQuery } from "../../../src/ask/ask.ts";
import { createModel, type ModelFailure } from "../../../src/model/model.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { viewerOf } from "../../../src/plan/rights.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const plan = samplePlan();
const rhythm = defaultRhythm("Europe/Stockholm");
const viewer = (who: string) => {
  const found = viewerOf(plan.facts, `${who}@region-exempel.example`);
  if (!found) throw new Error(who);
  return found;
};
const parseQuery = (value: unknown) => PlanQuery.safeParse(value).data ?? null;

type Handler = (body: string, request: IncomingMessage, response: ServerResponse) => void;
let close: (() => void) | null = null;
afterEach(() => {
  close?.();
  close = null;
});

async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => handler(body, request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

const says =
  (content: string): Handler =>
  (_body, _request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }));
  };

function modelAt(url: string, failures: ModelFailure[] = [], now = () => 0, timeoutMs = 300) {
  return createModel(
    { url, key: "secret", name: "m", timeoutMs },
    { parseQuery, querySchema: {}, now, failed: (why) => failures.push(why) },
  );
}

const names = askableNames(plan, viewer("controller"));
const FIGURE = { intent: "figure", figures: ["realised"], orgs: ["PSY"] };

describe("a proposal", () => {
  it("is run as any other query, and its figures come from the plan", async () => {
    const url = await serve(says(JSON.stringify(FIGURE)));
    const query = await modelAt(url).proposeQuery("typ vad har psyk fixat ekonomiskt", names);
    if (!query) throw new Error("no query");
    const { answer } = executeQuery(query, { viewer: viewer("controller"), plan, context: null, rhythm });
    expect(answer.facts).toContainEqual(expect.objectContaining({ name: "realised", subject: "PSY", value: 5.5 }));
  });

  it("may stand in a code fence", async () => {
    const url = await serve(says(`\`\`\`json\n${JSON.stringify(FIGURE)}\n\`\`\``));
    expect(await modelAt(url).proposeQuery("x", names)).toMatchObject({ intent: "figure" });
  });

  it("sends the key as a bearer token, as api-key to Azure, and no row of the plan", async () => {
    const seen: { headers: IncomingMessage["headers"]; url: string; body: string }[] = [];
    const url = await serve((body, request, response) => {
      seen.push({ headers: request.headers, url: request.url ?? "", body });
      says("{}")(body, request, response);
    });
    await modelAt(url).proposeQuery("hur går det?", askableNames(plan, viewer("lasare.facklig")));
    await modelAt(`${url}/openai/deployments/d/chat/completions?api-version=1`).proposeQuery("hur går det?", names);
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
    await modelAt(url).proposeQuery("å".repeat(500_000), names);
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
    ["an invented measure", '{"intent":"status","measures":["Å-99"]}', "unknown_ids"],
    ["comments", '{"intent":"comments","measures":["Å-06"]}', "no_query"],
    ["names of persons", '{"intent":"persons","orgs":["U02"]}', "no_query"],
    ["a list", "[1,2,3]", "no_query"],
    ["prototype tricks", '{"__proto__":{"intent":"status"}}', "no_query"],
  ])("%s", async (_what, content, why) => {
    const failures: ModelFailure[] = [];
    const url = await serve(says(content));
    expect(await modelAt(url, failures).proposeQuery("x", names)).toBeNull();
    expect(failures).toEqual([why]);
  });

  it("what the asker may not see can't be asked for", async () => {
    const url = await serve(says('{"intent":"status","measures":["Å-18"]}'));
    const reader = viewer("lasare.facklig");
    expect(await modelAt(url).proposeQuery("x", askableNames(plan, reader))).toBeNull();
    const { answer } = executeQuery(PlanQuery.parse({ intent: "status", measures: ["Å-18"] }), {
      viewer: reader,
      plan,
      context: null,
      rhythm,
    });
    expect(answer.kind).toBe("refuse");
    expect(answer.text).not.toMatch(/patientavgift|19,0/);
  });
});

describe("a bad server is as none", () => {
  it.each<[string, Handler, ModelFailure]>([
    ["an error", (_b, _r, response) => response.writeHead(500).end("no"), "http"],
    ["a refusal", (_b, _r, response) => response.writeHead(401).end(), "http"],
    ["a redirect", (_b, _r, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(), "network"],
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
    expect(await modelAt(url, failures).proposeQuery("x", names)).toBeNull();
    expect(failures).toEqual([why]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each(["ftp://x", "http://example.org/v1", "nonsense"])("%s is never called", async (url) => {
    const failures: ModelFailure[] = [];
    expect(await modelAt(url, failures).proposeQuery("x", names)).toBeNull();
    expect(failures).toEqual(["network"]);
  });

  it("after three failures it is left alone for a minute, then tried once more", async () => {
    let calls = 0;
    let broken = true;
    const url = await serve((body, request, response) => {
      calls++;
      if (broken) response.writeHead(503).end();
      else says(JSON.stringify(FIGURE))(body, request, response);
    });
    let now = 0;
    const failures: ModelFailure[] = [];
    const model = modelAt(url, failures, () => now);
    for (let i = 0; i < 5; i++) await model.proposeQuery("x", names);
    expect(calls).toBe(3);
    expect(failures.slice(3)).toEqual(["open_circuit", "open_circuit"]);
    now = 61_000;
    broken = false;
    expect(await model.proposeQuery("x", names)).not.toBeNull();
    expect(calls).toBe(4);
  });

  it("without settings it never proposes anything", async () => {
    const model = createModel(null, { parseQuery, querySchema: {}, now: () => 0 });
    expect(await model.proposeQuery("x", names)).toBeNull();
  });
});
