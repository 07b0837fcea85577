// Types only: what a person can ask the bot to do. `ask/` understands it from words and returns it inside a `confirm`;
// after Ja the verb that owns it does it. Plain JSON, so that it can wait in the database.
import type { IsoDate } from "../lib/time.ts";
import type { Cause, Email, MeasureId, OrgId, ReportableState, Risk, SupportType } from "./plan.ts";
import type { Month, Week } from "./week.ts";

export interface ReportedLine {
  readonly measure: MeasureId;
  readonly state: ReportableState;
  readonly cause: Cause | null;
  readonly nextStep: string | null;
  readonly doneBy: IsoDate | null;
  readonly support: SupportType | null;
  readonly risks: readonly Risk[];
  readonly comment: string | null;
}

export type Action =
  /** Lines not named keep last week's answer ("allt grönt" names every line). */
  | { readonly do: "report"; readonly unit: OrgId; readonly week: Week; readonly lines: readonly ReportedLine[] }
  /** Reminds the units that have not answered; empty list = all of them. */
  | { readonly do: "remind"; readonly week: Week; readonly units: readonly OrgId[] }
  | { readonly do: "support"; readonly unit: OrgId; readonly type: SupportType }
  | { readonly do: "export"; readonly form: "xlsx" | "csv"; readonly scope: OrgId | null }
  | { readonly do: "pause_reminders"; readonly until: IsoDate }
  | { readonly do: "deputy"; readonly deputy: Email; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly do: "bind_channel" }
  /** A `RhythmSettings` key and its new value. */
  | { readonly do: "set"; readonly key: string; readonly value: string | number | readonly string[] }
  | { readonly do: "alias"; readonly alias: string; readonly measure: MeasureId | null; readonly org: OrgId | null }
  | { readonly do: "preview_digest"; readonly week: Week }
  | { readonly do: "withdraw_digest"; readonly week: Week }
  /** Posts the week's digest anew as a corrected version. */
  | { readonly do: "correct_digest"; readonly week: Week }
  /** Marks what a measure has realised in these months as verified. */
  | { readonly do: "verify"; readonly measure: MeasureId; readonly from: Month; readonly to: Month }
  | { readonly do: "test_round" }
  /** What became of the messages of a week whose end is unknown: `queued` sends them once more. */
  | { readonly do: "settle_unsure"; readonly week: Week; readonly how: "queued" | "sent" };
