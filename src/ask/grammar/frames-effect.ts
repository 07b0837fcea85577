// Pure. The effect ladder: figures, comparisons, rankings, shares, month by month, per group, lists and counts.
import { fold } from "../text/fold.ts";
import { tokenise } from "../text/tokens.ts";
import type { Figure, PlanQuery } from "../schema.ts";
import type { Draft } from "./draft.ts";
import { effectFigures } from "./figures.ts";
import { readFilters } from "./filters.ts";
import { limitSaid } from "./frames-staffing.ts";
import { mentionsOf, type Heard } from "./heard.ts";
import { groupSaid, levelSaid } from "./levels.ts";
import type { PlanFacts } from "../../plan/plan.ts";
import { says } from "../text/says.ts";

export function needFrame(h: Heard): Draft | null {
  if (h.has("ask.needed") && !h.has("fig.forecast") && (h.has("group.month") || says(h.text, "takt|takten|pace")) && !h.has("staff.staffing", "staff.production")) return { query: { intent: "needed", figures: ["needed_per_month"] }, wants: ["org", "measure"], filtered: true };
  const amount = h.amounts.find((one) => one.unit === "mkr")?.value ?? null;
  const measure = mentionsOf(h, "measure").some((mention) => !mention.weak);
  if (h.has("ask.can") && !h.has("ask.why", "ask.when", "chg.changed") && !h.has("staff.production", "staff.plan", "staff.staffing") && (amount !== null || h.has("noun.plan", "fig.planned_year", "staff.target", "fig.forecast", "fig.decided", "fig.potential", "fig.planned", "fig.effect") || measure))
    return { query: { intent: "reach", amount, figures: h.has("fig.decided") ? ["decided"] : h.has("fig.potential") ? ["potential"] : [] }, wants: ["org", "measure"], filtered: true };
  return null;
}

export function compareFrame(h: Heard): Draft | null {
  if (h.has("at.one_off") && h.has("at.permanent") && !h.has("ask.define")) return { query: { intent: "breakdown", group: "permanence", figures: h.has("ask.how_many") ? ["count"] : effectFigures(h).length > 0 ? [...effectFigures(h)] : ["decided"] }, wants: ["org"] };
  if (h.has("at.short") && h.has("at.long") && !h.has("ask.define")) return { query: { intent: "breakdown", group: "horizon", figures: h.has("ask.how_many") ? ["count"] : [...effectFigures(h)] }, wants: ["org"] };
  const names = h.mentions.filter((mention) => mention.readings.some((reading) => ["org", "measure"].includes(reading.ref.kind)) && !mention.weak);
  const figures = effectFigures(h);
  if (h.has("cmp.compare", "ask.difference") || isVersus(h, names.length)) {
    if (names.length >= 2) return { query: { intent: "compare", figures: [...figures] }, wants: ["org", "measure"] };
    if (figures.length >= 2) return { query: { intent: "figure", figures: [...figures], about: h.has("ask.difference") ? "difference" : null }, wants: ["org", "measure"], filtered: true };
    const level = levelSaid(h);
    if (level && names.length === 0 && h.has("cmp.compare")) return { query: { intent: "breakdown", group: level, figures: [...figures] }, wants: ["org"], filtered: true };
  }
  return null;
}

function isVersus(h: Heard, names: number): boolean {
  return names >= 2 && (h.has("sup.most", "sup.least") || says(h.text, "eller|or|vs|kontra|bättre än|sämre än|än|than")) && !h.has("ask.dependents", "ask.depends_on", "at.comment");
}

