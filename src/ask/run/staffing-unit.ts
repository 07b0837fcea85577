// Pure. What is told of the staffing and production of one unit.
import { productionOf, staffingOf } from "../../plan/facts.ts";
import { weekText } from "../../plan/format.ts";
import type { Guard } from "../../plan/guard.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import * as words from "../words/staffing-words.ts";
import type { Of, Pen } from "./pen.ts";
import { agencyLines, productionLines, sentenceLines, staffingLines } from "./staffing-lines.ts";
import { agencySpanLines, isAgencySpan, meanLines } from "./staffing-months.ts";
import { namedWeekLines, partsOf } from "./staffing-weeks.ts";
import { orgName, type World } from "./world.ts";

export type Series = keyof typeof words.SERIES;

export function unitLines(
  world: World,
  guard: Guard,
  figures: readonly Figure[],
  query: PlanQuery,
  pen: Pen,
): string[] {
  const name = orgName(world, guard.unit);
  const lines: string[] = namedWeekLines(world, guard, query, pen, figures);
  if (query.group === "week") lines.push(...weekLines(world, guard, figures, pen));
  if (query.group === "month") lines.push(...meanLines(world, guard, name, figures, query, pen));
  for (const figure of figures) lines.push(...figureLines(world, guard, figure, name, query, pen));
  // Staffing and production are never told alone.
  if (figures.includes("staffing") && !figures.includes("production") && guard.staffing)
    lines.push(...productionLines(world, guard, null, null, pen).slice(0, 1));
  if (figures.includes("production") && !figures.includes("staffing") && guard.production.length > 0)
    lines.push(...staffingLines(world, guard, name, pen));
  if (figures.some((figure) => figure === "staffing" || figure === "production"))
    lines.push(...sentenceLines(world, guard));
  return [...new Set(lines)];
}

function figureLines(world: World, guard: Guard, figure: Figure, name: string, query: PlanQuery, pen: Pen): string[] {
  const { lang } = world;
  const of: Of = { subject: guard.unit };
  const missing = (series: Series): string[] => [
    words.missingLine(lang, name, words.SERIES[series][lang], words.FROM[series][lang]),
  ];
  const through = guard.staffing?.weeks.at(-1);
  switch (figure) {
    case "overtime":
      if (guard.staffing?.overtime == null || !through) return missing("overtime");
      return [
        words.overtimeLine(
          lang,
          name,
          pen.percent("overtime", guard.staffing.overtime, { ...of, period: through }, 1),
          guard.staffing.overtimeBefore === null
            ? null
            : pen.percent("overtime", guard.staffing.overtimeBefore, { ...of, period: "before" }, 1),
          weekText(through, lang, world.today),
        ),
      ];
    case "sick_leave":
      if (guard.staffing?.sickLeave == null || !through) return missing("sick_leave");
      return [
        words.sickLine(
          lang,
          name,
          pen.percent("sick_leave", guard.staffing.sickLeave, { ...of, period: through }, 1),
          weekText(through, lang, world.today),
        ),
      ];
    case "agency_cost":
      return (
        (isAgencySpan(query)
          ? agencySpanLines(world, guard.unit, name, guard.unit, query, pen)
          : agencyLines(world, guard, name, query, pen)) ?? missing("agency_cost")
      );
    case "production":
      return guard.production.length === 0
        ? missing("production")
        : productionLines(world, guard, name, query.about, pen);
    default:
      return guard.staffing ? staffingLines(world, guard, name, pen) : missing("staffing");
  }
}

function weekLines(world: World, guard: Guard, figures: readonly Figure[], pen: Pen): string[] {
  const staffing = staffingOf(world.plan.facts, guard.unit);
  const metric = guard.production[0]?.metric;
  const production = productionOf(world.plan.facts, guard.unit).filter((row) => row.metric === metric);
  return staffing.slice(-12).flatMap((row) => {
    const made = production.find((other) => other.week === row.week);
    const parts = partsOf(world, figures, row, made, { subject: guard.unit, period: row.week }, pen);
    return parts.length === 0 ? [] : [`• ${weekText(row.week, world.lang, world.today)}: ${parts.join(", ")}`];
  });
}
