// Pure. Why, since when, and what changed.

import type { State } from "../../plan/plan.ts";
import type { Tag } from "../lexicon/tag.ts";
import { says } from "../text/says.ts";
import type { Draft } from "./draft.ts";
import { effectFigures } from "./figures.ts";
import { stateFilters } from "./filter-states.ts";
import { hasCause } from "./frames-depends.ts";
import { type Heard, mentionsOf } from "./heard.ts";

export function sinceFrame(h: Heard): Draft | null {
  const hasState = h.tags.some((tag) => tag.concept.startsWith("state."));
  const stopped =
    h.has("ask.when") &&
    h.has("state.paused", "state.cancelled", "state.reverted") &&
    mentionsOf(h, "measure").length > 0;
  // "När blir den klar?" asks for what is to come.
  const willBe = says(h.text, "när blir|when will") && h.has("state.done");
  const becomes = stopped || (h.has("ask.when") && h.has("chg.became") && hasState && !h.has("ask.define") && !willBe);
  const colours = stateFilters(h).flatMap((filter) => (filter.on === "state" && !filter.not ? filter.values : []));
  const named = mentionsOf(h, "measure").length > 0 || h.has("pro.it");
  // "Har M-07 varit gul?", "när var den senast grön?"
  if (
    colours.length > 0 &&
    named &&
    !h.has("noun.measure", "ask.which", "ask.why", "ask.how_many") &&
    ((says(h.text, "varit|vart|been|någonsin|ever") && says(h.text, "har|has|have|hade|had")) ||
      (h.has("ask.when") && says(h.text, "var|senast|last|was")))
  )
    return { query: { intent: "since", toState: colours }, wants: ["measure"], needsSubject: true };
  // "Vilken åtgärd har varit röd längst?"
  if (colours.length > 0 && !named && says(h.text, "varit|vart|been") && says(h.text, "längst|longest|längst tid"))
    return {
      query: {
        intent: "since",
        toState: colours,
        limit: says(h.text, "vilken|which (measure|one)|what measure") ? 1 : 5,
      },
      wants: ["org"],
    };
  if (h.has("ask.since") && h.tokens.length <= 4 && h.mentions.length === 0 && !h.has("sup.request", "rep.report"))
    return { query: { intent: "since" }, wants: ["measure", "org"], needsSubject: true };
  if (!(h.has("ask.since") && (hasState || h.has("word.state") || mentionsOf(h, "measure").length > 0)) && !becomes)
    return null;
  if (h.has("rep.report", "sup.request", "staff.agency")) return null;
  const states = stateFilters(h).flatMap((filter) => (filter.on === "state" && !filter.not ? filter.values : []));
  return { query: { intent: "since", toState: states }, wants: ["measure", "org"], needsSubject: true };
}

/** Those that stand in the way of others, and not why they are late themselves. */
const WHAT_BLOCKS =
  "(åtgärd|åtgärder|measures?) som (blockerar|hindrar|bromsar|stoppar)|measures? that (block|stop|delay)s?";

