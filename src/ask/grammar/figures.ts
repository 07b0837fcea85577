// Pure. Which figures are asked for.
import type { Concept } from "../lexicon/concept.ts";
import type { Figure } from "../schema.ts";
import { says } from "../text/says.ts";
import type { Heard } from "./heard.ts";
import { isRatherMetric } from "./subjects.ts";
import { isFigureAfter } from "./sum-said.ts";
import { OUGHT_TO_GIVE } from "./unanswered-modes.ts";

const EFFECT: readonly (readonly [Concept, Figure])[] = [
  ["fig.potential", "potential"],
  ["fig.decided", "decided"],
  ["fig.planned", "planned"],
  ["fig.planned_year", "planned_year"],
  ["fig.forecast", "forecast"],
  ["fig.realised", "realised"],
  ["fig.verified", "verified"],
  ["fig.lost", "lost"],
  ["fig.gap", "gap"],
  ["fig.rate", "realisation_rate"],
  ["fig.extra_cost", "extra_cost"],
  ["fig.uncounted", "uncounted"],
];

/** The stages of the effect ladder that are named, in the order said. */
export function effectFigures(heard: Heard): readonly Figure[] {
  const said = EFFECT.flatMap(([concept, figure]) => (heard.has(concept) ? [{ figure, at: heard.at(concept) }] : []));
  said.sort((a, b) => a.at - b.at);
  const figures = withModality(
    said.map(({ figure }) => figure),
    heard,
  );
  if (figures.length === 0 && isDecidedSaid(heard)) return ["decided"];
  if (figures.length === 0 && isPlanOfYear(heard)) return ["planned_year"];
  if (figures.length === 0 && (isBehindSaid(heard) || isShortSaid(heard))) return ["gap"];
  if (
    figures.length === 0 &&
    heard.has("ask.how_much") &&
    heard.has("state.on_track") &&
    /plan/.test(heard.text.toLowerCase())
  )
    return ["planned"];
  // "Hur mycket beslutad effekt har fallit bort?": what is lost is always decided effect.
  if (figures.includes("lost") && figures.includes("decided") && !areBothAsked(heard))
    return figures.filter((figure) => figure !== "decided");
  if (figures.length === 2 && figures.includes("realised") && figures.includes("decided") && isGivenInFull(heard))
    return ["decided"];
  const year = heard.whens.map(({ when }) => when).find((when) => when.is === "year");
  // Of a year that has not come there is only the plan.
  if (year?.is === "year" && year.year > heard.year) {
    const ahead = figures.map((figure): Figure => (["realised", "planned"].includes(figure) ? "planned_year" : figure));
    if (ahead.length > 0 || heard.has("fig.effect")) return ahead.length > 0 ? ahead : ["planned_year"];
  }
  // "Planerat 2026", "planerad effekt i år": the plan of the year.
  const isOver = year?.is === "year" && year.year < heard.year && figures.includes("realised");
  // "Andra kvartalet i år": of the quarter.
  const isPart = heard.whens.some(({ when }) => when.is === "months" || when.is === "through");
  if (figures.includes("planned") && year && !isOver && !isPart)
    return figures.map((figure) => (figure === "planned" ? "planned_year" : figure));
  return asBelieved(figures, heard);
}

const YET_TO_COME =
  "(kommer|väntas|förväntas|will) ([^ ]+ ){0,4}?(att )?(ge|spara|bidra|leverera|inbringa|save|give|yield|deliver|realise)";

export function isYetToCome(heard: Heard): boolean {
  return says(heard.text, YET_TO_COME);
}

// "Hur mycket kommer vi att spara?": what is believed.
function asBelieved(figures: readonly Figure[], heard: Heard): readonly Figure[] {
  // Of a month there is no forecast.
  if (heard.whens.some(({ when }) => when.is !== "year")) return figures;
  const isBelieved =
    figures.length === 1 && figures[0] === "realised" && !heard.has("group.month") && isYetToCome(heard);
  return isBelieved ? ["forecast"] : figures;
}

// "Vad ger den på helår?", "… när den är fullt igång": the verb is no figure of its own.
function isGivenInFull(heard: Heard): boolean {
  const verb = heard.at("fig.realised");
  const isNow = /^(ger|ge|gives?|yields?|bidrar|sparar)$/.test(heard.tokens[verb]?.word ?? "");
  const full = heard.tags.find(({ concept }) => concept === "fig.decided");
  const isFull =
    full !== undefined && /^(när|when|på|full|fullt|fulla|i|per|in|fully)$/.test(heard.tokens[full.start]?.word ?? "");
  const [from, to] = [verb, full?.start ?? 0].sort((a, b) => a - b) as [number, number];
  return isNow && isFull && !heard.tokens.slice(from, to).some(({ word }) => /^(och|samt|and)$/.test(word));
}

