// Pure. Which organisations a condition holds for: "vilka förvaltningar ligger efter", "vilka enheter har röda åtgärder".
import type { PlanFacts } from "../../plan/plan.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { effectFigures } from "./figures.ts";
import { forecastSide, isAhead, readFilters } from "./filters.ts";
import { type Heard, withTags } from "./heard.ts";
import { levelSaid } from "./levels.ts";

const OTHER =
  /^(staff|rep|dec|guard|person|data|group|cause|chg|sup)\.|^ask\.(rank|why|when|since|share|how_much|can|needed)$/;

export function orgsWithFrame(h: Heard, facts: PlanFacts): Draft | null {
  const level = levelSaid(h);
  if (!level || !isAskedWhich(h) || h.tags.some(({ concept }) => OTHER.test(concept))) return null;
  const isCounted = h.has("ask.how_many");
  const held = h.has("noun.measure") ? ofMeasures(h, facts) : ofPlan(h);
  if (!held) return null;
  return {
    query: { intent: "rank", group: level, figures: [held.by], ...held.query, about: isCounted ? "how_many" : null },
    wants: ["org"],
  };
}

// "Vilka förvaltningar …", "hur många enheter …", "i vilka nämnder …".
function isAskedWhich(h: Heard): boolean {
  const level = h.tags.find(({ concept }) => concept.startsWith("lvl."));
  return h.tags.some(({ concept, end }) => /^ask\.(which|how_many)$/.test(concept) && end === level?.start);
}

interface Held {
  readonly by: Figure;
  readonly query: Pick<PlanQuery, "order" | "amount"> & { filters?: PlanQuery["filters"] };
}

// Behind or ahead of the plan, by what has been realised or by what is believed of the year.
function ofPlan(h: Heard): Held | null {
  const figures = effectFigures(h);
  if (h.has("neg.not", "word.state", "word.outcome") || h.tags.some(({ concept }) => concept.startsWith("state.")))
    return null;
  const side = figures.includes("forecast") ? (forecastSide(h) ?? sideOfGap(h)) : null;
  if (figures.includes("forecast") ? side === null : figures.length !== 1 || figures[0] !== "gap") return null;
  const by: Figure = side === null ? "gap" : "forecast_gap";
  const isOver = side === null ? isAhead(h) : side === "over";
  return { by, query: { order: { by, direction: isOver ? "least" : "most" }, amount: 0 } };
}

// "Ligger efter i prognosen".
function sideOfGap(h: Heard): "over" | "under" | null {
  return h.has("fig.gap") ? (isAhead(h) ? "over" : "under") : null;
}

// Some measure, or none, that fits.
function ofMeasures(h: Heard, facts: PlanFacts): Held | null {
  // "Både röda och gula": no measure is both, and a sum of the two is not what is asked for.
  if (effectFigures(h).length > 0 || says(h.text, "både|both")) return null;
  const has = h.tags.find(({ concept }) => concept === "ask.has");
  const isNone = h.tags.some(({ concept, start }) => concept === "neg.not" && has !== undefined && start === has.end);
  const said = isNone ? withTags(h, ({ concept, start }) => concept !== "neg.not" || start !== has?.end) : h;
  const filters = readFilters(said, facts);
  if (filters.length === 0 || !has) return null;
  return {
    by: "count",
    query: {
      order: { by: "count", direction: isNone ? "least" : "most" },
      amount: isNone ? 1 : 0,
      filters: [...filters],
    },
  };
}
