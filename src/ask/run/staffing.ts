// Pure. Staffing and production of units, and the sentences that may be said about them.
import type { Sek } from "../../plan/amount.ts";
import { agencyOf, productionOf, staffingOf } from "../../plan/facts.ts";
import { monthText, weekText } from "../../plan/format.ts";
import type { Guard, GuardSentence } from "../../plan/guard.ts";
import { guardFor, guardsFor } from "./guards.ts";
import { orgOf, regionOf, unitsUnder } from "../../plan/organisation.ts";
import type { OrgId } from "../../plan/plan.ts";
import { GUARD_WORDS } from "../../plan/words.ts";
import type { Week } from "../../plan/week.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import * as words from "../words/staffing-words.ts";
import { ownUnits } from "./list.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { orgName, type World } from "./world.ts";

type Series = keyof typeof words.SERIES;

export function runStaffing(world: World, query: PlanQuery, pen: Pen): Result {
  const region = regionOf(world.plan.facts)?.id;
  const asked = query.orgs.length > 0 ? query.orgs : query.mine ? ownUnits(world) : region ? [region] : [];
  const figures = query.figures.length > 0 ? query.figures : (["staffing"] as const);
  const parts = asked.map((org) => orgStaffing(world, org, figures, query, pen));
  return { lines: parts.flatMap((part) => part.lines), orgs: [...new Set([...query.orgs, ...parts.flatMap((part) => part.orgs ?? [])])] };
}

function orgStaffing(world: World, org: OrgId, figures: readonly Figure[], query: PlanQuery, pen: Pen): Result {
  const guard = guardFor(world, org);
  const hasOwn = guard.staffing !== null || guard.production.length > 0 || guard.agency !== null;
  const level = orgOf(world.plan.facts, org)?.level;
  if (hasOwn || level === "unit") return { lines: unitLines(world, guard, figures, query, pen), orgs: [org] };
  return belowLines(world, org, figures, query, pen);
}

function unitLines(world: World, guard: Guard, figures: readonly Figure[], query: PlanQuery, pen: Pen): string[] {
  const name = orgName(world, guard.unit);
  const lines: string[] = [];
  if (query.group === "week" || query.group === "month") lines.push(...weekLines(world, guard, query, pen));
  for (const figure of figures) lines.push(...figureLines(world, guard, figure, name, query, pen));
  // Staffing and production are never told alone.
  if (figures.includes("staffing") && !figures.includes("production") && guard.staffing) lines.push(...productionLines(world, guard, null, null, pen).slice(0, 1));
  if (figures.includes("production") && !figures.includes("staffing") && guard.production.length > 0) lines.push(...staffingLines(world, guard, name, pen));
  if (figures.some((figure) => figure === "staffing" || figure === "production")) lines.push(...sentenceLines(world, guard));
  return [...new Set(lines)];
}

function figureLines(world: World, guard: Guard, figure: Figure, name: string, query: PlanQuery, pen: Pen): string[] {
  const { lang } = world;
  const of: Of = { subject: guard.unit };
  const missing = (series: Series): string[] => [words.missingLine(lang, name, words.SERIES[series][lang], words.FROM[series][lang])];
  const through = guard.staffing?.weeks.at(-1);
  switch (figure) {
    case "overtime":
      if (guard.staffing?.overtime == null || !through) return missing("overtime");
      return [words.overtimeLine(lang, name, pen.percent("overtime", guard.staffing.overtime, { ...of, period: through }, 1), guard.staffing.overtimeBefore === null ? null : pen.percent("overtime", guard.staffing.overtimeBefore, { ...of, period: "before" }, 1), weekText(through, lang, world.today))];
    case "sick_leave":
      if (guard.staffing?.sickLeave == null || !through) return missing("sick_leave");
      return [words.sickLine(lang, name, pen.percent("sick_leave", guard.staffing.sickLeave, { ...of, period: through }, 1), weekText(through, lang, world.today))];
    case "agency_cost":
      return agencyLines(world, guard, name, query, pen) ?? missing("agency_cost");
    case "production":
      return guard.production.length === 0 ? missing("production") : productionLines(world, guard, name, query.about, pen);
    default:
      return guard.staffing ? staffingLines(world, guard, name, pen) : missing("staffing");
  }
}

