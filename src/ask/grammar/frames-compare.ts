// Pure. Comparisons and rankings.
import type { Figure } from "../schema.ts";
import { fold } from "../text/fold.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { effectFigures, staffingFigures } from "./figures.ts";
import { lineSaid } from "./filter-rate.ts";
import { isTheme, themesIn } from "./filters.ts";
import { withPlan } from "./frames-list.ts";
import { limitSaid } from "./frames-staffing.ts";
import { type Heard, mentionsOf } from "./heard.ts";
import { levelSaid } from "./levels.ts";
import { isNegated } from "./negation.ts";
import { isRatherMetric } from "./subjects.ts";

export function compareFrame(h: Heard): Draft | null {
  if (h.has("at.one_off") && h.has("at.permanent") && !h.has("ask.define"))
    return {
      query: {
        intent: "breakdown",
        group: "permanence",
        figures: h.has("ask.how_many") ? ["count"] : effectFigures(h).length > 0 ? [...effectFigures(h)] : ["decided"],
      },
      wants: ["org"],
    };
  if (h.has("at.short") && h.has("at.long") && !h.has("ask.define"))
    return {
      query: {
        intent: "breakdown",
        group: "horizon",
        figures: h.has("ask.how_many") ? ["count"] : [...effectFigures(h)],
      },
      wants: ["org"],
    };
  const names = h.mentions.filter(
    (mention) =>
      mention.readings.some((reading) => ["org", "measure"].includes(reading.ref.kind)) &&
      !mention.weak &&
      !isRatherMetric(mention, h),
  );
  const figures = effectFigures(h);
  const sides = groupsSetAgainst(h);
  if (sides) return { query: { intent: "breakdown", group: sides, figures: [...figures] }, wants: [], filtered: true };
  const places = names.filter((mention) => mention.readings.some((reading) => reading.ref.kind === "org"));
  const series = staffingFigures(h).filter((figure) => ["overtime", "sick_leave", "agency_cost"].includes(figure));
  if (
    series.length > 0 &&
    figures.length === 0 &&
    places.length >= 2 &&
    (h.has("cmp.compare", "ask.difference") || isVersus(h, places.length))
  )
    return { query: { intent: "staffing", figures: series }, wants: ["org"], weakAreWords: true };
  if (h.has("cmp.compare", "ask.difference") || isVersus(h, names.length)) {
    if (names.length >= 2) return { query: { intent: "compare", figures: [...figures] }, wants: ["org", "measure"] };
    // "Fattas i prognosen jämfört med årets plan": one figure, how far apart they are.
    if (figures.includes("gap") && figures.includes("forecast")) return null;
    if (figures.length >= 2 && !(h.has("sup.most", "sup.least") && h.has("ask.which", "ask.where", "noun.measure")))
      return {
        query: { intent: "figure", figures: [...figures], about: h.has("ask.difference") ? "difference" : null },
        wants: ["org", "measure"],
        filtered: true,
      };
    const level = levelSaid(h);
    if (level && names.length === 0 && h.has("cmp.compare") && !h.has("sup.most", "sup.least"))
      return {
        query: { intent: "breakdown", group: level, figures: [...withPlan(figures, h)] },
        wants: ["org"],
        filtered: true,
      };
  }
  return null;
}

// "Läkemedel mot bemanning": two themes or two mechanisms side by side.
function groupsSetAgainst(h: Heard): "theme" | "mechanism" | null {
  const isAgainst = h.has("cmp.compare", "ask.difference") || says(h.text, "mot|eller|or|vs|kontra|än|than|versus");
  if (!isAgainst || h.has("ask.define", "staff.cost")) return null;
  if (mentionsOf(h, "org").some((mention) => !mention.weak && !isTheme(mention, h))) return null;
  if (themesIn(h).length >= 2) return "theme";
  const mechanisms = new Set(h.tags.filter((tag) => tag.concept.startsWith("mech.")).map((tag) => tag.concept));
  return mechanisms.size >= 2 && h.mentions.every((mention) => mention.weak) ? "mechanism" : null;
}

function isVersus(h: Heard, names: number): boolean {
  return (
    names >= 2 &&
    (h.has("sup.most", "sup.least") || says(h.text, "eller|or|vs|kontra|bättre än|sämre än|än|than")) &&
    !h.has("ask.dependents", "ask.depends_on", "at.comment")
  );
}

/** "Vilka förvaltningar ligger under 80 procent?", "vilka enheter har ingen beslutad effekt?" */
export function levelFrame(h: Heard): Draft | null {
  const level = levelSaid(h);
  if (!level || h.has("noun.measure") || !h.has("ask.which", "ask.how_many", "ask.where")) return null;
  if (h.tags.some((tag) => /^(staff|rep|sup|dec|data|guard)\./.test(tag.concept) && tag.concept !== "rep.missing"))
    return null;
  const line = lineSaid(h);
  if (line && !h.has("fig.verified", "fig.forecast"))
    return {
      query: {
        intent: "rank",
        group: level,
        order: { by: "realisation_rate", direction: line.side === "over" ? "most" : "least" },
        figures: ["realisation_rate"],
        amount: line.percent,
      },
      wants: ["org"],
    };
  const figure = effectFigures(h).find((one) => one === "decided" || one === "realised");
  if (h.has("neg.not", "rep.missing") && (figure || h.has("fig.effect")))
    return {
      query: { intent: "org_list", level, missing: true, about: figure === "decided" ? "decided" : "realised" },
      wants: ["org"],
    };
  return null;
}

