// Types only: what the bot says on its own. A verb decides messages; the outbox stores one row per recipient before
// anything is sent; the content is composed from the plan at the moment of sending.
import type { Instant } from "../lib/time.ts";
import type { Email, OrgId } from "./plan.ts";
import type { Week } from "./week.ts";

export const MESSAGE_KINDS = [
  "card",
  "reminder1",
  "reminder2",
  "escalation",
  "digest",
  "correction",
  "notice",
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** A person's personal chat, or the ledningsgrupp's bound channel. */
export type Recipient = { readonly person: Email } | { readonly channel: "management" };

export interface Message {
  readonly kind: MessageKind;
  readonly to: Recipient;
  readonly unit: OrgId | null;
  readonly week: Week;
  readonly due: Instant;
  /** Why this one gets it, one short Swedish sentence: it is shown by `try` and in the planägare's view. */
  readonly why: string;
  /** For escalations: how many weeks in a row were missed, and the like. Small, plain JSON. */
  readonly about: Readonly<Record<string, string | number | boolean | null>>;
}

/** What is put in a chat. `text` is complete on its own; the card, if any, says the same and more. */
export interface Content {
  readonly text: string;
  /** Adaptive Card 1.5, filled. */
  readonly card: object | null;
}
