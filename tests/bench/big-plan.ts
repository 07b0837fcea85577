// A plan as large as a region's can be, made by chance that can be had again: names as people give them, two years of
// months, a year of weeks, and most units' reports for many weeks.
import { type Instant, type IsoDate, parseInstant } from "../../src/lib/time.ts";
import { createBook, type MutableBook } from "../../src/plan/book.ts";
import type { Email, Level, MeasureId, OrgId, PlanFacts, ReportLine, Role, State } from "../../src/plan/plan.ts";
import { addWeeks, type Week } from "../../src/plan/week.ts";
import { aPlan, type PlanBuilder } from "../helpers/a-plan.ts";
import { type Random, seeded } from "../prove/random.ts";

export interface BigPlan {
  readonly facts: PlanFacts;
  readonly book: MutableBook;
  /** Somebody of every role, and many linjechefer. */
  readonly askers: readonly string[];
}

export interface BigPlanSize {
  readonly measures: number;
  readonly units: number;
  readonly reportedWeeks: number;
}

export const LAST_WEEK = "2026-W47" as Week;
const WEEKS_OF_STAFFING = 52;
const WEEK_MS = 7 * 86_400_000;
const LAST_REPORTS = parseInstant("2026-11-19T10:00:00+01:00") as Instant;

const KINDS =
  "Vårdcentralen,Medicinmottagningen,Kirurgmottagningen,Ortopedavdelningen,Rehabenheten,Barnmottagningen,Ögonmottagningen,Dialysen,Psykiatrimottagningen,Folktandvården,Ambulansstationen,Röntgen,Laboratoriet,Hudmottagningen";
const HEADS = "Al,Björk,Ek,Gran,Hassel,Lind,Rönn,Sten,Ulv,Varg,Öst,Nor,Sör,Väster,Kvarn,Kyrk,Berg,Dal,Fors,Hag";
const TAILS = "by,vik,köping,sund,hult,torp,näs,ås,mo,strand,fors,åker";
const DEEDS =
  "Minska,Samordna,Digitalisera,Avveckla,Förenkla,Se över,Korta,Flytta,Slå ihop,Omförhandla,Schemalägg,Standardisera";
const THINGS =
  "hyrläkare,övertiden,jourlinjerna,vårdplatserna,lokalerna,provtagningen,remisserna,läkemedelsförråden,transporterna,utbildningarna,textilierna,receptionerna,sommarbemanningen,tolkarna,hjälpmedlen,kallelserna,journalsystemet,inköpen,kosten,administrationen";
const THEMES = "Bemanning,Läkemedel,Lokaler,Digitalisering,Inköp,Vårdproduktion,Ledning,Transporter";
const METRICS = "besök,operationer,undersökningar,vårdtillfällen";
const STATES: readonly State[] = ["on_track", "on_track", "on_track", "on_track", "deviation", "deviation", "critical"];

export function bigPlan({ measures, units, reportedWeeks }: BigPlanSize): BigPlan {
  const random = seeded(7);
  const plan = aPlan();
  const ids = organise(plan, units, random);
  const askers = person(plan, ids);
  const owners = Array.from({ length: measures }, (_, at) => ids.units[(at * 7) % units] ?? "SJH");
  for (const [at, owner] of owners.entries()) addMeasure(plan, at + 1, owner, random);
  for (const unit of ids.units) addFollowedWeeks(plan, unit, random);
  const lines = linesOf(owners, reportedWeeks, random);
  return { facts: plan.facts(), book: createBook({ lines }), askers };
}

interface Ids {
  readonly administrations: readonly string[];
  readonly areas: readonly string[];
  readonly units: readonly string[];
}

/** Twelve förvaltningar, ten areas in each, units with names that occur once. */
function organise(plan: PlanBuilder, units: number, random: Random): Ids {
  const places = HEADS.split(",").flatMap((head) => TAILS.split(",").map((tail) => head + tail));
  const kinds = KINDS.split(",");
  const add = (id: string, level: Level, parent: string, name: string) => {
    plan.org(id, level, parent, { name });
    return id;
  };
  const administrations = Array.from({ length: 12 }, (_, at) =>
    add(`F${at + 1}`, "administration", "HSN", `Förvaltningen ${places[random.below(20) * 12 + at] ?? at}`),
  );
  const areas = Array.from({ length: 120 }, (_, at) =>
    add(`V${at + 1}`, "area", administrations[at % 12] ?? "SJH", `Område ${kinds[at % 14]} ${places[at * 2 + 1]}`),
  );
  const named = Array.from({ length: units }, (_, at) => {
    const name = `${kinds[at % kinds.length]} ${places[Math.floor(at / kinds.length) % places.length]}`;
    return add(`E${at + 1}`, "unit", areas[at % areas.length] ?? "SJH", name);
  });
  return { administrations, areas, units: named };
}

