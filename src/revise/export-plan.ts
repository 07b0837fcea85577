// A plan → files in the form it is imported in. Export → wipe → import gives an identical plan.
import type { OrgId, Plan, PlanHeader } from "../plan/plan.ts";
import { restrict } from "../plan/restrict.ts";
import { maySteer, type Viewer } from "../plan/rights.ts";
import type { OutCell } from "./cell.ts";
import { type ExportRows, narrowed } from "./narrow.ts";
import { PLAN_KEYS, PLAN_SHEET } from "./plan-sheet.ts";
import type { PlanFile } from "./read-files.ts";
import { type AnyRow, SHEET_KEYS, sheetOf } from "./sheets.ts";
import { type OutSheet, writeCsv, writeWorkbook } from "./write-files.ts";

export interface ExportWish {
  readonly form: "xlsx" | "csv";
  /** Null: everything, as for the planägare. Whether the viewer may export at all is for the caller to ask. */
  readonly viewer: Viewer | null;
  /** Only what lies at or below this organisation. */
  readonly scope: OrgId | null;
}

/** One workbook, or one CSV file per sheet; reports, forecasts and support requests included. */
export async function exportPlan(plan: Plan, wish: ExportWish): Promise<PlanFile[]> {
  // Nothing is kept from the planägare of the whole plan: it is they who will import it again.
  const viewer = wish.viewer && !maySteer(plan.facts, wish.viewer) ? wish.viewer : null;
  const seen = viewer ? restrict(plan, viewer) : plan;
  const sheets = outSheets(plan.facts.header, narrowed(rowsOf(seen), seen.facts, { viewer, scope: wish.scope }));
  return wish.form === "csv" ? sheets.map(writeCsv) : [await writeWorkbook("plan.xlsx", sheets)];
}

/** What has been given after `now` does not exist yet. */
function rowsOf({ facts, book, now }: Plan): ExportRows {
  return {
    ...facts,
    lines: book.lines.filter((line) => line.reportedAt <= now),
    forecasts: book.forecasts.filter(({ givenAt }) => givenAt === null || givenAt <= now),
    support: book.support,
  };
}

function outSheets(header: PlanHeader, rows: ExportRows): OutSheet[] {
  const pairs = Object.entries(PLAN_KEYS).map(([key, column]): OutCell[] => [
    column.name,
    column.write(header[key as keyof PlanHeader] as never, header.zone),
  ]);
  const plan = { name: PLAN_SHEET.name, header: ["nyckel", "värde"], rows: pairs };
  return [plan, ...SHEET_KEYS.map((key) => outSheet(key, rows, header.zone))];
}

function outSheet(key: (typeof SHEET_KEYS)[number], rows: ExportRows, zone: string): OutSheet {
  const sheet = sheetOf(key);
  const columns = Object.entries(sheet.columns);
  const written = (rows[key] as readonly object[]).map((row) =>
    columns.map(([field, column]) => column.write((row as AnyRow)[field], zone)),
  );
  return { name: sheet.name, header: columns.map(([, column]) => column.name), rows: written };
}
