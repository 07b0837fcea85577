// Pure. What an answer leads on to, as questions that name their subject: a measure by its id, an organisation as the
// answer names it. (A filter can't be named so; what is asked next would be of something else.)
import type { MeasureId } from "../plan/plan.ts";
import type { Answer } from "./answer.ts";
import { subjectOf } from "./card-headline.ts";
import type { CardWords, NextWords } from "./card-words.ts";
import type { Intent, PlanQuery } from "./schema.ts";

export interface AskButton {
  readonly title: string;
  /** What is asked when it is pressed. */
  readonly text: string;
}

type Next = CardWords["next"];

const MOST = 3;
const OF_EFFECT: readonly Intent[] = ["figure", "series", "breakdown", "needed", "reach", "trust", "why", "rank"];
const OF_ONE_MEASURE: ReadonlySet<Intent> = new Set([
  "detail",
  "since",
  "why",
  "depends_on",
  "dependents",
  "decisions",
  "milestones",
  "comments",
  "what_if",
  "figure",
  "series",
]);
const OF_LISTS: readonly Intent[] = ["list", "count", "changes", "at_risk", "milestones", "upcoming", "rank", "why"];

/** None where nothing can be said so; at most three. */
export function leadsOn(answer: Answer, next: Next): readonly AskButton[] {
  const { query } = answer;
  if (!query) return [];
  const [measure] = query.measures;
  if (measure && query.measures.length === 1 && OF_ONE_MEASURE.has(query.intent))
    return ofMeasure(measure, query.intent, next);
  const listed = answer.measures.filter((id) => !query.measures.includes(id));
  if (OF_LISTS.includes(query.intent) && listed.length > 0)
    return listed.slice(0, MOST).map((id) => asking(next.show, id));
  if (query.filters.length > 0 || query.measures.length > 0 || query.orgs.length > 1) return [];
  return query.orgs.length === 1 ? ofOrg(answer, query, next) : ofPlan(query, next);
}

function ofMeasure(id: MeasureId, intent: Intent, next: Next): AskButton[] {
  return others(intent, [
    ["status", next.show],
    ["why", next.whyMeasure],
    ["dependents", next.behind],
    ["series", next.series],
  ]).map((words) => asking(words, id));
}

function ofOrg({ text }: Answer, { intent }: PlanQuery, next: Next): AskButton[] {
  const name = subjectOf(text.split("\n", 1)[0] ?? "")?.subject ?? "";
  if (name === "" || name.startsWith("•")) return [];
  if (intent === "staffing") return [asking(next.unit, name), asking(next.measures, name)];
  if (!OF_EFFECT.includes(intent)) return [];
  return others(intent, [
    ["series", next.series],
    ["why", next.why],
  ]).map((words) => asking(words, name));
}

function ofPlan({ intent }: PlanQuery, next: Next): AskButton[] {
  if (!OF_EFFECT.includes(intent)) return [];
  return others(intent, [
    ["series", next.series],
    ["breakdown", next.groups],
    ["why", next.why],
    ["list", next.red],
  ]).map((words) => asking(words, next.plan));
}

function others(intent: Intent, all: readonly (readonly [Intent, NextWords])[]): NextWords[] {
  return all.flatMap(([of, words]) => (of === intent ? [] : [words])).slice(0, MOST);
}

function asking(words: NextWords, subject: string): AskButton {
  return { title: words.title(subject), text: words.text(subject) };
}
