// Pure. Short turns that ask for the same in another shape: "vilka är det?", "hur många?", "totalt då?", "veckan innan?".
import { addMonths, addWeeks } from "../../plan/week.ts";
import type { PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Moment } from "../when/when.ts";
import { limitSaid } from "./frames-staffing.ts";
import type { Heard } from "./heard.ts";

/** The query before in the shape now asked for, or null when the turn is something else. */
export function turnedAround(before: PlanQuery, heard: Heard, moment: Moment): PlanQuery | null {
  if (heard.tokens.length > 9 || heard.unknown.length > 0) return null;
  const ofThose = narrowed(before, heard, moment);
  if (ofThose || heard.tokens.length > 6) return ofThose;
  return (
    shifted(before, heard, moment) ??
    differing(before, heard) ??
    became(before, heard) ??
    reversed(before, heard) ??
    reshaped(before, heard) ??
    oldest(before, heard) ??
    others(before, heard) ??
    widened(before, heard)
  );
}

const NARROWS =
  /^(stop|stop_en|pro\..*|ask\.(which|how_many|has|can|last|status)|oob\.person|rep\.(missing|late)|at\.(passed|end|met|milestone)|neg\.not|state\.(done|active)|sup\.(open|closed)|dec\.assignment|talk\.thanks)$/;

// "O vilka är försenade?" after milestones or uppdrag: of those, though reports may be late too.
function narrowed(before: PlanQuery, heard: Heard, moment: Moment): PlanQuery | null {
  if (
    !["milestones", "assignments", "support"].includes(before.intent) ||
    heard.mentions.length + heard.whens.length > 0
  )
    return null;
  if (!isOnly(heard, NARROWS)) return null;
  const isLate = heard.has("at.passed") || says(heard.text, "sena|efter|bakom|borde varit klara|over date");
  const isLeft =
    heard.has("sup.open", "neg.not", "state.active") || says(heard.text, "kvar|återstår|återstående|left|remaining");
  const isDone = heard.has("state.done", "sup.closed", "at.met");
  if (before.intent === "support") return isLeft !== isDone ? { ...before, open: isLeft } : null;
  if (!isLate && !isLeft && !isDone) return null;
  const { period } = before;
  // What is late or done does not lie in the weeks to come.
  const isAhead = period?.is === "dates" && period.from !== null && period.from >= moment.today;
  return {
    ...before,
    missing: isLate,
    open: isLate || isLeft,
    period: isAhead && (isLate || !isLeft) ? null : period,
    figures: heard.has("ask.how_many") ? ["count"] : [],
  };
}

// "Och minst?" after the largest.
function reversed(before: PlanQuery, heard: Heard): PlanQuery | null {
  if (before.intent !== "rank" || before.order === null || heard.mentions.length + heard.whens.length > 0) return null;
  if (
    !heard.has("sup.most", "sup.least") ||
    !isOnly(heard, /^(stop|stop_en|sup\.(most|least)|pro\..*|ask\.(which|who))$/)
  )
    return null;
  const isRising = before.order.by === "gap" || before.order.by === "forecast_gap";
  if (isRising) return null;
  const order = { ...before.order, direction: heard.has("sup.least") ? "least" : "most" } as const;
  return { ...before, order, limit: limitSaid(heard) ?? before.limit };
}

function reshaped(before: PlanQuery, heard: Heard): PlanQuery | null {
  if (
    !isOnly(heard, /^(stop|stop_en|ask\.(which|how_many|has)|pro\.(they|it)|oob\.person|noun\.measure)$/) ||
    (heard.has("noun.measure") && !says(heard.text, "(är|gäller|blir|handlar) (det|detta)( om)?|are (they|those)")) ||
    heard.mentions.length > 0 ||
    heard.whens.length > 0
  )
    return null;
  if (heard.has("ask.how_many")) {
    if (["list", "rank", "figure", "share"].includes(before.intent))
      return { ...before, intent: "count", order: null, limit: null, figures: [], group: null };
    if (before.intent === "support") return { ...before, figures: ["count"] };
    return before.intent === "coverage" ? { ...before, missing: false } : null;
  }
  if (!heard.has("ask.which")) return null;
  if (before.intent === "at_risk")
    return before.measures.length === 1 ? { ...before, intent: "dependents", figures: [] } : before;
  if (["count", "share", "figure"].includes(before.intent))
    return { ...before, intent: "list", figures: [], group: null, about: null };
  if (before.intent === "coverage") return { ...before, missing: true };
  return before.intent === "list" ? before : null;
}

