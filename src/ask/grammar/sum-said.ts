// Pure. Words that ask for one sum of many: "läkemedelsåtgärderna tillsammans", "utfall mot plan".
import type { PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Heard } from "./heard.ts";

const OUTCOME = "utfall|utfallet|utfallen|outcome|outcomes|actual|actuals";
const PLAN = "(?:(?:sin|årets|the|enligt) )?(?:plan|planen|planerat|planned)";
const AGAINST =
  " ?/ ?|,? (?:ställt mot|mot|jämfört med|jämför med|i förhållande till|gentemot|kontra|vs|versus|och|samt|against|and|compared (?:with|to)) ";

/** "Utfall mot plan": what has been realised, set against what was planned, and no colour. */
export function isOutcomeAgainstPlan(heard: Heard): boolean {
  return says(heard.text, `(?:${OUTCOME})(?:${AGAINST})${PLAN}|${PLAN}(?:${AGAINST})(?:${OUTCOME})`);
}

/** "Ihop", "sammanlagt": of all of them, not each. */
export function isTogetherSaid(heard: Heard): boolean {
  return says(
    heard.text,
    "tillsammans|ihop|sammanlagt|sammantaget|sammantagna|totalt|allt som allt|summerat|together|combined|in total|altogether",
  );
}

/** "M-01 och M-02 tillsammans": one sum of what was named, where each is told for itself otherwise. */
export function summed(query: PlanQuery, heard: Heard): PlanQuery {
  const isGathered = says(heard.text, "(?:fått|få|får|fick|samlat|samla|skrapat|skrapa|sparat|tjänat|skramlat) ihop");
  const isSum = says(heard.text, "tillsammans|ihop|sammanlagt|sammantaget|together|combined") && !isGathered;
  if (query.intent !== "figure" || !isSum) return query;
  if (query.measures.length > 1)
    return {
      ...query,
      measures: [],
      filters: [...query.filters, { on: "measure", values: query.measures, not: false }],
    };
  if (query.orgs.length > 1)
    return { ...query, orgs: [], filters: [...query.filters, { on: "owner", values: query.orgs, not: false }] };
  return query;
}

/** "De korta åtgärderna, planerat och realiserat": the measures first, then which figures of them. */
export function isFigureAfter(heard: Heard): boolean {
  const noun = heard.tags.find((tag) => tag.concept === "noun.measure");
  if (!noun) return false;
  const after = heard.tags.filter((tag) => tag.start >= noun.end && tag.concept.startsWith("fig."));
  const [first] = after;
  if (!first) return false;
  const between = heard.tokens.slice(noun.end, first.start + 1);
  // "Åtgärder med mer än tio miljoner beslutat": which measures, and no figure of them.
  if (between.some(({ word }) => WHICH_ONES.test(word))) return false;
  if (isTogetherSaid(heard) || new Set(after.map((tag) => tag.concept)).size > 1) return true;
  return between.some(({ word, breakBefore }) => /[,:;–]/.test(breakBefore) || /^(vad|what)$/.test(word));
}

const WHICH_ONES = /^(där|som|med|utan|vars|över|under|än|where|which|that|with|without|whose|above|below|than)$/;
