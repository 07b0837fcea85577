// Types only: a report in headings, sentences and tables. Plain JSON; it becomes a Word file or the text of a dialog.
import type { Lang } from "../plan/plan.ts";

export interface ReportDocument {
  readonly lang: Lang;
  readonly title: string;
  /** What it is about, for which month, and when it was made. */
  readonly subtitle: string;
  /** UTKAST: a named officer approves outside the bot. Stands on every page. */
  readonly mark: string;
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly table: ReportTable | null;
}

export interface ReportTable {
  readonly head: readonly string[];
  /** As many cells in each row as in `head`; the first names the row. */
  readonly rows: readonly (readonly string[])[];
}
