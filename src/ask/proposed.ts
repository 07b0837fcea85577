// Pure. What somebody else, such as a language model, proposes for a question → a query, or null. Nothing of it is trusted:
// a query may choose among what the asker may see and what the question says, and bring nothing of its own to be read.
import { measureOf } from "../plan/facts.ts";
import { orgOf } from "../plan/organisation.ts";
import type { PlanFacts } from "../plan/plan.ts";
import { readAmounts } from "./grammar/amounts.ts";
import { TERMS } from "./grammar/terms.ts";
import { type Filter, type Intent, PlanQuery } from "./schema.ts";
import { tokenise } from "./text/tokens.ts";
import { numberOf } from "./when/calendar-words.ts";

/** Comments, logs and names of persons are asked for in one's own words; small talk answers nothing. */
const IN_OWN_WORDS: ReadonlySet<Intent> = new Set<Intent>([
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

/** `facts`: as the asker may see them. */
export function readProposed(value: unknown, facts: PlanFacts, text: string): PlanQuery | null {
  const query = PlanQuery.safeParse(value).data;
  if (!query || IN_OWN_WORDS.has(query.intent)) return null;
  const holds =
    query.orgs.every((id) => orgOf(facts, id) !== null) &&
    query.measures.every((id) => measureOf(facts, id) !== null) &&
    query.filters.every((filter) => isOfPlan(filter, facts)) &&
    isPlansWord(query.about, facts) &&
    numbersOf(query).every((number) => isSaid(number, text));
  return holds ? query : null;
}

function isOfPlan(filter: Filter, facts: PlanFacts): boolean {
  switch (filter.on) {
    case "measure":
      return filter.values.every((id) => measureOf(facts, id) !== null);
    case "owner":
      return filter.values.every((id) => orgOf(facts, id) !== null);
    case "theme":
      return filter.values.every((theme) => facts.measures.some((measure) => measure.theme === theme));
    default:
      return true;
  }
}

/** `about` may be read in the answer: only what the plan itself calls something, or a term that is defined. */
function isPlansWord(about: string | null, facts: PlanFacts): boolean {
  if (about === null || (TERMS as readonly string[]).includes(about)) return true;
  return [...facts.production, ...facts.indicators].some((row) => row.metric === about);
}

/** Every number that an answer would repeat, or that would decide it. */
function numbersOf(query: PlanQuery): readonly number[] {
  const inFilters = query.filters.map((filter) =>
    filter.on === "rate"
      ? filter.percent
      : filter.on === "amount_over"
        ? filter.mkr
        : filter.on === "unchanged"
          ? filter.weeks
          : null,
  );
  const shift = query.assume?.shift ?? null;
  return [query.amount, query.limit, shift === null ? null : Math.abs(shift), ...inFilters].filter(
    (number) => number !== null,
  );
}

function isSaid(number: number, text: string): boolean {
  const tokens = tokenise(text);
  return (
    readAmounts(tokens, []).some((amount) => amount.value === number) ||
    tokens.some((token) => numberOf(token.folded) === number)
  );
}
