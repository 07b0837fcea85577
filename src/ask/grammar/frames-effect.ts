// Pure. Figures of the effect ladder, and how something stands.
import type { Figure, PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { effectFigures } from "./figures.ts";
import { isEffectOf } from "./frames-list.ts";
import { type Heard, mentionsOf } from "./heard.ts";
import { isOutcomeAgainstPlan } from "./sum-said.ts";

export function figureFrame(h: Heard): Draft | null {
  const figures = effectFigures(h);
  if (h.has("fig.budget") && figures.length === 0) return { query: { intent: "budget" }, wants: ["org"] };
  if (figures.length > 0)
    return {
      query: { intent: "figure", figures: withWhatBelongs(figures, h), ...(isStoppedSaid(figures, h) && ALL_LOST) },
      wants: ["measure", "org"],
      filtered: true,
    };
  if (
    (h.has("cmp.compare") && h.has("noun.plan") && h.tokens.length > 3) ||
    isOutcomeAgainstPlan(h) ||
    (h.has("word.outcome") &&
      (h.has("noun.plan") || isOutcomeOfTime(h)) &&
      !h.has("word.judged", "word.differs") &&
      !h.tags.some((tag) => tag.concept.startsWith("state.")))
  )
    return { query: { intent: "figure", figures: ["realised", "planned"] }, wants: ["measure", "org"], filtered: true };
  if (
    h.has("fig.effect") &&
    (h.has("ask.how_much", "ask.which", "ask.status", "ask.has", "ask.expected") ||
      isEffectOf(h) ||
      h.tokens.length <= 6)
  )
    return {
      // "Hur mycket pengar ligger i de röda?": what is decided.
      query: {
        intent: "figure",
        figures: h.has("ask.expected")
          ? ["realised", "planned"]
          : says(h.text, "ligger i|sits? in")
            ? ["decided"]
            : ["realised"],
      },
      wants: ["measure", "org"],
      filtered: true,
    };
  // "Hur mycket ligger i röda åtgärder?"
  if (h.has("ask.how_much") && h.has("noun.measure") && h.tags.some((tag) => tag.concept.startsWith("state.")))
    return { query: { intent: "figure", figures: ["decided"] }, wants: ["org"], filtered: true };
  // "Hur mycket blev det under tredje kvartalet?"
  if (
    (h.has("ask.how_much") ||
      says(
        h.text,
        "vad (?:blev|gav)|hur blev (?:det|utfallet|resultatet|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)",
      )) &&
    h.whens.some(({ when }) => ["months", "through", "since"].includes(when.is)) &&
    h.mentions.every(
      (mention) => !mention.weak && mention.readings.some(({ ref }) => ["org", "measure"].includes(ref.kind)),
    ) &&
    h.tags.every(
      (tag) =>
        /^(stop|ask\.how_much|chg\.became|pro\.|noun\.plan|ask\.has|word\.outcome)/.test(tag.concept) ||
        isInTime(h, tag),
    )
  )
    return { query: { intent: "figure", figures: ["realised", "planned"] }, wants: ["measure", "org"], bare: true };
  return null;
}

// "Tandvårdens utfall i maj": money, where the words hold nothing but a name and a time.
function isOutcomeOfTime(h: Heard): boolean {
  const isTimed = h.whens.some(({ when }) => ["months", "through", "year", "to_date"].includes(when.is));
  return (
    isTimed &&
    h.tags.every(({ concept }) =>
      /^(stop|pro\.|ask\.(how_much|which|status)|word\.outcome|lvl\.|cmp\.compare|ask\.difference)/.test(concept),
    )
  );
}

const ALL_LOST: Pick<PlanQuery, "filters"> = {
  filters: [{ on: "state", values: ["paused", "cancelled", "reverted"], not: false }],
};

// "Bortfallet på grund av stoppade åtgärder": stopped for a while or for good.
function isStoppedSaid(figures: readonly Figure[], h: Heard): boolean {
  return figures.includes("lost") && says(h.text, "stoppade?|stoppats|stopped");
}

function isInTime(h: Heard, tag: { readonly start: number; readonly end: number }): boolean {
  return h.whens.some((span) => span.start <= tag.start && tag.end <= span.end);
}

function withWhatBelongs(figures: readonly Figure[], h: Heard): PlanQuery["figures"] {
  const all = new Set(figures);
  if (all.has("planned") && says(h.text, "(vad|hur mycket) (blev|blir|blev utfallet)|what did .* become"))
    all.add("realised");
  if (all.has("planned") && isOutcomeAgainstPlan(h)) all.add("realised");
  if (all.has("realised") && (h.has("cmp.compare", "ask.expected") || h.has("noun.plan"))) all.add("planned");
  if (all.has("forecast") && h.has("cmp.compare", "noun.plan", "fig.planned")) {
    all.delete("planned");
    all.add("planned_year");
  }
  if (all.has("forecast") && all.has("gap")) {
    all.delete("gap");
    // Told with the plan of the year beside it.
    all.delete("planned_year");
    all.add("forecast_gap");
  }
  // "Glappet mot årsplanen", "hur mycket under plan blir året?": of the year.
  const isOfYear = h.whens.some(({ when }) => when.is === "year" && when.year === h.year);
  if (all.has("gap") && (all.has("planned_year") || (isOfYear && says(h.text, "blir|hamnar|landar|slutar|will"))))
    return ["forecast_gap"];
  if (all.size > 1) all.delete("uncounted");
  return [...all];
}

const AROUND_NAMES = new Set(
  "och men då nu för i på hos inom vid med om av till från den det de är e hur vad visa samt kring gällande ang angående går bra and what about how is the for of on at in with show me please tack snälla hej se ser ut isolerat siffror siffrorna".split(
    " ",
  ),
);

// "Psykiatrin?", "går det bra för fastigheter?": how it stands. "Med vilket belopp ligger tandvården efter sin plan?"
// asks for something else.
function isNameOnly(h: Heard): boolean {
  return h.tokens.every(
    (token, at) =>
      AROUND_NAMES.has(token.word) ||
      h.unknown.includes(at) ||
      h.tags.some((tag) => tag.start <= at && at < tag.end && /^(noun|lvl|pro)\./.test(tag.concept)) ||
      h.mentions.some((mention) => mention.start <= at && at < mention.end) ||
      h.whens.some((span) => span.start <= at && at < span.end),
  );
}

export function statusFrame(h: Heard): Draft | null {
  // A period alone: "andra tertialet".
  if (
    h.whens.length > 0 &&
    h.mentions.length === 0 &&
    h.tokens.length <= 5 &&
    h.tags.every(
      (tag) => tag.concept.startsWith("stop") || h.whens.some((span) => span.start <= tag.start && tag.end <= span.end),
    )
  )
    return { query: { intent: "figure", figures: ["realised", "planned"] }, wants: [], bare: true };
  // "Hur slutade 2026?": what came of the year that is over, against its plan.
  const isOver = h.whens.some(({ when }) => when.is === "year" && when.year < h.year);
  if (isOver && h.has("ask.status") && !h.has("noun.measure") && says(h.text, "slutade|landade|avslutades|gick|blev"))
    return { query: { intent: "figure", figures: ["realised", "planned"] }, wants: ["measure", "org"], filtered: true };
  // "Vilka har hög övertid?" asks for them, though a measure is called so.
  const isWhich = says(h.text, "vilka|which") && !h.has("noun.measure");
  const measure = mentionsOf(h, "measure").filter(({ weak }) => !weak || !isWhich);
  const org = mentionsOf(h, "org");
  const asks =
    h.has("ask.status", "word.state", "ask.has", "state.active") ||
    h.tags.some((tag) => tag.concept.startsWith("state."));
  if (
    measure.length > 0 ||
    (org.length > 0 && (asks || h.has("doc.document", "chg.became", "sup.open", "sup.closed") || isNameOnly(h)))
  )
    return {
      query: { intent: "status" },
      wants: h.has("staff.target", "staff.staffing") ? ["org", "measure"] : ["measure", "org"],
    };
  if (says(h.text, "hur långt (har|är) (vi|ni|man) (kommit|hunnit)|how far (have we|are we)"))
    return { query: { intent: "status" }, wants: ["measure", "org"] };
  if (h.has("doc.document")) return { query: { intent: "status" }, wants: [] };
  if (h.has("ask.status", "word.state") && (h.has("noun.plan") || h.tokens.length <= 9))
    return { query: { intent: "status" }, wants: ["measure", "org"] };
  if (h.has("noun.plan") && asks && h.tokens.length <= 9) return { query: { intent: "status" }, wants: [] };
  return null;
}
