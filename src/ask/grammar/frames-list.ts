// Pure. Lists, counts and groups of measures and units.
import type { PlanFacts } from "../../plan/plan.ts";
import type { Figure, Filter } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { asksForFigure, effectFigures, endsWithFigure, isSumSaid, leadsWithFigure } from "./figures.ts";
import { forecastSide, isAhead, readFilters } from "./filters.ts";
import { limitSaid } from "./frames-staffing.ts";
import { type Heard, mentionsOf } from "./heard.ts";
import { groupSaid, levelSaid } from "./levels.ts";
import { isOutcomeAgainstPlan } from "./sum-said.ts";

export function groupFrame(h: Heard): Draft | null {
  // "Hur har prognosen ändrats?"
  if (
    h.has("fig.forecast") &&
    (h.has("chg.changed") ||
      says(h.text, "vad (har hänt|hände|händer) med|what (has happened|happened) (to|with)") ||
      (h.has("move.down", "move.up") && !h.has("fig.planned", "fig.planned_year", "noun.plan"))) &&
    !h.has("noun.measure", "ask.which", "ask.why", "ask.how_many", "sup.most", "sup.least")
  )
    return {
      query: { intent: "series", figures: ["forecast"], group: "month" },
      wants: ["org", "measure"],
      filtered: true,
    };
  if (monthsSetAgainst(h))
    return {
      query: { intent: "series", figures: [...figuresOfMonths(h)], group: "month" },
      wants: ["org", "measure"],
      filtered: true,
    };
  const group = groupSaid(h);
  if (!group || h.has("ask.needed")) return null;
  const figures = effectFigures(h);
  if (group === "month") {
    if (h.has("staff.staffing", "staff.agency", "staff.overtime", "staff.sick", "staff.production", "rep.report"))
      return null;
    return { query: { intent: "series", figures: [...figures], group }, wants: ["org", "measure"], filtered: true };
  }
  if (h.has("rep.report", "rep.rate")) return null;
  // "Hur många är gröna respektive röda?": so many of each, not of each measure.
  if (group === "measure" && h.has("ask.how_many")) return null;
  const counts = h.has("ask.how_many") || (h.has("noun.measure") && figures.length === 0 && !h.has("fig.effect"));
  return {
    query: { intent: "breakdown", group, figures: counts ? ["count"] : [...withPlan(figures, h)] },
    wants: ["org"],
    filtered: true,
  };
}

// "Prognos mot plan per förvaltning": both, and how far apart they are.
export function withPlan(figures: readonly Figure[], h: Heard): readonly Figure[] {
  const isSet = h.has("noun.plan", "fig.planned", "fig.planned_year", "cmp.compare") && !figures.includes("gap");
  return isSet &&
    figures[0] === "forecast" &&
    figures.every((figure) => ["forecast", "planned", "planned_year"].includes(figure))
    ? ["forecast", "planned_year", "forecast_gap"]
    : figures;
}

// "I augusti jämfört med september", "januari och februari var för sig": each month for itself.
function monthsSetAgainst(h: Heard): boolean {
  const months = h.whens.filter(({ when }) => when.is === "months" && when.from === when.to);
  const figures = figuresOfMonths(h);
  return (
    months.length === 2 &&
    figures.length > 0 &&
    figures.every((figure) =>
      ["realised", "planned", "gap", "realisation_rate", "verified", "forecast"].includes(figure),
    ) &&
    !h.has("noun.measure", "sup.most", "sup.least") &&
    (h.has("cmp.compare", "ask.difference") ||
      says(h.text, "var för sig|vardera|respektive|än|eller|than|or|each") ||
      isBetween(h, months, /^(mot|gentemot|kontra|versus|vs|against)$/))
  );
}

function figuresOfMonths(h: Heard): readonly Figure[] {
  const figures = [...new Set(effectFigures(h))];
  return figures.length === 0 && h.has("word.outcome") ? ["realised"] : figures;
}

function isBetween(h: Heard, [first, second]: Heard["whens"], word: RegExp): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    h.tokens.slice(first.end, second.start).some((one) => word.test(one.word))
  );
}

