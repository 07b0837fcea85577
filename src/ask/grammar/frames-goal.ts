// Pure. What is needed per month, and whether a goal is reached.
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { hasMetric } from "./figures.ts";
import { type Heard, mentionsOf } from "./heard.ts";
import { partSaid } from "./part-said.ts";

export function needFrame(h: Heard): Draft | null {
  if (
    h.has("ask.needed") &&
    !h.has("fig.forecast") &&
    (h.has("group.month") ||
      says(
        h.text,
        "takt|takten|månadstakt[a-z]*|pace|i månaden|per månad|varje månad|i mån|månatligen|månadsvis|a month|per month|each month|monthly",
      )) &&
    !h.has("staff.staffing", "staff.production")
  )
    return { query: { intent: "needed", figures: ["needed_per_month"] }, wants: ["org", "measure"], filtered: true };
  // "Är vi i fas?", "ligger planen enligt plan?": planned and realised, and what is between them.
  if (
    h.has("state.on_track") &&
    isAskedFirst(h) &&
    !h.has("noun.measure", "ask.which", "ask.how_many", "ask.how_much", "ask.why", "ask.since", "chg.became") &&
    says(h.text, "i fas|enligt plan|enligt planen|som planerat|on track|according to plan|on plan|as planned") &&
    mentionsOf(h, "measure").length === 0
  )
    return { query: { intent: "figure", figures: ["gap", "realisation_rate"] }, wants: ["org"] };
  // "Hur mycket återstår i år?"
  if (
    h.has("ask.how_much") &&
    says(h.text, "återstår|kvar|remains|left") &&
    (h.whens.some(({ when }) => when.is === "year") ||
      says(h.text, "att (hämta|realisera|spara|få|ta)|to (save|realise)")) &&
    !h.tags.some((tag) => /^(staff|rep\.(report|rate|due)|sup|dec|state)/.test(tag.concept))
  )
    return { query: { intent: "needed", figures: ["needed_per_month"] }, wants: ["org", "measure"], filtered: true };
  // "Vad fattas till årsplanen?": what remains of the year.
  if (
    h.has("fig.gap", "rep.missing") &&
    says(
      h.text,
      "(saknas|fattas|återstår|kvar) .*(årsplan[a-z]*|årets plan|årets mål)|(left|remains|missing) .*(annual plan|year's plan)",
    ) &&
    !h.has("fig.forecast", "ask.which", "ask.why", "noun.measure")
  )
    return { query: { intent: "needed", figures: ["needed_per_month"] }, wants: ["org", "measure"], filtered: true };
  const amount = h.amounts.find((one) => one.unit === "mkr")?.value ?? null;
  const measure = mentionsOf(h, "measure").some((mention) => !mention.weak);
  // "Blir det 200 mkr i år?"
  const isAsked = amount !== null && (/^(blir|hamnar|will)$/.test(h.tokens[0]?.word ?? "") || isLandingAsked(h));
  if (
    (h.has("ask.can") || isAsked) &&
    partSaid(h) === null &&
    !h.has("ask.why", "ask.when", "chg.changed") &&
    !h.has("staff.production", "staff.plan", "staff.staffing") &&
    !(hasMetric(h) && amount === null && !measure) &&
    (amount !== null ||
      h.has(
        "noun.plan",
        "fig.planned_year",
        "staff.target",
        "fig.forecast",
        "fig.decided",
        "fig.potential",
        "fig.planned",
        "fig.effect",
      ) ||
      measure ||
      says(h.text, "i mål|målet|målen|the (target|goal)s?"))
  )
    return {
      query: {
        intent: "reach",
        amount,
        figures: h.has("fig.decided") ? ["decided"] : h.has("fig.potential") ? ["potential"] : [],
      },
      wants: ["org", "measure"],
      filtered: true,
    };
  return null;
}

// "Tror ni vi landar på 200 miljoner?": set against what is believed.
function isLandingAsked(h: Heard): boolean {
  return (
    h.has("fig.forecast") &&
    !h.has(
      "ask.which",
      "ask.how_many",
      "ask.how_much",
      "ask.what_if",
      "ask.if_not",
      "ask.share",
      "noun.measure",
      "fig.planned",
    ) &&
    !says(h.text, "om|ifall|if|trodde|hade|blev")
  );
}

// "Är vi i fas?", "närsjukvården, ligger vi i fas?", "tandvården i fas?": the verb first, or next after the name.
function isAskedFirst(h: Heard): boolean {
  const isVerb = (at: number) => /^(är|ligger|går|are|is)$/.test(h.tokens[at]?.word ?? "");
  const [name] = h.mentions;
  const after = name?.start === 0 ? name.end : -1;
  return isVerb(0) || isVerb(after) || (h.tokens[after]?.word === "i" && h.tokens[after + 1]?.word === "fas");
}
