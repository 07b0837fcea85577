// What the fake Teams can be told to do wrong, and the limits it can be told to keep.

export type Op = "create" | "send" | "update" | "delete" | "members";

/** Matches connector calls; what is not given matches all. Faults are tried in the order they were added. */
export interface Fault {
  readonly op?: Op;
  /** E-mail of the person whose chat it is about. */
  readonly person?: string;
  /** `before` (default): nothing has happened. `after`: the message stands, but the bot is not told so. */
  readonly when?: "before" | "after";
  /** Answer with this status … */
  readonly status?: number;
  /** … and this error code (default `ServiceError`), or exactly this body. */
  readonly code?: string;
  readonly body?: unknown;
  readonly retryAfter?: number | string;
  /** Close the connection instead of answering. */
  readonly cut?: boolean;
  /** Wait before going on; alone it only makes the call slow. */
  readonly delayMs?: number;
  /** How many calls it hits; default 1. */
  readonly times?: number;
  /** Hits this share of the matching calls. */
  readonly chance?: { readonly share: number; readonly random: () => number };
}

export interface CallFacts {
  readonly op: Op;
  readonly person: string | null;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that hits this call, counted as used. */
  take(call: CallFacts): Fault | null;
}

export function createFaults(): Faults {
  const waiting: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    clear: () => void waiting.splice(0),
    take(call) {
      for (const entry of waiting) {
        if (entry.left <= 0 || !matches(entry.fault, call)) continue;
        const { chance } = entry.fault;
        if (chance && chance.random() >= chance.share) continue;
        entry.left--;
        return entry.fault;
      }
      return null;
    },
  };
}

function matches(fault: Fault, call: CallFacts): boolean {
  if (fault.op !== undefined && fault.op !== call.op) return false;
  return fault.person === undefined || fault.person === call.person;
}

/** Calls allowed within a span, per conversation and for the app in a tenant. Microsoft's documented ones. */
export interface Limits {
  readonly perConversation: readonly (readonly [calls: number, ms: number])[];
  readonly perApp: readonly (readonly [calls: number, ms: number])[];
}

export const DOCUMENTED_LIMITS: Limits = {
  perConversation: [
    [7, 1_000],
    [8, 2_000],
    [60, 30_000],
    [1_800, 3_600_000],
  ],
  perApp: [[50, 1_000]],
};

/** Sliding windows. `take` gives the milliseconds to wait, or 0 when the call is within the limits (and then counts it). */
export function createLimiter(limits: Limits): { take(conversationId: string, now: number): number } {
  const times = new Map<string, number[]>();
  const waitFor = (key: string, rules: Limits["perApp"], now: number): number => {
    const seen = times.get(key) ?? [];
    return Math.max(0, ...rules.map(([calls, ms]) => (seen.at(-calls) ?? -Infinity) + ms - now));
  };
  const count = (key: string, rules: Limits["perApp"], now: number): void => {
    const longest = Math.max(...rules.map(([, ms]) => ms));
    const most = Math.max(...rules.map(([calls]) => calls));
    const seen = [...(times.get(key) ?? []), now].filter((at) => at > now - longest).slice(-most);
    times.set(key, seen);
  };
  return {
    take(conversationId, now) {
      const conversation = `conversation ${conversationId}`;
      const wait = Math.max(waitFor(conversation, limits.perConversation, now), waitFor("app", limits.perApp, now));
      if (wait > 0) return wait;
      count(conversation, limits.perConversation, now);
      count("app", limits.perApp, now);
      return 0;
    },
  };
}