function person(plan: PlanBuilder, { administrations, areas, units }: Ids): string[] {
  const held: [Role, string][] = [
    ["plan_owner", "REG"],
    ["controller", "REG"],
    ["management", "REG"],
    ["reader", "REG"],
    ...administrations.map((id): [Role, string] => ["administration_manager", id]),
    ...areas.map((id): [Role, string] => ["area_manager", id]),
    ...units.map((id): [Role, string] => ["line_manager", id]),
  ];
  for (const [role, org] of held) plan.person(emailOf(role, org), role, org, { name: `Kim ${org}` });
  return held.map(([role, org]) => emailOf(role, org));
}

function emailOf(role: Role, org: string): string {
  return `${role}.${org.toLowerCase()}@region.example`;
}

/** One in nine is still undecided; every fifth hangs on another. */
function addMeasure(plan: PlanBuilder, number: number, owner: string, random: Random): void {
  const id = `Å-${number}`;
  const pick = (list: string) => list.split(",")[random.below(list.split(",").length)] ?? "";
  const decided = number % 9 === 0 ? null : 1 + random.below(40) / 4;
  plan.measure(id, {
    owner,
    decided,
    potential: 1 + random.below(40),
    title: `${pick(DEEDS)} ${pick(THINGS)} i ${pick(HEADS)}${pick(TAILS)}`,
    theme: pick(THEMES),
    horizon: number % 3 === 0 ? "long" : "short",
    start: "2026-01",
    end: number % 2 === 0 ? "2026-12" : "2027-06",
  });
  plan.months(id, "2026-01", "2026-10", { planned: 0.1, realised: random.below(20) / 100 });
  plan.months(id, "2026-11", "2027-12", { planned: 0.1 });
  if (number % 5 === 0) plan.prerequisite(id, number % 2 === 0 ? "no" : "yes", { dependsOn: `Å-${number - 3}` });
  if (number % 4 === 0) plan.milestone(id, "2026-11-30", null, `Milstolpe ${number}`);
  if (number % 10 === 0) plan.decision(`B-${number}`, "2026-09-15", [id]);
  if (number % 6 === 0) plan.takesPart(id, `E${1 + random.below(300)}`);
  if (decided !== null) plan.forecast(id, "2026-10", decided * 0.8);
}

function addFollowedWeeks(plan: PlanBuilder, unit: string, random: Random): void {
  const fte = 20 + random.below(60);
  const metric = METRICS.split(",")[random.below(4)] ?? "besök";
  plan.staffing(unit, "2026-W46", WEEKS_OF_STAFFING, {
    fte,
    target: fte - 2,
    lastYear: fte + 1,
    overtime: 4,
    sickLeave: 6,
  });
  plan.production(unit, "2026-W46", WEEKS_OF_STAFFING, { metric, outcome: 100, plan: 110, lastYear: 104 });
  plan.agency(unit, "2026-10", random.below(30) / 10, 1);
}

/** Nine units in ten have reported each week. */
function linesOf(owners: readonly string[], weeks: number, random: Random): ReportLine[] {
  const lines: ReportLine[] = [];
  for (let back = weeks - 1; back >= 0; back--) {
    const week = addWeeks(LAST_WEEK, -back);
    const at = (LAST_REPORTS - back * WEEK_MS) as Instant;
    for (const [index, unit] of owners.entries())
      if ((index + back) % 10 !== 0) lines.push(lineOf(unit, `Å-${index + 1}`, week, at, random));
  }
  return lines;
}

export function lineOf(unit: string, measure: string, week: Week, at: Instant, random: Random): ReportLine {
  const state = STATES[random.below(STATES.length)] ?? "on_track";
  return {
    unit: unit as OrgId,
    measure: measure as MeasureId,
    week,
    state,
    cause: state === "on_track" ? null : random.below(2) === 0 ? "vacancy" : "supplier",
    nextStep: state === "on_track" ? null : "Ny plan",
    doneBy: state === "on_track" ? null : ("2026-12-15" as IsoDate),
    support: null,
    risks: [],
    comment: state === "critical" ? "Svårt att få tag på folk" : null,
    reportedAt: at,
    by: emailOf("line_manager", unit) as Email,
    insteadOf: null,
    mode: "card",
  };
}
