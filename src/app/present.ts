// Types only: who is in a conversation with the bot, and what they have said Ja to.
import type { Plan } from "../plan/plan.ts";
import type { Viewer } from "../plan/rights.ts";
import type { Turn } from "../teams/turn.ts";
import type { Office } from "./office.ts";

/** Somebody the plan knows, in a conversation. */
export interface Present {
  readonly plan: Plan;
  readonly viewer: Viewer;
}

export interface Doing extends Present {
  readonly office: Office;
  readonly turn: Turn;
  /** Of the confirmation: what is done for it is done once. */
  readonly id: string;
}
