// Types only: what a frame makes of a question before its subjects are settled.
import type { NameRef } from "../names/name-index.ts";
import type { PlanQuery } from "../schema.ts";

export type SubjectKind = "measure" | "org";

export interface Draft {
  readonly query: Partial<PlanQuery> & Pick<PlanQuery, "intent">;
  /** Which kinds of names the question is about, the likelier first; empty: names don't matter. */
  readonly wants: readonly SubjectKind[];
  /** Without a subject it can't be answered; it is then taken from the turn before. */
  readonly needsSubject?: boolean;
  /** Conditions on measures ("röda", "kortsiktiga") narrow the answer. */
  readonly filtered?: boolean;
  /** Names of these kinds are used up by the frame. */
  readonly uses?: readonly NameRef["kind"][];
  /** Nothing but a period or a name: after another question it changes that one. */
  readonly bare?: boolean;
  /** The figure words that are also names ("övertid") are figures here. */
  readonly weakAreWords?: boolean;
}
