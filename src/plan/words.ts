// Pure. The plan's own words in both languages: every code that a person may read. The Swedish ones are those of the
// workbook (data-format.md, "Words and codes").

import type { Colour } from "./colour.ts";
import type { GuardSentence } from "./guard.ts";
import type {
  Assumption,
  Cause,
  DecisionOutcome,
  Lang,
  Measure,
  MeasureKind,
  Mechanism,
  Prerequisite,
  Risk,
  Role,
  State,
  SupportType,
} from "./plan.ts";

/** A word per language. */
export type Word = Readonly<Record<Lang, string>>;
type Words<Code extends string> = Readonly<Record<Code, Word>>;

export const STATE_WORDS: Words<State> = {
  not_started: { sv: "Ej påbörjad", en: "Not started" },
  on_track: { sv: "Enligt plan", en: "On track" },
  deviation: { sv: "Avvikelse", en: "Deviation" },
  critical: { sv: "Kritisk", en: "Critical" },
  paused: { sv: "Pausad", en: "Paused" },
  cancelled: { sv: "Avbruten", en: "Cancelled" },
  reverted: { sv: "Återtagen", en: "Reverted" },
  done: { sv: "Genomförd", en: "Done" },
  operational: { sv: "Ordinarie drift", en: "In regular operation" },
};

export const COLOUR_WORDS: Words<Colour> = {
  green: { sv: "Grön", en: "Green" },
  yellow: { sv: "Gul", en: "Yellow" },
  red: { sv: "Röd", en: "Red" },
};

export const CAUSE_WORDS: Words<Cause> = {
  vacancy: { sv: "vakans eller rekrytering", en: "vacancy or recruitment" },
  absence: { sv: "hög frånvaro", en: "high absence" },
  inflow: { sv: "ökat inflöde eller vårdtryck", en: "higher inflow or pressure on care" },
  prerequisite: { sv: "förutsättning saknas", en: "a prerequisite is missing" },
  awaiting_decision: { sv: "väntar på beslut", en: "awaiting a decision" },
  awaiting_consultation: { sv: "väntar på facklig samverkan", en: "awaiting union consultation" },
  other_unit: { sv: "beroende av annan enhet", en: "depends on another unit" },
  supplier: { sv: "leverantör", en: "supplier" },
  not_prioritised: { sv: "inte prioriterad", en: "not prioritised" },
  other: { sv: "annat", en: "other" },
};

export const SUPPORT_WORDS: Words<SupportType> = {
  scheduling: { sv: "schemaläggningsstöd", en: "scheduling support" },
  training: { sv: "utbildning", en: "training" },
  production_planning: { sv: "produktionsplanering", en: "production planning" },
  economy: { sv: "ekonomi", en: "finance" },
  hr: { sv: "hr", en: "HR" },
  manager_decision: { sv: "beslut från min chef", en: "a decision from my manager" },
};

export const RISK_WORDS: Words<Risk> = {
  production: { sv: "produktionen minskar", en: "production falls" },
  patient_safety: { sv: "patientsäkerhet", en: "patient safety" },
  work_environment: { sv: "arbetsmiljö", en: "work environment" },
  other_unit: { sv: "påverkar annan enhet", en: "affects another unit" },
};

export const ROLE_WORDS: Words<Role> = {
  line_manager: { sv: "linjechef", en: "line manager" },
  area_manager: { sv: "verksamhetschef", en: "area manager" },
  administration_manager: { sv: "förvaltningschef", en: "head of administration" },
  management: { sv: "ledningsgrupp", en: "management group" },
  plan_owner: { sv: "planägare", en: "plan owner" },
  controller: { sv: "controller", en: "controller" },
  support_team: { sv: "förstärkningsteam", en: "support team" },
  reader: { sv: "läsare", en: "reader" },
};

export const HORIZON_WORDS: Words<Measure["horizon"]> = {
  short: { sv: "kort", en: "short term" },
  long: { sv: "lång", en: "long term" },
};

