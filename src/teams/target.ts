// Types only: where something is sent.

export type Target =
  /** A conversation already known: a personal chat, a group chat, or a thread (`19:…;messageid=<root>`). One call. */
  | { readonly to: "conversation"; readonly serviceUrl: string; readonly conversationId: string }
  /** A person's personal chat, whether or not there is one: opened first, so two calls. Keep the returned id. */
  | { readonly to: "person"; readonly serviceUrl: string; readonly tenant: string; readonly aadId: string }
  /** A new thread in a channel. One call. */
  | { readonly to: "channel"; readonly serviceUrl: string; readonly tenant: string; readonly channelId: string };

/** A message that stands somewhere. */
export interface Standing {
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly activityId: string;
}

/** What Teams tells about a person in a conversation. */
export interface Member {
  readonly aadId: string | null;
  readonly teamsId: string;
  readonly name: string | null;
  /** Lower case. */
  readonly upn: string | null;
  /** Lower case. */
  readonly mail: string | null;
}
