// Pure. Content → the activity that is sent.
import type { Content } from "../plan/message.ts";

const CARD_TYPE = "application/vnd.microsoft.card.adaptive";
const MAX_SUGGESTIONS = 3;
/** Teams shows this much in the notification; the whole text stands in the card. */
const MAX_SUMMARY = 300;

export interface OutgoingActivity {
  readonly type: "message";
  readonly id?: string;
  readonly text?: string;
  readonly textFormat?: "markdown";
  readonly summary?: string;
  readonly attachments?: readonly object[];
  readonly suggestedActions?: { readonly actions: readonly object[] };
}

/**
 * With a card the text goes along as the notification only, since the card says the same.
 * Suggestions are left out beside a card: Teams takes at most three, and none with attachments.
 */
export function messageActivity(content: Content, suggestions: readonly string[] = []): OutgoingActivity {
  if (content.card !== null) {
    return {
      type: "message",
      summary: content.text.slice(0, MAX_SUMMARY),
      attachments: [cardAttachment(content.card)],
    };
  }
  const message = { type: "message", text: content.text, textFormat: "markdown" } as const;
  if (suggestions.length === 0) return message;
  const actions = suggestions.slice(0, MAX_SUGGESTIONS).map((title) => ({ type: "imBack", title, value: title }));
  return { ...message, suggestedActions: { actions } };
}

export function cardAttachment(card: object): object {
  return { contentType: CARD_TYPE, content: card };
}

/** A card that only says something: for dialogs and for what replaces a card when there is no card to show. */
export function textCard(text: string): object {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    body: [{ type: "TextBlock", text, wrap: true }],
  };
}
