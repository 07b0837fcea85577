// A small plan, told as a story. Amounts in mkr, times at the plan's wall clock.
//
//     const plan = aPlan()
//       .unit("U1")
//       .measure("M1", { owner: "U1", decided: 12 })
//       .months("M1", "2026-01", "2026-10", { planned: 1, realised: 0.8 })
//       .report("U1", "M1", "2026-W46", "deviation", { cause: "vacancy" })
//       .at("2026-11-23T09:00:00+01:00");
//
// What every plan has from the start: REG (region) > HSN (nämnd) > SJH (förvaltning), economy closed through 2026-10.
import { type Instant, type IsoDate, instantAt, parseInstant, type WallTime } from "../../src/lib/time.ts";
import { type Sek, sekFromMkr } from "../../src/plan/amount.ts";
import { createBook, type MutableBook } from "../../src/plan/book.ts";
import type {
  Agency,
  Assumption,
  Decision,
  Email,
  Forecast,
  Level,
  Measure,
  MeasureId,
  Milestone,
  Org,
  OrgId,
  PersonRow,
  Plan,
  PlanFacts,
  PlanHeader,
  Prerequisite,
  Production,
  ReportLine,
  Role,
  Staffing,
  State,
  SupportRequest,
} from "../../src/plan/plan.ts";
import { addWeeks, dayOfWeek, type Month, monthsThrough, type Week } from "../../src/plan/week.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Lists = { [K in keyof Omit<PlanFacts, "header">]: PlanFacts[K][number][] };
/** Amounts as numbers in mkr, dates and ids as plain text. */
type MeasureWords = Partial<
  Omit<Measure, "id" | "owner" | "potential" | "decided" | "extraCost" | "start" | "end" | "stateSince">
> & {
  readonly owner: string;
  readonly potential?: number | null;
  readonly decided?: number | null;
  readonly extraCost?: number | null;
  readonly start?: string | null;
  readonly end?: string | null;
  readonly stateSince?: string | null;
};
type MonthWords = {
  readonly planned?: number | null;
  readonly realised?: number | null;
  readonly verified?: boolean;
};

const mkrOrNull = (value: number | null | undefined): Sek | null =>
  value === null || value === undefined ? null : sekFromMkr(value);