export function countFrame(h: Heard, facts: PlanFacts): Draft | null {
  if (!h.has("ask.how_many")) return null;
  if (h.has("fig.uncounted") && !h.has("fig.extra_cost"))
    return { query: { intent: "figure", figures: [...sumAsWell(h), "uncounted"] }, wants: ["org"], filtered: true };
  const filters = readFilters(h, facts);
  if (isCostAsWell(h, filters))
    return { query: { intent: "figure", figures: ["extra_cost", "uncounted"] }, wants: ["org"] };
  if (levelSaid(h) && !h.has("noun.measure") && filters.length === 0 && !h.has("rep.report"))
    return { query: { intent: "org_list", level: levelSaid(h), figures: ["count"] }, wants: ["org"] };
  if (!h.has("noun.measure") && filters.length === 0) return null;
  const own = h.has("noun.measure")
    ? null
    : h.has("at.prerequisite")
      ? "prerequisites"
      : h.has("at.assumption")
        ? "assumptions"
        : null;
  if (own) return { query: { intent: "count", about: own }, wants: ["org", "measure"], filtered: true };
  // "Hur många åtgärder … och hur många är röda?": the whole and the part.
  const twice = h.tags.filter((tag) => tag.concept === "ask.how_many").length > 1;
  return {
    query: { intent: "count", about: twice && filters.length > 0 ? "of_all" : null },
    wants: ["org"],
    filtered: true,
  };
}

// "Merkostnaden totalt, och hur många saknar den?": the sum, which says how many are not in it.
function isCostAsWell(h: Heard, filters: readonly Filter[]): boolean {
  const cost = h.at("fig.extra_cost");
  const count = h.at("ask.how_many");
  const isOnly = filters.length === 1 && filters.every((filter) => filter.on === "amount" && filter.not);
  return (
    isOnly &&
    cost >= 0 &&
    cost < count &&
    h.tokens
      .slice(cost + 1, count)
      .some(({ word, breakBefore }) => /[+&,;]/.test(breakBefore) || /^(och|samt|plus|and)$/.test(word))
  );
}

// "Hur stor är potentialen och hur många saknar belopp?": the sum as well.
function sumAsWell(h: Heard): readonly Figure[] {
  const lacks = h.tags.find((tag) => tag.concept === "fig.uncounted");
  const sum = h.tags.find((tag) => ["fig.potential", "fig.decided"].includes(tag.concept));
  if (!lacks || !sum) return [];
  const [from, to] = sum.end <= lacks.start ? [sum.end, lacks.start] : [lacks.end, sum.start];
  const isJoined = h.tokens
    .slice(from, to + 1)
    .some(
      ({ word, breakBefore }, at) =>
        /[+&,;]/.test(breakBefore) || (from + at < to && /^(och|samt|plus|and|men|but)$/.test(word)),
    );
  if (!isJoined) return [];
  return [sum.concept === "fig.potential" ? "potential" : "decided"];
}

/** "Vilka enheter äger ingen åtgärd?" */
export function bareFrame(h: Heard): Draft | null {
  const level = levelSaid(h);
  if (
    !level ||
    !h.has("noun.measure") ||
    !h.has("neg.not") ||
    !h.has("ask.which", "ask.how_many", "ask.has") ||
    !(h.has("at.owner", "at.participants", "ask.has") || says(h.text, "utan (någon )?(egen|egna)|without (any )?own"))
  )
    return null;
  if (
    h.tags.some((tag) =>
      /^(state|cause|mech|kind|fig\.(?!realised)|at\.(impact|consultation|prerequisite|assumption|milestone|special|short|long|risk))/.test(
        tag.concept,
      ),
    )
  )
    return null;
  return {
    query: { intent: "org_list", level, missing: true, about: h.has("at.participants") ? "participates" : "owns" },
    wants: ["org"],
  };
}

// "Vad heter enheterna i …?"
function isNamesAsked(h: Heard): boolean {
  return says(h.text, "vad heter|what are .* called") && !h.has("person.manager") && mentionsOf(h, "org").length > 0;
}

/** "Vilka enheter lyder under Servicenämnden?" */
export function underFrame(h: Heard): Draft | null {
  const level = levelSaid(h);
  const isAsked =
    level && (isNamesAsked(h) || (h.has("lvl.under") && h.has("ask.which", "ask.how_many"))) && !h.has("noun.measure");
  if (!isAsked || h.tags.some((tag) => /^(state|fig|staff|rep|sup|at)\./.test(tag.concept))) return null;
  return { query: { intent: "org_list", level, figures: h.has("ask.how_many") ? ["count"] : [] }, wants: ["org"] };
}

