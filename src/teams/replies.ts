// Pure. A handler's replies → what is sent, and what answers an invoke.
import type { Content } from "../plan/message.ts";
import { cardAttachment, messageActivity, type OutgoingActivity, textCard } from "./content.ts";
import type { Replies, Reply } from "./handlers.ts";

export interface Utterance {
  readonly how: "say" | "replace";
  readonly activity: OutgoingActivity;
  /** What it says; null: a file, which has no words. */
  readonly content: Content | null;
  readonly heard?: () => Promise<void>;
}

/** What goes into the conversation, in order. Dialogs have no place there and are left out. */
export function utterancesOf(replies: Replies): Utterance[] {
  return replies.map(utteranceOf).filter((utterance) => utterance !== null);
}

function utteranceOf(reply: Reply): Utterance | null {
  switch (reply.do) {
    case "say":
      return {
        how: "say",
        activity: messageActivity(reply.content, reply.suggestions),
        content: reply.content,
        ...(reply.heard && { heard: reply.heard }),
      };
    case "replace":
      return { how: "replace", activity: messageActivity(reply.content), content: reply.content };
    case "offer_file":
      return { how: "say", activity: fileOffer(reply), content: null };
    case "dialog":
    case "close":
      return null;
  }
}

/** The body that answers a pressed `Action.Execute`: the card that takes its place, or a line of text. */
export function executeAnswer(replies: Replies): object {
  const replacing = replies.find((reply) => reply.do === "replace");
  return replacing ? cardAnswer(replacing.content) : textAnswer(closingText(replies) || DONE);
}

/** A client shows the line below the card, also an empty one; where all is said in the chat it is this, in no language. */
const DONE = "✓";

/** The body that answers an `Action.Execute` in words only. */
export function textAnswer(text: string): object {
  return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: text };
}

/** The body that answers a dialog's opening or sending. Without a dialog it closes. */
export function taskAnswer(replies: Replies): object {
  const dialog = replies.find((reply) => reply.do === "dialog");
  if (!dialog) {
    const text = closingText(replies);
    return text === "" ? {} : { task: { type: "message", value: text } };
  }
  const size = dialog.size ?? "medium";
  const value = { title: dialog.title, height: size, width: size, card: cardAttachment(dialog.card) };
  return { task: { type: "continue", value } };
}

/** What stands where the offer stood once the file has been received. */
export function fileReceived(file: {
  name: string;
  contentUrl: string;
  uniqueId: string;
  fileType: string;
}): OutgoingActivity {
  const { name, contentUrl, uniqueId, fileType } = file;
  const contentType = "application/vnd.microsoft.teams.card.file.info";
  return { type: "message", attachments: [{ contentType, contentUrl, name, content: { uniqueId, fileType } }] };
}

function cardAnswer(content: Content): object {
  return {
    statusCode: 200,
    type: "application/vnd.microsoft.card.adaptive",
    value: content.card ?? textCard(content.text),
  };
}

function closingText(replies: Replies): string {
  return replies.find((reply) => reply.do === "close")?.text ?? "";
}

function fileOffer(reply: Reply & { do: "offer_file" }): OutgoingActivity {
  const { name, description, sizeBytes, data } = reply;
  const contentType = "application/vnd.microsoft.teams.card.file.consent";
  const content = { description, sizeInBytes: sizeBytes, acceptContext: data, declineContext: data };
  return { type: "message", summary: name, attachments: [{ contentType, name, content }] };
}
