import { type Activity as SdkActivity, TurnContext } from "botbuilder";
import { expect, it } from "vitest";
import { LeanAdapter } from "../../../src/teams/adapter.ts";

it("says messages only: that the bot is writing never stands in a chat as an empty message", async () => {
  const said: unknown[] = [];
  const voice = {
    say: async (_place: object, activity: object) => {
      said.push(activity);
      return { outcome: "sent", activityId: "1", conversationId: "c" } as const;
    },
    replace: () => Promise.reject(new Error("nothing to replace")),
  };
  const activity = { type: "message", serviceUrl: "https://x", conversation: { id: "c" }, recipient: {}, from: {} };
  const context = new TurnContext(new LeanAdapter(voice), activity as unknown as SdkActivity);
  await context.sendActivity({ type: "typing" });
  await context.sendActivity({ type: "message", text: "hej" });
  expect(said).toEqual([{ type: "message", text: "hej" }]);
});
