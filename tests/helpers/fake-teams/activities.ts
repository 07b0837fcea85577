// The activities that Teams sends to a bot, in the shape it sends them.
import type { Channel, Person } from "./ledger.ts";
import type { Json } from "./read-card.ts";

export interface Where {
  readonly serviceUrl: string;
  /** `28:<app id>` */
  readonly botId: string;
  readonly botName: string;
}

/** Where a person is when something happens. */
export type At = { readonly chat: Person } | { readonly channel: Channel; readonly thread: string };

/** What every activity holds. `id` is new unless it is given. */
export function activityFrom(where: Where, person: Person, at: At, id: string, rest: Json): Json {
  const { teamsId, name, aadId, tenant } = person;
  return {
    id,
    timestamp: new Date().toISOString(),
    channelId: "msteams",
    serviceUrl: where.serviceUrl,
    locale: "sv-SE",
    from: { id: teamsId, name, aadObjectId: aadId },
    recipient: { id: where.botId, name: where.botName },
    conversation: conversationOf(tenant, at),
    channelData: channelDataOf(tenant, at),
    ...rest,
  };
}

export function messageRest(text: string): Json {
  const clientInfo = {
    locale: "sv-SE",
    country: "SE",
    platform: "Windows",
    timezone: "Europe/Stockholm",
    type: "clientInfo",
  };
  return { type: "message", text, textFormat: "plain", entities: [clientInfo], attachments: [] };
}

/** In a channel a bot hears only what mentions it. */
export function mentionRest(where: Where, text: string): Json {
  const mention = `<at>${where.botName}</at>`;
  const entity = { type: "mention", text: mention, mentioned: { id: where.botId, name: where.botName } };
  return { ...messageRest(`${mention} ${text}`), entities: [entity] };
}

export function fileRest(name: string, downloadUrl: string): Json {
  const content = { downloadUrl, uniqueId: "unique", fileType: name.split(".").at(-1) };
  const contentType = "application/vnd.microsoft.teams.file.download.info";
  return { ...messageRest(""), attachments: [{ contentType, contentUrl: downloadUrl, name, content }] };
}

function conversationOf(tenantId: string, at: At): Json {
  if ("chat" in at) return { conversationType: "personal", tenantId, id: at.chat.conversationId };
  return { isGroup: true, conversationType: "channel", tenantId, id: `${at.channel.id};messageid=${at.thread}` };
}

function channelDataOf(tenantId: string, at: At): Json {
  const tenant = { id: tenantId };
  if ("chat" in at) return { tenant };
  const { id, name, teamId } = at.channel;
  return { teamsChannelId: id, teamsTeamId: teamId, channel: { id, name }, team: { id: teamId }, tenant };
}
