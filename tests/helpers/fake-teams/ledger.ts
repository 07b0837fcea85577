// What everybody would see: people, conversations and the messages in them, as they stand and as they stood before.
import { createHash } from "node:crypto";
import { cardTexts, isObject, type Json } from "./read-card.ts";

export interface Person {
  readonly email: string;
  readonly name: string;
  readonly aadId: string;
  readonly teamsId: string;
  readonly tenant: string;
  /** What the member call gives; the UPN may differ from the mail. */
  readonly upn: string;
  readonly mail: string;
  readonly conversationId: string;
  /** Whether the app is there for the person: without it their chat can't be opened. */
  installed: boolean;
  /** Whether the person has blocked the bot. */
  blocked: boolean;
}

export interface Channel {
  readonly name: string;
  readonly id: string;
  readonly teamId: string;
  readonly members: Person[];
}

/** One message, as it stands. */
export interface Shown {
  readonly id: string;
  readonly conversationId: string;
  readonly by: "bot" | Person;
  /** Its text, or the texts of its card, one per line. */
  text: string;
  card: Json | null;
  /** The activity as sent. */
  activity: Json;
  /** What stood here before each update, oldest first. */
  readonly before: Json[];
  deleted: boolean;
  readonly at: number;
}

export interface Ledger {
  readonly tenant: string;
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  readonly messages: Shown[];
  /** By address, Entra id, Teams id or the id of the personal chat. */
  person(id: string): Person | null;
  channelOf(conversationId: string): Channel | null;
  /** What stands in a conversation, oldest first; in a channel all its threads, or one. */
  standing(conversationId: string): Shown[];
  post(conversationId: string, by: Shown["by"], activity: Json, id?: string): Shown;
  update(conversationId: string, id: string, activity: Json): Shown | null;
  remove(conversationId: string, id: string): boolean;
  nextId(): string;
  /** Called after every change. */
  onChange: Set<() => void>;
}

export function createLedger(tenant: string): Ledger {
  const people = new Map<string, Person>();
  const channels = new Map<string, Channel>();
  const messages: Shown[] = [];
  const byId = new Map<string, Shown>();
  const byConversation = new Map<string, Shown[]>();
  const onChange = new Set<() => void>();
  let lastId = 1_700_000_000_000;

  const changed = (): void => {
    for (const tell of onChange) tell();
  };
  const nextId = (): string => String(++lastId);
  const find = (conversationId: string, id: string): Shown | null => {
    const shown = byId.get(id);
    return shown && !shown.deleted && baseOf(shown.conversationId) === baseOf(conversationId) ? shown : null;
  };

  return {
    tenant,
    people,
    channels,
    messages,
    onChange,
    nextId,
    person: (id) => people.get(id) ?? null,
    channelOf: (conversationId) => channels.get(baseOf(conversationId)) ?? null,
    standing(conversationId) {
      const all = byConversation.get(baseOf(conversationId)) ?? [];
      const inThread = conversationId.includes(";messageid=");
      return all.filter((shown) => !shown.deleted && (!inThread || shown.conversationId === conversationId));
    },
    post(conversationId, by, activity, id = nextId()) {
      const shown: Shown = { id, conversationId, by, before: [], deleted: false, at: Date.now(), ...faceOf(activity) };
      messages.push(shown);
      byId.set(id, shown);
      const base = baseOf(conversationId);
      const beside = byConversation.get(base);
      if (beside) beside.push(shown);
      else byConversation.set(base, [shown]);
      changed();
      return shown;
    },
    update(conversationId, id, activity) {
      const shown = find(conversationId, id);
      if (!shown) return null;
      shown.before.push(shown.activity);
      Object.assign(shown, faceOf(activity));
      changed();
      return shown;
    },
    remove(conversationId, id) {
      const shown = find(conversationId, id);
      if (shown) shown.deleted = true;
      changed();
      return shown !== null;
    },
  };
}

/** Adds a person; the ids are made from the address, so that they are the same in every run. */
export function addPerson(ledger: Ledger, email: string, more: Partial<Person> = {}): Person {
  const known = ledger.people.get(email);
  if (known) return Object.assign(known, more);
  const hash = createHash("sha256").update(email).digest("hex");
  const aadId = hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
  const teamsId = `29:${hash.slice(0, 40)}`;
  const name = email.replace(/@.*/, "");
  const person: Person = {
    email,
    name,
    aadId,
    teamsId,
    tenant: ledger.tenant,
    upn: email,
    mail: email,
    conversationId: `a:${hash.slice(0, 32)}`,
    installed: true,
    blocked: false,
    ...more,
  };
  for (const id of [email, aadId, teamsId, person.conversationId]) ledger.people.set(id, person);
  return person;
}

export function addChannel(ledger: Ledger, name: string, members: readonly Person[]): Channel {
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 32);
  const id = `19:${hash}@thread.tacv2`;
  const channel: Channel = { name, id, teamId: `19:team${hash.slice(4)}@thread.tacv2`, members: [...members] };
  ledger.channels.set(id, channel);
  ledger.channels.set(channel.teamId, channel);
  return channel;
}

export function baseOf(conversationId: string): string {
  return conversationId.split(";messageid=")[0] ?? conversationId;
}

function faceOf(activity: Json): Pick<Shown, "text" | "card" | "activity"> {
  const attachments = Array.isArray(activity.attachments) ? activity.attachments.filter(isObject) : [];
  const found = attachments.find((attachment) => attachment.contentType === "application/vnd.microsoft.card.adaptive");
  const card = isObject(found?.content) ? found.content : null;
  const text = typeof activity.text === "string" ? activity.text : "";
  return { text: text || (card ? cardTexts(card).join("\n") : ""), card, activity };
}
