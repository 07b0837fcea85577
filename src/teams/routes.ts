// teams-ai's Application as the router of what is not an invoke: no storage, no typing timer, no AI.
// From its own file: the package's front door also loads the planners and their tokenizers, a third of the time to start.
import { Application } from "@microsoft/teams-ai/lib/Application.js";
import type { TurnState } from "@microsoft/teams-ai/lib/TurnState.js";
import type { TurnContext } from "botbuilder";
import type { Activity } from "./activity.ts";
import { LeanAdapter } from "./adapter.ts";
import type { NotSent } from "./outcome.ts";
import { runTurn, type TurnDeps } from "./run-turn.ts";
import type { Turn } from "./turn.ts";
import type { Place, Voice } from "./voice.ts";

const TURN = Symbol("turn");
const REFUSED = Symbol("refused");
const ROUTED = ["message", "conversationUpdate", "installationUpdate"];

/**
 * Runs one accepted activity through the Application. Gives how Teams refused the answer, else null. Never throws: errors
 * are the turn's (`run-turn.ts`).
 */
export type RunActivity = (activity: Activity, turn: Turn) => Promise<NotSent | null>;

export function createRoutes(deps: TurnDeps): RunActivity {
  const adapter = new LeanAdapter(deps.voice);
  const application = new Application<TurnState>({ startTypingTimer: false, removeRecipientMention: false });
  // The SDK keeps that option and never looks at it when a turn begins.
  application.startTypingTimer = () => undefined;
  application.activity(ROUTED, async (context) => {
    const refused = await runTurn({ ...deps, voice: contextVoice(context) }, turnOf(context));
    context.turnState.set(REFUSED, refused);
  });
  return async (activity, turn) => {
    let refused: NotSent | null = null;
    await adapter.run(
      withRecipient(activity),
      (context) => context.turnState.set(TURN, turn),
      async (context) => {
        await application.run(context);
        refused = context.turnState.get<NotSent | null>(REFUSED) ?? null;
      },
    );
    return refused;
  };
}

function turnOf(context: TurnContext): Turn {
  return context.turnState.get<Turn>(TURN);
}

/** Speaks through the SDK's context, so that its middleware and hooks see what is said. */
function contextVoice(context: TurnContext): Voice {
  return {
    async say(place, activity) {
      const response = await context.sendActivity({ ...activity } as Parameters<TurnContext["sendActivity"]>[0]);
      return sent(place, response?.id);
    },
    async replace(place, activityId, activity) {
      await context.updateActivity({ ...activity, id: activityId } as Parameters<TurnContext["updateActivity"]>[0]);
      return sent(place, activityId);
    },
  };
}

function sent(place: Place, id: string | undefined): Awaited<ReturnType<Voice["say"]>> {
  return { outcome: "sent", activityId: id || null, conversationId: place.conversationId };
}

/** The SDK throws on missing ids; only the demo's emulators leave the bot's out. */
function withRecipient(activity: Activity): Activity {
  return activity.recipient ? activity : { ...activity, recipient: { id: "bot", name: null, aadObjectId: null } };
}
