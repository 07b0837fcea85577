// Types only: one per sheet of the plan (data-format.md). Amounts in kronor; `null` = not given.
import type { Brand } from "../lib/brand.ts";
import type { Instant, IsoDate } from "../lib/time.ts";
import type { Sek } from "./amount.ts";
import type {
  Cause,
  DecisionOutcome,
  Lang,
  Level,
  MeasureKind,
  Mechanism,
  PrerequisiteKind,
  ReportMode,
  Risk,
  Role,
  State,
  SupportType,
} from "./codes.ts";
import type { Month, Week } from "./week.ts";

export type OrgId = Brand<string, "OrgId">;
export type MeasureId = Brand<string, "MeasureId">;
/** Lower case always: the Teams UPN or mail. */
export type Email = Brand<string, "Email">;

export interface PlanHeader {
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly decided: IsoDate | null;
  readonly paragraph: string | null;
  readonly registryNumber: string | null;
  /** IANA zone; default Europe/Stockholm. */
  readonly zone: string;
  /** How amounts are written. */
  readonly amountUnit: "mkr" | "mnkr";
  /** ekonomi t.o.m.: the month through which ledger data is closed. */
  readonly economyThrough: Month | null;
}

export interface Org {
  readonly id: OrgId;
  readonly name: string;
  readonly level: Level;
  readonly parent: OrgId | null;
  readonly aliases: readonly string[];
  /** ram: this year's budget frame. */
  readonly budget: Sek | null;
}

/** One row = one role a person holds for one organisation. */
export interface PersonRow {
  readonly email: Email;
  readonly name: string;
  readonly role: Role;
  readonly org: OrgId;
  readonly lang: Lang;
}

/** ersättare: dates inclusive. */
export interface Deputy {
  readonly email: Email;
  readonly deputy: Email;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface Measure {
  readonly id: MeasureId;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly owner: OrgId;
  readonly theme: string;
  readonly horizon: "short" | "long";
  readonly kind: MeasureKind | null;
  readonly mechanism: Mechanism | null;
  readonly potential: Sek | null;
  /** helårseffekt per year, net. */
  readonly decided: Sek | null;
  readonly extraCost: Sek | null;
  readonly permanence: "permanent" | "one_off" | null;
  readonly start: Month | null;
  readonly end: Month | null;
  /** läge before any weekly report; what holds in a week comes from `stateAt`. */
  readonly state: State;
  readonly stateSince: IsoDate | null;
  readonly special: boolean;
  readonly impactAssessment: "no" | "ongoing" | "done" | null;
  readonly consultation: "not_applicable" | "informed" | "ongoing" | "done" | null;
  readonly counterIndicator: string | null;
  readonly replacedBy: MeasureId | null;
  readonly source: string | null;
}

export interface Participation {
  readonly measure: MeasureId;
  readonly unit: OrgId;
  readonly share: Sek | null;
}

/** Amounts of that one month, not accumulated. */
export interface Effect {
  readonly measure: MeasureId;
  readonly month: Month;
  readonly planned: Sek | null;
  readonly realised: Sek | null;
  readonly verified: boolean;
}

export interface Prerequisite {
  readonly measure: MeasureId;
  readonly description: string;
  readonly kind: PrerequisiteKind | null;
  readonly dependsOn: MeasureId | null;
  readonly met: "yes" | "no" | "partly";
  readonly date: IsoDate | null;
}

export interface Assumption {
  readonly measure: MeasureId;
  readonly text: string;
  readonly standing: "holds" | "uncertain" | "fails";
  readonly review: IsoDate | null;
}

export interface Staffing {
  readonly unit: OrgId;
  readonly week: Week;
  /** årsarbetare */
  readonly fte: number;
  readonly target: number | null;
  readonly lastYear: number | null;
  /** % of worked time */
  readonly overtime: number | null;
  /** % */
  readonly sickLeave: number | null;
}

export interface Agency {
  readonly unit: OrgId;
  readonly month: Month;
  readonly cost: Sek;
  readonly plan: Sek | null;
}

export interface Production {
  readonly unit: OrgId;
  readonly week: Week;
  /** mått, the plan's own word: "operationer" */
  readonly metric: string;
  readonly outcome: number;
  readonly plan: number | null;
  readonly lastYear: number | null;
}

export interface Decision {
  readonly id: string;
  readonly date: IsoDate;
  /** instans: an organisation id or plain text. */
  readonly body: string;
  readonly paragraph: string | null;
  readonly registryNumber: string | null;
  readonly measures: readonly MeasureId[];
  readonly outcome: DecisionOutcome;
  readonly note: string | null;
}

/** uppdrag */
export interface Assignment {
  readonly id: string;
  readonly issuer: string;
  readonly date: IsoDate;
  readonly text: string;
  readonly responsible: OrgId | null;
  readonly reportBy: IsoDate | null;
  readonly status: "open" | "done" | null;
}

export interface Milestone {
  readonly measure: MeasureId;
  readonly name: string;
  readonly date: IsoDate;
  readonly done: IsoDate | null;
}

export interface Indicator {
  readonly org: OrgId;
  /** A week or a month. */
  readonly period: Week | Month;
  readonly metric: string;
  readonly outcome: number;
  readonly target: number | null;
  readonly lastYear: number | null;
  readonly betterWhen: "higher" | "lower" | null;
}

/** What was imported or changed by the planägare: immutable, one object per stored version. Rows in file order. */
export interface PlanFacts {
  readonly header: PlanHeader;
  readonly orgs: readonly Org[];
  readonly persons: readonly PersonRow[];
  readonly deputies: readonly Deputy[];
  readonly measures: readonly Measure[];
  readonly participations: readonly Participation[];
  readonly effects: readonly Effect[];
  readonly prerequisites: readonly Prerequisite[];
  readonly assumptions: readonly Assumption[];
  readonly staffing: readonly Staffing[];
  readonly agency: readonly Agency[];
  readonly production: readonly Production[];
  readonly decisions: readonly Decision[];
  readonly assignments: readonly Assignment[];
  readonly milestones: readonly Milestone[];
  readonly indicators: readonly Indicator[];
}

/** One line of a unit's weekly report. A second one for the same unit, measure and week is a new version. */
export interface ReportLine {
  readonly unit: OrgId;
  readonly measure: MeasureId;
  readonly week: Week;
  readonly state: State;
  readonly cause: Cause | null;
  readonly nextStep: string | null;
  readonly doneBy: IsoDate | null;
  readonly support: SupportType | null;
  readonly risks: readonly Risk[];
  readonly comment: string | null;
  readonly reportedAt: Instant;
  readonly by: Email;
  /** ersättare för: on whose behalf. */
  readonly insteadOf: Email | null;
  readonly mode: ReportMode | null;
}

/** årsprognos: what was believed, in that month, for the calendar year of that month. */
export interface Forecast {
  readonly measure: MeasureId;
  readonly given: Month;
  readonly year: Sek;
  /** Null for imported rows, which count as always known. */
  readonly givenAt: Instant | null;
}

/** stödbegäran */
export interface SupportRequest {
  readonly id: string;
  readonly unit: OrgId;
  readonly type: SupportType;
  readonly created: IsoDate;
  readonly firstContact: IsoDate | null;
  readonly closed: IsoDate | null;
  readonly result: string | null;
}
