// Pure policy: whether a week gets a digest, and what is posted.
import type { Instant } from "../lib/time.ts";
import type { Message } from "../plan/message.ts";
import type { Lang, Plan } from "../plan/plan.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import type { Week } from "../plan/week.ts";
import { renderDigest } from "./render.ts";
import type { DigestSnapshot } from "./snapshot.ts";
import { takeSnapshot } from "./take-snapshot.ts";
import { why } from "./words-why.ts";

/** A digest to be kept for ever, with what was shown: it can be shown again exactly as posted. */
export interface NewDigest {
  readonly week: Week;
  /** The moment the figures hold for. */
  readonly asOf: Instant;
  readonly snapshot: DigestSnapshot;
  readonly card: object;
  readonly text: string;
  /** E-mail, or `timetable`. */
  readonly by: string;
  readonly at: Instant;
}

export interface DigestDecision {
  /** To the ledningsgrupp's channel; to be kept in the same transaction as `digest`. */
  readonly messages: readonly Message[];
  /** Null: the week has no digest. */
  readonly digest: NewDigest | null;
  /** One short Swedish sentence. */
  readonly reason: string;
}

/** What a digest is made under, beside the plan. */
export interface DigestOrder {
  readonly week: Week;
  readonly rhythm: RhythmSettings;
  /** The snapshot of the latest earlier week that stands in the channel. */
  readonly previous: DigestSnapshot | null;
  /** When it falls due. */
  readonly due: Instant;
  readonly by: string;
  /** Higher than 1 for a corrected one. */
  readonly version: number;
  /** The channel's language. */
  readonly lang: Lang;
}

/** The digest of a week as the plan stands at `plan.now`. A week without card has none. */
export function decideDigest(plan: Plan, order: DigestOrder): DigestDecision {
  const { week, rhythm, previous, version } = order;
  const snapshot = takeSnapshot(plan, week, rhythm, previous);
  if (!snapshot) return { messages: [], digest: null, reason: why.noCard(week) };
  const { text, card } = renderDigest(snapshot, order.lang, { version });
  const reason = version > 1 ? why.corrected(week, version) : why.digest(week, snapshot.coverage);
  const message: Message = {
    kind: version > 1 ? "correction" : "digest",
    to: { channel: "management" },
    unit: null,
    week,
    due: order.due,
    why: reason,
    about: { version },
  };
  const digest: NewDigest = { week, asOf: plan.now, snapshot, card: card ?? {}, text, by: order.by, at: plan.now };
  return { messages: [message], digest, reason };
}

/** What the channel is told when a digest is taken back. */
export function withdrawnMessage(week: Week, version: number, now: Instant): Message {
  return {
    kind: "correction",
    to: { channel: "management" },
    unit: null,
    week,
    due: now,
    why: why.withdrawn(week),
    about: { version, withdrawn: true },
  };
}
