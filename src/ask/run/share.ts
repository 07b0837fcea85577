// Pure. A part of a whole: of one stage of the effect ladder, of the measures, or one stage of another.
import { percentOf, type Sek, sekFromMkr } from "../../plan/amount.ts";
import { byDecided } from "../../plan/facts.ts";
import { amountText } from "../../plan/format.ts";
import type { Measure } from "../../plan/plan.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import * as effect from "../words/effect-words.ts";
import { filterCode, filtersText } from "../words/filter-words.ts";
import * as words from "../words/list-words.ts";
import { amountIn } from "./group-figure.ts";
import { whoListed } from "./list.ts";
import type { Of, Pen, Result } from "./pen.ts";
import { type Span, scopeOf, spanOf } from "./span.ts";
import { orgName, subjectOf, type World } from "./world.ts";

export function runShare(world: World, query: PlanQuery, pen: Pen): Result {
  if (query.amount !== null || query.figures.length === 2) return stageShare(world, query, pen);
  const figure = query.figures[0] ?? "decided";
  const span = spanOf(world, query.period);
  const isOrg = query.filters.length === 0;
  const partOf = scopeOf(world, query);
  const wholeOf = isOrg ? world.plan.facts.measures : scopeOf(world, { ...query, filters: [] });
  const filter = isOrg ? "" : filterCode(query.filters, world.today);
  const subject = subjectOf(world, query.orgs, query.measures);
  const who = isOrg ? effect.PLAN_NAME[world.lang] : whoListed(world, { ...query, filters: [] }, query.orgs);
  const filterText = isOrg
    ? [...query.orgs.map((id) => orgName(world, id)), ...query.measures].join(", ")
    : filtersText(query.filters, world.lang, world.today);
  const of: Of = { subject, ...(filter && { filter }) };
  const wholeSubject: Of = { subject: isOrg ? "plan" : subject };
  const label = effect.FIGURE_LABELS[figure][world.lang];
  if (figure === "count") {
    const share = percentOf(partOf.length, wholeOf.length);
    if (share === null) return { lines: [words.noneText(world.lang, who)] };
    return {
      lines: [
        effect.shareText(
          world.lang,
          who,
          label,
          filterText,
          pen.count("count", partOf.length, of),
          pen.count("count", wholeOf.length, wholeSubject),
          pen.percent("share", share, of),
        ),
      ],
      measures: partOf.map((measure) => measure.id),
      orgs: query.orgs,
    };
  }
  if (!isStage(figure)) return { lines: [] };
  const part = stageSum(world, partOf, figure, span);
  const whole = stageSum(world, wholeOf, figure, span);
  const share = part === null || whole === null ? null : percentOf(part, whole);
  if (share === null || part === null || whole === null)
    return { lines: [effect.missingText(world.lang, effect.withFilter(who, filterText), label, "")], orgs: query.orgs };
  const lines = [
    effect.shareText(
      world.lang,
      who,
      label,
      filterText,
      pen.mkr(figure, part, { ...of, ...datedBy(figure, span) }),
      pen.mkr(figure, whole, { ...wholeSubject, ...datedBy(figure, span) }),
      pen.percent("share", share, of),
    ),
  ];
  const unknown =
    figure === "potential" || figure === "decided" ? partOf.filter((measure) => measure[figure] === null).length : 0;
  if (unknown > 0) lines.push(effect.uncountedText(world.lang, pen.count("uncounted", unknown, of)));
  return { lines, measures: [...partOf].sort(byDecided).map((measure) => measure.id), orgs: query.orgs };
}

// An amount, or one stage of the ladder, as a share of a stage.
function stageShare(world: World, query: PlanQuery, pen: Pen): Result {
  const measures = scopeOf(world, query);
  const [whole, part] = query.figures;
  const of: Of = { subject: subjectOf(world, query.orgs, query.measures) };
  const who =
    query.measures.length === 1
      ? (query.measures[0] as string)
      : whoListed(world, { ...query, filters: [] }, query.orgs);
  const wholeSum = whole ? stageSum(world, measures, whole, spanOf(world, null)) : null;
  const partSum =
    query.amount !== null
      ? sekFromMkr(query.amount)
      : part
        ? stageSum(world, measures, part, spanOf(world, null))
        : null;
  const share = partSum === null || wholeSum === null ? null : percentOf(partSum, wholeSum);
  if (!whole || share === null || wholeSum === null || partSum === null)
    return {
      lines: [effect.missingText(world.lang, who, effect.FIGURE_LABELS[whole ?? "potential"][world.lang], "")],
      orgs: query.orgs,
    };
  const partText =
    query.amount !== null
      ? amountText(partSum, world.lang, world.plan.facts.header.amountUnit)
      : `${effect.FIGURE_LABELS[part as Figure][world.lang].toLowerCase()} ${pen.mkr(part as Figure, partSum, of)}`;
  return {
    lines: [
      effect.stageShareText(
        world.lang,
        who,
        partText,
        pen.percent("share", share, of, 1),
        effect.FIGURE_LABELS[whole][world.lang],
        pen.mkr(whole, wholeSum, of),
      ),
    ],
    measures: query.measures,
    orgs: query.orgs,
  };
}

type Stage = "potential" | "decided" | "planned" | "planned_year" | "forecast" | "realised" | "verified" | "lost";

const STAGES: ReadonlySet<Figure> = new Set<Stage>([
  "potential",
  "decided",
  "planned",
  "planned_year",
  "forecast",
  "realised",
  "verified",
  "lost",
]);

function isStage(figure: Figure): figure is Stage {
  return STAGES.has(figure);
}

function stageSum(world: World, measures: readonly Measure[], figure: Figure, span: Span): Sek | null {
  if (!isStage(figure)) return null;
  return amountIn(world, { label: "", id: null, measures }, figure, span) as Sek | null;
}

function datedBy(figure: Figure, span: Span): Pick<Of, "period" | "through"> {
  if (figure === "forecast" || figure === "planned_year") return { period: String(span.year) };
  return ["planned", "realised", "verified"].includes(figure)
    ? { period: span.code, ...(span.isThrough && { through: true }) }
    : {};
}
