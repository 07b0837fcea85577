// Types of the group `collect`: the week's cards and the reports that answer them.
import type { Instant, IsoDate } from "../../lib/time.ts";
import type { ReportedLine } from "../../plan/action.ts";
import type { Message } from "../../plan/message.ts";
import type { Email, Forecast, OrgId, ReportMode, SupportType } from "../../plan/plan.ts";
import type { Week } from "../../plan/week.ts";

/** One copy of a unit's card, as put in one person's chat. */
export interface Card {
  /** Server-made, in the card's data: a look-up, never a right. */
  readonly nonce: string;
  readonly unit: OrgId;
  readonly week: Week;
  readonly person: Email;
  /** On whose behalf: the chef who is away. */
  readonly insteadOf: Email | null;
  /** The nonce of the card it takes over from ("Ändra"); null: the first one. */
  readonly renews: string | null;
  /** Where it stands, once posted. */
  readonly conversation: string | null;
  readonly activity: string | null;
  readonly step: number;
  readonly draft: unknown;
  readonly created: Instant;
  /** When the unit's answer came, through this copy or another. */
  readonly answered: Instant | null;
  /** What this very copy's submit recorded; null when it recorded nothing. */
  readonly receipt: unknown;
}

export interface NewCard {
  readonly nonce: string;
  readonly unit: OrgId;
  readonly week: Week;
  readonly person: Email;
  readonly insteadOf: Email | null;
  readonly renews: string | null;
  readonly draft?: unknown;
  readonly at: Instant;
}

/** A support request that a report opened, or that was open already for what it asks. */
export interface AskedSupport {
  readonly id: string;
  readonly type: SupportType;
  readonly opened: boolean;
}

/** The version of a unit's report for a week. */
export interface Report {
  readonly nonce: string;
  readonly unit: OrgId;
  readonly week: Week;
  /** 1 for the first answer, one more for each change. */
  readonly version: number;
  readonly by: Email;
  readonly insteadOf: Email | null;
  readonly mode: ReportMode;
  readonly at: Instant;
  readonly receipt: unknown;
  /** Came after the week's digest was made: it is shown as a correction in the next. */
  readonly correction: boolean;
  readonly support: readonly AskedSupport[];
}

export interface NewReport {
  readonly nonce: string;
  readonly unit: OrgId;
  readonly week: Week;
  readonly lines: readonly ReportedLine[];
  readonly forecasts: readonly Pick<Forecast, "measure" | "given" | "year">[];
  /** Asked for, each once; one that is open already for the unit is not opened again. */
  readonly support: readonly SupportType[];
  /** The local date, for new support requests. */
  readonly today: IsoDate;
  readonly by: Email;
  readonly insteadOf: Email | null;
  readonly mode: ReportMode;
  readonly at: Instant;
  /**
   * The version it changes, `latest` for whichever there is, or null: it was made when the unit had not answered and
   * counts only if that still holds.
   */
  readonly replaces: number | "latest" | null;
  /** Makes what is kept and handed back to every later try; called once, inside the transaction. */
  receipt(support: readonly AskedSupport[]): unknown;
  /** What is to be said because of it (to the support team, a manager …), in the same transaction. */
  readonly alsoMessages: readonly Message[];
}

/** An answer that came second; kept, so that nothing is lost. */
export interface Submission {
  readonly nonce: string;
  readonly by: Email;
  readonly at: Instant;
  readonly answers: unknown;
}

export interface RecordedReport {
  /**
   * `recorded` now · `repeated`: this nonce was recorded before, here is that report ·
   * `already`: another answer was first (or the report has been changed since); here is the one that counts, and what
   * came in is kept as a submission.
   */
  readonly outcome: "recorded" | "repeated" | "already";
  readonly report: Report;
}

export interface CollectStore {
  /**
   * Once per person, unit, week and `renews`: the copy that exists is given back as it is, with its own nonce.
   * So both putting a card in the post and pressing "Ändra" can be repeated.
   */
  openCard(card: NewCard): Promise<Card>;
  findCard(nonce: string): Promise<Card | null>;
  /** The newest unanswered copy of a person for a unit and week. */
  findOpenCard(unit: OrgId, week: Week, person: Email): Promise<Card | null>;
  /** All copies of a unit and week, oldest first (to replace them in place once answered). */
  listCards(unit: OrgId, week: Week): Promise<readonly Card[]>;
  /** The newest copies of a person, answered or not; at most 50. */
  listCardsOf(person: Email): Promise<readonly Card[]>;
  markPosted(nonce: string, posted: { readonly conversation: string; readonly activity: string }): Promise<void>;
  saveDraft(nonce: string, step: number, draft: unknown): Promise<void>;
  recordReport(report: NewReport): Promise<RecordedReport>;
  /** The version of the unit's report that counts; null when it has not answered. Imported history is not here. */
  findReport(unit: OrgId, week: Week): Promise<Report | null>;
  /** The same for several weeks in one statement, newest first. */
  findReports(unit: OrgId, weeks: readonly Week[]): Promise<readonly Report[]>;
  /** Reports of a week that came after its digest was made. */
  listCorrections(week: Week): Promise<readonly Report[]>;
  listSubmissions(unit: OrgId, week: Week): Promise<readonly Submission[]>;
}