// "Beslutat och bortfallet", "hur mycket av det beslutade har fallit bort": two figures.
function areBothAsked(heard: Heard): boolean {
  const places = [heard.at("fig.decided"), heard.at("fig.lost")].sort((a, b) => a - b);
  return heard.tokens.slice(...places).some(({ word }) => /^(och|samt|and)$/.test(word)) || says(heard.text, "av|of");
}

const OUGHT = "borde|skulle|ska|skall|bör|should|were supposed to|are supposed to";
const BY_NOW = "ha|hunnit|hittills|vid det här laget|nu|have|by now";

const AS_IT_OUGHT =
  "(gett|ger|levererat|levererar|gav|sparat) (det|vad|som|så mycket( som)?) (den|det|vi|de|man) (ska|skall|skulle|borde)";

const ASKED_FIRST =
  "(har|have) .*(och|o|å|and) (vad|va|hur mycket|what|how much) (skulle|borde|should|were) (vi|den|det|de|we|it|they)";

// "Hur mycket borde vi ha sparat?", "hur mycket ska vi spara i år?": the plan, not what has been realised.
function withModality(figures: readonly Figure[], heard: Heard): readonly Figure[] {
  if (figures.join() === "realised" && isToBeGiven(heard)) return ["planned_year"];
  const isOught =
    says(heard.text, OUGHT) &&
    !says(heard.text, "om|ifall|if") &&
    !heard.has("ask.needed", "ask.can", "fig.forecast", "fig.gap", "fig.lost", "ask.moved");
  if (!isOught || !figures.includes("realised")) return figures;
  // "Har den gett det den ska?"
  if (says(heard.text, AS_IT_OUGHT)) return ["realised", "planned"];
  if (says(heard.text, "enligt (?:beslut|beslutet|besluten)|according to the decisions?")) return ["decided"];
  // "Hur mycket mer borde den ha gett?"
  if (says(heard.text, "hur mycket (mer|mindre)|how much (more|less)")) return ["gap"];
  const isTimed = heard.whens.some(({ when }) => ["through", "months", "to_date", "until"].includes(when.is));
  const planned: Figure = isTimed || says(heard.typed, BY_NOW) ? "planned" : "planned_year";
  // "Hur mycket skulle den ha gett, och hur mycket blev det?"
  const isTold =
    heard.tags.filter((tag) => tag.concept === "ask.how_much").length > 1 && says(heard.text, "blev|became");
  if (isTold) return [planned, ...figures];
  // "Vad har vi fått hem hittills, och vad skulle vi ha haft?"
  if (says(heard.text, ASKED_FIRST)) return [...figures.filter((figure) => figure !== planned), planned];
  const others = figures.filter((figure) => !["realised", "planned", "planned_year"].includes(figure));
  // "Ger den det den ska?", "hur mycket är hämtat hem och vad skulle det vara?": what it is, and what it ought to be.
  if (isSaidBeforeOught(heard)) return ["realised", "planned", ...others];
  return [planned, ...others];
}

// "Hur mycket måste vi spara i år?": the plan of the year. Of a month, or from now on, it is another question.
function isToBeGiven({ text, whens }: Heard): boolean {
  return (
    says(text, OUGHT_TO_GIVE) &&
    whens.every(({ when }) => when.is === "year") &&
    !says(text, "mer|mera|till|kvar|ytterligare|nu|därefter|för att|om|ifall|if|more|left|further|now|to reach")
  );
}

const FINITE =
  /^(har|hade|är|ger|gav|fick|får|levererar|levererade|bidrar|bidrog|blev|tog|tar|sparar|sparade|have|has|is|are|did|does|was)$/;

function isSaidBeforeOught({ tokens, tags }: Heard): boolean {
  const ought = tokens.findIndex(({ word }) => says(word, OUGHT));
  const said = tags.find(({ concept }) => concept === "fig.realised");
  return (
    said !== undefined &&
    said.end < ought &&
    tokens.slice(0, Math.max(1, said.end)).some(({ word }) => FINITE.test(word))
  );
}

// "Hur mycket har beslutats?"
function isDecidedSaid(heard: Heard): boolean {
  return (
    heard.has("ask.how_much") &&
    heard.has("dec.decision") &&
    says(heard.text, "beslutat|beslutats|beslutades|beslutade")
  );
}

/** "Hur mycket ligger tandvården efter?": the name stands between the words. */
function isBehindSaid(heard: Heard): boolean {
  const last = heard.tokens.at(-1)?.word ?? "";
  return heard.has("ask.how_much") && ["efter", "back", "bakom", "behind"].includes(last);
}

// "Planen för hela 2026, hur många miljoner?"
function isPlanOfYear(heard: Heard): boolean {
  const [year] = heard.whens.filter(({ when }) => when.is === "year");
  const lead = heard.tokens
    .slice(Math.max(0, (year?.start ?? 0) - 3), year?.start ?? 0)
    .map(({ word }) => word)
    .join(" ");
  const isAmount = heard.has("ask.how_much") || says(heard.text, "i (mkr|kronor|miljoner)|mkr|in (msek|millions)");
  return isAmount && /(planen|plan) (för|på|om)( hela)?$/.test(lead);
}

