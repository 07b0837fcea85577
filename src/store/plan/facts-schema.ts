// What a stored version must look like when it is read back: one schema per sheet.
import { z } from "zod";
import {
  LANGS,
  LEVELS,
  MEASURE_KINDS,
  MECHANISMS,
  OUTCOMES,
  type PlanFacts,
  PREREQUISITE_KINDS,
  ROLES,
  STATES,
} from "../../plan/plan.ts";

/** Text that carries a brand (an id, a date): it was checked when it was imported. */
function branded<T extends string>(): z.ZodType<T> {
  return z.string() as unknown as z.ZodType<T>;
}

function amount<T extends number>(): z.ZodType<T> {
  return z.number() as unknown as z.ZodType<T>;
}

function maybeBranded<T extends string>(): z.ZodType<T | null> {
  return z.string().nullable() as unknown as z.ZodType<T | null>;
}

function maybeAmount<T extends number>(): z.ZodType<T | null> {
  return z.number().nullable() as unknown as z.ZodType<T | null>;
}

function brandedList<T extends string>(): z.ZodType<readonly T[]> {
  return z.array(z.string()) as unknown as z.ZodType<readonly T[]>;
}

const text = z.string();
const optionalText = z.string().nullable();
const optionalNumber = z.number().nullable();

type Fields<Row> = { readonly [Name in keyof Row]: z.ZodType<Row[Name]> };
type Row<Sheet extends keyof PlanFacts> = PlanFacts[Sheet] extends readonly (infer One)[] ? One : PlanFacts[Sheet];

/** Checks that every field of the type has its schema, and no other. */
function rows<Sheet extends Exclude<keyof PlanFacts, "header">>(
  fields: Fields<Row<Sheet>>,
): z.ZodType<PlanFacts[Sheet]> {
  return z.array(z.object(fields)) as unknown as z.ZodType<PlanFacts[Sheet]>;
}

const header: Fields<PlanFacts["header"]> = {
  name: text,
  from: branded(),
  to: branded(),
  decided: maybeBranded(),
  paragraph: optionalText,
  registryNumber: optionalText,
  zone: text,
  amountUnit: z.enum(["mkr", "mnkr"]),
  economyThrough: maybeBranded(),
};

export const SHEETS: { readonly [Sheet in keyof PlanFacts]: z.ZodType<PlanFacts[Sheet]> } = {
  header: z.object(header) as unknown as z.ZodType<PlanFacts["header"]>,
  orgs: rows<"orgs">({
    id: branded(),
    name: text,
    level: z.enum(LEVELS),
    parent: maybeBranded(),
    aliases: z.array(text),
    budget: maybeAmount(),
  }),
  persons: rows<"persons">({
    email: branded(),
    name: text,
    role: z.enum(ROLES),
    org: branded(),
    lang: z.enum(LANGS),
  }),
  deputies: rows<"deputies">({ email: branded(), deputy: branded(), from: branded(), to: branded() }),
  measures: rows<"measures">({
    id: branded(),
    title: text,
    aliases: z.array(text),
    owner: branded(),
    theme: text,
    horizon: z.enum(["short", "long"]),
    kind: z.enum(MEASURE_KINDS).nullable(),
    mechanism: z.enum(MECHANISMS).nullable(),
    potential: maybeAmount(),
    decided: maybeAmount(),
    extraCost: maybeAmount(),
    permanence: z.enum(["permanent", "one_off"]).nullable(),
    start: maybeBranded(),
    end: maybeBranded(),
    state: z.enum(STATES),
    stateSince: maybeBranded(),
    special: z.boolean(),
    impactAssessment: z.enum(["no", "ongoing", "done"]).nullable(),
    consultation: z.enum(["not_applicable", "informed", "ongoing", "done"]).nullable(),
    counterIndicator: optionalText,
    replacedBy: maybeBranded(),
    source: optionalText,
  }),
  participations: rows<"participations">({ measure: branded(), unit: branded(), share: maybeAmount() }),
  effects: rows<"effects">({
    measure: branded(),
    month: branded(),
    planned: maybeAmount(),
    realised: maybeAmount(),
    verified: z.boolean(),
  }),
  prerequisites: rows<"prerequisites">({
    measure: branded(),
    description: text,
    kind: z.enum(PREREQUISITE_KINDS).nullable(),
    dependsOn: maybeBranded(),
    met: z.enum(["yes", "no", "partly"]),
    date: maybeBranded(),
  }),
  assumptions: rows<"assumptions">({
    measure: branded(),
    text,
    standing: z.enum(["holds", "uncertain", "fails"]),
    review: maybeBranded(),
  }),
  staffing: rows<"staffing">({
    unit: branded(),
    week: branded(),
    fte: z.number(),
    target: optionalNumber,
    lastYear: optionalNumber,
    overtime: optionalNumber,
    sickLeave: optionalNumber,
  }),
  agency: rows<"agency">({ unit: branded(), month: branded(), cost: amount(), plan: maybeAmount() }),
  production: rows<"production">({
    unit: branded(),
    week: branded(),
    metric: text,
    outcome: z.number(),
    plan: optionalNumber,
    lastYear: optionalNumber,
  }),
  decisions: rows<"decisions">({
    id: text,
    date: branded(),
    body: text,
    paragraph: optionalText,
    registryNumber: optionalText,
    measures: brandedList(),
    outcome: z.enum(OUTCOMES),
    note: optionalText,
  }),
  assignments: rows<"assignments">({
    id: text,
    issuer: text,
    date: branded(),
    text,
    responsible: maybeBranded(),
    reportBy: maybeBranded(),
    status: z.enum(["open", "done"]).nullable(),
  }),
  milestones: rows<"milestones">({ measure: branded(), name: text, date: branded(), done: maybeBranded() }),
  indicators: rows<"indicators">({
    org: branded(),
    period: branded(),
    metric: text,
    outcome: z.number(),
    target: optionalNumber,
    lastYear: optionalNumber,
    betterWhen: z.enum(["higher", "lower"]).nullable(),
  }),
};
