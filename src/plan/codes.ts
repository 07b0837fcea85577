// The closed sets of the plan: what a cell may say (data-format.md "Words and codes"). Their words are in `words.ts`.

export const LANGS = ["sv", "en"] as const;
export type Lang = (typeof LANGS)[number];

export const LEVELS = ["region", "board", "administration", "area", "unit"] as const;
/** region · nämnd · förvaltning · verksamhetsområde · enhet */
export type Level = (typeof LEVELS)[number];

export const ROLES = [
  "line_manager",
  "area_manager",
  "administration_manager",
  "management",
  "plan_owner",
  "controller",
  "support_team",
  "reader",
] as const;
/** linjechef · verksamhetschef · förvaltningschef · ledningsgrupp · planägare · controller · förstärkningsteam · läsare */
export type Role = (typeof ROLES)[number];

export const STATES = [
  "not_started",
  "on_track",
  "deviation",
  "critical",
  "paused",
  "cancelled",
  "reverted",
  "done",
  "operational",
] as const;
/** läge: Ej påbörjad · Enligt plan (grön) · Avvikelse (gul) · Kritisk (röd) · Pausad · Avbruten · Återtagen · Genomförd · Ordinarie drift */
export type State = (typeof STATES)[number];

/** What a linjechef can set in a weekly report. */
export const REPORTABLE_STATES = ["on_track", "deviation", "critical", "paused", "done"] as const;
export type ReportableState = (typeof REPORTABLE_STATES)[number];

export const CAUSES = [
  "vacancy",
  "absence",
  "inflow",
  "prerequisite",
  "awaiting_decision",
  "awaiting_consultation",
  "other_unit",
  "supplier",
  "not_prioritised",
  "other",
] as const;
/** orsak, in the order of data-format.md */
export type Cause = (typeof CAUSES)[number];

export const SUPPORT_TYPES = [
  "scheduling",
  "training",
  "production_planning",
  "economy",
  "hr",
  "manager_decision",
] as const;
/** stöd: schemaläggningsstöd · utbildning · produktionsplanering · ekonomi · hr · beslut från min chef */
export type SupportType = (typeof SUPPORT_TYPES)[number];

export const RISKS = ["production", "patient_safety", "work_environment", "other_unit"] as const;
/** risk: produktionen minskar · patientsäkerhet · arbetsmiljö · påverkar annan enhet */
export type Risk = (typeof RISKS)[number];

export const MEASURE_KINDS = [
  "cost",
  "income",
  "task_shift",
  "way_of_working",
  "freed_time",
  "enabler",
  "quality",
] as const;
/** typ: kostnad · intäkt · uppgiftsväxling · arbetssätt · frigjord tid · möjliggörare · kvalitet */
export type MeasureKind = (typeof MEASURE_KINDS)[number];

export const MECHANISMS = [
  "presence",
  "agency",
  "purchasing",
  "drugs",
  "purchased_care",
  "fee",
  "premises",
  "other",
] as const;
/** mekanism: närvarotid · hyrpersonal · inköp · läkemedel · köpt vård · avgift · lokal · annat */
export type Mechanism = (typeof MECHANISMS)[number];

export const PREREQUISITE_KINDS = [
  "measure",
  "decision",
  "it",
  "premises",
  "consultation",
  "recruitment",
  "external",
  "way_of_working",
] as const;
/** slag: åtgärd · beslut · it · lokal · samverkan · rekrytering · extern · arbetssätt */
export type PrerequisiteKind = (typeof PREREQUISITE_KINDS)[number];

export const OUTCOMES = ["approved", "partly_approved", "sent_back", "tabled", "rejected", "withdrawn"] as const;
/** utfall: bifall · delvis bifall · återremiss · bordläggning · avslag · återtagande */
export type DecisionOutcome = (typeof OUTCOMES)[number];

export const REPORT_MODES = ["card", "no_news", "chat", "import"] as const;
/** sätt: kort · inget nytt · chatt · import */
export type ReportMode = (typeof REPORT_MODES)[number];
