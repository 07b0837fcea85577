// Pure. What ought to be, what has been, what is doubted: said by a small word, and another question than how it is now.
import type { PlanQuery } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Heard } from "./heard.ts";

export function modesUnanswered(heard: Heard, query: PlanQuery): readonly number[] {
  return [
    ...oughtLeftOut(heard, query),
    ...beenLeftOut(heard, query),
    ...doubtLeftOut(heard, query),
    ...extremeLeftOut(heard, query),
  ];
}

const GIVES = "spara|ge|bidra|leverera|realisera|hämta|ta hem|få hem|få in|dra in|save|give|deliver|contribute";

/** "Måste vi spara", "behöver psykiatrin ge": what is to come of it. */
export const OUGHT_TO_GIVE = `(?:måste|bör|behöver|must|needs? to|have to|has to)(?: [^ ,.?]+){0,3} (?:${GIVES})`;

// "Hur mycket måste vi spara nu?": what has been saved is no answer.
function oughtLeftOut(heard: Heard, { intent, figures }: PlanQuery): readonly number[] {
  const isOfNow = intent === "figure" && figures.every((figure) => figure === "realised" || figure === "verified");
  return isOfNow && says(heard.text, OUGHT_TO_GIVE) ? [heard.at("ask.needed")].filter((at) => at >= 0) : [];
}

// "Hur många röda har vi haft?": those that are so now are others.
function beenLeftOut(heard: Heard, query: PlanQuery): readonly number[] {
  // "Vilka har haft rött längst?": nor the largest of those.
  const isLong = query.intent === "rank" && says(heard.text, "längst|longest");
  const isOfNow = (isLong || ["list", "count"].includes(query.intent)) && query.period === null;
  if (!isOfNow || !query.filters.some(({ on }) => on === "state" || on === "outcome")) return [];
  return heard.tokens.flatMap(({ word }, at) => (/^(haft|had)$/.test(word) ? [at] : []));
}

// "Vi har ingen röd, stämmer det?": yes or no, and no list of all the others.
function doubtLeftOut(heard: Heard, query: PlanQuery): readonly number[] {
  const isDenied =
    ["list", "count"].includes(query.intent) && query.filters.some(({ on, not }) => on === "state" && not);
  return isDenied && heard.has("ask.true") ? [heard.at("ask.true")] : [];
}

// "Vad är det lägsta vi kan landa på?": how low it may end, and not which measure is the lowest.
function extremeLeftOut(heard: Heard, { intent }: PlanQuery): readonly number[] {
  const isExtreme = says(
    heard.text,
    "det (lägsta|högsta|minsta|mesta|bästa|sämsta) (vi|det|man|ni) kan|the (lowest|highest|least|most|best|worst) (we|it) can",
  );
  return intent === "rank" && isExtreme ? [heard.at("sup.most"), heard.at("sup.least")].filter((at) => at >= 0) : [];
}
