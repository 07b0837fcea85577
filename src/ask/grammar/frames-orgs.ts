// Pure. Which organisations a condition holds for: "vilka förvaltningar ligger efter", "vilka enheter har röda åtgärder".
import type { PlanFacts } from "../../plan/plan.ts";
import type { Tag } from "../lexicon/tag.ts";
import type { Figure, Group, PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { effectFigures } from "./figures.ts";
import { forecastSide, isAhead, readFilters } from "./filters.ts";
import { type Heard, withTags } from "./heard.ts";
import { levelSaid } from "./levels.ts";

const OTHER =
  /^(staff|rep|dec|guard|person|data|group|cause|chg|sup)\.|^ask\.(rank|why|when|since|share|how_much|can|needed)$/;

export function orgsWithFrame(h: Heard, facts: PlanFacts): Draft | null {
  const level: Group | null = levelSaid(h) ?? (h.has("at.theme") ? "theme" : null);
  if (!level || !isAskedWhich(h) || h.tags.some(({ concept }) => OTHER.test(concept))) return null;
  const isCounted = h.has("ask.how_many");
  const held = h.has("noun.measure") ? ofMeasures(h, facts) : ofPlan(h);
  // An område with no such measure is not known from the list of those that have some.
  if (!held || (level === "theme" && held.query.amount === 1)) return null;
  return {
    query: { intent: "rank", group: level, figures: [held.by], ...held.query, about: isCounted ? "how_many" : null },
    wants: ["org"],
  };
}

// "Vilka förvaltningar …", "hur många enheter …", "finns det någon nämnd som …".
function isAskedWhich(h: Heard): boolean {
  const level = h.tags.find(({ concept }) => concept.startsWith("lvl.") || concept === "at.theme");
  const before = h.tokens[(level?.start ?? 0) - 1]?.word ?? "";
  return (
    h.tags.some(({ concept, end }) => /^ask\.(which|how_many)$/.test(concept) && end === level?.start) ||
    (/^(någon|några|något|finns|det|any)$/.test(before) && h.has("ask.has", "oob.person"))
  );
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

function ofMeasures(h: Heard, facts: PlanFacts): Held | null {
  // "Både röda och gula": no measure is both; "bara gröna": and none that are not.
  if (says(h.text, "både|both|bara|enbart|endast|uteslutande|alla|only|all")) return null;
  const isHad = h.has("ask.has") || says(h.text, "har|med|have|has|with");
  const noun = h.at("noun.measure");
  // "Som inte har några röda åtgärder"; but "inte startat" is a läge, and "åtgärder som inte är gröna" have one.
  const isNo = (tag: Tag) =>
    tag.concept === "neg.not" &&
    tag.start < noun &&
    !h.tags.some(
      (other) =>
        other !== tag &&
        other.concept !== "neg.not" &&
        !other.concept.startsWith("stop") &&
        other.start <= tag.start &&
        tag.end <= other.end,
    );
  const isNone = h.tags.some(isNo);
  const said = isNone ? withTags(h, (tag) => !isNo(tag)) : h;
  const filters = readFilters(said, facts);
  if (filters.length === 0 || !isHad) return null;
  const isHeld = filters.some(({ on }) => on === "amount" || on === "amount_over");
  if (effectFigures(h).length > 0 && !isHeld) return null;
  return {
    by: "count",
    query: {
      order: { by: "count", direction: isNone ? "least" : "most" },
      amount: isNone ? 1 : 0,
      filters: [...filters],
    },
  };
}
