// Pure. A date, a place or an end that is asked for in a way that the query has no room for.
import type { Intent, PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import { isYetToCome } from "./figures.ts";
import type { Heard } from "./heard.ts";
import { endsInPointing } from "./leaning.ts";

const NO_DATES: ReadonlySet<Intent> = new Set<Intent>([
  "figure",
  "series",
  "breakdown",
  "share",
  "count",
  "rank",
  "staffing",
  "needed",
  "compare",
  "at_risk",
]);

/** "Hur mycket sparade vi när poolen var igång?": while it was, and not so far. */
const OF_TIMES: ReadonlySet<Intent> = new Set<Intent>(["figure", "series", "breakdown", "share"]);

/** "Hur mycket sparar vi på det?", where nothing was said before: of something, and not of all. */
export function pointsAtNothing(heard: Heard, query: PlanQuery): readonly number[] {
  const isOfSomething = query.measures.length + query.orgs.length + query.filters.length > 0 || query.mine;
  if (endsInPointing(heard) && !isOfSomething && MONEY.has(query.intent)) return [heard.tokens.length - 1];
  // "Hur mycket gav åtgärden innan den pausades?": which of them?
  const isNoneNamed = query.measures.length + query.orgs.length === 0 && MONEY.has(query.intent);
  return heard.tokens.flatMap(({ word }, at) =>
    isNoneNamed && word === "åtgärden" && !heard.has("sup.most", "sup.least", "ask.which") ? [at] : [],
  );
}

const MONEY: ReadonlySet<string> = new Set(["figure", "series", "breakdown", "share", "needed", "reach"]);

/** The places of what is asked for and not told: when, where, how far behind, how it will end. */
export function placesUnanswered(heard: Heard, query: PlanQuery): readonly number[] {
  return [
    ...whenAsked(heard, query),
    ...behindLeftOut(heard, query),
    ...strangePlaces(heard),
    ...onTheWay(heard),
    ...endLeftOut(heard, query),
    ...placesLeftOut(heard, query),
    ...whichLeftOut(heard, query),
    ...doneLeftOut(heard, query),
    ...monthsLeftOut(heard, query),
    ...contactLeftOut(heard, query),
    ...comingLeftOut(heard, query),
  ];
}

// "Vilka är på väg att bli röda?": those that are red are no answer.
function onTheWay({ text, tokens }: Heard): readonly number[] {
  const isAhead = says(text, "(på väg|på gång|nära|riskerar|hotar) att bli|about to (become|turn)|at risk of becoming");
  return isAhead ? [tokens.length - 1] : [];
}

// "Hur går det till slut?" asks how it will end, which is no state of now.
function endLeftOut(heard: Heard, query: PlanQuery): readonly number[] {
  if (query.intent !== "status") return [];
  return heard.tokens.flatMap(({ word }, at) =>
    /^(slut|sist|slutändan)$/.test(word) && /^(till|i)$/.test(heard.tokens[at - 1]?.word ?? "") ? [at] : [],
  );
}

// "Vilka står och väntar bakom M-06?": they are asked for, and not how M-06 stands; "vem ligger längst back?" is no measure.
function whichLeftOut({ tokens }: Heard, query: PlanQuery): readonly number[] {
  const first = tokens[0]?.word ?? "";
  const isThose = query.intent === "status" && query.measures.length === 1 && /^(vilka|which)$/.test(first);
  const isWho = query.intent === "rank" && query.group === "measure" && /^(vem|who)$/.test(first);
  return isThose || isWho ? [0] : [];
}

// "Hur går det att slå ihop Hagen och Östra?": what is done to them, and not how they stand.
function doneLeftOut({ tokens, mentions }: Heard, query: PlanQuery): readonly number[] {
  if (query.intent !== "status" || query.orgs.length === 0 || query.measures.length > 0) return [];
  const first = mentions.find(({ weak }) => !weak)?.start ?? -1;
  const isParticle = /^(ihop|samman|ner|ned|om|ut|in|bort|upp)$/.test(tokens[first - 1]?.word ?? "");
  const verb = first - (isParticle ? 2 : 1);
  return /^(att|to)$/.test(tokens[verb - 1]?.word ?? "") ? [verb] : [];
}

// "Blev det mer i februari än i januari?": how it stands now is neither.
function monthsLeftOut({ whens }: Heard, query: PlanQuery): readonly number[] {
  const months = whens.filter(({ when }) => when.is === "months");
  return query.intent === "status" && months.length > 1 ? months.map(({ start }) => start) : [];
}

// "Vilka stödärenden har fått kontakt?": those that wait for it are not among them.
function contactLeftOut(heard: Heard, query: PlanQuery): readonly number[] {
  const isLost = query.intent === "support" && !query.missing && heard.has("ask.which") && !heard.has("ask.when");
  return isLost && heard.has("sup.contact") ? [heard.at("sup.contact")] : [];
}

// "Hur mycket ligger stafetterna efter?": how far behind, and not what they cost.
function behindLeftOut({ tokens }: Heard, query: PlanQuery): readonly number[] {
  const isAtEnd = /^(efter|back|bakom|behind)$/.test(tokens.at(-1)?.word ?? "");
  return query.intent === "staffing" && isAtEnd ? [tokens.length - 1] : [];
}

// "När får vi hem pengarna?": a date is asked for, and a sum is no date.
function whenAsked(heard: Heard, query: PlanQuery): readonly number[] {
  if (!NO_DATES.has(query.intent) || query.group === "month") return [];
  return heard.tokens.flatMap(({ word }, at) => {
    const isFirst = at === 0 || /^(och|men|samt|and|but)$/.test(heard.tokens[at - 1]?.word ?? "");
    const isTime = heard.whens.some(({ start, end }) => start <= at && at < end);
    const isPart = heard.tags.some(({ start, end, concept }) => concept === "fig.decided" && start <= at && at < end);
    const isAsked =
      isFirst || (OF_TIMES.has(query.intent) && !isPart && query.figures.some((figure) => figure === "realised"));
    return isAsked && /^(när|when)$/.test(word) && !isTime ? [at] : [];
  });
}

// "De korta på VS": some place that is not of the plan, and no "versus".
function strangePlaces(heard: Heard): readonly number[] {
  return heard.tokens.flatMap(({ word }, at) => {
    const isPlace = word === "vs" && /^(på|i|hos|inom|för|av|at|in|for)$/.test(heard.tokens[at - 1]?.word ?? "");
    return isPlace && !heard.mentions.some(({ start, end }) => start <= at && at < end) ? [at] : [];
  });
}

// "Hur mycket bidrar utomlänsvården med till primärvården?": the figure of a measure is the same whatever the place.
function placesLeftOut(heard: Heard, query: PlanQuery): readonly number[] {
  if (!["figure", "series", "needed"].includes(query.intent) || query.measures.length === 0) return [];
  return heard.mentions
    .filter(
      ({ weak, readings }) => !weak && readings.some(({ ref }) => (query.orgs as readonly string[]).includes(ref.id)),
    )
    .map(({ start }) => start);
}

// "Hur mycket kommer det att ge per månad?": what has come is not that.
function comingLeftOut(heard: Heard, query: PlanQuery): readonly number[] {
  return query.intent === "series" && !query.figures.includes("forecast") && isYetToCome(heard)
    ? [heard.at("fig.realised")]
    : [];
}
