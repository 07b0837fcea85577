// The sheets and columns of a plan file (spec: data-format). One table that import, comparison and export all read.
import type { MeasureId, OrgId } from "../plan/plan.ts";
import { type Column, may, need, otherwise, withHeader } from "./column.ts";
import { amount, amountFromZero, number } from "./number-kinds.ts";
import { email, id, list, listed, plainId, text, word, yesNo } from "./text-kinds.ts";
import { date, moment, month, period, week } from "./time-kinds.ts";
import * as words from "./vocabulary.ts";

export type Columns = Readonly<Record<string, Column<unknown>>>;

type RowOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

export interface Sheet<C extends Columns = Columns> {
  readonly name: string;
  readonly required: boolean;
  readonly columns: C;
  /** The columns that together say which row it is, over time and between files. */
  readonly key: readonly string[];
  /** What a second row with the same key is. A list of the bot's own history may hold several. */
  readonly repeated: "fault" | "warning" | "allowed";
}

const REQUIRED = new Set(["Organisation", "Personer", "Åtgärder"]);
const REPEATED: Readonly<Record<string, Sheet["repeated"]>> = {
  // A second row is a new version, or just a second thing with the same wording.
  Rapporter: "allowed",
  Prognos: "allowed",
  Förutsättningar: "allowed",
  Antaganden: "allowed",
  Milstolpar: "allowed",
  Personer: "warning",
  Ersättare: "warning",
};

const org = id<OrgId>();
const measure = id<MeasureId>();
const ofMeasure = need("åtgärd", measure, "measure");
const ofUnit = need("enhet", org, "unit");

