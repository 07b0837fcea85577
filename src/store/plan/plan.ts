// Types of the group `plan`: imported versions, and what makes up the plan in force.
import type { Instant, IsoDate } from "../../lib/time.ts";
import type { Book } from "../../plan/book.ts";
import type { Message } from "../../plan/message.ts";
import type {
  Deputy,
  Forecast,
  MeasureId,
  OrgId,
  PlanFacts,
  Prerequisite,
  ReportLine,
  SupportRequest,
  SupportType,
} from "../../plan/plan.ts";
import type { Week } from "../../plan/week.ts";

/** The plan in force; add `now` and it is a `Plan`. The same objects come back until something has changed. */
export interface CurrentPlan {
  readonly version: number;
  /** As imported, with what was set in chat laid over: aliases, deputies, prerequisites met. */
  readonly facts: PlanFacts;
  readonly book: Book;
  /** All settings that were changed in chat; the same object as long as the facts are. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Rows to add to what is collected. Lines and forecasts are appended; a support request with a known id is replaced. */
export interface CollectedRows {
  readonly lines: readonly ReportLine[];
  readonly forecasts: readonly Forecast[];
  readonly support: readonly SupportRequest[];
}

export interface VersionMeta {
  /** E-mail, or `cli:<os user>`. */
  readonly by: string;
  /** File name or what else it came from. */
  readonly source: string;
  /** Of the imported content, so that the same file twice is seen. */
  readonly hash: string;
  /** What changed against the version before, as the importer words it. */
  readonly changes: readonly unknown[];
  readonly at: Instant;
}

export interface PlanVersion extends VersionMeta {
  readonly version: number;
}

export type SavedVersion =
  | { readonly outcome: "saved"; readonly version: number }
  /** Somebody else saved a version in between; nothing was written. */
  | { readonly outcome: "moved"; readonly version: number };

export interface Alias {
  readonly alias: string;
  readonly measure: MeasureId | null;
  readonly org: OrgId | null;
}

export interface PlanStore {
  /** Null before the first import. Costs one tiny statement when nothing has changed. */
  current(): Promise<CurrentPlan | null>;
  /** `expectedVersion` 0 = there is none yet. Facts, rows and log entry in one transaction. */
  saveVersion(expectedVersion: number, facts: PlanFacts, rows: CollectedRows, meta: VersionMeta): Promise<SavedVersion>;
  /** Newest first. */
  versions(): Promise<readonly PlanVersion[]>;
  /** The facts of a version as they were imported, without what was set in chat. */
  factsOf(version: number): Promise<PlanFacts | null>;

  /**
   * For the demo only, where reports of days to come are imported: those of a unit and week that are dated after `at`
   * are taken out, since the unit has answered otherwise. Returns lines.
   */
  dropImportedAfter(unit: OrgId, week: Week, at: Instant): Promise<number>;

  addAlias(alias: Alias, by: string, at: Instant): Promise<void>;
  removeAlias(alias: Alias, by: string, at: Instant): Promise<void>;
  aliases(): Promise<readonly Alias[]>;
  /** Says how a prerequisite of a measure stands; holds until a file brings a row with a later `date`. */
  markPrerequisite(
    mark: Pick<Prerequisite, "measure" | "description" | "met"> & { readonly date: IsoDate },
    by: string,
    at: Instant,
  ): Promise<void>;
  /** A deputy period set in chat; replaces an overlapping one of the same person. With the cards that go over. */
  setDeputy(period: Deputy, by: string, at: Instant, cards?: readonly Message[]): Promise<void>;
  /** Those set in chat, oldest first; they are part of `current().facts` too, before the file's. */
  deputies(): Promise<readonly Deputy[]>;

  /**
   * A new support request outside a report, and the messages that tell of it; the id continues the plan's own pattern
   * (`S-11` after `S-10`). The open one, and nothing written, when the unit has one of that type.
   */
  requestSupport(
    request: { readonly unit: OrgId; readonly type: SupportType; readonly created: IsoDate },
    by: string,
    at: Instant,
    messages?: readonly Message[],
  ): Promise<SupportRequest>;
  /** Sets what is given, with the messages that tell of it; null when there is no such request. */
  updateSupport(
    id: string,
    change: Partial<Pick<SupportRequest, "firstContact" | "closed" | "result">>,
    by: string,
    at: Instant,
    messages?: readonly Message[],
  ): Promise<SupportRequest | null>;
}
