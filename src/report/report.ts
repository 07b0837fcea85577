// The door: formal reports from the plan, always as drafts.

import { defaultThrough } from "../plan/moment.ts";
import { orgOf } from "../plan/organisation.ts";
import type { OrgId, Plan } from "../plan/plan.ts";
import { mayExport, type Viewer } from "../plan/rights.ts";
import type { Month } from "../plan/week.ts";
import type { ReportDocument, ReportSection } from "./document.ts";
import { REPORT_KINDS, REPORT_MAKERS, type ReportKind } from "./kinds.ts";
import { monthlyBrief } from "./monthly-brief.ts";
import { WORDS } from "./words.ts";

export type { ReportDocument } from "./document.ts";
export { reportDocx } from "./docx.ts";

export interface ReportOrder {
  /** As the person wrote it. */
  readonly kind: string;
  /** Null: the whole plan. */
  readonly org: OrgId | null;
  /** Through which month; null: `ekonomi t.o.m.` */
  readonly month: Month | null;
}

export type Reported =
  | { readonly ok: true; readonly document: ReportDocument; readonly fileName: string }
  /** Nothing was made; `text` says why and what can be had instead. */
  | { readonly ok: false; readonly text: string };

/** A report as the viewer may have it. `plan` comes with no rights applied: they are applied here. */
export function makeReport(plan: Plan, viewer: Viewer, order: ReportOrder): Reported {
  const words = WORDS[viewer.lang];
  const kind = readKind(order.kind);
  if (!kind) return { ok: false, text: words.unknownKind(REPORT_KINDS) };
  const make = REPORT_MAKERS[kind];
  if (!make) return { ok: false, text: words.notYet(kind) };
  if (order.org !== null && !orgOf(plan.facts, order.org)) return { ok: false, text: words.unknownOrg(order.org) };
  if (!mayExport(plan.facts, viewer, order.org)) return { ok: false, text: words.notYours };
  const month = order.month ?? defaultThrough(plan);
  return { ok: true, document: make(plan, viewer, order.org, month), fileName: fileName(kind, order.org, month) };
}

/** "Underlag till månadsuppföljning" in headings and lines, for a dialog. */
export function briefLines(
  plan: Plan,
  viewer: Viewer,
): readonly { readonly heading: string; readonly lines: readonly string[] }[] {
  const document = monthlyBrief(plan, viewer, null, defaultThrough(plan));
  return document.sections.map((section) => ({ heading: section.heading, lines: linesOf(section) }));
}

/** The whole report as plain text. */
export function reportText(document: ReportDocument): string {
  const sections = document.sections.map((section) => [section.heading, ...linesOf(section)].join("\n"));
  return [`${document.mark} · ${document.title}`, document.subtitle, ...sections].join("\n\n");
}

/** A table row reads `name · head: cell · head: cell`. */
function linesOf({ paragraphs, table }: ReportSection): string[] {
  if (!table) return [...paragraphs];
  const rows = table.rows.map((row) =>
    row.map((text, column) => (column === 0 ? text : `${table.head[column]}: ${text}`)).join(" · "),
  );
  return [...paragraphs, ...rows];
}

function readKind(text: string): ReportKind | null {
  const wanted = text.trim().toLowerCase().normalize("NFC");
  return REPORT_KINDS.find((kind) => kind === wanted) ?? null;
}

function fileName(kind: ReportKind, org: OrgId | null, month: Month): string {
  const part = org === null ? "" : `-${org.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40)}`;
  return `${kind}${part}-${month}-utkast.docx`;
}