export const SHEETS = {
  orgs: sheet("Organisation", ["id"], {
    id: need("id", org),
    name: need("namn", text),
    level: need("nivå", word(words.LEVEL_WORDS)),
    parent: withHeader(may("överordnad", org, "org")),
    aliases: otherwise("alias", list(listed), []),
    budget: may("ram", amount),
  }),
  persons: sheet("Personer", ["email", "role", "org"], {
    email: need("e-post", email),
    name: need("namn", text),
    role: need("roll", word(words.ROLE_WORDS)),
    org: need("organisation", org, "org"),
    lang: otherwise("språk", word(words.LANG_WORDS), "sv"),
  }),
  deputies: sheet("Ersättare", ["email", "deputy", "from"], {
    email: need("e-post", email),
    deputy: need("ersättare", email),
    from: need("från", date),
    to: need("till", date),
  }),
  measures: sheet("Åtgärder", ["id"], {
    id: need("id", measure),
    title: need("titel", text),
    aliases: otherwise("alias", list(listed), []),
    owner: need("ägare", org, "unit"),
    theme: need("område", text),
    horizon: need("horisont", word(words.HORIZON_WORDS)),
    kind: may("typ", word(words.KIND_WORDS)),
    mechanism: may("mekanism", word(words.MECHANISM_WORDS)),
    potential: may("potential", amountFromZero),
    decided: may("beslutad", amountFromZero),
    extraCost: may("merkostnad", amount),
    permanence: may("varaktighet", word(words.PERMANENCE_WORDS)),
    start: may("start", month),
    end: may("slut", month),
    state: need("läge", word(words.STATE_WORDS, words.STATE_HINTS)),
    stateSince: may("läge sedan", date),
    special: otherwise("särskild aktivitet", yesNo, false),
    impactAssessment: may("konsekvensbedömning", word(words.IMPACT_WORDS)),
    consultation: may("samverkan", word(words.CONSULTATION_WORDS)),
    counterIndicator: may("motindikator", text),
    replacedBy: may("ersatt av", measure, "measure"),
    source: may("källa", text),
  }),
  participations: sheet("Deltagande", ["measure", "unit"], {
    measure: ofMeasure,
    unit: ofUnit,
    share: may("andel", amount),
  }),
  effects: sheet("Effekt", ["measure", "month"], {
    measure: ofMeasure,
    month: need("månad", month),
    planned: may("planerad", amountFromZero),
    realised: may("realiserad", amount),
    verified: otherwise("verifierad", yesNo, false),
  }),
  forecasts: sheet("Prognos", ["measure", "given"], {
    measure: ofMeasure,
    given: need("månad", month),
    year: need("årsprognos", amount),
  }),
  prerequisites: sheet("Förutsättningar", ["measure", "description"], {
    measure: ofMeasure,
    description: need("beskrivning", text),
    kind: may("slag", word(words.PREREQUISITE_WORDS)),
    dependsOn: may("beror på", measure, "measure"),
    met: need("uppfylld", word(words.MET_WORDS)),
    date: may("datum", date),
  }),
  assumptions: sheet("Antaganden", ["measure", "text"], {
    measure: ofMeasure,
    text: need("antagande", text),
    standing: need("läge", word(words.STANDING_WORDS)),
    review: may("omprövas", date),
  }),
  staffing: sheet("Bemanning", ["unit", "week"], {
    unit: ofUnit,
    week: need("vecka", week),
    fte: need("årsarbetare", number),
    target: may("mål", number),
    lastYear: may("fjolår", number),
    overtime: may("övertid", number),
    sickLeave: may("sjukfrånvaro", number),
  }),
  agency: sheet("Hyrpersonal", ["unit", "month"], {
    unit: ofUnit,
    month: need("månad", month),
    cost: need("kostnad", amount),
    plan: may("plan", amount),
  }),
  production: sheet("Produktion", ["unit", "week", "metric"], {
    unit: ofUnit,
    week: need("vecka", week),
    metric: need("mått", plainId),
    outcome: need("utfall", number),
    plan: may("plan", number),
    lastYear: may("fjolår", number),
  }),
  decisions: sheet("Beslut", ["id"], {
    id: need("id", plainId),
    date: need("datum", date),
    body: need("instans", text),
    paragraph: may("paragraf", text),
    registryNumber: may("diarienummer", text),
    measures: otherwise("gäller", list(measure), [], "measure"),
    outcome: need("utfall", word(words.OUTCOME_WORDS)),
    note: may("anteckning", text),
  }),
  assignments: sheet("Uppdrag", ["id"], {
    id: need("id", plainId),
    issuer: need("utfärdare", text),
    date: need("datum", date),
    text: need("text", text),
    responsible: may("ansvarig", org, "org"),
    reportBy: may("återrapport senast", date),
    status: may("status", word(words.STATUS_WORDS)),
  }),
  milestones: sheet("Milstolpar", ["measure", "name"], {
    measure: ofMeasure,
    name: need("milstolpe", text),
    date: need("datum", date),
    done: may("klar", date),
  }),
  indicators: sheet("Indikatorer", ["org", "period", "metric"], {
    org: need("organisation", org, "org"),
    period: need("period", period),
    metric: need("mått", plainId),
    outcome: need("utfall", number),
    target: may("mål", number),
    lastYear: may("fjolår", number),
    betterWhen: may("bättre när", word(words.BETTER_WORDS)),
  }),
  lines: sheet("Rapporter", ["unit", "measure", "week"], {
    unit: ofUnit,
    measure: ofMeasure,
    week: need("vecka", week),
    state: need("läge", word(words.STATE_WORDS, words.STATE_HINTS)),
    cause: may("orsak", word(words.CAUSE_WORDS)),
    nextStep: may("nästa steg", text),
    doneBy: may("klart senast", date),
    support: may("stöd", word(words.SUPPORT_WORDS)),
    risks: otherwise("risk", list(word(words.RISK_WORDS)), []),
    comment: may("kommentar", text),
    reportedAt: need("rapporterad", moment),
    by: need("av", email),
    insteadOf: may("ersättare för", email),
    mode: may("sätt", word(words.MODE_WORDS)),
  }),
  support: sheet("Stöd", ["id"], {
    id: need("id", plainId),
    unit: ofUnit,
    type: need("typ", word(words.SUPPORT_WORDS)),
    created: need("skapad", date),
    firstContact: may("första kontakt", date),
    closed: may("avslutad", date),
    result: may("resultat", text),
  }),
} as const;

export type SheetKey = keyof typeof SHEETS;

/** The rows of every sheet, by the names of `PlanFacts` (and the book's for the last ones). */
export type Rows = { readonly [K in SheetKey]: readonly RowOf<(typeof SHEETS)[K]["columns"]>[] };

export const SHEET_KEYS = Object.keys(SHEETS) as SheetKey[];

/** Any sheet's row, for what treats all sheets alike. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** A sheet as one of many, its row types put aside. */
export function sheetOf(key: SheetKey): Sheet {
  return SHEETS[key];
}

function sheet<C extends Columns>(name: string, key: (keyof C & string)[], columns: C): Sheet<C> {
  return { name, columns, key, required: REQUIRED.has(name), repeated: REPEATED[name] ?? "fault" };
}
