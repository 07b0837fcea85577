// Acting as people: what they do becomes activities, handed to the bot over HTTP.
import { randomUUID } from "node:crypto";
import { type Agent, request } from "undici";
import { type At, activityFrom, fileRest, mentionRest, messageRest, type Where } from "./activities.ts";
import type { Delivery } from "./fake-teams-types.ts";
import type { Keys } from "./keys.ts";
import type { Channel, Ledger, Person, Shown } from "./ledger.ts";
import type { Json } from "./read-card.ts";

export interface Acting {
  readonly ledger: Ledger;
  readonly files: Map<string, Uint8Array>;
  readonly origin: string;
  readonly where: Where;
  readonly bot: { url: string };
  /** Null: no tokens. */
  readonly keys: Keys | null;
  readonly agent: Agent;
}

export async function deliver(acting: Acting, activity: Json, token = acting.keys?.token() ?? null): Promise<Delivery> {
  const response = await request(`${acting.bot.url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(activity),
    dispatcher: acting.agent,
  });
  const text = await response.body.text();
  return { activity, status: response.statusCode, body: text === "" ? null : JSON.parse(text) };
}

/** Something a person does somewhere. Throws when the bot does not take it. */
export async function act(
  acting: Acting,
  person: Person,
  at: At,
  rest: Json,
  id: string = randomUUID(),
): Promise<Delivery> {
  return taken(await deliver(acting, activityFrom(acting.where, person, at, id, rest)));
}

export async function redeliver(
  acting: Acting,
  { activity }: Delivery,
  how: "same id" | "new id" = "same id",
): Promise<Delivery> {
  return taken(await deliver(acting, how === "same id" ? activity : { ...activity, id: randomUUID() }));
}

export function say(acting: Acting, person: Person, text: string): Promise<Delivery> {
  const id = acting.ledger.nextId();
  acting.ledger.post(person.conversationId, person, { type: "message", text }, id);
  return act(acting, person, { chat: person }, messageRest(text), id);
}

export function mention(
  acting: Acting,
  channel: Channel,
  person: Person,
  text: string,
  inThread?: Shown,
): Promise<Delivery> {
  const id = acting.ledger.nextId();
  const thread = inThread ? threadOf(inThread) : id;
  acting.ledger.post(`${channel.id};messageid=${thread}`, person, { type: "message", text }, id);
  return act(acting, person, { channel, thread }, mentionRest(acting.where, text), id);
}

/** Both events, in the order Teams sends them; the last one's answer. */
export async function install(acting: Acting, person: Person, added: boolean): Promise<Delivery> {
  person.installed = added;
  const bots = [{ id: acting.where.botId }];
  const change = added ? { membersAdded: bots } : { membersRemoved: bots };
  await act(acting, person, { chat: person }, { type: "conversationUpdate", ...change }, `f:${randomUUID()}`);
  return act(acting, person, { chat: person }, { type: "installationUpdate", action: added ? "add" : "remove" });
}

export function installIn(acting: Acting, channel: Channel, by: Person): Promise<Delivery> {
  const rest = { type: "conversationUpdate", membersAdded: [{ id: acting.where.botId }] };
  return act(acting, by, { channel, thread: acting.ledger.nextId() }, rest);
}

export function uploadFile(acting: Acting, person: Person, name: string, bytes: Uint8Array): Promise<Delivery> {
  const path = `/files/${randomUUID()}`;
  acting.files.set(path, bytes);
  return act(acting, person, { chat: person }, fileRest(name, `${acting.origin}${path}`));
}

export function threadOf(shown: Shown): string {
  return shown.conversationId.split(";messageid=")[1] ?? shown.id;
}

function taken(delivery: Delivery): Delivery {
  if (delivery.status >= 300) throw new Error(`the bot answered ${delivery.status}: ${JSON.stringify(delivery.body)}`);
  return delivery;
}
