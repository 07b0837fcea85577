// Pure. Whether and how somebody is reached: the app installed for the person, or the person in the bound team's roster.
export type Reach =
  | { readonly ok: true; readonly conversation: string | null; readonly target: object }
  | { readonly ok: false; readonly code: UnreachableCode };

export const UNREACHABLE_CODES = ["not_installed", "not_bound", "silent"] as const;
/** not_installed: neither app nor roster · not_bound: no channel chosen · silent: refused before, not heard from since */
export type UnreachableCode = (typeof UNREACHABLE_CODES)[number];

/** As the store remembers a person met in Teams. */
export interface Met {
  readonly tenant: string;
  readonly aadObjectId: string;
  readonly conversation: string | null;
  readonly serviceUrl: string | null;
  readonly installed: boolean;
  readonly inRoster: boolean;
  /** Why the last send was refused; cleared when the person is heard from. */
  readonly unreachable: string | null;
}

/** `defaultServiceUrl`: for one met in the roster only, with whom there is no chat yet. */
export function reachPerson(met: Met | null, defaultServiceUrl: string | null): Reach {
  if (!met || !(met.installed || met.inRoster)) return { ok: false, code: "not_installed" };
  if (met.unreachable !== null) return { ok: false, code: "silent" };
  const serviceUrl = met.serviceUrl ?? defaultServiceUrl;
  if (serviceUrl === null) return { ok: false, code: "not_installed" };
  if (met.conversation !== null) {
    const target = { to: "conversation", serviceUrl, conversationId: met.conversation };
    return { ok: true, conversation: met.conversation, target };
  }
  return {
    ok: true,
    conversation: null,
    target: { to: "person", serviceUrl, tenant: met.tenant, aadId: met.aadObjectId },
  };
}

/** Where a message of ours stands: what belongs to it goes there, not to a thread or chat of its own. */
export function inConversation(target: object, conversationId: string): object {
  return "serviceUrl" in target ? { to: "conversation", serviceUrl: target.serviceUrl, conversationId } : target;
}

/** A new thread in the bound channel. */
export function reachChannel(
  bound: { readonly tenant: string; readonly channel: string; readonly serviceUrl: string } | null,
): Reach {
  if (!bound) return { ok: false, code: "not_bound" };
  const { serviceUrl, tenant, channel } = bound;
  return { ok: true, conversation: channel, target: { to: "channel", serviceUrl, tenant, channelId: channel } };
}
