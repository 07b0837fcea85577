// Arbitrary plans: everything a plan may hold, odd texts included, so that what goes out must come back.
import * as fc from "fast-check";
import type { Instant, IsoDate } from "../../../src/lib/time.ts";
import type { Sek } from "../../../src/plan/amount.ts";
import { createBook } from "../../../src/plan/book.ts";
import type {
  Email,
  Forecast,
  MeasureId,
  OrgId,
  Plan,
  PlanFacts,
  ReportLine,
  SupportRequest,
} from "../../../src/plan/plan.ts";
import * as codes from "../../../src/plan/plan.ts";
import { addMonths, addWeeks, type Month, type Week } from "../../../src/plan/week.ts";
import { bare, writable } from "../../../src/revise/text.ts";

const odd = fc.constantFrom(
  "=1+1",
  "-lista",
  "'=x",
  "@a",
  "+46",
  'säg "ja"',
  "a;b",
  "a,b",
  "rad 1\nrad 2",
  "_x0041_",
  "1.631",
  "<b>&amp;",
  "  x",
  "åäö",
  "a\u030a",
  "👩‍⚕️",
  "§ 148",
  "SANT",
  "constructor",
  "2026-10",
);
const anyText = fc
  .oneof(odd, fc.string({ unit: "grapheme", maxLength: 20 }), fc.lorem({ maxCount: 4 }))
  .map((text) => bare(writable(text)));
/** As a file can hold it: not empty. */
const text = anyText.map((value) => (value === "" || /^'+$/.test(value) ? "x" : value));
const alias = text.map((value) => value.replaceAll("|", "/")).filter((value) => bare(value) !== "");
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 });
const sek = fc.integer({ min: 0, max: 2_000_000_000 }).map((value) => value as Sek);
const signed = fc.integer({ min: -90_000_000, max: 900_000_000 }).map((value) => value as Sek);
const number = fc.oneof(
  fc.integer({ min: 0, max: 5000 }),
  fc.integer({ min: 0, max: 50_000_000 }).map((value) => value / 1e4),
);
const month = fc.nat(35).map((count) => addMonths("2026-01" as Month, count));
const week = fc.nat(104).map((count) => addWeeks("2026-W01" as Week, count));
const date = fc
  .tuple(month, fc.integer({ min: 1, max: 28 }))
  .map(([of, day]) => `${of}-${String(day).padStart(2, "0")}` as IsoDate);
const instant = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 10) }).map((value) => value as Instant);
const email = fc.nat(9).map((count) => `person${count}@plan.example` as Email);
const id = <T extends string>(prefix: string, count: number) =>
  fc.nat(count - 1).map((index) => `${prefix}${index}` as T);
const unique = <T extends object>(row: fc.Arbitrary<T>, ...keys: (keyof T)[]) =>
  fc.uniqueArray(row, { maxLength: 8, selector: (value) => keys.map((key) => String(value[key])).join("\n") });
const some = <T>(values: readonly T[]) => fc.constantFrom(...values);

const UNITS = 4;
const MEASURES = 6;
const unit = id<OrgId>("E", UNITS);
const measure = id<MeasureId>("Å-", MEASURES);
const period = <T extends string>(at: fc.Arbitrary<T>) =>
  fc.tuple(at, at).map(([a, b]) => (a < b ? [a, b] : [b, a]) as [T, T]);

const header = fc.record({
  name: text,
  from: fc.constant("2026-01-01" as IsoDate),
  to: fc.constant("2027-12-31" as IsoDate),
  decided: orNull(date),
  paragraph: orNull(text),
  registryNumber: orNull(text),
  zone: some(["Europe/Stockholm", "UTC"]),
  amountUnit: some(["mkr", "mnkr"] as const),
  economyThrough: orNull(month),
});

function org(orgId: string, level: codes.Level, parent: string | null): fc.Arbitrary<codes.Org> {
  const ids = {
    id: fc.constant(orgId as OrgId),
    level: fc.constant(level),
    parent: fc.constant(parent as OrgId | null),
  };
  return fc.record({ ...ids, name: text, aliases: fc.array(alias, { maxLength: 3 }), budget: orNull(signed) });
}

const orgs = fc.tuple(
  org("R", "region", null),
  org("N", "board", "R"),
  ...Array.from({ length: UNITS }, (_, index) => org(`E${index}`, "unit", index % 2 ? "N" : "R")),
);

function measureRow(index: number): fc.Arbitrary<codes.Measure> {
  const span = fc.option(period(month)).map((pair) => pair ?? [null, null]);
  return fc
    .record({
      id: fc.constant(`Å-${index}` as MeasureId),
      title: text,
      aliases: fc.array(alias, { maxLength: 3 }),
      owner: unit,
      theme: text,
      horizon: some(["short", "long"] as const),
      kind: orNull(some(codes.MEASURE_KINDS)),
      mechanism: orNull(some(codes.MECHANISMS)),
      potential: orNull(sek),
      decided: orNull(sek),
      extraCost: orNull(signed),
      permanence: orNull(some(["permanent", "one_off"] as const)),
      span,
      state: some(codes.STATES),
      stateSince: orNull(date),
      special: fc.boolean(),
      impactAssessment: orNull(some(["no", "ongoing", "done"] as const)),
      consultation: orNull(some(["not_applicable", "informed", "ongoing", "done"] as const)),
      counterIndicator: orNull(text),
      replacedBy: orNull(measure),
      source: orNull(text),
    })
    .map(({ span: [start, end], ...row }) => ({ ...row, start, end }));
}