export class PlanBuilder {
  readonly #header: Writable<PlanHeader> = {
    name: "En plan",
    from: "2026-01-01" as IsoDate,
    to: "2027-12-31" as IsoDate,
    decided: null,
    paragraph: null,
    registryNumber: null,
    zone: "Europe/Stockholm",
    amountUnit: "mkr",
    economyThrough: "2026-10" as Month,
  };
  readonly #facts: Lists = {
    orgs: [],
    persons: [],
    deputies: [],
    measures: [],
    participations: [],
    effects: [],
    prerequisites: [],
    assumptions: [],
    staffing: [],
    agency: [],
    production: [],
    decisions: [],
    assignments: [],
    milestones: [],
    indicators: [],
  };
  readonly #lines: ReportLine[] = [];
  readonly #forecasts: Forecast[] = [];
  readonly #support: SupportRequest[] = [];

  header(changes: Partial<PlanHeader>): this {
    Object.assign(this.#header, changes);
    return this;
  }

  org(id: string, level: Level, parent: string | null, more: Partial<Org> = {}): this {
    const org = { id: id as OrgId, name: id, level, parent: parent as OrgId | null, aliases: [], budget: null };
    this.#facts.orgs.push({ ...org, ...more });
    return this;
  }

  unit(id: string, parent = "SJH", more: Partial<Org> = {}): this {
    return this.org(id, "unit", parent, more);
  }

  person(email: string, role: Role, org: string, more: Partial<PersonRow> = {}): this {
    this.#facts.persons.push({ email: email as Email, name: email, role, org: org as OrgId, lang: "sv", ...more });
    return this;
  }

  /** `deputy` stands in for `email`; both dates included. */
  deputy(email: string, deputy: string, from: string, to: string): this {
    const period = { from: from as IsoDate, to: to as IsoDate };
    this.#facts.deputies.push({ email: email as Email, deputy: deputy as Email, ...period });
    return this;
  }

  measure(id: string, words: MeasureWords): this {
    const { owner, potential, decided, extraCost, start, end, stateSince, ...more } = words;
    this.#facts.measures.push({
      title: id,
      aliases: [],
      theme: "Bemanning",
      horizon: "short",
      kind: null,
      mechanism: null,
      permanence: null,
      state: "on_track",
      special: false,
      impactAssessment: null,
      consultation: null,
      counterIndicator: null,
      replacedBy: null,
      source: null,
      ...more,
      id: id as MeasureId,
      owner: owner as OrgId,
      potential: mkrOrNull(potential),
      decided: mkrOrNull(decided),
      extraCost: mkrOrNull(extraCost),
      start: (start ?? null) as Month | null,
      end: (end ?? null) as Month | null,
      stateSince: (stateSince ?? null) as IsoDate | null,
    });
    return this;
  }

  takesPart(measure: string, unit: string, share: number | null = null): this {
    this.#facts.participations.push({ measure: measure as MeasureId, unit: unit as OrgId, share: mkrOrNull(share) });
    return this;
  }

  month(measure: string, month: string, words: MonthWords): this {
    const row = { measure: measure as MeasureId, month: month as Month, verified: words.verified ?? false };
    this.#facts.effects.push({ ...row, planned: mkrOrNull(words.planned), realised: mkrOrNull(words.realised) });
    return this;
  }

  /** The same for every month from `from` through `to`. */
  months(measure: string, from: string, to: string, words: MonthWords): this {
    for (const month of monthsThrough(from as Month, to as Month)) this.month(measure, month, words);
    return this;
  }

  forecast(measure: string, given: string, year: number, givenAt: string | null = null): this {
    const at = givenAt === null ? null : parseInstant(givenAt);
    const row = { measure: measure as MeasureId, given: given as Month, year: sekFromMkr(year), givenAt: at };
    this.#forecasts.push(row);
    return this;
  }

  prerequisite(measure: string, met: Prerequisite["met"], more: { dependsOn?: string; date?: string } = {}): this {
    this.#facts.prerequisites.push({
      measure: measure as MeasureId,
      description: "",
      kind: more.dependsOn === undefined ? null : "measure",
      dependsOn: (more.dependsOn ?? null) as MeasureId | null,
      met,
      date: (more.date ?? null) as IsoDate | null,
    });
    return this;
  }

  assumption(measure: string, standing: Assumption["standing"], text = ""): this {
    this.#facts.assumptions.push({ measure: measure as MeasureId, text, standing, review: null });
    return this;
  }

  milestone(measure: string, date: string, done: string | null = null, name = "Milstolpe"): this {
    const row: Milestone = { measure: measure as MeasureId, name, date: date as IsoDate, done: done as IsoDate | null };
    this.#facts.milestones.push(row);
    return this;
  }

  /** The same for `count` weeks, the last of them `last`. */
  staffing(unit: string, last: string, count: number, words: Partial<Staffing> & { readonly fte: number }): this {
    for (const week of weeksTo(last, count)) {
      const row = { unit: unit as OrgId, week, target: null, lastYear: null, overtime: null, sickLeave: null };
      this.#facts.staffing.push({ ...row, ...words });
    }
    return this;
  }

  production(
    unit: string,
    last: string,
    count: number,
    words: Partial<Production> & { readonly outcome: number },
  ): this {
    for (const week of weeksTo(last, count)) {
      const row = { unit: unit as OrgId, week, metric: "besök", plan: null, lastYear: null };
      this.#facts.production.push({ ...row, ...words });
    }
    return this;
  }

  agency(unit: string, month: string, cost: number, plan: number | null = null): this {
    const row: Agency = { unit: unit as OrgId, month: month as Month, cost: sekFromMkr(cost), plan: mkrOrNull(plan) };
    this.#facts.agency.push(row);
    return this;
  }

  decision(id: string, date: string, measures: readonly string[], outcome: Decision["outcome"] = "approved"): this {
    const row = { id, date: date as IsoDate, body: "HSN", paragraph: null, registryNumber: null, note: null };
    this.#facts.decisions.push({ ...row, measures: measures as readonly MeasureId[], outcome });
    return this;
  }

  /** A line of a weekly report; came in on the Thursday of its week at 10.00 unless `at` says otherwise. */
  report(
    unit: string,
    measure: string,
    week: string,
    state: State,
    more: Partial<ReportLine> & { readonly at?: string } = {},
  ): this {
    const { at, ...words } = more;
    this.#lines.push({
      unit: unit as OrgId,
      measure: measure as MeasureId,
      week: week as Week,
      state,
      cause: null,
      nextStep: null,
      doneBy: null,
      support: null,
      risks: [],
      comment: null,
      reportedAt: at === undefined ? thursdayOf(week as Week) : (parseInstant(at) as Instant),
      by: `chef.${unit.toLowerCase()}@example.org` as Email,
      insteadOf: null,
      mode: "card",
      ...words,
    });
    return this;
  }

  support(id: string, unit: string, created: string, more: Partial<SupportRequest> = {}): this {
    const request = { id, unit: unit as OrgId, type: "scheduling", created: created as IsoDate } as const;
    this.#support.push({ ...request, firstContact: null, closed: null, result: null, ...more });
    return this;
  }

  facts(): PlanFacts {
    return { header: { ...this.#header }, ...structuredClone(this.#facts) };
  }

  book(): MutableBook {
    return createBook({ lines: this.#lines, forecasts: this.#forecasts, support: this.#support });
  }

  /** The plan as known at `now`. */
  at(now = "2026-11-23T09:00:00+01:00"): Plan & { readonly book: MutableBook } {
    return { version: 1, facts: this.facts(), book: this.book(), now: parseInstant(now) as Instant };
  }
}

export function aPlan(): PlanBuilder {
  return new PlanBuilder()
    .org("REG", "region", null, { name: "Regionen" })
    .org("HSN", "board", "REG", { name: "Nämnden" })
    .org("SJH", "administration", "HSN", { name: "Sjukhuset" });
}

function weeksTo(last: string, count: number): Week[] {
  return Array.from({ length: count }, (_, at) => addWeeks(last as Week, at + 1 - count));
}

function thursdayOf(week: Week): Instant {
  return instantAt(dayOfWeek(week, 4), "10:00" as WallTime, "Europe/Stockholm");
}