// "Hur mycket fattas det på bussen?": of what was planned.
function isShortSaid(heard: Heard): boolean {
  return (
    says(heard.text, "hur (mycket|stor summa)( pengar)? (som )?(fattas|fattades|saknas|saknades|saknar|is missing)") &&
    heard.tags.every(({ concept, start }) => AROUND_SHORT.test(concept) || isInTime(heard, start)) &&
    heard.unknown.length === 0
  );
}

const AROUND_SHORT = /^(stop|stop_en|pro\..*|noun\.plan|lvl\..*|ask\.how_much|rep\.missing|fig\.effect|neg\.not)$/;

function isInTime({ whens }: Heard, at: number): boolean {
  return whens.some(({ start, end }) => start <= at && at < end);
}

/** "Vilken prognos", "vilken effekt", "what forecast": a figure is asked for, not which things. */
export function asksForFigure(heard: Heard): boolean {
  const which = heard.tags.find((tag) => tag.concept === "ask.which");
  return (
    which !== undefined &&
    /^(vilken|vilket|what|which)$/.test(heard.tokens[which.end - 1]?.word ?? "") &&
    heard.tags.some((tag) => tag.start === which.end && tag.concept.startsWith("fig."))
  );
}

/** "Beslutad effekt för de röda åtgärderna": the figure first, then of what. */
export function leadsWithFigure(heard: Heard): boolean {
  const first = heard.tags
    .filter((tag) => !/^(stop|talk|pro)/.test(tag.concept) && tag.concept !== "noun.plan")
    .sort((a, b) => a.start - b.start)[0];
  return first !== undefined && EFFECT.some(([concept]) => concept === first.concept);
}

const CLAUSE = /^(där|som|vars|vilkas|med|utan|inte|ej|över|under|än|where|which|that|with|without|not|than)$/;

/** "Kortsiktiga åtgärder i tandvården, planerat och realiserat": the figures last, of what was named. */
export function endsWithFigure(heard: Heard): boolean {
  const noun = heard.tags.findLast((tag) => tag.concept === "noun.measure");
  const last = heard.tokens.findLastIndex(
    (_, at) => !heard.whens.some((span) => span.start <= at && at < span.end) && !isSmallAt(heard, at),
  );
  const figure = heard.tags.find(
    (tag) => EFFECT.some(([concept]) => concept === tag.concept) && tag.start <= last && last < tag.end,
  );
  if (!noun || !figure || figure.start < noun.end || heard.has("ask.which", "ask.has", "ask.how_many")) return false;
  // "Åtgärder där prognosen ligger under planen" is a condition.
  if (heard.tokens.slice(noun.end, figure.end).some(({ word }) => CLAUSE.test(word))) return false;
  // "Åtgärder som är planerade" are of a kind.
  return !/(ade|ad|da|na|dda)$/.test(heard.tokens[last]?.word ?? "");
}

function isSmallAt(heard: Heard, at: number): boolean {
  const tags = heard.tags.filter((tag) => tag.start <= at && at < tag.end);
  return tags.length > 0 && tags.every((tag) => /^(stop|stop_en|pro\.i|talk\.thanks)$/.test(tag.concept));
}

/** "Potential i ej påbörjade åtgärder", "vad har de varaktiga för beslutad effekt?": a sum, not a list. */
export function isSumSaid(heard: Heard): boolean {
  return (
    (leadsWithFigure(heard) && !heard.has("ask.which", "ask.has")) ||
    (isFigureAfter(heard) && !heard.has("ask.which")) ||
    /^(vad|what)$/.test(heard.tokens[0]?.word ?? "")
  );
}

/** Figures of staffing and production, with what belongs together: a target is told with what it is set against. */
export function staffingFigures(heard: Heard): readonly Figure[] {
  if (says(heard.text, "bemanning[a-z]* (och|samt) produktion[a-z]*|staffing and production"))
    return ["staffing", "production"];
  const figures: Figure[] = [];
  if (heard.has("staff.overtime")) figures.push("overtime");
  if (heard.has("staff.sick")) figures.push("sick_leave");
  if (heard.has("staff.agency")) figures.push("agency_cost");
  if (heard.has("staff.staffing", "staff.target") && !heard.has("staff.plan")) figures.push("staffing");
  if (heard.has("staff.production", "staff.plan") || hasMetric(heard)) figures.push("production");
  return figures;
}

/** "Hur ligger operation till?" is the unit, though what it produces is called something like it. */
export function hasMetric(heard: Heard): boolean {
  return heard.mentions.some(
    (mention) =>
      mention.readings.some((reading) => reading.ref.kind === "metric") &&
      (mention.readings.every((reading) => reading.ref.kind !== "org") || isRatherMetric(mention, heard)),
  );
}
