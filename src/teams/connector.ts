// The lean connector client: the Bot Connector REST calls the bot uses, one HTTP exchange each. Never sends twice by itself.
import { z } from "zod";
import { type Answer, type CallDeps, callConnector, repeatable } from "./connector-call.ts";
import type { OutgoingActivity } from "./content.ts";
import type { Got, NotSent, SendOutcome } from "./outcome.ts";
import type { Member, Standing, Target } from "./target.ts";

export interface Connector {
  send(target: Target, activity: OutgoingActivity): Promise<SendOutcome>;
  update(standing: Standing, activity: OutgoingActivity): Promise<SendOutcome>;
  remove(standing: Standing): Promise<SendOutcome>;
  open(serviceUrl: string, tenant: string, aadId: string): Promise<Got<Opened>>;
  member(serviceUrl: string, conversationId: string, id: string): Promise<Got<Member>>;
  roster(serviceUrl: string, conversationId: string): Promise<Got<readonly Member[]>>;
}

export interface ConnectorDeps extends CallDeps {
  /** `28:<app id>`, as the bot is called in conversations it opens. */
  readonly botId: string;
}

interface Opened {
  readonly conversationId: string;
}

/** Teams takes about 100 KB, counted in UTF-16. */
const MAX_ACTIVITY_BYTES = 100 * 1024;
const MAX_PAGES = 200;

const Text = z.string().nullish();
const Created = z.object({ id: Text, activityId: Text });
const MemberAnswer = z.object({
  id: z.string(),
  name: Text,
  aadObjectId: Text,
  objectId: Text,
  userPrincipalName: Text,
  email: Text,
});
const Page = z.object({ members: z.array(MemberAnswer), continuationToken: Text });

/** The client. Every call has a deadline and goes only where `hosts` allows. */
export function createConnector(deps: ConnectorDeps): Connector {
  return {
    send: (target, activity) => send(deps, target, activity),
    update: (standing, activity) => settle(deps, standing, "PUT", { ...activity, id: standing.activityId }),
    remove: (standing) => settle(deps, standing, "DELETE"),
    open: (serviceUrl, tenant, aadId) => open(deps, serviceUrl, tenant, aadId),
    member: (serviceUrl, conversationId, id) => member(deps, serviceUrl, conversationId, id),
    roster: (serviceUrl, conversationId) => roster(deps, serviceUrl, conversationId),
  };
}

async function send(deps: ConnectorDeps, target: Target, activity: OutgoingActivity): Promise<SendOutcome> {
  if (JSON.stringify(activity).length * 2 > MAX_ACTIVITY_BYTES) return { outcome: "too_big" };
  if (target.to === "channel") return sendThread(deps, target, activity);
  if (target.to === "conversation") return sendTo(deps, target.serviceUrl, target.conversationId, activity);
  const chat = await open(deps, target.serviceUrl, target.tenant, target.aadId);
  return chat.outcome === "ok" ? sendTo(deps, target.serviceUrl, chat.value.conversationId, activity) : chat;
}

async function sendTo(
  deps: ConnectorDeps,
  serviceUrl: string,
  conversationId: string,
  activity: object,
): Promise<SendOutcome> {
  const path = `${conversationPath(conversationId)}/activities`;
  const answer = await callConnector(deps, { method: "POST", serviceUrl, path, body: activity });
  if (answer.outcome !== "ok") return answer;
  return { outcome: "sent", activityId: Created.safeParse(answer.json).data?.id ?? null, conversationId };
}

/** The id that comes back, `19:…;messageid=<root>`, is the thread: answers and updates go there. */
async function sendThread(
  deps: ConnectorDeps,
  target: Target & { to: "channel" },
  activity: object,
): Promise<SendOutcome> {
  const { serviceUrl, tenant, channelId } = target;
  const channelData = { channel: { id: channelId }, tenant: { id: tenant } };
  const body = { isGroup: true, bot: { id: deps.botId }, tenantId: tenant, channelData, activity };
  const answer = await callConnector(deps, { method: "POST", serviceUrl, path: "v3/conversations", body });
  if (answer.outcome !== "ok") return answer;
  const created = Created.safeParse(answer.json).data;
  // Accepted, but where it stands was not told: it can't be updated, and must not be sent again.
  if (!created?.id) return { outcome: "unknown", code: "NO_CONVERSATION_ID" };
  return { outcome: "sent", activityId: created.activityId ?? null, conversationId: created.id };
}

async function open(deps: ConnectorDeps, serviceUrl: string, tenant: string, aadId: string): Promise<Got<Opened>> {
  const members = [{ id: aadId, aadObjectId: aadId, role: "user" }];
  const body = {
    isGroup: false,
    bot: { id: deps.botId },
    members,
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  };
  const answer = repeatable(await callConnector(deps, { method: "POST", serviceUrl, path: "v3/conversations", body }));
  if (answer.outcome !== "ok") return answer;
  const id = Created.safeParse(answer.json).data?.id;
  return id ? { outcome: "ok", value: { conversationId: id } } : strange("NO_CONVERSATION_ID");
}

async function settle(
  deps: ConnectorDeps,
  standing: Standing,
  method: "PUT" | "DELETE",
  body?: object,
): Promise<SendOutcome> {
  const { serviceUrl, conversationId, activityId } = standing;
  const path = `${conversationPath(conversationId)}/activities/${encodeURIComponent(activityId)}`;
  const answer = repeatable(await callConnector(deps, { method, serviceUrl, path, ...(body ? { body } : {}) }));
  return answer.outcome === "ok" ? { outcome: "sent", activityId, conversationId } : answer;
}

async function member(
  deps: ConnectorDeps,
  serviceUrl: string,
  conversationId: string,
  id: string,
): Promise<Got<Member>> {
  const answer = await get(deps, serviceUrl, `${conversationPath(conversationId)}/members/${encodeURIComponent(id)}`);
  if (answer.outcome !== "ok") return answer;
  const found = MemberAnswer.safeParse(answer.json);
  return found.success ? { outcome: "ok", value: memberOf(found.data) } : strange("NO_MEMBER");
}

async function roster(
  deps: ConnectorDeps,
  serviceUrl: string,
  conversationId: string,
): Promise<Got<readonly Member[]>> {
  const members: Member[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({ pageSize: "500", ...(after ? { continuationToken: after } : {}) });
    const answer: Answer = await get(deps, serviceUrl, `${conversationPath(conversationId)}/pagedmembers?${query}`);
    if (answer.outcome !== "ok") return answer;
    const parsed = Page.safeParse(answer.json);
    if (!parsed.success) return strange("NO_MEMBERS");
    members.push(...parsed.data.members.map(memberOf));
    after = parsed.data.continuationToken || null;
    if (after === null) break;
  }
  return { outcome: "ok", value: members };
}

async function get(deps: ConnectorDeps, serviceUrl: string, path: string): Promise<Answer> {
  return repeatable(await callConnector(deps, { method: "GET", serviceUrl, path }));
}

function strange(code: string): NotSent {
  return { outcome: "rejected", status: 200, code };
}

function conversationPath(conversationId: string): string {
  return `v3/conversations/${encodeURIComponent(conversationId)}`;
}

function memberOf(answer: z.infer<typeof MemberAnswer>): Member {
  return {
    aadId: (answer.aadObjectId ?? answer.objectId)?.toLowerCase() || null,
    teamsId: answer.id,
    name: answer.name ?? null,
    upn: answer.userPrincipalName?.toLowerCase() || null,
    mail: answer.email?.toLowerCase() || null,
  };
}
