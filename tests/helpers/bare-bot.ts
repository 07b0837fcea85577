// The transport alone, without the bot's mind: for tests of the Teams edge.
import { onTestFinished } from "vitest";
import type { Replies } from "../../src/teams/handlers.ts";
import type { TeamsSettings } from "../../src/teams/settings.ts";
import { createTeams, type TeamsDeps, type TeamsHandlers } from "../../src/teams/teams.ts";
import type { Turn } from "../../src/teams/turn.ts";
import { APP_ID, type FakeTeams, type FakeTeamsOptions, startFakeTeams, TENANT } from "./fake-teams.ts";

export interface Bot {
  readonly fake: FakeTeams;
  readonly teams: ReturnType<typeof createTeams>;
  readonly url: string;
  readonly inbox: Map<string, { activity: object; finished: boolean }>;
  readonly log: { text: string; fields: object }[];
  readonly turns: Turn[];
}

export type Setup = FakeTeamsOptions & {
  handlers?: Partial<TeamsHandlers>;
  settings?: Partial<TeamsSettings>;
  deps?: Partial<TeamsDeps>;
};

/** A handler's answer in words. */
export const says = (text: string): Replies => [{ do: "say", content: { text, card: null } }];
export const card = (text: string, ...actions: object[]) => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text, wrap: true }],
  actions,
});
export const execute = (title: string, data: object) => ({
  type: "Action.Execute",
  title,
  verb: "v",
  data,
  fallback: { type: "Action.Submit", title, data },
});

/** A bot with the given handlers, an inbox in memory and a fake Teams; closed when the test is done. */
export async function startBot(setup: Setup = {}): Promise<Bot> {
  const fake = await startFakeTeams(setup);
  const inbox: Bot["inbox"] = new Map();
  const log: Bot["log"] = [];
  const turns: Turn[] = [];
  const note = (fields: object, text: string): void => void log.push({ fields, text });
  const none = async (): Promise<Replies> => [];
  const handlers: TeamsHandlers = {
    message: async (turn) => says(`du skrev: ${turn.text}`),
    submit: none,
    task: none,
    installed: none,
    members: none,
    file: none,
    makeFile: async () => null,
    ...setup.handlers,
  };
  const teams = createTeams(fake.settings(setup.settings), {
    handlers: {
      ...handlers,
      message: (turn) => {
        turns.push(turn);
        return handlers.message(turn);
      },
    },
    accept: async (key, activity) => {
      if (inbox.has(key)) return false;
      inbox.set(key, { activity, finished: false });
      return true;
    },
    isMine: async () => true,
    unheard: async () => {},
    finished: async (key) => {
      const kept = inbox.get(key);
      if (kept) kept.finished = true;
    },
    ready: async () => true,
    findPerson: async () => null,
    rememberPerson: async () => null,
    log: { info: note, warn: note, error: note },
    ...setup.deps,
  });
  const { port } = await teams.listen();
  const url = `http://127.0.0.1:${port}`;
  fake.connect(url);
  onTestFinished(async () => {
    await teams.close(0);
    await fake.close();
  });
  return { fake, teams, url, inbox, log, turns };
}

/** A message from Eva, complete; `change` makes it another or a wrong one. */
export const asActivity = (fake: FakeTeams, change: object = {}) => {
  const eva = fake.person("eva@region.example");
  return {
    type: "message",
    id: "1",
    channelId: "msteams",
    serviceUrl: fake.serviceUrl,
    text: "hej",
    from: { id: eva.teamsId, aadObjectId: eva.aadId },
    recipient: { id: `28:${APP_ID}` },
    conversation: { id: eva.conversationId, conversationType: "personal", tenantId: TENANT },
    ...change,
  };
};
