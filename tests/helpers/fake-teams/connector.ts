// The Bot Connector REST calls, as Teams answers them, written into the ledger.
import type { CallFacts, Op } from "./faults.ts";
import { baseOf, type Channel, type Ledger, type Person, type Shown } from "./ledger.ts";
import { isObject, type Json } from "./read-card.ts";

export interface RestAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RestCall extends CallFacts {
  readonly conversationId: string;
  /** Does it. What it answers is what Teams would answer. */
  readonly apply: () => RestAnswer;
}

type Parts = { readonly method: string; readonly path: string; readonly query: URLSearchParams; readonly body: Json };

/** Reads one request. Null when it is not a call that Teams knows. */
export function readCall(ledger: Ledger, parts: Parts): RestCall | null {
  const [version, conversations, conversation, what, id] = parts.path.split("/").filter((part) => part !== "");
  if (version !== "v3" || conversations !== "conversations") return null;
  if (conversation === undefined) return parts.method === "POST" ? createCall(ledger, parts.body) : null;
  const conversationId = decodeURIComponent(conversation);
  const call = (op: Op, apply: () => RestAnswer): RestCall => {
    return { op, person: ledger.person(conversationId)?.email ?? null, conversationId, apply };
  };
  const activityId = decodeURIComponent(id ?? "");
  switch (`${parts.method} ${what}${id === undefined ? "" : " one"}`) {
    case "POST activities":
    case "POST activities one":
      return call("send", () => send(ledger, conversationId, parts.body));
    case "PUT activities one":
      return call("update", () => found(ledger.update(conversationId, activityId, parts.body), activityId));
    case "DELETE activities one":
      return call("delete", () => found(ledger.remove(conversationId, activityId) ? {} : null, activityId));
    case "GET members one":
      return call("members", () => member(ledger, conversationId, activityId));
    case "GET pagedmembers":
      return call("members", () => pagedMembers(ledger, conversationId, parts.query));
    case "GET members":
      return call("members", () => ok(membersOf(ledger, conversationId).map(account)));
    default:
      return null;
  }
}

function createCall(ledger: Ledger, body: Json): RestCall {
  const data = isObject(body.channelData) ? body.channelData : {};
  const channelId = isObject(data.channel) ? String(data.channel.id) : null;
  if (channelId !== null) {
    return {
      op: "create",
      person: null,
      conversationId: channelId,
      apply: () => createThread(ledger, channelId, body),
    };
  }
  const [first] = Array.isArray(body.members) ? body.members : [];
  const person = ledger.person(isObject(first) ? String(first.id) : "");
  const conversationId = person?.conversationId ?? "nobody";
  return { op: "create", person: person?.email ?? null, conversationId, apply: () => openChat(person, body) };
}

function openChat(person: Person | null, body: Json): RestAnswer {
  if (!person) return failure(404, "ConversationNotFound", "no such user");
  if (body.tenantId !== person.tenant) return failure(400, "BadArgument", "wrong tenant");
  const refused = refusal(person);
  return refused ?? { status: 201, json: { id: person.conversationId } };
}

function createThread(ledger: Ledger, channelId: string, body: Json): RestAnswer {
  const channel = ledger.channelOf(channelId);
  if (!channel) return failure(404, "ConversationNotFound", "no such channel");
  if (!isObject(body.activity)) return failure(400, "BadSyntax", "activity is missing");
  const id = ledger.nextId();
  const conversationId = `${channel.id};messageid=${id}`;
  ledger.post(conversationId, "bot", body.activity, id);
  return { status: 201, json: { id: conversationId, activityId: id } };
}

function send(ledger: Ledger, conversationId: string, activity: Json): RestAnswer {
  const person = ledger.person(conversationId);
  const refused = person ? refusal(person) : null;
  if (refused) return refused;
  if (!person && !ledger.channelOf(conversationId)) return failure(404, "ConversationNotFound", "no such conversation");
  if (JSON.stringify(activity).length * 2 > 100 * 1024) return failure(413, "MessageSizeTooBig", "message too big");
  return { status: 201, json: { id: ledger.post(conversationId, "bot", activity).id } };
}

/** A blocked bot gets the shape of error that has no `code`. */
function refusal(person: Person): RestAnswer | null {
  if (!person.installed)
    return failure(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
  if (!person.blocked) return null;
  const message = JSON.stringify({
    subCode: "MessageWritesBlocked",
    details: "Thread is not writable.",
    errorCode: null,
  });
  return { status: 403, json: { errorCode: 209, message } };
}

function member(ledger: Ledger, conversationId: string, id: string): RestAnswer {
  const person = ledger.person(id);
  const isThere = person !== null && membersOf(ledger, conversationId).includes(person);
  return isThere ? ok(account(person)) : failure(404, "MemberNotFoundInConversation", "no such member");
}

function pagedMembers(ledger: Ledger, conversationId: string, query: URLSearchParams): RestAnswer {
  const size = Math.min(Number(query.get("pageSize") ?? 200), 500);
  const from = Number(query.get("continuationToken") ?? 0);
  const members = membersOf(ledger, conversationId);
  const more = from + size < members.length ? { continuationToken: String(from + size) } : {};
  return ok({ members: members.slice(from, from + size).map(account), ...more });
}

function membersOf(ledger: Ledger, conversationId: string): readonly Person[] {
  const person = ledger.person(conversationId);
  const channel: Channel | null = ledger.channelOf(baseOf(conversationId));
  return person ? [person] : (channel?.members ?? []);
}

function account(person: Person): Json {
  const { teamsId, name, aadId, upn, mail, tenant } = person;
  return {
    id: teamsId,
    name,
    aadObjectId: aadId,
    userPrincipalName: upn,
    email: mail,
    tenantId: tenant,
    userRole: "user",
  };
}

function found(shown: Shown | object | null, id: string): RestAnswer {
  return shown ? ok({ id }) : failure(404, "ActivityNotFoundInConversation", "no such activity");
}

function ok(json: unknown): RestAnswer {
  return { status: 200, json };
}

export function failure(status: number, code: string, message: string): RestAnswer {
  return { status, json: { error: { code, message } } };
}