// "Vilket är äldst?" after support requests: they are told with the oldest.
function oldest(before: PlanQuery, heard: Heard): PlanQuery | null {
  const isOldest = says(heard.text, "äldst|äldsta|längst|oldest|longest");
  return before.intent === "support" && isOldest && heard.mentions.length === 0 ? { ...before, open: true } : null;
}

// "Och de andra?" after those that fit one condition: those that don't.
function others(before: PlanQuery, heard: Heard): PlanQuery | null {
  const [only, more] = before.filters;
  if (!says(heard.text, "(de|dom|alla) andra|(de )?övriga|resten|the (others|rest)") || heard.mentions.length > 0)
    return null;
  if (before.intent === "coverage") return { ...before, missing: !before.missing };
  if (!["list", "count"].includes(before.intent) || !only || more || before.order !== null) return null;
  return { ...before, filters: [{ ...only, not: !only.not }] };
}

// "Skillnaden då?" after a figure: how far it is from its plan.
function differing(before: PlanQuery, heard: Heard): PlanQuery | null {
  if (before.intent !== "figure" || !heard.has("ask.difference") || heard.mentions.some((mention) => !mention.weak))
    return null;
  if (
    !isOnly(
      heard,
      /^(stop|stop_en|ask\.(difference|how_much)|pro\..*|fig\.(gap|planned)|noun\.plan|cmp\..*|word\.differs)$/,
    ) ||
    heard.whens.length > 0
  )
    return null;
  const isOfYear = before.figures.some((figure) => ["forecast", "planned_year", "forecast_gap"].includes(figure));
  return { ...before, figures: isOfYear ? ["forecast_gap"] : ["gap"], about: null };
}

const BECAME =
  "(hur mycket|vad) (blev|har|gav) (det|den|vi fått|vi fått in|vi fått hem)( då)?( till slut)?|how much did it (become|give)";

// "Hur mycket blev det?" after what was planned: what came of it, of the same and in the same time.
function became(before: PlanQuery, heard: Heard): PlanQuery | null {
  const isPlanned = before.intent === "figure" && before.figures.every((figure) => /^(planned|decided)/.test(figure));
  if (!isPlanned || before.figures.length === 0 || !says(heard.text, BECAME)) return null;
  if (heard.mentions.length + heard.whens.length > 0) return null;
  return { ...before, figures: ["realised", ...(before.figures.includes("planned") ? (["planned"] as const) : [])] };
}

// "Totalt då?", "och hela planen?": without the place.
function widened(before: PlanQuery, heard: Heard): PlanQuery | null {
  if (
    !says(
      heard.text,
      "totalt|sammanlagt|hela planen|hela regionen|alla|överallt|in total|overall|the whole plan|altogether",
    )
  )
    return null;
  if (
    !isOnly(heard, /^(stop|stop_en|noun\.plan|lvl\.region|pro\..*)$/) ||
    heard.mentions.length > 0 ||
    (before.orgs.length === 0 && before.measures.length === 0)
  )
    return null;
  return { ...before, orgs: [], measures: [], mine: false };
}

function shifted(before: PlanQuery, heard: Heard, moment: Moment): PlanQuery | null {
  const back = says(
    heard.text,
    "(veckan|månaden) (innan|före|dessförinnan)|(week|month) before|innan dess|före det|dessförinnan",
  );
  const forth = says(
    heard.text,
    "(veckan|månaden) (efter|därpå|därefter|sen|sedan)|(week|month) after|(the )?following (week|month)|månaden därpå|veckan därpå|därpå|dagen efter det",
  );
  if ((!back && !forth) || heard.mentions.some((mention) => !mention.weak)) return null;
  const step = back ? -1 : 1;
  const { period } = before;
  if (period?.is === "weeks")
    return { ...before, period: { is: "weeks", from: addWeeks(period.from, step), to: addWeeks(period.to, step) } };
  if (period?.is === "months")
    return { ...before, period: { is: "months", from: addMonths(period.from, step), to: addMonths(period.to, step) } };
  if (period?.is === "through") return { ...before, period: { is: "through", month: addMonths(period.month, step) } };
  if (period === null && back && ["coverage", "changes"].includes(before.intent))
    return { ...before, period: { is: "weeks", from: addWeeks(moment.week, -2), to: addWeeks(moment.week, -2) } };
  return null;
}

function isOnly(heard: Heard, allowed: RegExp): boolean {
  return heard.tags.every((tag) => allowed.test(tag.concept));
}