const deputy = fc
  .record({ email, deputy: email, period: period(date) })
  .map(({ period: [from, to], ...row }) => ({ ...row, from, to }));
const series = { unit, week, plan: orNull(number), lastYear: orNull(number) };

const facts: fc.Arbitrary<PlanFacts> = fc.record({
  header,
  orgs,
  persons: unique(
    fc.record({ email, name: text, role: some(codes.ROLES), org: unit, lang: some(codes.LANGS) }),
    "email",
    "role",
    "org",
  ),
  deputies: unique(deputy, "email", "deputy", "from"),
  measures: fc.tuple(...Array.from({ length: MEASURES }, (_, index) => measureRow(index))),
  participations: unique(fc.record({ measure, unit, share: orNull(signed) }), "measure", "unit"),
  effects: unique(
    fc.record({ measure, month, planned: orNull(sek), realised: orNull(signed), verified: fc.boolean() }),
    "measure",
    "month",
  ),
  prerequisites: fc.array(
    fc.record({
      measure: fc.constant("Å-0" as MeasureId),
      description: text,
      kind: orNull(some(codes.PREREQUISITE_KINDS)),
      dependsOn: orNull(fc.constant("Å-1" as MeasureId)),
      met: some(["yes", "no", "partly"] as const),
      date: orNull(date),
    }),
    { maxLength: 4 },
  ),
  assumptions: fc.array(
    fc.record({ measure, text, standing: some(["holds", "uncertain", "fails"] as const), review: orNull(date) }),
    { maxLength: 4 },
  ),
  staffing: unique(
    fc.record({
      unit,
      week,
      fte: number,
      target: orNull(number),
      lastYear: orNull(number),
      overtime: orNull(number),
      sickLeave: orNull(number),
    }),
    "unit",
    "week",
  ),
  agency: unique(fc.record({ unit, month, cost: signed, plan: orNull(signed) }), "unit", "month"),
  production: unique(
    fc.record({ ...series, metric: some(["besök", "operationer", "vård dagar"]), outcome: number }),
    "unit",
    "week",
    "metric",
  ),
  decisions: unique(
    fc.record({
      id: id<string>("B-", 9),
      date,
      body: text,
      paragraph: orNull(text),
      registryNumber: orNull(text),
      measures: fc.array(measure, { maxLength: 3 }),
      outcome: some(codes.OUTCOMES),
      note: orNull(text),
    }),
    "id",
  ),
  assignments: unique(
    fc.record({
      id: id<string>("U-", 9),
      issuer: text,
      date,
      text,
      responsible: orNull(unit),
      reportBy: orNull(date),
      status: orNull(some(["open", "done"] as const)),
    }),
    "id",
  ),
  milestones: fc.array(fc.record({ measure, name: text, date, done: orNull(date) }), { maxLength: 4 }),
  indicators: unique(
    fc.record({
      org: unit,
      period: fc.oneof(week, month),
      metric: some(["väntande", "avgångar"]),
      outcome: number,
      target: orNull(number),
      lastYear: orNull(number),
      betterWhen: orNull(some(["higher", "lower"] as const)),
    }),
    "org",
    "period",
    "metric",
  ),
});

const line: fc.Arbitrary<ReportLine> = fc.record({
  unit,
  measure,
  week,
  state: some(codes.STATES),
  cause: orNull(some(codes.CAUSES)),
  nextStep: orNull(text),
  doneBy: orNull(date),
  support: orNull(some(codes.SUPPORT_TYPES)),
  risks: fc.subarray([...codes.RISKS]),
  comment: orNull(text),
  reportedAt: instant,
  by: email,
  insteadOf: orNull(email),
  mode: orNull(some(codes.REPORT_MODES)),
});
const forecast: fc.Arbitrary<Forecast> = fc.record({ measure, given: month, year: signed, givenAt: fc.constant(null) });
const request: fc.Arbitrary<SupportRequest> = fc.record({
  id: id<string>("S-", 9),
  unit,
  type: some(codes.SUPPORT_TYPES),
  created: date,
  firstContact: orNull(date),
  closed: orNull(date),
  result: orNull(text),
});

export const NOW = Date.UTC(2026, 10, 23) as Instant;

export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    facts,
    lines: unique(line, "unit", "measure", "week", "reportedAt"),
    forecasts: fc.array(forecast, { maxLength: 6 }),
    support: unique(request, "id"),
  })
  .map(({ facts: all, ...rows }) => ({ version: 1, facts: all, book: createBook(rows), now: NOW }));
