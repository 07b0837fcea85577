// People who all talk at once: each says something, waits for the answer, and says the next thing. The other end of the
// connector is as small as can be, so that what is measured is the bot.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent, request } from "undici";

export interface Talker {
  readonly conversation: string;
  readonly aadId: string;
  readonly teamsId: string;
}

export interface TalkResult {
  readonly turnsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly unanswered: number;
}

export interface Talk {
  readonly serviceUrl: string;
  /** `turns` in all, as many at a time as there are talkers; `said`: what is said in each. */
  run(botUrl: string, talkers: readonly Talker[], turns: number, said: (turn: number) => string): Promise<TalkResult>;
  close(): Promise<void>;
}

const TENANT = "11111111-2222-4333-8444-555555555555";
const BOT = "28:aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
const PATIENCE_MS = 20_000;

export async function startTalk(): Promise<Talk> {
  const waiting = new Map<string, () => void>();
  const server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on("end", () => {
      response.setHeader("content-type", "application/json");
      response.end('{"id":"1"}');
      const conversation = /conversations\/([^/]+)\/activities/.exec(incoming.url ?? "")?.[1];
      if (conversation) waiting.get(decodeURIComponent(conversation))?.();
    });
  });
  server.keepAliveTimeout = 60_000;
  const port = await listen(server);
  const agent = new Agent({ connections: 128, pipelining: 1 });
  const serviceUrl = `http://127.0.0.1:${port}/`;

  async function sayAndWait(botUrl: string, talker: Talker, text: string, id: string): Promise<boolean> {
    const answered = new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), PATIENCE_MS);
      waiting.set(talker.conversation, () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
    const { body } = await request(`${botUrl}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(activityOf(serviceUrl, talker, text, id)),
      dispatcher: agent,
    });
    await body.dump();
    return answered;
  }

  return {
    serviceUrl,
    async run(botUrl, talkers, turns, said) {
      const times: number[] = [];
      let next = 0;
      let unanswered = 0;
      const began = performance.now();
      const talkOn = async (talker: Talker): Promise<void> => {
        while (next < turns) {
          const text = said(next);
          const id = `${Date.now()}-${next++}`;
          const asked = performance.now();
          if (await sayAndWait(botUrl, talker, text, id)) times.push(performance.now() - asked);
          else unanswered++;
        }
      };
      await Promise.all(talkers.map(talkOn));
      const seconds = (performance.now() - began) / 1_000;
      return { turnsPerSecond: times.length / seconds, p50: share(times, 0.5), p99: share(times, 0.99), unanswered };
    },
    async close() {
      await agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The value that this share of all lies at or below. */
export function share(values: readonly number[], of: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(of * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return share(values, 0.5);
}

function activityOf(serviceUrl: string, talker: Talker, text: string, id: string): object {
  return {
    type: "message",
    id,
    timestamp: new Date().toISOString(),
    channelId: "msteams",
    serviceUrl,
    locale: "sv-SE",
    text,
    textFormat: "plain",
    from: { id: talker.teamsId, name: "n", aadObjectId: talker.aadId },
    recipient: { id: BOT, name: "bot" },
    conversation: { conversationType: "personal", tenantId: TENANT, id: talker.conversation },
    channelData: { tenant: { id: TENANT } },
    entities: [],
    attachments: [],
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
