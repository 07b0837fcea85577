// Pure. Questions about staffing and production.
import type { PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { staffingFigures } from "./figures.ts";
import { lineSaid } from "./filter-rate.ts";
import { guardSaid } from "./guard-said.ts";
import { type Heard, mentionsOf } from "./heard.ts";
import { levelSaid } from "./levels.ts";

export function staffingFrame(h: Heard): Draft | null {
  const guard = guardSaid(h);
  if (guard) return { query: { intent: "guard", guard }, wants: ["org"], weakAreWords: true };
  const figures = staffingFigures(h);
  const metric = mentionsOf(h, "metric")[0]?.readings.find((reading) => reading.ref.kind === "metric")?.ref.id ?? null;
  if (figures.length === 0 || !isAboutStaffing(h)) return null;
  const level = levelSaid(h);
  if (
    h.has("sup.most", "sup.least", "ask.rank") &&
    (level || h.has("ask.which", "ask.where", "ask.who") || mentionsOf(h, "org").every((mention) => mention.weak)) &&
    mentionsOf(h, "org").filter((mention) => !mention.weak).length <= 1
  ) {
    const by = rankedBy(h, figures);
    // "Mest över sin hyrplan" is no cost, and how much overtime has changed is no figure of the plan: better silent than its level instead.
    const isOverPlan = by === "agency_cost" && /över|under|plan/.test(h.text);
    if (isOverPlan || (h.has("move.up", "move.down") && !by.endsWith("_change") && by !== "staffing_gap"))
      return { query: { intent: "staffing", figures: [by] }, wants: ["org"], needsSubject: true, weakAreWords: true };
    return {
      query: {
        intent: "rank",
        group: level ?? "unit",
        order: {
          by,
          direction: !h.has("sup.least") !== isBelow(h, by) ? "most" : "least",
        },
        figures: [by],
        limit: limitSaid(h),
        about: metric,
      },
      wants: ["org"],
      weakAreWords: true,
    };
  }
  // "Vilka enheter har övertid över 4 procent?"
  const line = lineSaid(h);
  const [rated] = figures;
  if (line && (rated === "overtime" || rated === "sick_leave") && asksWhichUnits(h))
    return {
      query: {
        intent: "rank",
        group: level ?? "unit",
        order: { by: rated, direction: line.side === "over" ? "most" : "least" },
        figures: [rated],
        amount: line.percent,
      },
      wants: ["org"],
      weakAreWords: true,
    };
  // "Vilka enheter ligger över sitt mål?", "vilka når inte sin produktionsplan?": those on one side of the line.
  const side = sideSaid(h, figures);
  if (side && asksWhichUnits(h))
    return {
      query: {
        intent: "rank",
        group: level ?? "unit",
        order: { by: side.by, direction: side.direction },
        figures: [side.by],
        amount: side.line,
        about: metric,
      },
      wants: ["org"],
      weakAreWords: true,
    };
  const query: PlanQueryPart = {
    intent: "staffing",
    figures: [...figures],
    about: metric,
    against: againstSaid(h) ?? (figures.includes("agency_cost") && isComparedInTime(h) ? "previous" : null),
    group:
      h.has("group.month") && !h.has("staff.per_week")
        ? "month"
        : h.has("group.weeks")
          ? "week"
          : h.has("group.each") && level
            ? level
            : null,
  };
  return { query, wants: ["org"], weakAreWords: true };
}

// "Tappat mest", "längst under produktionsplan": the most of what goes down is the least of the figure.
function isBelow(h: Heard, by: PlanQuery["figures"][number]): boolean {
  if (by.endsWith("_change")) return h.has("move.down") && h.has("sup.most");
  const isOfPlan = by === "production_rate" || by === "staffing_gap";
  return isOfPlan && h.has("sup.most") && says(h.text, "under|efter|ifrån|bakom|below|under plan|behind|short of");
}

type PlanQueryPart = Partial<PlanQuery> & Pick<PlanQuery, "intent">;

// "Hyrpersonal" and "övertid" are also what measures are called: without a place, a figure must be asked for as one.
function isAboutStaffing(h: Heard): boolean {
  const place = mentionsOf(h, "org").some((mention) => !mention.weak);
  const metric = mentionsOf(h, "metric").length > 0;
  // "Vilken vårdcentral": a kind of unit, though a measure is about them.
  const isKindOfUnit = (readings: Heard["mentions"][number]["readings"]) =>
    readings.some(({ ref }) => ref.kind === "org") &&
    readings.every(({ ref, by }) => ref.kind !== "measure" || by === "words");
  if (mentionsOf(h, "measure").some(({ weak, readings }) => !weak && !isKindOfUnit(readings))) return false;
  if (
    h.has(
      "at.comment",
      "ask.since",
      "ask.dependents",
      "at.owner",
      "ask.if_not",
      "fig.realised",
      "fig.decided",
      "fig.potential",
      "fig.forecast",
      "fig.verified",
      "noun.measure",
      "sup.request",
      "ask.data_age",
    )
  )
    return false;
  // "Andel av planen som är hyrpersonal": of the effect.
  if (h.has("staff.agency") && says(h.text, "(andel|del|procent|percent|share) (av|of) (the )?(planen|plan)"))
    return false;
  if (h.has("ask.share") && !h.has("staff.plan") && !(metric && isOfPlanSaid(h))) return false;
  // "Lägre produktion än planerat": its own plan. "Planerat för produktionsstyrningen": the effect.
  if (
    h.has("fig.planned") &&
    !isPlannedMetric(h) &&
    !(metric && isAgainstPlanSaid(h)) &&
    !(h.has("staff.production") && h.has("cmp.compare", "move.up", "move.down", "lvl.unit"))
  )
    return false;
  if (
    h.has("fig.effect") &&
    h.has("staff.agency") &&
    !h.has("staff.cost") &&
    (!h.has("ask.how_much") || h.has("ask.share"))
  )
    return false;
  const weak = h.mentions.some(
    (mention) =>
      mention.weak &&
      mention.readings.some(
        (reading) =>
          reading.ref.kind === "measure" &&
          (reading.by !== "words" || (place && !h.has("staff.production", "staff.staffing"))),
      ),
  );
  if (!weak) return true;
  if (h.tags.some((tag) => tag.concept.startsWith("state.")) || h.has("ask.why")) return false;
  const amount = h.has(
    "ask.how_much",
    "ask.how_many",
    "staff.cost",
    "move.up",
    "move.down",
    "sup.most",
    "sup.least",
    "staff.last_year",
    "group.month",
    "staff.target",
    "staff.plan",
    "group.each",
    "chg.changed",
  );
  if (amount || lineSaid(h) !== null) return true;
  // "hur går det med övertiden", "hows hyrpersonal going at …": the measure. "övertid akuten": the figure.
  const isHow = place && says(h.text, "hur (ser|såg) .* ut|hur (ligger|låg) .* till|hur (hög|stor|låg)");
  return (place || metric) && (isHow || !h.has("ask.status", "word.state"));
}

// "Besök, hur många procent av plan?": what was produced, as a part of what was planned to be.
function isOfPlanSaid(h: Heard): boolean {
  return says(h.text, "(procent|andel|del|percent|percentage|share) (av|of) (sin |the |its )?(plan|planen)");
}

// "Fler besök än planerat"
function isAgainstPlanSaid(h: Heard): boolean {
  return says(
    h.text,
    "(än|mot|enligt|jämfört med|than|against) (sin |den |det |sitt )?(planerat|planerade|plan|planen|planned)",
  );
}

// "Planerade besök": the plan of what is produced.
function isPlannedMetric(h: Heard): boolean {
  const planned = h.tags.filter((tag) => tag.concept === "fig.planned");
  return mentionsOf(h, "metric").some((mention) => planned.some((tag) => tag.end === mention.start));
}

// "Vilka enheter …", "var är bemanningen …", "enheter med färre …"
function asksWhichUnits(h: Heard): boolean {
  const level = h.tags.find((tag) => tag.concept.startsWith("lvl."));
  return (
    (level !== undefined && (h.has("ask.which", "ask.how_many") || level.start === 0)) ||
    (/^(vilka|which)$/.test(h.tokens[0]?.word ?? "") && !h.has("noun.measure")) ||
    (h.has("ask.where") && mentionsOf(h, "org").every((mention) => mention.weak))
  );
}

function isThan(h: Heard, words: string): boolean {
  return says(h.text, `(${words}) .{0,40}(än|than)`);
}

function sideSaid(
  h: Heard,
  figures: readonly PlanQuery["figures"][number][],
): { by: PlanQuery["figures"][number]; direction: "most" | "least"; line: number } | null {
  // "Fler anställda än målet men mindre produktion än plan": two lines, and only one could be held.
  if (figures.includes("production") && figures.includes("staffing")) return null;
  const text = h.text.toLowerCase();
  const over =
    says(text, "över|above|over|exceed|för (mycket|många)|too (many|much)") ||
    isThan(h, "mer|fler|högre|större|bättre|more|higher|better");
  const under =
    says(text, "under|below|för (lite|få)|too few") ||
    isThan(h, "mindre|färre|lägre|sämre|less|fewer|lower|worse") ||
    (h.has("ask.can") && h.has("neg.not"));
  const isLastYear = h.has("staff.last_year") || h.whens.some(({ when }) => when.is === "year");
  if (isLastYear && (over || under) && (figures.includes("production") || figures.includes("staffing"))) {
    const by = figures.includes("production") ? "production_change" : "staffing_change";
    return over ? { by, direction: "most", line: 0.0001 } : { by, direction: "least", line: -0.0001 };
  }
  if (
    figures.includes("production") &&
    h.has("staff.plan", "noun.plan", "staff.target", "ask.can", "fig.planned", "fig.gap")
  )
    return over || (h.has("ask.can") && !h.has("neg.not"))
      ? { by: "production_rate", direction: "most", line: 99.999 }
      : under
        ? { by: "production_rate", direction: "least", line: 100 }
        : null;
  if (figures.includes("staffing") && h.has("staff.target"))
    return over
      ? { by: "staffing_gap", direction: "most", line: 0.0001 }
      : under
        ? { by: "staffing_gap", direction: "least", line: -0.0001 }
        : null;
  if (figures.includes("production") && h.has("move.down"))
    return { by: "production_change", direction: "least", line: -0.0001 };
  if (figures.includes("production") && h.has("move.up"))
    return { by: "production_change", direction: "most", line: 0.0001 };
  if (figures.includes("staffing") && h.has("move.down"))
    return { by: "staffing_change", direction: "least", line: -0.0001 };
  if (figures.includes("staffing") && h.has("move.up"))
    return { by: "staffing_change", direction: "most", line: 0.0001 };
  return null;
}

function rankedBy(h: Heard, figures: readonly PlanQuery["figures"][number][]): PlanQuery["figures"][number] {
  const first = figures[0] ?? "staffing";
  if (first === "staffing" && (h.has("staff.target") || /över|above|under|below/.test(h.text.toLowerCase())))
    return "staffing_gap";
  const moves = h.has("move.up", "move.down", "staff.last_year", "chg.changed") || says(h.text, "tappar|tappat|loses");
  if (moves && first === "staffing") return "staffing_change";
  if (moves && first === "production") return "production_change";
  if (first === "production") return "production_rate";
  return first;
}

export function againstSaid(h: Heard): PlanQuery["against"] {
  if (h.has("staff.last_year")) return "last_year";
  if (h.has("staff.target")) return "target";
  if (h.has("staff.plan", "noun.plan", "fig.planned") || isOfPlanSaid(h)) return "plan";
  return null;
}

// "Nu jämfört med januari", "oktober mot september", "har minskat sedan maj": the one time set against the other.
function isComparedInTime(h: Heard): boolean {
  const isSet = h.has("cmp.compare", "ask.difference", "move.down", "move.up") || says(h.text, "mot|än|than");
  return isSet && h.whens.some(({ when }) => when.is === "months" || when.is === "since");
}

export function limitSaid(h: Heard): number | null {
  const amount = h.amounts.find(
    (one) => one.unit === null && Number.isInteger(one.value) && one.value >= 1 && one.value <= 100,
  );
  if (amount) return amount.value;
  return null;
}