export function staffingLines(world: World, guard: Guard, name: string, pen: Pen): string[] {
  const { staffing } = guard;
  const through = staffing?.weeks.at(-1);
  if (!staffing || !through) return [];
  const of: Of = { subject: guard.unit, period: through };
  return [
    words.staffingLine(
      world.lang, name,
      pen.number("staffing", staffing.fte, "åa", of),
      staffing.target === null ? null : pen.number("staffing_target", staffing.target, "åa", of),
      staffing.gap === null ? null : words.signed(pen.number("staffing_gap", staffing.gap, "åa", of)),
      null,
      staffing.change === null ? null : pen.change("staffing_change", staffing.change, of),
      weekText(through, world.lang, world.today),
    ),
  ];
}

export function productionLines(world: World, guard: Guard, name: string | null, metric: string | null, pen: Pen): string[] {
  const wanted = metric === null ? guard.production : guard.production.filter((one) => one.metric === metric);
  const shown = wanted.length > 0 ? wanted : guard.production;
  return shown.flatMap((production) => {
    const through = production.weeks.at(-1);
    if (!through) return [];
    const of: Of = { subject: guard.unit, period: through, ...(production !== guard.production[0] && { filter: production.metric }) };
    return [
      words.productionLine(
        world.lang, name,
        pen.number("production", production.outcome, production.metric, of, Number.isInteger(production.outcome) ? 0 : 1),
        production.metric,
        production.plan === null ? null : pen.number("production_plan", production.plan, production.metric, of, Number.isInteger(production.plan) ? 0 : 1),
        production.rate === null ? null : pen.percent("production_rate", production.rate, of),
        production.change === null ? null : pen.change("production_change", production.change, of),
        weekText(through, world.lang, world.today),
      ),
    ];
  });
}

function agencyLines(world: World, guard: Guard, name: string, query: PlanQuery, pen: Pen): string[] | null {
  const named = query.period?.is === "months" ? query.period.to : query.period?.is === "through" ? query.period.month : null;
  const rows = agencyOf(world.plan.facts, guard.unit);
  if (rows.length === 0) return null;
  if (named !== null) {
    const at = rows.findIndex((row) => row.month === named);
    const row = rows[at];
    if (!row) return [`${name}: ${words.otherMonth(world.lang, monthText(named, world.lang, world.today))}`];
    const of: Of = { subject: guard.unit, period: row.month };
    return [words.agencyLine(world.lang, name, pen.mkr("agency_cost", row.cost, of, 2), row.plan === null ? null : pen.mkr("agency_cost", row.plan, { ...of, filter: "plan" }, 2), rows[at - 1] ? pen.mkr("agency_cost", (rows[at - 1] as typeof row).cost, { ...of, period: (rows[at - 1] as typeof row).month }, 2) : null, monthText(row.month, world.lang, world.today))];
  }
  const { agency } = guard;
  if (!agency) return null;
  const of: Of = { subject: guard.unit, period: agency.month };
  return [words.agencyLine(world.lang, name, pen.mkr("agency_cost", agency.cost, of, 2), agency.plan === null ? null : pen.mkr("agency_cost", agency.plan, { ...of, filter: "plan" }, 2), agency.before === null ? null : pen.mkr("agency_cost", agency.before, { ...of, period: "before" }, 2), monthText(agency.month, world.lang, world.today))];
}

export function sentenceLines(world: World, guard: Guard): string[] {
  return guard.sentences.map((sentence) => sentenceText(world, sentence, guard.staleWeek));
}

function sentenceText(world: World, sentence: GuardSentence, week: Week | null): string {
  return GUARD_WORDS[sentence][world.lang].replace("{week}", week ? weekText(week, world.lang, world.today) : "");
}

