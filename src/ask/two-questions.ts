// Pure. "Vilka är pausade och hur mycket är de värda?": two questions in one. Where the whole was read as only one of
// them, the other was dropped: then both are answered, or neither.

import type { Answer } from "./answer.ts";
import { answered } from "./answering.ts";
import type { AskContext } from "./context.ts";
import { understand } from "./grammar/understand.ts";
import type { Understanding } from "./grammar/understanding.ts";
import { type Asked, unknown } from "./plain-answer.ts";
import type { World } from "./run/world.ts";
import type { PlanQuery } from "./schema.ts";
import { says } from "./text/says.ts";
import type { Moment } from "./when/when.ts";

const WORDS =
  "vem|vems|vad|varför|när|hur|vilka|vilken|vilket|var|antal|antalet|who|whose|what|why|when|how|which|where";
const VERBS = "har|är|ligger|kommer|has|have|is|are|does|did|will";
// "Är röda och har ingen bedömning" is one question, "och har den gett det den ska" another.
const ASKING = `(?:${WORDS})|(?:${VERBS})\\s+(?:den|det|de|vi|it|they|we)`;
const SECOND = new RegExp(`[,.]?\\s+(?:och|o|å|&|samt|men|and|but)\\s+(?=(?:${ASKING})\\s)`, "iu");
const FIRST = new RegExp(`^\\W*(?:\\p{L}+\\s+){0,2}?(?:${WORDS}|${VERBS})\\s`, "iu");
/** A clause of fewer words ("och vilka?") leans on the other. */
const FEWEST_WORDS = 3;

/** The answer to both, or null where the whole is one question. */
export function answerBoth(
  world: World,
  text: string,
  whole: Understanding,
  moment: Moment,
  context: AskContext | null,
): Asked | null {
  const parts = clausesOf(text);
  if (!parts || !["query", "unknown", "clarify"].includes(whole.is)) return null;
  // "När blir den klar och hur mycket ger den då?": then, and not now.
  if (says(parts[0], "när|when") && says(parts[1], "då|then") && whole.is === "query")
    return unknown(world, [], context);
  const first = understand(parts[0], world.whole.facts, moment, context);
  if (first.is === "clarify") return answerAndAsk(world, parts[1], first, moment, context);
  if (first.is !== "query") return null;
  const one = answered(world, first, context);
  const second = understand(parts[1], world.whole.facts, moment, one.context);
  if (second.is === "clarify")
    return one.answer.kind === "answer" ? asking(one, answered(world, second, one.context)) : null;
  if (whole.is === "clarify") return null;
  // "Hur mycket realiserat och hur många röda i tandvården?": the place may be of both.
  const isPlaced = second.is === "query" && second.query.orgs.length > 0 && !second.heard.has("pro.they", "pro.it");
  if (isPlaced && first.query.intent === "figure" && isOfAll(first.query) && isWithoutVerb(parts[0]))
    return unknown(world, [], context);
  if (isWhichOnes(second) && one.answer.measures.length > 0) return one;
  const isOneOnly = whole.is === "query" && (isSame(whole, first) || isSame(whole, second));
  // "Antal röda på utfallet och antal gröna": no measure is asked to be both.
  const other = understand(parts[1], world.whole.facts, moment, null);
  if (whole.is === "query" && other.is === "query" && areTwoCounts(whole.query, first.query, other.query))
    return other.query.orgs.length === first.query.orgs.length
      ? both(one, answered(world, other, one.context))
      : unknown(world, [], context);
  // "Hur mycket har vi sparat, och hur går det för psykiatrin?": the saving is not psykiatrin's.
  if (whole.is === "query" && second.is === "query" && isMisplaced(whole.query, first.query, second.query))
    return both(one, answered(world, second, one.context));
  // "Hur mycket ligger vi efter i tandvården, och vilka är värst?": the whole is the second, better said.
  if (whole.is === "query" && !isOneOnly)
    return isSecond(whole, first, second) ? both(one, answered(world, whole, context)) : null;
  if (second.is === "unknown" && (isSmallTalk(second) || isOughtHeld(second, whole))) return null;
  if (second.is !== "query" || isLosing(first.query, second.query))
    return isOneOnly ? unknown(world, second.is === "unknown" ? second.words : [], context) : null;
  return both(one, answered(world, second, one.context));
}

// "Hur går det för medicin och vilka är röda?": which of them is still to be said, and the other is answered.
function answerAndAsk(
  world: World,
  text: string,
  first: Understanding,
  moment: Moment,
  context: AskContext | null,
): Asked | null {
  const second = understand(text, world.whole.facts, moment, context);
  if (second.is !== "query") return null;
  const { measures, orgs, filters } = second.query;
  const isOfItsOwn = measures.length + orgs.length + filters.length > 0 || says(text, "vi|totalt|planen|we|in total");
  if (!isOfItsOwn || second.heard.has("pro.it")) return null;
  const other = answered(world, second, context);
  return other.answer.kind === "answer" ? asking(other, answered(world, first, other.context)) : null;
}

