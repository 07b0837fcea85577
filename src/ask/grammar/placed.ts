// Pure. "Den i tandvården": the one of several that lies there, though its name does not say so.
import { measureOf } from "../../plan/facts.ts";
import { isUnder } from "../../plan/organisation.ts";
import type { MeasureId, OrgId, PlanFacts } from "../../plan/plan.ts";
import type { AskContext } from "../context.ts";
import { type PlanQuery, queryOf } from "../schema.ts";
import type { Heard } from "./heard.ts";

const PICKS = /^(nej |ja |jag menar |menar )?(den|det|de|dom|i|på|hos|inom|the one|in|at) /;
const GOES_ON =
  /^(och |men |nej |visa )?(hur (går|är|ser) det (ut )?(för|med) |läget (för|med) )?(den|the one) (åtgärden )?(i|på|hos|inom|vid|in|at) /;

/** Of the ids, those owned (or, of units, lying) below a place that the words name. */
export function placedIn(heard: Heard, ids: readonly string[], facts: PlanFacts): readonly string[] {
  return PICKS.test(heard.text) ? under(heard, ids, facts) : [];
}

/** How the one measure of the last list stands that lies in the place named; null when none or several do. */
export function pickedByPlace(heard: Heard, context: AskContext, facts: PlanFacts): PlanQuery | null {
  if (context.listed.measures.length < 2 || !GOES_ON.test(heard.text) || heard.whens.length > 0) return null;
  const [only, ...others] = under(heard, context.listed.measures, facts) as readonly MeasureId[];
  return only && others.length === 0 ? queryOf("status", { measures: [only] }) : null;
}

function under(heard: Heard, ids: readonly string[], facts: PlanFacts): readonly string[] {
  const places = heard.mentions.flatMap(({ readings }) =>
    readings.flatMap(({ ref }) => (ref.kind === "org" ? [ref.id as OrgId] : [])),
  );
  const homeOf = (id: string) => measureOf(facts, id as MeasureId)?.owner ?? (id as OrgId);
  return ids.filter((id) => places.some((place) => place !== id && isUnder(facts, homeOf(id), place)));
}
