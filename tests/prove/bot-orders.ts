// Types only: what is said between a bot in a process of its own and the one who started it.
import type { Pace } from "../../src/jobs/limits.ts";
import type { StorePlace } from "../../src/store/store.ts";
import type { TeamsSettings } from "../../src/teams/settings.ts";

/** What the bot starts with. */
export interface BotSettings {
  readonly place: StorePlace;
  readonly teams: TeamsSettings;
  /** What the clock shows at the start; from then on it goes as real time does. */
  readonly now: number;
  /** Null: the documented limits. */
  readonly pace: Pace | null;
  readonly logLevel: "silent" | "fatal" | "error" | "warn" | "info";
}

export type Order =
  | { readonly do: "begin"; readonly settings: BotSettings }
  | { readonly do: "clock"; readonly now: number }
  | { readonly do: "counts" }
  | { readonly do: "usage" }
  | { readonly do: "stop" };

export type Word =
  /** Sends that the process before was cut off in. */
  | { readonly found: { readonly inFlight: number } }
  | { readonly ready: { readonly port: number; readonly startMs: number } }
  | { readonly counts: Counts }
  | { readonly usage: Usage }
  | { readonly stopped: true };

export interface Counts {
  readonly queued: number;
  readonly claimed: number;
  readonly sending: number;
  readonly sent: number;
  readonly failed: number;
  readonly skipped: number;
  readonly ambiguous: number;
  /** Occurrences that are due and not done. */
  readonly due: number;
}

export interface Usage {
  readonly rss: number;
  readonly heap: number;
  readonly statements: number;
}
