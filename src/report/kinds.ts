// The registry of report kinds: what `report <kind>` can be asked for, and who makes each.
import type { Lang, OrgId, Plan } from "../plan/plan.ts";
import type { Viewer } from "../plan/rights.ts";
import type { Month } from "../plan/week.ts";
import type { ReportDocument } from "./document.ts";
import { monthlyBrief } from "./monthly-brief.ts";

/** As they are named on the command line and in chat. */
export const REPORT_KINDS = [
  "nämndrapport",
  "återrapport",
  "tjänsteskrivelse",
  "slutredovisning",
  "månadsunderlag",
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Pure: a plan with no rights applied yet → the report of a part of it (null: the whole) through a month. */
export type ReportMaker = (plan: Plan, viewer: Viewer, org: OrgId | null, month: Month) => ReportDocument;

/** A kind that has no maker yet is known by name and honestly said to be missing. */
export const REPORT_MAKERS: Readonly<Partial<Record<ReportKind, ReportMaker>>> = {
  månadsunderlag: monthlyBrief,
};

/** What each is called in running text. */
export const REPORT_NAMES: Readonly<Record<ReportKind, Readonly<Record<Lang, string>>>> = {
  nämndrapport: { sv: "nämndrapport", en: "board report" },
  återrapport: { sv: "återrapport", en: "report back to the assembly" },
  tjänsteskrivelse: { sv: "tjänsteskrivelse", en: "official memorandum" },
  slutredovisning: { sv: "slutredovisning", en: "final report" },
  månadsunderlag: { sv: "underlag till månadsuppföljning", en: "material for the monthly follow-up" },
};