export function rankFrame(h: Heard): Draft | null {
  if (!h.has("sup.most", "sup.least", "ask.rank") || h.has("ask.since") || h.has("cause.word")) return null;
  const least = h.has("sup.least");
  const level = levelSaid(h);
  const figures = effectFigures(h);
  const isMeasures = h.has("noun.measure") || !level;
  if (!isMeasures && h.has("noun.measure") === false && level) {
    const states = stateCounted(h);
    if (states) return { query: { intent: "rank", group: level, order: { by: "count", direction: least ? "least" : "most" }, limit: limitSaid(h) }, wants: ["org"], filtered: true };
    const by = rankBy(h, figures, least, false);
    return { query: { intent: "rank", group: level, order: { by: by.figure, direction: by.direction }, figures: [by.figure], limit: limitSaid(h) }, wants: ["org"] };
  }
  if (level && h.has("noun.measure") && /flest|färst|most measures|fewest/.test(h.text.toLowerCase())) return { query: { intent: "rank", group: level, order: { by: "count", direction: least ? "least" : "most" }, limit: limitSaid(h) }, wants: ["org"], filtered: true };
  if (!h.has("noun.measure", "ask.which", "ask.where", "ask.what_if", "fig.gap", "ask.rank") && figures.length === 0 && !/topp|top/.test(h.text.toLowerCase()) && !h.has("ask.status")) return null;
  const by = rankBy(h, figures, least, true);
  return { query: { intent: "rank", group: level && !h.has("noun.measure") ? level : "measure", order: { by: by.figure, direction: by.direction }, figures: [by.figure], limit: limitSaid(h) ?? (/vilken åtgärd\b|which measure\b/.test(h.text.toLowerCase()) ? 1 : null) }, wants: ["org"], filtered: true };
}

function stateCounted(h: Heard): boolean {
  return h.tags.some((tag) => ["state.critical", "state.deviation", "state.on_track", "state.done", "state.paused", "state.not_started"].includes(tag.concept)) && !h.has("fig.gap");
}

function rankBy(h: Heard, figures: readonly Figure[], least: boolean, isMeasures: boolean): { figure: Figure; direction: "most" | "least" } {
  const text = fold(h.text.toLowerCase());
  // "Längst efter plan": the largest gap comes first, though the words are of the worst.
  if (figures.includes("gap") || /(langst|mest) (efter|bakom|ifran|fran)|furthest behind|most behind|efter mest|tappar mest|eftersatt/.test(text)) return { figure: /procent|%|percent|realiseringsgrad/.test(text) ? "realisation_rate" : "gap", direction: /procent|%|percent|realiseringsgrad/.test(text) ? "least" : "most" };
  const named = figures.find((figure) => figure !== "gap");
  if (named) return { figure: named, direction: least ? "least" : "most" };
  if (h.has("ask.rank") && !isMeasures) return { figure: "realisation_rate", direction: "most" };
  if (/kommit langst|langst fram|furthest|bast|samst|best|worst|svagast|leder|framst|lyckats|kommit kortast/.test(text)) return { figure: "realisation_rate", direction: least ? "least" : "most" };
  if (h.has("fig.effect") && !isMeasures) return { figure: "realised", direction: least ? "least" : "most" };
  return { figure: "decided", direction: least ? "least" : "most" };
}

export function shareFrame(h: Heard, facts: PlanFacts): Draft | null {
  if (!h.has("ask.share") || h.has("rep.report", "rep.rate", "staff.overtime", "staff.sick")) return null;
  const filters = readFilters(h, facts).filter((filter) => filter.on !== "amount" && filter.on !== "amount_over");
  const figures = effectFigures(h).filter((figure) => figure !== "realisation_rate");
  const amount = h.amounts.find((one) => one.unit === "mkr")?.value ?? null;
  if (amount !== null && filters.length === 0) return { query: { intent: "share", figures: [figures[0] ?? "planned_year"], amount }, wants: ["org"] };
  // "Hur stor del av potentialen är beslutad?": one stage as a share of another, the whole first.
  if (figures.length === 2 && filters.length === 0 && !figures.includes("verified")) return { query: { intent: "share", figures: [...figures] }, wants: ["org", "measure"] };
  const orgs = mentionsOf(h, "org").filter((mention) => !mention.weak).length;
  if (filters.length === 0 && orgs === 0) {
    // "Hur stor del av planen har vi hämtat hem?", "hur stor andel är verifierad?"
    if (figures.includes("verified")) return { query: { intent: "figure", figures: ["verified", "realised"], about: "share" }, wants: ["org", "measure"], filtered: true };
    if (figures.includes("realised") || h.has("fig.rate")) return { query: { intent: "figure", figures: ["realisation_rate"] }, wants: ["org", "measure"], filtered: true };
    return null;
  }
  if (h.has("fig.rate") && h.has("noun.plan") && filters.length === 0) return { query: { intent: "figure", figures: ["realisation_rate"] }, wants: ["org", "measure"] };
  const isCount = h.has("noun.measure") && !h.has("fig.effect") && figures.length === 0;
  return { query: { intent: "share", figures: [isCount ? "count" : (figures[0] ?? "decided")] }, wants: ["org"], filtered: true };
}

