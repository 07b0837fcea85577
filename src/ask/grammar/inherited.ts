// Pure. What a question takes over from the one before it.
import type { AskContext } from "../context.ts";
import type { PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import { mergeFilters } from "./changed.ts";
import type { Draft } from "./draft.ts";
import type { Heard } from "./heard.ts";
import { pointedAt } from "./leaning.ts";

/** "Och totalt?": of the whole, and no longer of those. */
const OF_ALL = "totalt|totala|sammanlagt|allt|alla|hela planen|in total|overall|all";

// What a question with its own verb takes over: the subject it does not name, and where it goes on about the same, the rest.
export function inherited(
  query: PlanQuery,
  before: PlanQuery,
  heard: Heard,
  context: AskContext,
  draft: Draft,
): PlanQuery {
  const pointed = pointedAt(heard, context);
  if (pointed && query.measures.length === 0 && query.orgs.length === 0) return { ...query, ...pointed };
  const named = query.measures.length > 0 || query.orgs.length > 0;
  if (!named) {
    const subject = subjectBefore(query, before, context, draft, heard);
    const isSameList =
      query.intent === before.intent ||
      ([
        "list",
        "count",
        "figure",
        "breakdown",
        "series",
        "share",
        "rank",
        "why",
        "at_risk",
        "needed",
        "reach",
      ].includes(query.intent) &&
        before.filters.length > 0 &&
        !says(heard.text, OF_ALL));
    return {
      ...query,
      ...subject,
      ...(query.intent === "breakdown" && query.figures.length === 0 && before.intent === "figure"
        ? { figures: before.figures }
        : {}),
      mine: before.mine || query.mine,
      // "Hur mycket under plan?", after the forecast.
      ...(query.figures.join() === "gap" && before.figures.some((figure) => /^forecast/.test(figure))
        ? { figures: ["forecast_gap" as const] }
        : {}),
      filters: isSameList ? mergeFilters(before.filters, query.filters) : query.filters,
      period: query.period ?? (keepsPeriod(query, before) ? before.period : null),
    };
  }
  if (query.intent !== before.intent) return query;
  // "Och vad skrev akuten?" after a question about a measure and a week.
  return {
    ...query,
    measures:
      query.measures.length > 0 || !["comments", "changes"].includes(query.intent) ? query.measures : before.measures,
    filters: mergeFilters(before.filters, query.filters),
    period: query.period ?? before.period,
  };
}

function subjectBefore(
  query: PlanQuery,
  before: PlanQuery,
  context: AskContext,
  draft: Draft,
  heard: Heard,
): Partial<PlanQuery> {
  const listed = context.listed.measures;
  const ofThem = says(heard.text, "av dem|av dessa|av de|of them|of those|of these");
  if (ofThem && listed.length > 0) return { measures: listed.slice(0, 60) };
  // "Vad har de gett?" after a whole list: the sum of what was listed, by the same conditions.
  const isWholeList = ["list", "count", "breakdown"].includes(before.intent) && before.limit === null;
  if (
    isWholeList &&
    ["figure", "series", "at_risk", "needed", "reach", "breakdown", "share"].includes(query.intent) &&
    heard.has("pro.they", "pro.it")
  )
    return { orgs: before.orgs, measures: before.measures };
  if (
    heard.has("pro.they") &&
    listed.length > 0 &&
    !["list", "count", "rank"].includes(query.intent) &&
    draft.wants.includes("measure")
  )
    return { measures: listed.slice(0, 20) };
  if (draft.wants.includes("measure") && before.measures.length > 0)
    return { measures: before.measures, orgs: query.intent === "comments" ? before.orgs : [] };
  // "Hur kommer det sig?" after a list: of what was listed.
  if (query.intent === "why" && ["list", "rank", "changes"].includes(before.intent) && listed.length > 0)
    return { measures: listed.slice(0, 5) };
  if (query.intent === "since" && before.measures.length === 0 && listed.length > 0)
    return { measures: listed.slice(0, 5) };
  if (draft.needsSubject && draft.wants[0] === "measure" && before.measures.length === 0 && listed.length === 1)
    return { measures: [...listed] };
  if (before.orgs.length === 0 && heard.has("pro.there") && context.listed.orgs.length === 1)
    return { orgs: [...context.listed.orgs] };
  return { orgs: before.orgs };
}

function keepsPeriod(query: PlanQuery, before: PlanQuery): boolean {
  const weekly = (intent: PlanQuery["intent"]) => ["coverage", "missed", "changes", "comments"].includes(intent);
  return (
    weekly(query.intent) === weekly(before.intent) &&
    !["upcoming", "milestones", "decisions", "assignments", "support"].includes(before.intent)
  );
}