export function whyFrame(h: Heard): Draft | null {
  const measure = mentionsOf(h, "measure").some((mention) => !h.has("person.manager") || !mention.weak);
  if (isListOfCause(h) || says(h.text, WHAT_BLOCKS)) return null;
  if (
    h.has("cause.word") &&
    !h.has("ask.why") &&
    (h.has("sup.most", "group.each", "noun.measure") || (h.has("ask.which") && !measure))
  )
    return { query: { intent: "causes" }, wants: ["org"], filtered: true };
  if (h.has("cause.word") && h.has("sup.most")) return { query: { intent: "causes" }, wants: ["org"], filtered: true };
  if (h.has("fig.uncounted") && h.has("ask.why"))
    return { query: { intent: "definition", about: "uncounted" }, wants: [] };
  // "Vilka åtgärder beror på leverantören?" is a list.
  const named = mentionsOf(h, "measure").some((mention) => !mention.weak);
  const isThose = h.has("ask.which") || h.tags.some((tag) => tag.concept === "noun.measure" && tag.start === 0);
  if (isThose && hasCause(h) && !named) return null;
  // "Hur stor andel av de röda beror på vakanser?" asks for a number.
  if (h.has("ask.share", "ask.how_many") && hasCause(h) && !named) return null;
  // "Vad är det som inte är grönt?" asks for them.
  if (
    says(h.text, "vad är det som (inte )?(är|lyser|går|ligger)|what is it that is(n't| not)?") &&
    !h.has("cause.word")
  )
    return null;
  if (!h.has("ask.why") && !(h.has("cause.word") && (measure || h.has("pro.it")))) return null;
  // "Vad beror M-13 på?" may ask for the cause or the prerequisites: both are told.
  const figures = effectFigures(h);
  // "Hur mycket av det vi tappat beror på …?": how much, and no reason.
  if (h.has("ask.how_much") && figures.includes("lost")) return null;
  const figure = h.has("fig.forecast") ? (["forecast_gap"] as const) : figures.length > 0 ? figures.slice(0, 1) : [];
  return {
    query: { intent: "why", figures: [...figure] },
    wants: ["measure", "org"],
    filtered: !isDeviationFromPlan(h),
  };
}

// "Åtgärder med orsaken leverantör", "gula som inte har vakans som orsak": those measures, not how the causes are spread.
function isListOfCause(h: Heard): boolean {
  const isNamed = mentionsOf(h, "measure").some((mention) => !mention.weak);
  const asked = h.tags.find((tag) => tag.concept === "ask.which");
  const isWhich = asked !== undefined && !h.tags.some((tag) => tag.concept === "cause.word" && tag.start <= asked.end);
  const isThose = isWhich || h.has("noun.measure") || h.tags.some((tag) => tag.concept.startsWith("state."));
  return h.has("cause.word") && hasCause(h) && isThose && !isNamed && !h.has("ask.why", "sup.most", "group.each");
}

// "Vad ligger bakom avvikelsen i tandvården?": how far it is from its plan, and no läge.
function isDeviationFromPlan(h: Heard): boolean {
  const states = h.tags.filter((tag) => tag.concept.startsWith("state."));
  return (
    !h.has("noun.measure") &&
    states.length > 0 &&
    states.every((tag) => /^avvikelse(n|rna)?$/.test(h.tokens[tag.start]?.word ?? ""))
  );
}

export function changesFrame(h: Heard): Draft | null {
  const moved =
    (says(h.text, "bättre än|sämre än|better than|worse than") && h.whens.some(({ when }) => when.is === "weeks")) ||
    h.has("chg.changed", "chg.worse", "chg.better") ||
    isSetAgainstThen(h) ||
    // "Skillnad i läge v. 46 mot v. 47"
    (h.has("ask.difference") &&
      h.has("word.state", "ask.status") &&
      h.whens.filter(({ when }) => when.is === "weeks").length === 2) ||
    (h.has("chg.became") && h.tags.some((tag) => tag.concept.startsWith("state.")));
  if (
    !moved ||
    h.has(
      "ask.why",
      "staff.staffing",
      "staff.production",
      "staff.sick",
      "staff.overtime",
      "staff.agency",
      "dec.decision",
      "fig.forecast",
      "ask.when",
      "ask.who",
      "at.start",
      "act.set",
      "log.change",
    ) ||
    effectFigures(h).length > 0
  )
    return null;
  if (mentionsOf(h, "metric").length > 0 || mentionsOf(h, "indicator").length > 0) return null;
  // "Hur mycket sämre är tandvården än sjukhuset?": set against each other, not over time.
  if (!h.has("chg.changed", "chg.became") && says(h.text, "än|than") && mentionsOf(h, "org").length >= 2) return null;
  // "Har det hänt något med bussen?": how it stands and since when, not only whether it moved since last week.
  if (h.whens.length === 0 && mentionsOf(h, "measure").length > 0 && says(h.text, "hänt|hände|happened|happening"))
    return { query: { intent: "status" }, wants: ["measure", "org"] };
  // "Backat" is worse, and may be a läge.
  const { from, to } = statesMoved(withTags(h, (tag) => !tag.concept.startsWith("state.") || !isDirection(h, tag)));
  // "Vilka har vi blivit klara med?", without a time: all that are.
  if (isForGood(to) && !h.has("chg.changed", "chg.worse", "chg.better") && h.whens.length === 0) return null;
  // "Blev M-08 gul?", without a time: since when it is, or that it never was.
  const isOfOne =
    mentionsOf(h, "measure").some(({ weak }) => !weak) && !h.has("chg.changed", "chg.worse", "chg.better");
  if (isOfOne && h.whens.length === 0 && !h.has("ask.which", "ask.how_many", "noun.measure"))
    return {
      query: { intent: "since", toState: to },
      wants: ["measure"],
      needsSubject: true,
    };
  // "Blev den bättre eller sämre?": either way.
  const isEither = h.has("chg.worse") && h.has("chg.better");
  const direction =
    isEither || says(h.text, "bättre än|sämre än|better than|worse than")
      ? null
      : h.has("chg.worse")
        ? "worse"
        : h.has("chg.better")
          ? "better"
          : null;
  // What is green has not turned so for the worse: half of it would be left out.
  if (direction === "worse" && to.includes("on_track")) return null;
  return { query: { intent: "changes", fromState: from, toState: to, about: direction }, wants: ["measure", "org"] };
}

