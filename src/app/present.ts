// Types only: who is in a conversation with the bot, and what they have said Ja to.
import type { Viewer } from "../plan/rights.ts";
import type { Turn } from "../teams/turn.ts";
import type { Office } from "./office.ts";
import type { KnownPlan } from "./world.ts";

/** Somebody the plan knows, in a conversation. */
export interface Present {
  readonly plan: KnownPlan;
  readonly viewer: Viewer;
  /** Whether there is a message of which nobody knows whether it reached them. */
  readonly unsure: boolean;
}

export interface Doing extends Present {
  readonly office: Office;
  readonly turn: Turn;
  /** Of the confirmation: what is done for it is done once. */
  readonly id: string;
}
