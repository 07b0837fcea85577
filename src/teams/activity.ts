// What Teams sends, as far as the bot reads it. Everything else is dropped here, so that it is neither kept nor logged.
import { z } from "zod";

const Id = z.string().min(1).max(2_000);
const Text = z.string().nullish();

const Account = z.object({ id: Id, name: Text, aadObjectId: Text });

const ChannelData = z.object({
  tenant: z.object({ id: Text }).nullish(),
  team: z.object({ id: Text, aadGroupId: Text, name: Text }).nullish(),
  channel: z.object({ id: Text, name: Text }).nullish(),
  teamsChannelId: Text,
  teamsTeamId: Text,
});

const Entity = z.object({ type: z.string(), text: Text, mentioned: z.object({ id: Text, name: Text }).nullish() });

const Attachment = z.object({ contentType: Text, contentUrl: Text, name: Text, content: z.unknown().optional() });

/** An activity that is worth looking at: it says from whom, to whom, where, and where to answer. */
export const Activity = z.object({
  type: z.string().min(1).max(100),
  id: Id.nullish(),
  channelId: z.string().max(100),
  serviceUrl: z.string().min(1).max(2_000),
  locale: z.string().max(50).nullish().catch(null),
  /** Which invoke it is. */
  name: Text,
  text: Text,
  /** What a button or dialog carries. */
  value: z.unknown().optional(),
  replyToId: Text,
  /** Of an installationUpdate. */
  action: Text,
  from: Account,
  recipient: Account.nullish(),
  conversation: z.object({ id: Id, conversationType: Text, tenantId: Text, isGroup: z.boolean().nullish() }),
  channelData: ChannelData.nullish().catch(null),
  entities: z
    .array(Entity.catch({ type: "" }))
    .nullish()
    .catch(null),
  attachments: z.array(Attachment).max(100).nullish().catch(null),
  membersAdded: z.array(Account).nullish().catch(null),
  membersRemoved: z.array(Account).nullish().catch(null),
});
export type Activity = z.infer<typeof Activity>;

/** The tenant an activity claims, or null when it names none or two different ones. Lower case. */
export function tenantOf(activity: Activity): string | null {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter(
    (id) => id != null && id !== "",
  );
  const tenants = new Set(named.map((id) => id?.toLowerCase()));
  return tenants.size === 1 ? ([...tenants][0] ?? null) : null;
}
