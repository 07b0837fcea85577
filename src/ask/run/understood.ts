// Pure. How a question was understood, in words: the query is what is run, and it can be shown.
import { measureOf } from "../../plan/facts.ts";
import type { PlanQuery } from "../schema.ts";
import { FIGURE_LABELS, PLAN_NAME } from "../words/effect-words.ts";
import { filtersText } from "../words/filter-words.ts";
import { INTENT_WORDS, OWN, periodText, understoodText } from "../words/understood-words.ts";
import { measureName, orgName, type World } from "./world.ts";

export function understoodOf(world: World, query: PlanQuery): string {
  return understoodText(world.lang, queryInWords(world, query));
}

/** "Läget · Kirurgkliniken · juni" */
export function queryInWords(world: World, query: PlanQuery): string {
  const { lang, today } = world;
  const measures = query.measures.flatMap((id) => measureOf(world.plan.facts, id) ?? []);
  const subjects = [
    ...measures.slice(0, 3).map(measureName),
    ...query.orgs.slice(0, 4).map((id) => orgName(world, id)),
  ];
  const parts = [
    INTENT_WORDS[query.intent][lang],
    query.figures.map((figure) => FIGURE_LABELS[figure][lang].toLowerCase()).join(", "),
    subjects.length > 0 ? subjects.join(", ") : query.mine ? OWN[lang] : PLAN_NAME[lang].toLowerCase(),
    filtersText(query.filters, lang, today),
    query.period ? periodText(query.period, lang, today) : "",
  ];
  return parts.filter(Boolean).join(" · ");
}
