// Pure. What a model wrote → a query, or why it is none. Nothing of it is trusted: not its form, not its ids.
import type { AskableNames, PlanQuery } from "../ask/ask.ts";
import type { ModelFailure } from "./settings.ts";

export type Proposal =
  | { readonly ok: true; readonly query: PlanQuery }
  | { readonly ok: false; readonly why: ModelFailure };

/** What a model may ask for: facts of the plan. Comments, logs and names of persons are asked for in one's own words. */
const NOT_PROPOSED: ReadonlySet<string> = new Set([
  "comments",
  "change_log",
  "persons",
  "help",
  "hello",
  "thanks",
  "about_bot",
  "public",
  "negotiation",
]);

export function readProposal(
  text: string,
  names: AskableNames,
  parseQuery: (value: unknown) => PlanQuery | null,
): Proposal {
  const value = jsonIn(text);
  if (value === undefined) return { ok: false, why: "not_json" };
  const query = parseQuery(value);
  if (query === null || NOT_PROPOSED.has(query.intent)) return { ok: false, why: "no_query" };
  const orgs = new Set(names.orgs.map((org) => org.id));
  const measures = new Set(names.measures.map((measure) => measure.id));
  const isKnown = query.orgs.every((id) => orgs.has(id)) && query.measures.every((id) => measures.has(id));
  return isKnown ? { ok: true, query } : { ok: false, why: "unknown_ids" };
}

/** The JSON itself, or what stands in a code fence; undefined when neither is JSON. */
function jsonIn(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^```(?:json)?\s*/, "")
    .replace(/```$/, "");
  try {
    return JSON.parse(bare) as unknown;
  } catch {
    return undefined;
  }
}
