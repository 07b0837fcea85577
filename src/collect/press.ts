// Types only: a press of one of the card's buttons, with what was looked up for it.
import type { Instant } from "../lib/time.ts";
import type { Board } from "./board.ts";
import type { CardRecord, CollectDeps } from "./deps.ts";
import type { Submitted } from "./schema.ts";
import type { Session } from "./session.ts";

export interface Press {
  readonly deps: CollectDeps;
  readonly session: Session;
  readonly card: CardRecord;
  /** As it stands with the card's draft, before the press. */
  readonly board: Board;
  readonly submitted: Submitted;
  readonly now: Instant;
}
