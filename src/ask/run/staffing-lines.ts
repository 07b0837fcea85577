// Pure. The lines of one unit: staffing, production, hired staff, and what may be said about them.
import { agencyOf } from "../../plan/facts.ts";
import { monthText, weekText } from "../../plan/format.ts";
import type { Guard, GuardSentence } from "../../plan/guard.ts";
import type { Week } from "../../plan/week.ts";
import { GUARD_WORDS } from "../../plan/words.ts";
import type { PlanQuery } from "../schema.ts";
import * as words from "../words/staffing-words.ts";
import type { Of, Pen } from "./pen.ts";
import { orgName, type World } from "./world.ts";

export function staffingLines(world: World, guard: Guard, name: string, pen: Pen): string[] {
  const { staffing } = guard;
  const through = staffing?.weeks.at(-1);
  if (!staffing || !through) return [];
  const of: Of = { subject: guard.unit, period: through };
  return [
    words.staffingLine(
      world.lang,
      name,
      pen.number("staffing", staffing.fte, "åa", of),
      staffing.target === null ? null : pen.number("staffing_target", staffing.target, "åa", of),
      staffing.gap === null ? null : words.signed(pen.number("staffing_gap", staffing.gap, "åa", of)),
      null,
      staffing.change === null ? null : pen.change("staffing_change", staffing.change, of),
      weekText(through, world.lang, world.today),
    ),
  ];
}

export function productionLines(
  world: World,
  guard: Guard,
  name: string | null,
  metric: string | null,
  pen: Pen,
): string[] {
  const wanted = metric === null ? guard.production : guard.production.filter((one) => one.metric === metric);
  const shown = wanted.length > 0 ? wanted : guard.production;
  return shown.flatMap((production) => {
    const through = production.weeks.at(-1);
    if (!through) return [];
    const of: Of = {
      subject: guard.unit,
      period: through,
      ...(production !== guard.production[0] && { filter: production.metric }),
    };
    return [
      words.productionLine(
        world.lang,
        name,
        pen.number(
          "production",
          production.outcome,
          production.metric,
          of,
          Number.isInteger(production.outcome) ? 0 : 1,
        ),
        production.metric,
        production.plan === null
          ? null
          : pen.number(
              "production_plan",
              production.plan,
              production.metric,
              of,
              Number.isInteger(production.plan) ? 0 : 1,
            ),
        production.rate === null ? null : pen.percent("production_rate", production.rate, of),
        production.change === null ? null : pen.change("production_change", production.change, of),
        weekText(through, world.lang, world.today),
      ),
    ];
  });
}

export function agencyLines(world: World, guard: Guard, name: string, query: PlanQuery, pen: Pen): string[] | null {
  const named =
    query.period?.is === "months" ? query.period.to : query.period?.is === "through" ? query.period.month : null;
  const rows = agencyOf(world.plan.facts, guard.unit);
  if (rows.length === 0) return null;
  if (named !== null) {
    const at = rows.findIndex((row) => row.month === named);
    const row = rows[at];
    if (!row) return [`${name}: ${words.otherMonth(world.lang, monthText(named, world.lang, world.today))}`];
    const of: Of = { subject: guard.unit, period: row.month };
    return [
      words.agencyLine(
        world.lang,
        name,
        pen.mkr("agency_cost", row.cost, of, 2),
        row.plan === null ? null : pen.mkr("agency_cost", row.plan, { ...of, filter: "plan" }, 2),
        rows[at - 1]
          ? pen.mkr(
              "agency_cost",
              (rows[at - 1] as typeof row).cost,
              { ...of, period: (rows[at - 1] as typeof row).month },
              2,
            )
          : null,
        monthText(row.month, world.lang, world.today),
      ),
    ];
  }
  const { agency } = guard;
  if (!agency) return null;
  const of: Of = { subject: guard.unit, period: agency.month };
  return [
    words.agencyLine(
      world.lang,
      name,
      pen.mkr("agency_cost", agency.cost, of, 2),
      agency.plan === null ? null : pen.mkr("agency_cost", agency.plan, { ...of, filter: "plan" }, 2),
      agency.before === null ? null : pen.mkr("agency_cost", agency.before, { ...of, period: "before" }, 2),
      monthText(agency.month, world.lang, world.today),
    ),
  ];
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
    change === null || change === undefined
      ? null
      : `${world.lang === "sv" ? "bemanning" : "staffing"} ${pen.change("staffing_change", change, { subject: guard.unit })}`,
    production?.change === null || production?.change === undefined
      ? null
      : `${production.metric} ${pen.change("production_change", production.change, { subject: guard.unit })}`,
  ].filter(Boolean);
  return `• ${name}: ${parts.join(", ")}`;
}
