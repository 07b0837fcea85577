// The words of a plan file and the codes they stand for (spec: data-format). Label → code; the label is what is written.
import type {
  Assignment,
  Assumption,
  Cause,
  DecisionOutcome,
  Indicator,
  Lang,
  Level,
  Measure,
  MeasureKind,
  Mechanism,
  Prerequisite,
  PrerequisiteKind,
  ReportMode,
  Risk,
  Role,
  State,
  SupportType,
} from "../plan/plan.ts";

type Words<T extends string> = Readonly<Record<string, T>>;

export const LEVEL_WORDS: Words<Level> = {
  region: "region",
  nämnd: "board",
  förvaltning: "administration",
  verksamhetsområde: "area",
  enhet: "unit",
};

export const ROLE_WORDS: Words<Role> = {
  linjechef: "line_manager",
  verksamhetschef: "area_manager",
  förvaltningschef: "administration_manager",
  ledningsgrupp: "management",
  planägare: "plan_owner",
  controller: "controller",
  förstärkningsteam: "support_team",
  läsare: "reader",
};

export const STATE_WORDS: Words<State> = {
  "Ej påbörjad": "not_started",
  "Enligt plan": "on_track",
  Avvikelse: "deviation",
  Kritisk: "critical",
  Pausad: "paused",
  Avbruten: "cancelled",
  Återtagen: "reverted",
  Genomförd: "done",
  "Ordinarie drift": "operational",
};

/** The colours and verdicts that people say for a läge. */
export const STATE_HINTS: Readonly<Record<string, string>> = {
  grön: "Enligt plan",
  grönt: "Enligt plan",
  gul: "Avvikelse",
  gult: "Avvikelse",
  röd: "Kritisk",
  rött: "Kritisk",
  klar: "Genomförd",
  klart: "Genomförd",
  stoppad: "Avbruten",
};

export const CAUSE_WORDS: Words<Cause> = {
  "vakans eller rekrytering": "vacancy",
  "hög frånvaro": "absence",
  "ökat inflöde eller vårdtryck": "inflow",
  "förutsättning saknas": "prerequisite",
  "väntar på beslut": "awaiting_decision",
  "väntar på facklig samverkan": "awaiting_consultation",
  "beroende av annan enhet": "other_unit",
  leverantör: "supplier",
  "inte prioriterad": "not_prioritised",
  annat: "other",
};

export const SUPPORT_WORDS: Words<SupportType> = {
  schemaläggningsstöd: "scheduling",
  utbildning: "training",
  produktionsplanering: "production_planning",
  ekonomi: "economy",
  hr: "hr",
  "beslut från min chef": "manager_decision",
};

export const RISK_WORDS: Words<Risk> = {
  "produktionen minskar": "production",
  patientsäkerhet: "patient_safety",
  arbetsmiljö: "work_environment",
  "påverkar annan enhet": "other_unit",
};

export const KIND_WORDS: Words<MeasureKind> = {
  kostnad: "cost",
  intäkt: "income",
  uppgiftsväxling: "task_shift",
  arbetssätt: "way_of_working",
  "frigjord tid": "freed_time",
  möjliggörare: "enabler",
  kvalitet: "quality",
};

export const MECHANISM_WORDS: Words<Mechanism> = {
  närvarotid: "presence",
  hyrpersonal: "agency",
  inköp: "purchasing",
  läkemedel: "drugs",
  "köpt vård": "purchased_care",
  avgift: "fee",
  lokal: "premises",
  annat: "other",
};

export const PREREQUISITE_WORDS: Words<PrerequisiteKind> = {
  åtgärd: "measure",
  beslut: "decision",
  it: "it",
  lokal: "premises",
  samverkan: "consultation",
  rekrytering: "recruitment",
  extern: "external",
  arbetssätt: "way_of_working",
};

export const OUTCOME_WORDS: Words<DecisionOutcome> = {
  bifall: "approved",
  "delvis bifall": "partly_approved",
  återremiss: "sent_back",
  bordläggning: "tabled",
  avslag: "rejected",
  återtagande: "withdrawn",
};

export const MODE_WORDS: Words<ReportMode> = { kort: "card", "inget nytt": "no_news", chatt: "chat", import: "import" };
export const LANG_WORDS: Words<Lang> = { sv: "sv", en: "en" };
export const HORIZON_WORDS: Words<Measure["horizon"]> = { kort: "short", lång: "long" };
export const PERMANENCE_WORDS: Words<NonNullable<Measure["permanence"]>> = {
  varaktig: "permanent",
  engångs: "one_off",
};
export const MET_WORDS: Words<Prerequisite["met"]> = { ja: "yes", nej: "no", delvis: "partly" };
export const BETTER_WORDS: Words<NonNullable<Indicator["betterWhen"]>> = { högre: "higher", lägre: "lower" };
export const STATUS_WORDS: Words<NonNullable<Assignment["status"]>> = { öppet: "open", klart: "done" };

export const IMPACT_WORDS: Words<NonNullable<Measure["impactAssessment"]>> = {
  nej: "no",
  pågår: "ongoing",
  klar: "done",
};

export const CONSULTATION_WORDS: Words<NonNullable<Measure["consultation"]>> = {
  "ej aktuellt": "not_applicable",
  informerad: "informed",
  pågår: "ongoing",
  klar: "done",
};

export const STANDING_WORDS: Words<Assumption["standing"]> = {
  gäller: "holds",
  osäkert: "uncertain",
  "håller inte": "fails",
};