export const KIND_WORDS: Words<MeasureKind> = {
  cost: { sv: "kostnad", en: "cost" },
  income: { sv: "intäkt", en: "income" },
  task_shift: { sv: "uppgiftsväxling", en: "task shifting" },
  way_of_working: { sv: "arbetssätt", en: "way of working" },
  freed_time: { sv: "frigjord tid", en: "freed time" },
  enabler: { sv: "möjliggörare", en: "enabler" },
  quality: { sv: "kvalitet", en: "quality" },
};

export const MECHANISM_WORDS: Words<Mechanism> = {
  presence: { sv: "närvarotid", en: "hours worked" },
  agency: { sv: "hyrpersonal", en: "hired staff" },
  purchasing: { sv: "inköp", en: "purchasing" },
  drugs: { sv: "läkemedel", en: "medicines" },
  purchased_care: { sv: "köpt vård", en: "purchased care" },
  fee: { sv: "avgift", en: "fees" },
  premises: { sv: "lokal", en: "premises" },
  other: { sv: "annat", en: "other" },
};

export const MET_WORDS: Words<Prerequisite["met"]> = {
  yes: { sv: "uppfylld", en: "met" },
  no: { sv: "inte uppfylld", en: "not met" },
  partly: { sv: "delvis uppfylld", en: "partly met" },
};

export const STANDING_WORDS: Words<Assumption["standing"]> = {
  holds: { sv: "gäller", en: "holds" },
  uncertain: { sv: "osäkert", en: "uncertain" },
  fails: { sv: "håller inte", en: "does not hold" },
};

export const OUTCOME_WORDS: Words<DecisionOutcome> = {
  approved: { sv: "bifall", en: "approved" },
  partly_approved: { sv: "delvis bifall", en: "partly approved" },
  sent_back: { sv: "återremiss", en: "sent back" },
  tabled: { sv: "bordläggning", en: "tabled" },
  rejected: { sv: "avslag", en: "rejected" },
  withdrawn: { sv: "återtagande", en: "withdrawn" },
};

export const IMPACT_WORDS: Words<NonNullable<Measure["impactAssessment"]>> = {
  no: { sv: "nej", en: "no" },
  ongoing: { sv: "pågår", en: "under way" },
  done: { sv: "klar", en: "done" },
};

export const CONSULTATION_WORDS: Words<NonNullable<Measure["consultation"]>> = {
  not_applicable: { sv: "ej aktuellt", en: "not applicable" },
  informed: { sv: "informerad", en: "informed" },
  ongoing: { sv: "pågår", en: "under way" },
  done: { sv: "klar", en: "done" },
};

export const PERMANENCE_WORDS: Words<NonNullable<Measure["permanence"]>> = {
  permanent: { sv: "varaktig", en: "permanent" },
  one_off: { sv: "engångs", en: "one-off" },
};

/** The stages of the effect ladder: no amount is shown without its word. */
/** The staffing–production sentences, word by word from data-format.md; `{week}` in `stale` is the week's text. */
export const GUARD_WORDS: Words<GuardSentence> = {
  stale: { sv: "Underlag saknas för {week}.", en: "Data is missing for {week}." },
  both_fall: {
    sv: "Bemanningen minskar men produktionen minskar också. Räkna inte detta som effekt förrän orsaken är känd.",
    en: "Staffing falls but so does production. Do not count this as effect until the cause is known.",
  },
  up_but_production_falls: {
    sv: "Bemanningen ökar medan produktionen minskar.",
    en: "Staffing rises while production falls.",
  },
  not_reduced: { sv: "Bemanningen har inte minskat ännu.", en: "Staffing has not fallen yet." },
  eaten_up: {
    sv: "Minskningen äts delvis upp av hyrpersonal/övertid.",
    en: "The reduction is partly eaten up by hired staff/overtime.",
  },
  kept_production: {
    sv: "Bemanningen minskar med bibehållen produktion.",
    en: "Staffing falls with production kept up.",
  },
};
