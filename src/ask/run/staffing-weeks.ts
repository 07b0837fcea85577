// Pure. Staffing and production in weeks that the question names, besides the means of four weeks.
import { productionOf, staffingOf } from "../../plan/facts.ts";
import { weekText } from "../../plan/format.ts";
import type { Guard } from "../../plan/guard.ts";
import type { Production, Staffing } from "../../plan/plan.ts";
import { lastDayOf, type Week, weekOf } from "../../plan/week.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import * as words from "../words/staffing-words.ts";
import type { Of, Pen } from "./pen.ts";
import { orgName, type World } from "./world.ts";

const MOST_WEEKS = 14;

/** One line per week of the query's period that has figures; that they are missing, when none has. */
export function namedWeekLines(
  world: World,
  guard: Guard,
  query: PlanQuery,
  pen: Pen,
  figures: readonly Figure[] = ["staffing"],
): string[] {
  const span = weeksNamed(query, guard);
  if (!span || figures.every((figure) => figure === "agency_cost")) return [];
  const { lang, today } = world;
  const name = orgName(world, guard.unit);
  const inside = (week: Week) => week >= span.from && week <= span.to;
  const staffing = staffingOf(world.plan.facts, guard.unit).filter((row) => inside(row.week));
  const wanted =
    query.about !== null && guard.production.some((one) => one.metric === query.about)
      ? query.about
      : guard.production[0]?.metric;
  const production = productionOf(world.plan.facts, guard.unit).filter(
    (row) => row.metric === wanted && inside(row.week),
  );
  const weeks = [...new Set([...staffing, ...production].map((row) => row.week))].sort().slice(-MOST_WEEKS);
  const when =
    span.from === span.to
      ? weekText(span.to, lang, today)
      : `${weekText(span.from, lang, today)}–${weekText(span.to, lang, today)}`;
  if (weeks.length === 0) return [words.noWeekLine(lang, name, when)];
  return weeks.flatMap((week) => {
    const row = staffing.find((other) => other.week === week);
    const made = production.find((other) => other.week === week);
    const of: Of = { subject: guard.unit, period: week };
    const parts = partsOf(world, figures, row, made, of, pen);
    return parts.length === 0 ? [] : [`${name} ${weekText(week, lang, today)}: ${parts.join(", ")}.`];
  });
}

/** What is told of one week: the figures asked for, staffing and production never one without the other. */
export function partsOf(
  world: World,
  figures: readonly Figure[],
  row: (Pick<Staffing, "overtime" | "sickLeave"> & { readonly fte: number | null }) | undefined,
  made: Pick<Production, "metric" | "outcome"> | undefined,
  of: Of,
  pen: Pen,
): readonly string[] {
  const { lang } = world;
  const isBoth = figures.some((figure) => figure === "staffing" || figure === "production");
  return [
    figures.includes("overtime") && row?.overtime != null
      ? words.namedPart(lang, "overtime", pen.percent("overtime", row.overtime, of, 1))
      : null,
    figures.includes("sick_leave") && row?.sickLeave != null
      ? words.namedPart(lang, "sick_leave", pen.percent("sick_leave", row.sickLeave, of, 1))
      : null,
    isBoth && row?.fte != null ? words.namedPart(lang, "staffing", pen.number("staffing", row.fte, "åa", of)) : null,
    isBoth && made
      ? `${pen.number("production", made.outcome, made.metric, of, Number.isInteger(made.outcome) ? 0 : 1)} ${made.metric}`
      : null,
  ].filter((part) => part !== null);
}

// The weeks said; for a month its weeks. Weeks still to come have no figures and are not asked for.
function weeksNamed({ period }: PlanQuery, guard: Guard): { readonly from: Week; readonly to: Week } | null {
  const last = guard.staffing?.weeks.at(-1) ?? guard.production[0]?.weeks.at(-1);
  if (!last) return null;
  if (period?.is === "weeks") return { from: period.from, to: period.to };
  if (period?.is !== "months" || period.from !== period.to) return null;
  const from = weekOf(`${period.from}-04` as Parameters<typeof weekOf>[0]);
  const to = weekOf(lastDayOf(period.to));
  return from > last ? null : { from, to: to > last ? last : to };
}
