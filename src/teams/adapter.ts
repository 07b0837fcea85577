// The SDK's adapter, with the lean client underneath: TurnContext works, the SDK's own ConnectorClient is never made.
import {
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  type Activity as SdkActivity,
  TurnContext,
} from "botbuilder";
import type { Activity } from "./activity.ts";
import type { OutgoingActivity } from "./content.ts";
import type { Place, Voice } from "./voice.ts";

/** Sends with `voice`. What it can't do (proactive contexts, deletion) is done by the connector client directly. */
export class LeanAdapter extends BotAdapter {
  readonly #voice: Voice;

  constructor(voice: Voice) {
    super();
    this.#voice = voice;
  }

  /** Makes the SDK's context for an activity and hands it to `logic`. Rejects with what `logic` throws. */
  async run(
    activity: Activity,
    prepare: (context: TurnContext) => void,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const context = new TurnContext(this, activity as unknown as SdkActivity);
    prepare(context);
    await this.runMiddleware(context, logic);
  }

  override async sendActivities(context: TurnContext, activities: Partial<SdkActivity>[]): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      // "Is writing" and the like would stand in the chat as an empty message.
      if ((activity.type ?? "message") !== "message") {
        sent.push({ id: "" });
        continue;
      }
      const { activityId } = await this.#voice.say(placeOf(context), outgoing(activity));
      sent.push({ id: activityId ?? "" });
    }
    return sent;
  }

  override async updateActivity(context: TurnContext, activity: Partial<SdkActivity>): Promise<ResourceResponse> {
    const id = activity.id ?? "";
    await this.#voice.replace(placeOf(context), id, outgoing(activity));
    return { id };
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error("not through the adapter: use Teams.remove"));
  }

  override continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    return Promise.reject(new Error("not through the adapter: use Teams.send"));
  }
}

function placeOf(context: TurnContext): Place {
  return { serviceUrl: context.activity.serviceUrl, conversationId: context.activity.conversation.id };
}

/** Only what a message needs: the SDK adds references that the address already says. */
function outgoing(activity: Partial<SdkActivity>): OutgoingActivity {
  const { text, textFormat, summary, attachments, suggestedActions } = activity;
  return {
    type: "message",
    ...(text ? { text } : {}),
    ...(textFormat ? { textFormat: "markdown" } : {}),
    ...(summary ? { summary } : {}),
    ...(attachments ? { attachments } : {}),
    ...(suggestedActions ? { suggestedActions: { actions: suggestedActions.actions } } : {}),
  };
}