export function groupFrame(h: Heard): Draft | null {
  const group = groupSaid(h);
  if (!group || h.has("ask.needed")) return null;
  const figures = effectFigures(h);
  if (group === "month") {
    if (h.has("staff.staffing", "staff.agency", "staff.overtime", "staff.sick", "staff.production", "rep.report")) return null;
    return { query: { intent: "series", figures: [...figures], group }, wants: ["org", "measure"], filtered: true };
  }
  if (h.has("rep.report", "rep.rate")) return null;
  const counts = h.has("ask.how_many") || (h.has("noun.measure") && figures.length === 0 && !h.has("fig.effect"));
  return { query: { intent: "breakdown", group, figures: counts ? ["count"] : [...figures] }, wants: ["org"], filtered: true };
}

export function countFrame(h: Heard, facts: PlanFacts): Draft | null {
  if (!h.has("ask.how_many")) return null;
  if (h.has("fig.uncounted") && h.has("noun.measure", "ask.how_many")) return { query: { intent: "figure", figures: ["uncounted"] }, wants: ["org"], filtered: true };
  const filters = readFilters(h, facts);
  if (levelSaid(h) && !h.has("noun.measure") && filters.length === 0 && !h.has("rep.report")) return { query: { intent: "org_list", level: levelSaid(h), figures: ["count"] }, wants: ["org"] };
  if (!h.has("noun.measure") && filters.length === 0) return null;
  // "Hur många åtgärder … och hur många är röda?": the whole and the part.
  const twice = h.tags.filter((tag) => tag.concept === "ask.how_many").length > 1;
  return { query: { intent: "count", about: twice && filters.length > 0 ? "of_all" : null }, wants: ["org"], filtered: true };
}

/** "Vilka enheter äger ingen åtgärd?" */
export function bareFrame(h: Heard): Draft | null {
  const level = levelSaid(h);
  if (!level || !h.has("noun.measure") || !h.has("neg.not") || !h.has("ask.which", "ask.how_many") || !h.has("at.owner", "at.participants", "ask.has")) return null;
  if (h.tags.some((tag) => /^(state|at\.(impact|consultation|prerequisite|assumption|milestone))/.test(tag.concept))) return null;
  return { query: { intent: "org_list", level, missing: true, about: h.has("at.participants") ? "participates" : "owns" }, wants: ["org"] };
}

export function listFrame(h: Heard, facts: PlanFacts): Draft | null {
  const measure = mentionsOf(h, "measure").filter((mention) => !mention.weak).length > 0;
  const level = levelSaid(h);
  const filters = readFilters(h, facts);
  if (h.has("pro.mine") && h.has("noun.measure")) return { query: { intent: "list", mine: true }, wants: ["org"], filtered: true };
  if (level && !h.has("noun.measure") && filters.length === 0 && h.has("ask.which", "ask.has") && !h.has("ask.can", "fig.realised", "fig.effect", "ask.status", "fig.gap")) return { query: { intent: "org_list", level }, wants: ["org"] };
  if (measure && !h.has("noun.measure")) return null;
  if (h.has("ask.how_much") && filters.length === 0) return null;
  const gap = h.has("fig.gap") && h.has("noun.measure", "ask.which");
  if (gap && says(h.text, "före plan|före planen|ahead of plan|ahead of the plan|över plan|bättre än plan") && !says(h.text, "efter|behind")) return { query: { intent: "list", filters: [{ on: "ahead", not: false }] }, wants: ["org"], filtered: true };
  if (gap) return { query: { intent: "list", filters: [{ on: "behind", not: false }], order: { by: "gap", direction: "most" }, limit: limitSaid(h) }, wants: ["org"], filtered: true };
  const wantsList = h.has("noun.measure") && (h.has("ask.which", "ask.has", "ask.status") || filters.length > 0 || mentionsOf(h, "org").length > 0 || h.tokens.length <= 3);
  if (!wantsList && filters.length === 0) return null;
  if (measure) return null;
  const hasFigure = effectFigures(h).length > 0 && h.has("ask.how_much", "fig.effect", "ask.define") && !filters.some((filter) => filter.on === "amount_over" || filter.on === "amount");
  if (hasFigure && !h.has("ask.which")) return null;
  return { query: { intent: "list", limit: null, figures: h.has("ask.status") && /summera|summa|sum up|total/.test(h.text.toLowerCase()) ? ["decided", "realised"] : [] }, wants: ["org"], filtered: true };
}