/** One line with both figures and what may be said: for lists of units. */
export function guardLine(world: World, guard: Guard, pen: Pen): string {
  const name = orgName(world, guard.unit);
  const change = guard.staffing?.change;
  const production = guard.production[0];
  const parts = [
    change === null || change === undefined ? null : `${world.lang === "sv" ? "bemanning" : "staffing"} ${pen.change("staffing_change", change, { subject: guard.unit })}`,
    production?.change === null || production?.change === undefined ? null : `${production.metric} ${pen.change("production_change", production.change, { subject: guard.unit })}`,
  ].filter(Boolean);
  return `• ${name}: ${parts.join(", ")}`;
}

// For förvaltning and up: what units there are with data. Sums of people and money; production is of different kinds.
function belowLines(world: World, org: OrgId, figures: readonly Figure[], query: PlanQuery, pen: Pen): Result {
  const { lang } = world;
  const name = orgName(world, org);
  const guards = guardsFor(world, org);
  const without = unitsUnder(world.plan.facts, org).length - guards.length;
  const lines: string[] = [];
  const first = figures[0] as Series;
  if (guards.length === 0) return { lines: [words.missingLine(lang, name, words.SERIES[words.SERIES[first] ? first : "staffing"][lang], words.FROM[words.SERIES[first] ? first : "staffing"][lang])], orgs: [org] };
  const subject = org === regionOf(world.plan.facts)?.id && query.orgs.length === 0 ? "plan" : org;
  if (figures.includes("staffing")) lines.push(...staffingSum(world, guards, name, subject, pen));
  if (figures.includes("agency_cost")) lines.push(...agencySum(world, guards, name, subject, query, pen));
  const metric = query.about;
  for (const guard of guards.slice(0, 15)) {
    if (metric && !guard.production.some((one) => one.metric === metric)) continue;
    const line = figures.includes("production") || figures.includes("staffing") ? guardLine(world, guard, pen) : figures.includes("agency_cost") ? shortAgency(world, guard, pen) : shortPercent(world, guard, figures[0] as Figure, pen);
    if (figures.includes("production")) lines.push(...productionLines(world, guard, orgName(world, guard.unit), metric, pen).slice(0, 1));
    else if (line) lines.push(line);
  }
  if (without > 0) lines.push(words.withoutData(lang, String(without)));
  if (lines.length === 1 && without > 0) lines.unshift(words.perUnitHead(lang, name, words.SERIES[words.SERIES[first] ? first : "staffing"][lang]));
  return { lines, orgs: [...(query.orgs.length > 0 ? [org] : []), ...guards.map((guard) => guard.unit)] };
}

function staffingSum(world: World, guards: readonly Guard[], name: string, subject: string, pen: Pen): string[] {
  const known = guards.flatMap((guard) => (guard.staffing ? [guard.staffing] : []));
  const through = known.map((one) => one.weeks.at(-1) as Week).sort().at(-1);
  if (known.length === 0 || !through) return [];
  const of: Of = { subject, period: through };
  const fte = known.reduce((sum, one) => sum + one.fte, 0);
  const targeted = known.every((one) => one.target !== null && one.gap !== null);
  const target = known.reduce((sum, one) => sum + (one.target ?? 0), 0);
  const gap = known.reduce((sum, one) => sum + (one.gap ?? 0), 0);
  return [words.sumHead(world.lang, name, pen.number("staffing", fte, "åa", of), targeted ? pen.number("staffing_target", target, "åa", of) : null, targeted ? words.signed(pen.number("staffing_gap", gap, "åa", of)) : null, String(known.length), weekText(through, world.lang, world.today))];
}

function agencySum(world: World, guards: readonly Guard[], name: string, subject: string, query: PlanQuery, pen: Pen): string[] {
  const month = query.period?.is === "months" ? query.period.to : (guards.flatMap((guard) => (guard.agency ? [guard.agency.month] : [])).sort().at(-1) ?? null);
  if (month === null) return [];
  const rows = guards.flatMap((guard) => agencyOf(world.plan.facts, guard.unit).filter((row) => row.month === month));
  if (rows.length === 0) return [];
  const of: Of = { subject, period: month };
  const cost = rows.reduce((sum, row) => sum + row.cost, 0) as Sek;
  const plan = rows.every((row) => row.plan !== null) ? (rows.reduce((sum, row) => sum + (row.plan ?? 0), 0) as Sek) : null;
  return [words.agencySum(world.lang, name, pen.mkr("agency_cost", cost, of, 2), plan === null ? null : pen.mkr("agency_cost", plan, { ...of, filter: "plan" }, 2), String(rows.length), monthText(month, world.lang, world.today))];
}

