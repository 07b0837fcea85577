// The door to Microsoft Teams: what comes in becomes turns, what goes out goes through the lean connector client.
import type { Content } from "../plan/message.ts";
import type { Email } from "../plan/plan.ts";
import { createAuthenticate } from "./authenticate.ts";
import { type Connector, createConnector } from "./connector.ts";
import { messageActivity } from "./content.ts";
import type { TeamsDeps } from "./deps.ts";
import { faultOf } from "./fault.ts";
import { type HostRules, isLoopback } from "./hosts.ts";
import { createHttpClient, type HttpClient } from "./http.ts";
import { identify } from "./identity.ts";
import { managedIdentityToken } from "./managed-identity.ts";
import type { Got, SendOutcome } from "./outcome.ts";
import { giveUp, type ReceiveDeps, receive, receiveStored } from "./receive.ts";
import { createRoutes } from "./routes.ts";
import { createServer } from "./server.ts";
import type { TeamsSettings } from "./settings.ts";
import type { Member, Standing, Target } from "./target.ts";
import { audienceOf, keepToken, NO_TOKEN, passwordToken, type TokenSource } from "./token.ts";
import type { Turn } from "./turn.ts";
import { createTurnQueue, type TurnQueue } from "./turn-queue.ts";
import { createVoice } from "./voice.ts";

export type { Log, TeamsDeps } from "./deps.ts";
export type { Replies, Reply, TeamsHandlers } from "./handlers.ts";
export type { TeamsSettings } from "./settings.ts";

export interface Teams {
  listen(): Promise<{ readonly port: number }>;
  /** Stops taking requests, waits for turns under way (at most `graceMs`, default 10 s), closes connections. */
  close(graceMs?: number): Promise<void>;
  /** Sends once; never again by itself. */
  send(target: Target, content: Content, suggestions?: readonly string[]): Promise<SendOutcome>;
  /** Puts new content in place of a message that stands. */
  update(standing: Standing, content: Content): Promise<SendOutcome>;
  remove(standing: Standing): Promise<SendOutcome>;
  /** Opens (or finds) a person's personal chat; harmless to repeat. */
  open(serviceUrl: string, tenant: string, aadId: string): Promise<Got<{ readonly conversationId: string }>>;
  /** One member of a conversation, by Entra id or Teams id. */
  member(serviceUrl: string, conversationId: string, id: string): Promise<Got<Member>>;
  /** Everyone in a channel's team (or a chat), page by page. */
  roster(serviceUrl: string, conversationId: string): Promise<Got<readonly Member[]>>;
  /** Who did this, as the plan knows them; null for one who is not in the plan. Asks Teams the first time. */
  identify(turn: Turn): Promise<Email | null>;
  /** Runs an activity that was accepted before a crash; then `finished` is called. */
  runStored(activity: object): Promise<void>;
  /** Says sorry for an activity that could not be brought to its end. */
  giveUp(activity: object): Promise<void>;
  /** Resolves when no turn is waiting or running: for tests and for stopping. */
  idle(): Promise<void>;
}

const CALL_TIMEOUT_MS = 10_000;
const INVOKE_TIMEOUT_MS = 1_500;
const GRACE_MS = 10_000;
const DEMO_BOT = "demo-bot";

/** Wires the transport. Throws when the settings contradict each other; nothing is opened before `listen`. */
export function createTeams(settings: TeamsSettings, deps: TeamsDeps): Teams {
  refuseUnsafe(settings);
  const http = createHttpClient();
  const connector = createConnector({
    http,
    tokens: tokensFor(settings, http),
    hosts: hostRules(settings, settings.serviceHosts),
    botId: `28:${settings.bot?.id ?? DEMO_BOT}`,
    timeoutMs: settings.callTimeoutMs ?? CALL_TIMEOUT_MS,
  });
  const queue = createTurnQueue((error) =>
    deps.log.error({ fault: faultOf(error) }, "a turn broke outside its handler"),
  );
  const receiving = receiveDeps(settings, deps, { http, connector, queue });
  const server = createServer({
    rules: {
      appId: settings.bot?.id ?? DEMO_BOT,
      issuer: audienceOf(settings.cloud),
      tenants: settings.tenants,
      hosts: hostRules(settings, settings.serviceHosts),
    },
    authenticate: settings.mode === "real" && settings.bot ? createAuthenticate(settings.bot, settings.cloud) : null,
    receive: (activity) => receive(receiving, activity),
    ready: () => deps.ready(),
    log: deps.log,
  });
  return {
    listen: () => listen(server, settings),
    close: (graceMs = GRACE_MS) => close(server, queue, http, graceMs),
    send: (target, content, suggestions) => connector.send(target, messageActivity(content, suggestions)),
    update: (standing, content) => connector.update(standing, messageActivity(content)),
    remove: connector.remove,
    open: connector.open,
    member: connector.member,
    roster: connector.roster,
    identify: (turn) => identify({ ...deps, connector }, turn),
    runStored: (activity) => receiveStored(receiving, activity),
    giveUp: (activity) => giveUp(receiving, activity),
    idle: () => queue.idle(),
  };
}

/** Without authentication nothing but this machine may reach the bot; with it there must be someone to be. */
function refuseUnsafe(settings: TeamsSettings): void {
  if (settings.mode === "demo" && !isLoopback(settings.host)) throw new Error("demo mode listens on loopback only");
  if (settings.mode === "real" && !settings.bot?.id) throw new Error("a bot id is needed outside demo mode");
  if (settings.mode === "real" && settings.tenants.length === 0) throw new Error("no tenant is allowed in");
}

function hostRules(settings: TeamsSettings, hosts: readonly string[]): HostRules {
  if (settings.mode === "demo") return { hosts: [], loopback: "only" };
  return { hosts, loopback: settings.allowLoopback ? "listed" : "no" };
}

function tokensFor({ mode, bot, cloud }: TeamsSettings, http: HttpClient): TokenSource {
  if (mode === "demo" || !bot) return NO_TOKEN;
  const managed = bot.type === "UserAssignedMSI";
  return keepToken(managed ? managedIdentityToken(bot.id, audienceOf(cloud)) : passwordToken(bot, cloud, http));
}

interface Parts {
  readonly http: HttpClient;
  readonly connector: Connector;
  readonly queue: TurnQueue;
}

function receiveDeps(settings: TeamsSettings, deps: TeamsDeps, { http, connector, queue }: Parts): ReceiveDeps {
  const turns = {
    handlers: deps.handlers,
    voice: createVoice({
      connector,
      pace: deps.pace?.bind(deps),
      throttled: deps.throttled?.bind(deps),
      log: deps.log,
    }),
    http,
    fileHosts: hostRules(settings, settings.fileHosts),
    log: deps.log,
    isMine: (key: string) => deps.isMine(key),
  };
  return {
    ...turns,
    queue,
    timeoutMs: settings.invokeTimeoutMs ?? INVOKE_TIMEOUT_MS,
    accept: (key, activity) => deps.accept(key, activity),
    finished: (key) => deps.finished(key),
    unheard: (turn, outcome) => deps.unheard(turn, outcome),
    run: createRoutes(turns),
  };
}

function listen(server: ReturnType<typeof createServer>, settings: TeamsSettings): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, settings.host, () => resolve({ port: server.address().port }));
  });
}

async function close(
  server: ReturnType<typeof createServer>,
  queue: TurnQueue,
  http: HttpClient,
  graceMs: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.server.closeIdleConnections();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, graceMs);
  });
  await Promise.race([queue.idle(), late]);
  clearTimeout(timer);
  server.server.closeAllConnections();
  await closed;
  await http.close();
}
