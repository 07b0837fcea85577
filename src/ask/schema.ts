// The typed plan query: the only thing that is executed. The built-in understanding makes it, a language model may
// propose one; both are held to this schema.
import { z } from "zod";
import { type IsoDate, isIsoDate } from "../lib/time.ts";
import {
  CAUSES,
  LEVELS,
  MEASURE_KINDS,
  MECHANISMS,
  type MeasureId,
  type OrgId,
  OUTCOMES,
  PREREQUISITE_KINDS,
  RISKS,
  STATES,
  SUPPORT_TYPES,
} from "../plan/plan.ts";
import { isMonth, isWeek, type Month, type Week } from "../plan/week.ts";

export const INTENTS = [
  "status", // how something stands: plan, organisation, measure
  "figure", // one or more figures
  "series", // a figure month by month
  "breakdown", // a figure or a count by group
  "rank", // organisations or measures in order of a figure
  "list", // measures that fit
  "count",
  "share",
  "compare", // two or more subjects side by side
  "why",
  "since", // since when a state holds
  "changes", // what moved between two weeks
  "depends_on", // what a measure waits for
  "dependents", // what waits for a measure
  "at_risk", // decided effect behind an unmet prerequisite
  "needed", // per month, to reach the year's plan
  "reach", // whether an amount is reached by the forecast
  "what_if",
  "detail", // one attribute of a measure
  "staffing", // staffing and production of a unit
  "guard", // where the staffing–production sentences hold
  "coverage", // who has reported
  "missed", // units that missed weeks in a row
  "comments",
  "change_log",
  "support",
  "decisions",
  "assignments",
  "milestones",
  "upcoming",
  "persons",
  "causes", // how causes are spread
  "indicator",
  "budget",
  "definition",
  "data_age",
  "source",
  "trust", // is it true that …
  "org_list",
  "plan_info",
  "deadline",
  "public",
  "negotiation",
  "help",
  "hello",
  "thanks",
  "about_bot",
] as const;
export type Intent = (typeof INTENTS)[number];

export const FIGURES = [
  "potential",
  "decided",
  "planned",
  "planned_year",
  "forecast",
  "realised",
  "verified",
  "lost",
  "gap",
  "forecast_gap",
  "realisation_rate",
  "uncounted",
  "at_risk",
  "needed_per_month",
  "extra_cost",
  "staffing",
  "staffing_target",
  "staffing_gap",
  "staffing_change",
  "production",
  "production_plan",
  "production_rate",
  "production_change",
  "agency_cost",
  "overtime",
  "sick_leave",
  "coverage_rate",
  "count",
] as const;
export type Figure = (typeof FIGURES)[number];

export const DETAILS = [
  "owner",
  "start",
  "end",
  "participants",
  "prerequisites",
  "assumptions",
  "milestones",
  "consultation",
  "impact",
  "next_step",
  "done_by",
  "counter_indicator",
  "source",
  "replaced_by",
  "horizon",
  "kind",
  "mechanism",
  "theme",
  "special",
  "permanence",
  "decisions",
  "spread",
  "reported",
  "risks",
  "describe",
  "unit_share",
] as const;
export type Detail = (typeof DETAILS)[number];

const Id = z.string().min(1).max(200);
const Words = z.string().min(1).max(300);
const MonthText = z.string().refine((text): text is Month => isMonth(text)) as unknown as z.ZodType<Month>;
const WeekText = z.string().refine((text): text is Week => isWeek(text)) as unknown as z.ZodType<Week>;
const DateText = z.string().refine((text): text is IsoDate => isIsoDate(text)) as unknown as z.ZodType<IsoDate>;

export const Period = z.discriminatedUnion("is", [
  /** Just these months. */
  z.strictObject({ is: z.literal("months"), from: MonthText, to: MonthText }),
  /** t.o.m. */
  z.strictObject({ is: z.literal("through"), month: MonthText }),
  z.strictObject({ is: z.literal("year"), year: z.number().int().min(2000).max(2100) }),
  z.strictObject({ is: z.literal("weeks"), from: WeekText, to: WeekText }),
  z.strictObject({ is: z.literal("dates"), from: DateText.nullable(), to: DateText.nullable() }),
]);
export type Period = z.infer<typeof Period>;