// What could be answered, and then the choice.
function asking(told: Asked, choice: Asked): Asked | null {
  if (choice.answer.kind !== "clarify") return null;
  return {
    ...choice,
    answer: {
      ...choice.answer,
      text: [told.answer.text, choice.answer.text].join("\n"),
      facts: told.answer.facts,
      measures: told.answer.measures,
      orgs: told.answer.orgs,
    },
  };
}

function areTwoCounts(whole: PlanQuery, first: PlanQuery, second: PlanQuery): boolean {
  return (
    [whole, first, second].every(({ intent, filters }) => intent === "count" && filters.length > 0) &&
    whole.filters.length > Math.max(first.filters.length, second.filters.length)
  );
}

function isSecond(whole: Understanding, first: Understanding, second: Understanding): boolean {
  const intentOf = (part: Understanding) => (part.is === "query" ? part.query.intent : null);
  return intentOf(whole) === intentOf(second) && intentOf(whole) !== intentOf(first);
}

export function both(one: Asked, two: Asked): Asked {
  if (one.answer.kind !== "answer" || two.answer.kind !== "answer") return two.answer.kind === "answer" ? one : two;
  return { ...two, answer: joined(one.answer, two.answer) };
}

function clausesOf(text: string): readonly [string, string] | null {
  const parts = text.trim().split(SECOND);
  const [first = "", second = ""] = parts;
  // "Antal röda" is as long as "hur många röda".
  const isLong = (part: string) =>
    part
      .trim()
      .replace(/^antal/iu, "hur $&")
      .split(/\s+/).length >= FEWEST_WORDS;
  return parts.length === 2 && FIRST.test(`${first} `) && isLong(first) && isLong(second) ? [first, second] : null;
}

// "… och vad blev det?": nothing of its own is asked.
function isSmallTalk({ heard }: Understanding): boolean {
  return (
    heard.mentions.length + heard.whens.length + heard.unknown.length === 0 &&
    heard.tags.every(({ concept }) => /^(stop|stop_en|pro\.it|chg\.became|ask\.has)$/.test(concept))
  );
}

// "Hur mycket är hämtat hem, och hur mycket skulle det vara?": the whole tells what was planned as well.
function isOughtHeld({ heard }: Understanding, whole: Understanding): boolean {
  return (
    whole.is === "query" &&
    whole.query.intent === "figure" &&
    ["realised", "planned"].every((figure) => whole.query.figures.includes(figure as "realised")) &&
    says(heard.text, "skulle|borde|ska|skall|should") &&
    heard.mentions.length + heard.whens.length + heard.unknown.length === 0 &&
    heard.tags.every(({ concept }) => /^(stop|stop_en|pro\..*|ask\.how_much|ask\.has|chg\.became)$/.test(concept))
  );
}

// "… och vilka åtgärder gäller det?": those of the answer before, which lists them.
function isWhichOnes(part: Understanding): boolean {
  if (part.is !== "query" || part.query.intent !== "list" || !part.heard.has("pro.it", "pro.they")) return false;
  const { measures, orgs, filters } = part.query;
  return measures.length + orgs.length + filters.length === 0;
}

const VERB =
  /(?<!\p{L})(är|var|blir|blev|har|hade|ger|gav|går|gick|ligger|låg|ser|såg|står|stod|ska|skulle|kommer|kan|vi|jag|ni|is|are|was|were|has|have|did|does|will|do)(?!\p{L})/iu;

function isWithoutVerb(part: string): boolean {
  return !VERB.test(part) && !says(part, "totalt|planen|sammanlagt|in total|plan");
}

function isMisplaced(whole: PlanQuery, first: PlanQuery, second: PlanQuery): boolean {
  return (
    isOfAll(first) &&
    !isOfAll(whole) &&
    !isOfAll(second) &&
    whole.intent === first.intent &&
    second.intent !== first.intent
  );
}

function isOfAll({ orgs, measures }: PlanQuery): boolean {
  return orgs.length + measures.length === 0;
}

function isSame(a: Understanding, b: Understanding): boolean {
  if (a.is !== "query" || b.is !== "query") return false;
  // A why tells no figure for its own sake.
  const bare = (query: PlanQuery) => JSON.stringify(query.intent === "why" ? { ...query, figures: [] } : query);
  return bare(a.query) === bare(b.query);
}

// "Och har den gett det den ska?" is of the same measure; of the whole plan it would be another question.
function isLosing(first: PlanQuery, second: PlanQuery): boolean {
  const count = ({ measures, orgs, filters }: PlanQuery) => measures.length + orgs.length + filters.length;
  return count(first) > 0 && count(second) === 0;
}

// The second goes on from the first, as a follow-up would; its query is the one the thread goes on from.
function joined(one: Answer, two: Answer): Answer {
  const said = new Set(two.text.split("\n"));
  const lines = one.text.split("\n").filter((line) => !said.has(line));
  return {
    ...two,
    text: [...lines, two.text].join("\n"),
    facts: [...one.facts, ...two.facts],
    measures: [...new Set([...one.measures, ...two.measures])],
    orgs: [...new Set([...one.orgs, ...two.orgs])],
    understood: [one.understood, two.understood].filter(Boolean).join("\n"),
    ...(one.chart && !two.chart && { chart: one.chart }),
    ...(one.headline && { headline: one.headline }),
  };
}
