// Pure. Activity → Turn.
import { createHash } from "node:crypto";
import { z } from "zod";
import { type Activity, tenantOf } from "./activity.ts";
import type {
  CardData,
  Conversation,
  ConversationKind,
  FileConsentTurn,
  MessageTurn,
  Sender,
  SharedFile,
  SubmitTurn,
  TaskTurn,
  Turn,
} from "./turn.ts";

const FILE_INFO = "application/vnd.microsoft.teams.file.download.info";

const Data = z.record(z.string(), z.unknown());
const CardAction = z.object({
  action: z.object({ verb: z.string().nullish(), data: Data.nullish().catch(null) }),
});
const Task = z.object({ data: Data.nullish().catch(null) });
const DownloadInfo = z.object({ downloadUrl: z.string().min(1) });
const UploadInfo = z.object({
  uploadUrl: z.string(),
  contentUrl: z.string(),
  name: z.string(),
  uniqueId: z.string(),
  fileType: z.string(),
});
const FileConsent = z.object({
  action: z.enum(["accept", "decline"]),
  context: Data.nullish().catch(null),
  uploadInfo: UploadInfo.nullish().catch(null),
});

/** What happened, or null for kinds of activity that the bot has nothing to say about (typing, reactions …). */
export function parseTurn(activity: Activity, correlation: string): Turn | null {
  const facts = factsOf(activity, correlation);
  switch (activity.type) {
    case "message":
      return isObject(activity.value) ? submitted(activity, facts, activity.value) : messageOf(activity, facts);
    case "invoke":
      return invokeOf(activity, facts);
    case "installationUpdate":
      return { ...facts, kind: "installed", added: activity.action?.startsWith("add") ?? false };
    case "conversationUpdate":
      return membersOf(activity, facts);
    default:
      return null;
  }
}

/** Names one delivery. Teams repeats the id of a repeated activity; one without id is known by what it holds. */
export function activityKey(activity: Activity): string {
  const id = activity.id ?? createHash("sha256").update(JSON.stringify(activity)).digest("base64url");
  return `${activity.conversation.id}|${id}`;
}

type Facts = Omit<MessageTurn, "kind" | "text" | "toBot" | "files">;

function factsOf(activity: Activity, correlation: string): Facts {
  return {
    key: activityKey(activity),
    correlation,
    activityId: activity.id ?? "",
    from: senderOf(activity),
    conversation: conversationOf(activity),
    serviceUrl: activity.serviceUrl,
    locale: activity.locale ?? null,
  };
}

function senderOf(activity: Activity): Sender {
  return {
    tenant: tenantOf(activity) ?? "",
    aadId: activity.from.aadObjectId?.toLowerCase() || null,
    teamsId: activity.from.id,
    name: activity.from.name ?? null,
  };
}

function conversationOf(activity: Activity): Conversation {
  const data = activity.channelData;
  const kind = conversationKind(activity);
  const [base, root] = activity.conversation.id.split(";messageid=");
  const inChannel = kind === "channel";
  return {
    id: activity.conversation.id,
    kind,
    team: (inChannel && (data?.team?.id ?? data?.teamsTeamId)) || null,
    channel: inChannel ? data?.channel?.id || data?.teamsChannelId || base || null : null,
    channelName: (inChannel && data?.channel?.name) || null,
    thread: (inChannel && root) || null,
  };
}

function conversationKind(activity: Activity): ConversationKind {
  switch (activity.conversation.conversationType) {
    case "channel":
      return "channel";
    case "groupChat":
      return "group";
    case "personal":
      return "personal";
    default:
      // Some events come without a type; taking them for a group shows the least.
      return activity.conversation.isGroup === false ? "personal" : "group";
  }
}

function messageOf(activity: Activity, facts: Facts): MessageTurn {
  const files = (activity.attachments ?? []).flatMap(sharedFile);
  const mentions = botMentions(activity);
  return {
    ...facts,
    kind: "message",
    text: withoutMentions(activity.text ?? "", mentions),
    toBot: facts.conversation.kind === "personal" || mentions.length > 0,
    files,
  };
}

/** The texts by which the bot was mentioned: `<at>Omställningsboten</at>`. */
function botMentions(activity: Activity): string[] {
  const bot = activity.recipient?.id;
  const mentions = (activity.entities ?? []).filter(
    (entity) => entity.type === "mention" && entity.mentioned?.id === bot,
  );
  return bot ? mentions.map((entity) => entity.text ?? "") : [];
}

function withoutMentions(text: string, mentions: readonly string[]): string {
  let rest = text;
  for (const mention of mentions) if (mention !== "") rest = rest.replaceAll(mention, " ");
  return rest
    .replaceAll("\u00a0", " ")
    .replace(/[ \t]{2,}/g, " ")
    .trim();
}

function sharedFile(attachment: { contentType?: unknown; name?: unknown; content?: unknown }): SharedFile[] {
  if (attachment.contentType !== FILE_INFO) return [];
  const info = DownloadInfo.safeParse(attachment.content);
  if (!info.success) return [];
  return [{ name: typeof attachment.name === "string" ? attachment.name : "", downloadUrl: info.data.downloadUrl }];
}

function submitted(activity: Activity, facts: Facts, data: CardData): SubmitTurn {
  return { ...facts, kind: "submit", via: "submit", verb: null, data, card: activity.replyToId ?? null };
}

function invokeOf(activity: Activity, facts: Facts): Turn | null {
  switch (activity.name) {
    case "adaptiveCard/action":
      return executed(activity, facts);
    case "task/fetch":
      return taskOf(activity, facts, "fetch");
    case "task/submit":
      return taskOf(activity, facts, "submit");
    case "fileConsent/invoke":
      return fileConsentOf(activity, facts);
    default:
      return null;
  }
}

function executed(activity: Activity, facts: Facts): SubmitTurn | null {
  const parsed = CardAction.safeParse(activity.value);
  if (!parsed.success) return null;
  const { verb, data } = parsed.data.action;
  return {
    ...facts,
    kind: "submit",
    via: "execute",
    verb: verb ?? null,
    data: data ?? {},
    card: activity.replyToId ?? null,
  };
}

function taskOf(activity: Activity, facts: Facts, phase: TaskTurn["phase"]): TaskTurn | null {
  const parsed = Task.safeParse(activity.value);
  return parsed.success ? { ...facts, kind: "task", phase, data: parsed.data.data ?? {} } : null;
}

function fileConsentOf(activity: Activity, facts: Facts): FileConsentTurn | null {
  const parsed = FileConsent.safeParse(activity.value);
  if (!parsed.success) return null;
  const { action, context, uploadInfo } = parsed.data;
  const accepted = action === "accept" && uploadInfo != null;
  return {
    ...facts,
    kind: "file_consent",
    accepted,
    data: context ?? {},
    card: activity.replyToId ?? null,
    uploadUrl: accepted ? uploadInfo.uploadUrl : null,
    file: accepted ? uploadInfo : null,
  };
}

function membersOf(activity: Activity, facts: Facts): Turn | null {
  const bot = activity.recipient?.id;
  const added = activity.membersAdded ?? [];
  const removed = activity.membersRemoved ?? [];
  if (added.length === 0 && removed.length === 0) return null;
  return {
    ...facts,
    kind: "members",
    botAdded: added.some((member) => member.id === bot),
    botRemoved: removed.some((member) => member.id === bot),
    added: added.flatMap((member) => member.aadObjectId?.toLowerCase() ?? []),
    removed: removed.flatMap((member) => member.aadObjectId?.toLowerCase() ?? []),
  };
}

function isObject(value: unknown): value is CardData {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