export function listFrame(h: Heard, facts: PlanFacts): Draft | null {
  const measure = mentionsOf(h, "measure").filter((mention) => !mention.weak).length > 0;
  const level = levelSaid(h);
  const filters = readFilters(h, facts);
  if ((h.has("pro.mine") || says(h.text, "har jag|do i have")) && h.has("noun.measure"))
    return { query: { intent: "list", mine: true }, wants: ["org"], filtered: true };
  if (
    level &&
    !h.has("noun.measure") &&
    filters.length === 0 &&
    h.has("ask.which", "ask.has") &&
    h.whens.length === 0 &&
    !h.has(
      "rep.missing",
      "rep.report",
      "move.down",
      "move.up",
      "sup.most",
      "sup.least",
      "sup.request",
      "at.passed",
      "chg.changed",
      "ask.can",
      "fig.realised",
      "fig.effect",
      "ask.status",
      "fig.gap",
      "neg.not",
    )
  )
    return { query: { intent: "org_list", level }, wants: ["org"] };
  if (measure && !h.has("noun.measure")) return null;
  // "Bortfallen effekt och vilka åtgärder?": the sum, which names them.
  if (effectFigures(h).every((figure) => figure === "lost") && leadsWithFigure(h) && filters.length === 0) return null;
  if (isOutcomeAgainstPlan(h) && !h.has("ask.which")) return null;
  // "Vad är effekten av genomförda åtgärder?": a sum, not the measures.
  if (h.has("fig.effect") && !h.has("ask.which", "ask.has") && isEffectOf(h)) return null;
  if (h.has("ask.how_much") && (filters.length === 0 || filters.every((filter) => filter.on === "state"))) return null;
  const gap = h.has("fig.gap") && forecastSide(h) === null && (h.has("noun.measure") || (h.has("ask.which") && !level));
  if (gap && isAhead(h))
    return { query: { intent: "list", filters: [{ on: "ahead", not: false }] }, wants: ["org"], filtered: true };
  if (gap)
    return {
      query: {
        intent: "list",
        filters: [{ on: "behind", not: false }],
        order: { by: "gap", direction: "most" },
        limit: limitSaid(h),
      },
      wants: ["org"],
      filtered: true,
    };
  const wantsList =
    h.has("noun.measure") &&
    (h.has("ask.which", "ask.has", "ask.status") ||
      filters.length > 0 ||
      mentionsOf(h, "org").length > 0 ||
      h.tokens.length <= 3);
  if (!wantsList && filters.length === 0) return null;
  if (measure || isCalledSo(h)) return null;
  const hasFigure =
    effectFigures(h).length > 0 &&
    (h.has("ask.how_much", "fig.effect", "ask.define") ||
      !h.has("noun.measure") ||
      isSumSaid(h) ||
      asksForFigure(h) ||
      endsWithFigure(h)) &&
    (!filters.some((filter) => ["amount_over", "amount", "forecast"].includes(filter.on)) ||
      isSumSaid(h) ||
      (endsWithFigure(h) && !filters.some(({ on }) => on === "forecast")));
  if (hasFigure && (!h.has("ask.which") || asksForFigure(h))) return null;
  return {
    query: {
      intent: "list",
      limit: null,
      figures:
        h.has("ask.status") && /summera|summa|sum up|total/.test(h.text.toLowerCase()) ? ["decided", "realised"] : [],
    },
    wants: ["org"],
    filtered: true,
  };
}

// "Hur går det med hyran?", where measures are called just that: they are meant, and not all of a kind.
function isCalledSo(h: Heard): boolean {
  return (
    h.has("ask.status") &&
    !h.has("noun.measure") &&
    mentionsOf(h, "measure").some(
      ({ start, readings }) =>
        readings[0]?.by === "surface" && /^(med|om|with|about)$/.test(h.tokens[start - 1]?.word ?? ""),
    )
  );
}

/** "Effekten av …", "vad ger …": a sum over what follows. */
export function isEffectOf(h: Heard): boolean {
  return says(h.text, "effekten (av|för|från)|effekt (av|för|från)|effect of|effects of");
}
