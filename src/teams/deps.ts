// Types only: the transport's outside world.
import type { Email } from "../plan/plan.ts";
import type { TeamsHandlers } from "./handlers.ts";
import type { NotSent } from "./outcome.ts";
import type { Turn } from "./turn.ts";

/** As pino has it. Fields never hold personal data. */
export interface Log {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** The transport's outside world. */
export interface TeamsDeps {
  readonly handlers: TeamsHandlers;
  /**
   * Keeps an activity before it is acknowledged. True = new, run it; false = known already, do nothing.
   * A throw gives Teams 500, so that it comes again.
   */
  accept(key: string, activity: object): Promise<boolean>;
  /** Whether an activity that was accepted is still this process's to answer: one that stood still may have lost it. */
  isMine(key: string): Promise<boolean>;
  /** The turn of a kept activity has been run, well or badly: it must not be run again after a restart. */
  finished(key: string): Promise<void>;
  /** Instead of that: Teams did not take the answer. The turn may be run again (`runStored`). */
  unheard(turn: Turn, outcome: NotSent): Promise<void>;
  /** Whether the rest of the bot can work, for /readyz. */
  ready(): Promise<boolean>;
  /** The plan's person for an Entra id, as remembered; null when not met before. */
  findPerson(tenant: string, aadId: string): Promise<Email | null>;
  /** Remembers who an Entra id is. Null when neither address is a person of the plan: nothing is remembered. */
  rememberPerson(tenant: string, aadId: string, addresses: readonly string[]): Promise<Email | null>;
  /** Makes a reply's call when it has a turn at the limits shared by all replicas; absent = at once. */
  pace?<T>(conversationId: string, call: () => Promise<T>): Promise<T>;
  /** Teams wants a conversation to rest so long. Never throws. */
  throttled?(conversationId: string, restMs: number): Promise<void>;
  readonly log: Log;
}