export function figureFrame(h: Heard): Draft | null {
  const figures = effectFigures(h);
  if (h.has("fig.budget") && figures.length === 0) return { query: { intent: "budget" }, wants: ["org"] };
  if (figures.length > 0) return { query: { intent: "figure", figures: withWhatBelongs(figures, h) }, wants: ["measure", "org"], filtered: true };
  if (h.has("cmp.compare") && h.has("noun.plan") && h.tokens.length > 3) return { query: { intent: "figure", figures: ["realised", "planned"] }, wants: ["measure", "org"], filtered: true };
  if (h.has("fig.effect") && (h.has("ask.how_much", "ask.which", "ask.status", "ask.has", "ask.expected") || h.tokens.length <= 6)) return { query: { intent: "figure", figures: h.has("ask.expected") ? ["realised", "planned"] : ["realised"] }, wants: ["measure", "org"], filtered: true };
  return null;
}

function withWhatBelongs(figures: readonly Figure[], h: Heard): PlanQuery["figures"] {
  const all = new Set(figures);
  if (all.has("realised") && (h.has("cmp.compare", "ask.expected") || h.has("noun.plan"))) all.add("planned");
  if (all.has("forecast") && h.has("cmp.compare", "noun.plan", "fig.planned")) {
    all.delete("planned");
    all.add("planned_year");
  }
  if (all.has("forecast") && all.has("gap")) {
    all.delete("gap");
    all.add("forecast_gap");
  }
  if (all.size > 1) all.delete("uncounted");
  return [...all];
}

export function statusFrame(h: Heard): Draft | null {
  // A period alone: "andra tertialet".
  if (h.whens.length > 0 && h.mentions.length === 0 && h.tokens.length <= 5 && h.tags.every((tag) => tag.concept.startsWith("stop") || h.whens.some((span) => span.start <= tag.start && tag.end <= span.end))) return { query: { intent: "figure", figures: ["realised", "planned"] }, wants: [], bare: true };
  const measure = mentionsOf(h, "measure");
  const org = mentionsOf(h, "org");
  const asks = h.has("ask.status", "word.state", "ask.has", "state.active") || h.tags.some((tag) => tag.concept.startsWith("state."));
  if (measure.length > 0 || org.length > 0) return { query: { intent: "status" }, wants: h.has("staff.target", "staff.staffing") ? ["org", "measure"] : ["measure", "org"] };
  if (h.has("doc.document")) return { query: { intent: "status" }, wants: [] };
  if (h.has("ask.status", "word.state") && (h.has("noun.plan") || h.tokens.length <= 9)) return { query: { intent: "status" }, wants: ["measure", "org"] };
  if (h.has("noun.plan") && asks && h.tokens.length <= 9) return { query: { intent: "status" }, wants: [] };
  return null;
}

// "Väntetiderna" where the plan measures "väntande över 90 dagar".
function nearIndicator(word: string, facts: PlanFacts): string | null {
  const metrics = [...new Set(facts.indicators.map((row) => row.metric))];
  const near = metrics.filter((metric) => tokenise(metric).some((token) => token.folded.includes(word.slice(0, 8)) || (word.length >= 6 && token.folded.slice(0, 4) === word.slice(0, 4))));
  return near.length === 1 ? (near[0] ?? null) : null;
}

export function indicatorFrame(h: Heard, facts: PlanFacts): Draft | null {
  const mention = mentionsOf(h, "indicator").find((one) => !one.readings.some((reading) => ["measure", "org"].includes(reading.ref.kind)) || h.has("ask.how_many", "ask.how_much", "move.down", "move.up", "staff.last_year", "staff.target"));
  const reading = mention?.readings.find((one) => one.ref.kind === "indicator");
  if (reading) return { query: { intent: "indicator", about: reading.ref.id }, wants: ["org"], uses: ["indicator"] };
  // Known to health care, not to this plan: "underlag saknas" is an answer too.
  const known = h.tags.find((tag) => tag.concept === "ind.known");
  if (!known || mentionsOf(h, "measure").length > 0 || mentionsOf(h, "metric").length > 0 || h.has("ask.define")) return null;
  const near = nearIndicator(h.tokens[known.start]?.folded ?? "", facts);
  if (near) return { query: { intent: "indicator", about: near }, wants: ["org"], uses: ["indicator"] };
  return { query: { intent: "indicator", about: h.tokens.slice(known.start, known.end).map((token) => token.word).join(" ") }, wants: ["org"] };
}
