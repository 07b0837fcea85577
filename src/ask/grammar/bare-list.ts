// Pure. A list of everything is an answer only where everything was asked for.
import type { PlanQuery } from "../schema.ts";
import type { Heard } from "./heard.ts";

const CONDITION =
  /^(fig\.|staff\.|at\.|cause\.(?!word)|mech\.|kind\.|neg\.|guard\.|dec\.|sup\.request|chg\.|state\.|move\.|word\.(outcome|judged|differs))/;

/** A list or count of all measures where the question also holds a condition that was not understood. */
export function isConditionLost(query: PlanQuery, heard: Heard): boolean {
  if (query.intent !== "list" && query.intent !== "count") return false;
  // "Gula åtgärder med avslag": the decision would be lost.
  if (heard.tags.some((tag) => tag.concept.startsWith("dec.outcome"))) return true;
  if (query.filters.length + query.orgs.length + query.measures.length > 0 || query.mine || query.order !== null)
    return false;
  // "Någon åtgärd som ligger före?"
  if (/^(före|efter|back|bakom|ahead|behind)$/.test(heard.tokens.at(-1)?.word ?? "")) return true;
  if (query.about !== null || query.figures.length > 0) return false;
  return heard.amounts.some((amount) => amount.unit !== null) || heard.tags.some((tag) => CONDITION.test(tag.concept));
}