export function rankFrame(h: Heard): Draft | null {
  if (!h.has("sup.most", "sup.least", "ask.rank") || h.has("ask.since") || h.has("cause.word")) return null;
  const least = h.has("sup.least");
  const level = levelSaid(h);
  const figures = effectFigures(h);
  // "Var är läget mest akut?", "vilka går det tyngst för?": not what is largest.
  if (figures.length === 0 && says(h.text, "(går|gick) det (som )?tyngst|läget (är )?(som )?mest")) return null;
  const isMeasures = h.has("noun.measure") || !level;
  if (!isMeasures && h.has("noun.measure") === false && level) {
    const states = stateCounted(h);
    if (states)
      return {
        query: {
          intent: "rank",
          group: level,
          order: { by: "count", direction: least ? "least" : "most" },
          limit: limitSaid(h),
        },
        wants: ["org"],
        filtered: true,
      };
    const by = rankBy(h, figures, least, false);
    return {
      query: {
        intent: "rank",
        group: level,
        order: { by: by.figure, direction: by.direction },
        figures: [by.figure],
        limit: limitSaid(h),
      },
      wants: ["org"],
    };
  }
  if (!level && h.has("at.theme") && h.has("ask.which") && stateCounted(h) && figures.length === 0)
    return {
      query: { intent: "rank", group: "theme", order: { by: "count", direction: least ? "least" : "most" } },
      wants: ["org"],
      filtered: true,
    };
  if (level && h.has("noun.measure") && /flest|färst|most measures|fewest/.test(h.text.toLowerCase()))
    return {
      query: {
        intent: "rank",
        group: level,
        order: { by: "count", direction: least ? "least" : "most" },
        limit: limitSaid(h),
      },
      wants: ["org"],
      filtered: true,
    };
  if (
    !h.has("noun.measure", "ask.which", "ask.where", "ask.what_if", "fig.gap", "ask.rank") &&
    figures.length === 0 &&
    !says(h.text, "först|first") &&
    !/topp|top/.test(h.text.toLowerCase()) &&
    !h.has("ask.status")
  )
    return null;
  const by = rankBy(h, figures, least, true);
  return {
    query: {
      intent: "rank",
      group: level && !h.has("noun.measure") ? level : "measure",
      order: { by: by.figure, direction: by.direction },
      figures: [by.figure],
      limit: limitSaid(h) ?? (/vilken åtgärd\b|which measure\b/.test(h.text.toLowerCase()) ? 1 : null),
    },
    wants: ["org"],
    filtered: true,
  };
}

function stateCounted(h: Heard): boolean {
  return (
    h.tags.some((tag) =>
      [
        "state.critical",
        "state.deviation",
        "state.on_track",
        "state.done",
        "state.paused",
        "state.not_started",
      ].includes(tag.concept),
    ) && !h.has("fig.gap")
  );
}

function rankBy(
  h: Heard,
  figures: readonly Figure[],
  least: boolean,
  isMeasures: boolean,
): { figure: Figure; direction: "most" | "least" } {
  const text = fold(h.text.toLowerCase());
  // "Störst glapp mellan årets plan och prognosen".
  if (
    figures.includes("forecast") &&
    (figures.includes("gap") ||
      figures.includes("planned_year") ||
      h.has("ask.difference", "noun.plan", "fig.planned") ||
      says(h.text, "tappar|tappat|tappade|backar|loses?|lost"))
  )
    return { figure: "forecast_gap", direction: /\b(minst|lagst|least|smallest)\b/.test(text) ? "least" : "most" };
  // "Längst efter plan": the largest gap comes first, though the words are of the worst.
  if (
    figures.includes("gap") ||
    /(langst|mest) (efter|bakom|back|pa minus|ifran|fran)|furthest behind|most behind|efter mest|tappar mest|eftersatt/.test(
      text,
    )
  )
    return {
      figure: /procent|%|percent|realiseringsgrad/.test(text) ? "realisation_rate" : "gap",
      direction: /procent|%|percent|realiseringsgrad/.test(text) ? "least" : "most",
    };
  // "Högst andel realiserat av plan"
  if (
    figures.includes("realised") &&
    says(h.text, "(andel|del|procent|share|percent).{0,25} av (plan|planen|sin plan)")
  )
    return { figure: "realisation_rate", direction: least ? "least" : "most" };
  // "Störst men ännu inte beslutade": by what they might give.
  if (figures[0] === "decided" && isNegated(h, "fig.decided"))
    return { figure: "potential", direction: least ? "least" : "most" };
  const named = figures.find((figure) => figure !== "gap");
  if (named) return { figure: named, direction: least ? "least" : "most" };
  if (h.has("ask.rank") && !isMeasures) return { figure: "realisation_rate", direction: "most" };
  if (
    /kommit langst|langst fram|furthest|bast|samst|varst|best|worst|svagast|leder|framst|lyckats|kommit kortast/.test(
      text,
    )
  )
    return { figure: "realisation_rate", direction: least ? "least" : "most" };
  if (h.has("fig.effect") && !isMeasures) return { figure: "realised", direction: least ? "least" : "most" };
  return { figure: "decided", direction: least ? "least" : "most" };
}