function shortAgency(world: World, guard: Guard, pen: Pen): string | null {
  return guard.agency ? `• ${orgName(world, guard.unit)}: ${pen.mkr("agency_cost", guard.agency.cost, { subject: guard.unit, period: guard.agency.month }, 2)}` : null;
}

function shortPercent(world: World, guard: Guard, figure: Figure, pen: Pen): string | null {
  const value = figure === "sick_leave" ? guard.staffing?.sickLeave : guard.staffing?.overtime;
  return value === null || value === undefined ? null : `• ${orgName(world, guard.unit)}: ${pen.percent(figure, value, { subject: guard.unit }, 1)}`;
}

function weekLines(world: World, guard: Guard, _query: PlanQuery, pen: Pen): string[] {
  const staffing = staffingOf(world.plan.facts, guard.unit);
  const metric = guard.production[0]?.metric;
  const production = productionOf(world.plan.facts, guard.unit).filter((row) => row.metric === metric);
  return staffing.slice(-12).map((row) => {
    const made = production.find((other) => other.week === row.week);
    return words.weekLine(world.lang, weekText(row.week, world.lang, world.today), pen.number("staffing", row.fte, "åa", { subject: guard.unit, period: row.week }), made ? pen.number("production", made.outcome, made.metric, { subject: guard.unit, period: row.week }, Number.isInteger(made.outcome) ? 0 : 1) : null, metric ?? "");
  });
}

export function runGuard(world: World, query: PlanQuery, pen: Pen): Result {
  const region = regionOf(world.plan.facts)?.id;
  const tops = query.orgs.length > 0 ? query.orgs : region ? [region] : [];
  const guards = tops.flatMap((org) => guardsFor(world, org));
  const wanted: readonly GuardSentence[] = query.guard === "warnings" || query.guard === "any" || query.guard === null ? ["both_fall", "up_but_production_falls"] : [query.guard];
  const lines: string[] = [];
  const orgs: OrgId[] = [];
  for (const sentence of wanted) {
    const fitting = guards.filter((guard) => guard.sentences.includes(sentence));
    if (fitting.length === 0) {
      if (wanted.length === 1) lines.push(words.guardNone(world.lang, GUARD_WORDS[sentence][world.lang].replace("{week}", "…")));
      continue;
    }
    lines.push(words.guardHead(world.lang, GUARD_WORDS[sentence][world.lang].replace("{week}", "…"), pen.count("count", fitting.length, { subject: "plan", filter: sentence })), ...fitting.map((guard) => guardLine(world, guard, pen)));
    orgs.push(...fitting.map((guard) => guard.unit));
  }
  if (query.guard === "stale") {
    const withData = new Set(guards.map((guard) => guard.unit));
    const bare = tops.flatMap((org) => unitsUnder(world.plan.facts, org)).filter((unit) => !withData.has(unit.id));
    return { lines: [words.withoutData(world.lang, pen.count("count", bare.length + orgs.length, { subject: "plan", filter: "underlag saknas" })), ...[...orgs.map((id) => orgName(world, id)), ...bare.map((unit) => unit.name)].slice(0, 40).map((name) => `• ${name}`)], orgs: [...orgs, ...bare.map((unit) => unit.id)] };
  }
  if (lines.length === 0) lines.push(words.noWarnings(world.lang));
  const without = tops.reduce((sum, org) => sum + unitsUnder(world.plan.facts, org).length, 0) - guards.length;
  if (without > 0) lines.push(words.withoutData(world.lang, String(without)));
  return { lines, orgs };
}