// "Hur går det jämfört med förra veckan?"
function isSetAgainstThen(h: Heard): boolean {
  return (
    h.has("ask.status", "word.state") &&
    h.whens.some(
      ({ start, when }) =>
        ["weeks", "back", "since"].includes(when.is) &&
        /^(mot|med|än|kontra|to|with|than|against)$/.test(h.tokens[start - 1]?.word ?? ""),
    )
  );
}

function isDirection(h: Heard, tag: Tag): boolean {
  return h.tags.some((other) => /^chg\.(worse|better)$/.test(other.concept) && other.start === tag.start);
}

function isColour(h: Heard, { concept, start }: Tag): boolean {
  return (
    concept.startsWith("state.") &&
    says(h.tokens[start]?.word ?? "", "gröna?|grönt|gula?|gult|röda?|rött|green|yellow|red")
  );
}

// "Från gult till rött": out of the one, into the other.
function statesMoved(h: Heard): { readonly from: State[]; readonly to: State[] } {
  const left = new Set(["från", "from"]);
  // "Vilka gröna blev gula?": what they were stands before.
  const turned = h.tags.find((tag) => tag.concept === "chg.became")?.start ?? -1;
  const areBoth =
    turned >= 0 &&
    [true, false].every((isBefore) => h.tags.some((tag) => isColour(h, tag) && tag.start < turned === isBefore));
  const isLeft = (tag: Tag) =>
    left.has(h.tokens[tag.start - 1]?.word ?? "") || (areBoth && isColour(h, tag) && tag.start < turned);
  const saysLeft = h.tags.some((tag) => tag.concept.startsWith("state.") && isLeft(tag));
  const valuesOf = (heard: Heard) =>
    stateFilters(heard).flatMap((filter) => (filter.on === "state" && !filter.not ? filter.values : []));
  if (!saysLeft) return { from: [], to: valuesOf(h) };
  const part = (keep: boolean) =>
    valuesOf(withTags(h, (tag) => !tag.concept.startsWith("state.") || isLeft(tag) === keep));
  return { from: part(true), to: part(false) };
}

function withTags(h: Heard, keeps: (tag: Tag) => boolean): Heard {
  const tags = h.tags.filter(keeps);
  return {
    ...h,
    tags,
    has: (...concepts) => tags.some((tag) => concepts.includes(tag.concept)),
    at: (concept) => tags.find((tag) => tag.concept === concept)?.start ?? -1,
  };
}

function isForGood(to: readonly State[]): boolean {
  return to.length > 0 && to.every((state) => ["done", "operational", "cancelled", "reverted"].includes(state));
}
