// Types only: how a call to Teams ended. The connector's two error shapes become these and nothing else.

/** Ended well, or in one of the ways that call for different things to be done next. */
export type SendOutcome =
  | Sent
  /** 429: this conversation (or the app) must rest; null when Teams did not say how long. */
  | { readonly outcome: "throttled"; readonly retryAfterMs: number | null }
  /** 412, 502, 503, 504, or no connection was made: not accepted, may be tried again. */
  | { readonly outcome: "transient"; readonly code: string; readonly retryAfterMs: number | null }
  /** 403: the person blocked the bot, took it away, or an administrator stopped it. Stop until heard from. */
  | { readonly outcome: "blocked"; readonly code: string }
  /** 404: no such conversation, message or person. Stop until heard from. */
  | { readonly outcome: "gone"; readonly code: string }
  /** 413, or over our own ceiling: split it. */
  | { readonly outcome: "too_big" }
  /** Cut off or timed out after the request was written, or 500: Teams may have it. Never send again blindly. */
  | { readonly outcome: "unknown"; readonly code: string }
  /** Anything else (400, 401 …): a fault of ours or of the setup. Trying again does not help. */
  | { readonly outcome: "rejected"; readonly status: number; readonly code: string };

export interface Sent {
  readonly outcome: "sent";
  /** Null where Teams gives none (delete). */
  readonly activityId: string | null;
  /** Where it stands; for a new thread or first contact: the id to keep. */
  readonly conversationId: string;
}

export type NotSent = Exclude<SendOutcome, Sent>;

/** A connector call that gives something back. */
export type Got<T> = { readonly outcome: "ok"; readonly value: T } | NotSent;
