// Types only: the outside world of `collect`.
import type { Instant, IsoDate } from "../lib/time.ts";
import type { ReportedLine } from "../plan/action.ts";
import type { Sek } from "../plan/amount.ts";
import type { Message } from "../plan/message.ts";
import type { Email, MeasureId, OrgId, Plan, ReportMode, SupportType } from "../plan/plan.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import type { Month, Week } from "../plan/week.ts";

/** A card that was made for one person, unit and week. Its nonce is all that the card itself carries. */
export interface CardRecord {
  readonly nonce: string;
  readonly unit: OrgId;
  readonly week: Week;
  readonly person: Email;
  /** On whose behalf: the chef who is away. */
  readonly insteadOf: Email | null;
  /** A `Draft`, as it was kept. */
  readonly draft: unknown;
  /** The `Receipt` of what this card's own submit recorded; null when it has recorded nothing. */
  readonly receipt: unknown;
}

export interface NewCard {
  readonly nonce: string;
  readonly unit: OrgId;
  readonly week: Week;
  readonly person: Email;
  readonly insteadOf: Email | null;
  /** "Ändra": the card whose place it takes. */
  readonly renews: string | null;
  readonly draft?: unknown;
  readonly at: Instant;
}

export interface NewForecast {
  readonly measure: MeasureId;
  readonly given: Month;
  readonly year: Sek;
}

export interface AskedSupport {
  readonly id: string;
  readonly type: SupportType;
}

export interface NewReport {
  readonly nonce: string;
  readonly unit: OrgId;
  readonly week: Week;
  readonly lines: readonly ReportedLine[];
  readonly forecasts: readonly NewForecast[];
  /** Asked for, each once; one that is open already for the unit is not opened again. */
  readonly support: readonly SupportType[];
  readonly today: IsoDate;
  readonly by: Email;
  readonly insteadOf: Email | null;
  readonly mode: ReportMode;
  readonly at: Instant;
  /** `latest`: a new version of whatever there is. Null: counts only if the unit has not answered. */
  readonly replaces: "latest" | null;
  /** What is kept and handed back to every later try. */
  receipt(support: readonly AskedSupport[]): unknown;
  readonly alsoMessages: readonly Message[];
}

export interface RecordedReport {
  /** `repeated`: this nonce was recorded before · `already`: another answer was first, and is the one that counts. */
  readonly outcome: "recorded" | "repeated" | "already";
  readonly report: { readonly receipt: unknown };
}

export interface DeputyInput {
  readonly unit: OrgId;
  readonly week: Week;
  readonly at: Instant;
  readonly chef: Email;
  readonly deputy: Email;
  /** Dates inclusive; null when the deputy is in the plan already. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
}

export interface CollectDeps {
  /** As known at `now`, with every report so far and the deputies set in chat; null before the first import. */
  plan(now: Instant): Promise<Plan | null>;
  settings(): Promise<RhythmSettings>;
  /** Once per person, unit, week and `renews`: a repeat gets the card there is, with its own nonce. */
  openCard(card: NewCard): Promise<CardRecord>;
  findCard(nonce: string): Promise<CardRecord | null>;
  saveDraft(nonce: string, step: number, draft: unknown): Promise<void>;
  /** One transaction, once per nonce. Gives support requests their ids. */
  recordReport(report: NewReport): Promise<RecordedReport>;
  /** What counts as the unit's report for each of the weeks, where it was given here (not imported); newest first. */
  findReports(unit: OrgId, weeks: readonly Week[]): Promise<readonly { readonly receipt: unknown }[]>;
  /** Remembers the deputy when a period is given, and posts the card to him or her: once per unit, week and person. */
  sendToDeputy(input: DeputyInput): Promise<void>;
  newNonce(): string;
}