const not = z.boolean().default(false);
export const Filter = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("state"), values: z.array(z.enum(STATES)).min(1), not }),
  z.strictObject({ on: z.literal("outcome"), values: z.array(z.enum(["green", "yellow", "red"])).min(1), not }),
  z.strictObject({ on: z.literal("horizon"), value: z.enum(["short", "long"]), not }),
  z.strictObject({ on: z.literal("kind"), values: z.array(z.enum(MEASURE_KINDS)).min(1), not }),
  z.strictObject({ on: z.literal("mechanism"), values: z.array(z.enum(MECHANISMS)).min(1), not }),
  z.strictObject({ on: z.literal("theme"), values: z.array(Words).min(1), not }),
  /** Of these measures, or (with `not`) of all but these. */
  z.strictObject({ on: z.literal("measure"), values: z.array(Id as unknown as z.ZodType<MeasureId>).min(1), not }),
  /** Owned at or below these organisations. */
  z.strictObject({ on: z.literal("owner"), values: z.array(Id as unknown as z.ZodType<OrgId>).min(1), not }),
  z.strictObject({ on: z.literal("cause"), values: z.array(z.enum(CAUSES)).min(1), not }),
  z.strictObject({ on: z.literal("impact"), values: z.array(z.enum(["no", "ongoing", "done"])).min(1), not }),
  z.strictObject({
    on: z.literal("consultation"),
    values: z.array(z.enum(["not_applicable", "informed", "ongoing", "done"])).min(1),
    not,
  }),
  z.strictObject({ on: z.literal("permanence"), value: z.enum(["permanent", "one_off"]), not }),
  z.strictObject({ on: z.literal("special"), not }),
  /** Has an amount of that stage. */
  z.strictObject({ on: z.literal("amount"), stage: z.enum(["potential", "decided", "extra_cost"]), not }),
  z.strictObject({ on: z.literal("prerequisite_unmet"), kinds: z.array(z.enum(PREREQUISITE_KINDS)), not }),
  z.strictObject({
    on: z.literal("assumption"),
    values: z.array(z.enum(["holds", "uncertain", "fails"])).min(1),
    /** To be reviewed within these days; without a day: from now on, or (`passed`) before now. */
    review: z.strictObject({ from: DateText.nullable(), to: DateText.nullable(), passed: z.boolean() }).optional(),
    not,
  }),
  z.strictObject({ on: z.literal("risk"), values: z.array(z.enum(RISKS)), not }),
  z.strictObject({ on: z.literal("support"), values: z.array(z.enum(SUPPORT_TYPES)), not }),
  /** The chef's colour and the outcome's are not the same. */
  z.strictObject({ on: z.literal("differs"), not }),
  z.strictObject({ on: z.literal("milestone_missed"), not }),
  z.strictObject({ on: z.literal("behind"), not }),
  /** Realised more than planned. */
  z.strictObject({ on: z.literal("ahead"), not }),
  /** What is believed of the year, set against what is planned for it. */
  z.strictObject({ on: z.literal("forecast"), side: z.enum(["over", "under"]), not }),
  /** Realised in percent of planned, over or under a line. */
  z.strictObject({ on: z.literal("rate"), side: z.enum(["over", "under"]), percent: z.number(), not }),
  /** Has given some effect; with `not`: decided, and has given none. */
  z.strictObject({ on: z.literal("yields"), not }),
  /** The end month has passed and it is not done. */
  z.strictObject({ on: z.literal("overdue"), not }),
  /** Start or end within a span of months. */
  z.strictObject({ on: z.literal("start"), from: MonthText.nullable(), to: MonthText.nullable(), not }),
  z.strictObject({ on: z.literal("end"), from: MonthText.nullable(), to: MonthText.nullable(), not }),
  /** State unchanged for at least so many weeks. */
  z.strictObject({ on: z.literal("unchanged"), weeks: z.number().int().min(1).max(520), not }),
  z.strictObject({ on: z.literal("amount_over"), figure: z.enum(["decided", "potential"]), mkr: z.number(), not }),
]);
export type Filter = z.infer<typeof Filter>;

