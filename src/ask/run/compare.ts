// Pure. Several side by side.
import type { OrgId } from "../../plan/plan.ts";
import { rateOf } from "../../plan/rate.ts";
import { stateAt } from "../../plan/status.ts";
import type { Chart } from "../answer.ts";
import type { PlanQuery } from "../schema.ts";
import * as effect from "../words/effect-words.ts";
import * as measureWords from "../words/measure-words.ts";
import * as staffingWords from "../words/staffing-words.ts";
import { runFigure } from "./figure.ts";
import { guardFor } from "./guards.ts";
import { amountLines } from "./measure-status.ts";
import { orgStatus } from "./org-status.ts";
import type { Pen, Result } from "./pen.ts";
import { spanOf } from "./span.ts";
import { productionLines, sentenceLines, staffingLines } from "./staffing-lines.ts";
import { stateText } from "./state-text.ts";
import { ownEffect } from "./unit-status.ts";
import { isUnit, measureName, measuresByIds, orgName, ownedBy, type World } from "./world.ts";

export function runCompare(world: World, query: PlanQuery, pen: Pen): Result {
  if (query.figures.length > 0) {
    const result = runFigure(world, query, pen);
    return { ...result, measures: query.measures, orgs: query.orgs };
  }
  // How units of another time stood beside each other is not made up of how they stand now.
  const isThen = query.period !== null && query.period.is !== "year";
  if (isThen && query.orgs.some((org) => isUnit(world, org))) return { lines: [] };
  const measures = measuresByIds(world, query.measures);
  const span = spanOf(world, query.period);
  const parts: Result[] = [
    ...measures.map(
      (measure): Result => ({
        lines: [
          measureWords.stateLine(
            world.lang,
            measureName(measure),
            stateText(stateAt(world.plan, measure, world.week).state, world.lang),
            null,
          ),
          ...amountLines(world, measure, query, pen),
        ],
        measures: [measure.id],
      }),
    ),
    ...query.orgs.map((org) =>
      isUnit(world, org)
        ? compareUnit(world, org, pen)
        : orgStatus(world, { ...query, measures: [], orgs: [org] }, pen),
    ),
  ];
  const bars = query.orgs.flatMap((org) => {
    const percent = rateOf(world.plan, ownedBy(world, [org]), span.span).percent;
    return percent === null ? [] : [{ label: orgName(world, org), value: percent }];
  });
  const chart: Chart = { is: "bars", title: effect.FIGURE_LABELS.realisation_rate[world.lang], unit: "%", bars };
  return {
    lines: parts.flatMap((part) => part.lines),
    measures: query.measures,
    orgs: query.orgs,
    ...(bars.length > 1 && { chart }),
  };
}

function compareUnit(world: World, org: OrgId, pen: Pen): Result {
  const guard = guardFor(world, org);
  const name = orgName(world, org);
  const staffing = staffingLines(world, guard, name, pen);
  if (staffing.length === 0 && guard.production.length === 0)
    return {
      lines: [
        staffingWords.missingLine(
          world.lang,
          name,
          staffingWords.SERIES.staffing[world.lang],
          staffingWords.FROM.staffing[world.lang],
        ),
        ...ownEffect(world, org, pen),
      ],
    };
  return {
    lines: [
      ...staffing,
      ...productionLines(world, guard, staffing.length > 0 ? null : name, null, pen),
      ...sentenceLines(world, guard),
      ...ownEffect(world, org, pen),
    ],
  };
}
