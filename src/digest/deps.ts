// Types only: the outside world of `digest`.
import type { Instant } from "../lib/time.ts";
import type { Message } from "../plan/message.ts";
import type { Email, Plan } from "../plan/plan.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import type { Viewer } from "../plan/rights.ts";
import type { Week } from "../plan/week.ts";
import type { NewDigest } from "./decide.ts";
import type { BriefSection } from "./dialog.ts";

/** A digest that is kept. `snapshot` is what was given to `keep`, as it came back. */
export interface KeptDigest {
  readonly id: number;
  readonly week: Week;
  readonly version: number;
  readonly asOf: Instant;
  readonly snapshot: unknown;
  readonly card: unknown;
  readonly text: string;
  readonly withdrawn: { readonly at: Instant } | null;
}

/** What tells where the plan and its digests stand. */
export interface DigestReads {
  /** The plan in force, with everything collected; its `now` is set here. */
  plan(now: Instant): Promise<Plan>;
  rhythm(): Promise<RhythmSettings>;
  /** The newest version of a week, withdrawn or not. */
  find(week: Week): Promise<KeptDigest | null>;
  /** The newest that was not withdrawn, of a week before. */
  findBefore(week: Week): Promise<KeptDigest | null>;
}

export interface DigestDeps extends DigestReads {
  /** Keeps the digest and puts its messages in the outbox, both or neither. A further version of a kept week is logged. */
  keep(digest: NewDigest, messages: readonly Message[]): Promise<void>;
  /** Marks it withdrawn (logged) and puts the messages in the outbox. False when it was withdrawn before. */
  withdraw(id: number, by: Email, at: Instant, messages: readonly Message[]): Promise<boolean>;
  /** For what leaves no other trace. */
  log(entry: {
    readonly what: "digest.preview";
    readonly who: Email;
    readonly week: Week;
    readonly at: Instant;
  }): Promise<void>;
}

export interface DialogDeps extends DigestReads {
  /** "Underlag till månadsuppföljning" of the plan as the viewer may see it. */
  brief(plan: Plan, viewer: Viewer): readonly BriefSection[];
}