export const GROUPS = [
  "month",
  "week",
  "region",
  "board",
  "administration",
  "area",
  "unit",
  "theme",
  "horizon",
  "state",
  "kind",
  "mechanism",
  "cause",
  "permanence",
  "measure",
] as const;
export type Group = (typeof GROUPS)[number];

const OrgIdText = Id as unknown as z.ZodType<OrgId>;
const MeasureIdText = Id as unknown as z.ZodType<MeasureId>;

export const PlanQuery = z.strictObject({
  intent: z.enum(INTENTS),
  figures: z.array(z.enum(FIGURES)).max(12).default([]),
  orgs: z.array(OrgIdText).max(60).default([]),
  measures: z.array(MeasureIdText).max(60).default([]),
  filters: z.array(Filter).max(12).default([]),
  period: Period.nullable().default(null),
  /** What the figure is set against. */
  against: z.enum(["plan", "last_year", "target", "previous"]).nullable().default(null),
  group: z.enum(GROUPS).nullable().default(null),
  order: z
    .strictObject({ by: z.enum(FIGURES), direction: z.enum(["most", "least"]) })
    .nullable()
    .default(null),
  limit: z.number().int().min(1).max(200).nullable().default(null),
  detail: z.enum(DETAILS).nullable().default(null),
  /** A production measure's own word, a term to define, an indicator, words looked for. */
  about: Words.nullable().default(null),
  /** Of reports: the missing ones, not those received; of support: open ones; … */
  missing: z.boolean().default(false),
  open: z.boolean().nullable().default(null),
  supportTypes: z.array(z.enum(SUPPORT_TYPES)).default([]),
  outcomes: z.array(z.enum(OUTCOMES)).default([]),
  mine: z.boolean().default(false),
  level: z.enum(LEVELS).nullable().default(null),
  /** An amount named in the question, mkr; a number of weeks; … */
  amount: z.number().nullable().default(null),
  assume: z
    .strictObject({
      start: MonthText.nullable(),
      end: MonthText.nullable(),
      /** So many months later (or, below 0, earlier). */
      shift: z.number().int().min(-120).max(120).nullable().default(null),
      /** Gives nothing at all, or nothing more than so far: what the forecast would be. */
      yields: z.enum(["nothing", "no_more"]).nullable().default(null),
      /** Gives so large a part of what is believed: 0.5 is half of its forecast. */
      part: z.number().min(0).max(1).nullable().default(null),
    })
    .nullable()
    .default(null),
  guard: z
    .enum([
      "kept_production",
      "both_fall",
      "up_but_production_falls",
      "not_reduced",
      "eaten_up",
      "stale",
      "warnings",
      "any",
    ])
    .nullable()
    .default(null),
  toState: z.array(z.enum(STATES)).default([]),
  /** Of changes: out of these states. */
  fromState: z.array(z.enum(STATES)).default([]),
});
export type PlanQuery = z.infer<typeof PlanQuery>;

/** A query with nothing but its intent. */
export function queryOf(intent: Intent, more: Partial<PlanQuery> = {}): PlanQuery {
  return {
    intent,
    figures: [],
    orgs: [],
    measures: [],
    filters: [],
    period: null,
    against: null,
    group: null,
    order: null,
    limit: null,
    detail: null,
    about: null,
    missing: false,
    open: null,
    supportTypes: [],
    outcomes: [],
    mine: false,
    level: null,
    amount: null,
    assume: null,
    guard: null,
    toState: [],
    fromState: [],
    ...more,
  };
}
