// Pure. Words that mean something and that the query does not answer for: "realiserat på tisdagar", "hur många
// årsarbetare är läkare". An answer to an easier question than the one put is a wrong answer.
import type { Concept } from "../lexicon/concept.ts";
import type { Tag } from "../lexicon/tag.ts";
import type { PlanQuery } from "../schema.ts";
import { expandChat } from "../text/chat-spelling.ts";
import { fold } from "../text/fold.ts";
import { typoDistance } from "../text/fuzzy.ts";
import type { Token } from "../text/tokens.ts";
import type { Heard } from "./heard.ts";
import { modesUnanswered } from "./unanswered-modes.ts";
import { numbersLeftOut } from "./unanswered-numbers.ts";
import { placesUnanswered, pointsAtNothing } from "./unanswered-places.ts";
import { isAnswered } from "./unanswered-said.ts";
import { timesUnanswered } from "./unanswered-times.ts";
import { OF_INTENT } from "./unanswered-words.ts";

/** The places of words left out of account. */
export function unanswered(heard: Heard, query: PlanQuery): readonly number[] {
  const own = OF_INTENT[query.intent];
  if (!own) return [...reasonLeftOut(heard, query), ...(query.intent === "why" ? numbersLeftOut(heard, query) : [])];
  const words = heard.tokens.flatMap((_, at) => {
    const tags = heard.tags.filter((tag) => isSaidAt(tag, at, heard));
    const isTime = heard.whens.some((span) => span.start <= at && at < span.end);
    if (isTime || tags.length === 0 || isNamed(heard, at, query)) return [];
    const said = tags.filter((tag) => !tag.concept.startsWith("stop"));
    // "Om vi" is made of small words and yet says something.
    const isPhrase = said.some((tag) => tag.end - tag.start > 1 && (!tag.gapped || isEndOf(tag, at)));
    const isMost =
      ["figure", "series", "share", "status"].includes(query.intent) &&
      said.some(isSuperlative) &&
      !(query.intent === "series" && query.order);
    if (said.length < tags.length && !isPhrase && !isMost) return isFarGuess(heard.tokens[at] as Token) ? [at] : [];
    return said.length === 0 || said.some((tag) => isAnswered(tag, own, query, heard)) ? [] : [at];
  });
  return [
    ...words,
    ...statesOfNamed(heard, query),
    ...placesUnanswered(heard, query),
    ...pointsAtNothing(heard, query),
    ...timesUnanswered(heard, query),
    ...modesUnanswered(heard, query),
  ];
}

// "Vad har den röda M-06 gett?": what it has given is no other for its colour, and of another colour not nothing.
function statesOfNamed(heard: Heard, query: PlanQuery): readonly number[] {
  const isOfNamed = ["figure", "series", "needed"].includes(query.intent) && query.measures.length > 0;
  if (!isOfNamed || !query.filters.some(({ on, not }) => (on === "state" || on === "outcome") && !not)) return [];
  return heard.tags.filter(({ concept }) => concept.startsWith("state.")).map(({ start }) => start);
}

// "Fick vi inte in": a "not" in the gap of "fick ~ in" is not said by it.
function isSaidAt(tag: Tag, at: number, heard: Heard): boolean {
  const isNot = heard.tags.some(({ concept, start }) => concept === "neg.not" && start === at);
  return tag.start <= at && at < tag.end && !(isNot && tag.gapped && !isEndOf(tag, at));
}

// What stands in the gap of "gick ~ på" speaks for itself.
function isEndOf({ start, end }: Tag, at: number): boolean {
  return at === start || at === end - 1;
}

// "Vad ger mest pengar?": which one, and no sum of them all.
function isSuperlative({ concept }: Tag): boolean {
  return concept === "sup.most" || concept === "sup.least";
}

// A general word that is also a name ("läkemedel", "övertid") is one where the query says so.
function isNamed(heard: Heard, at: number, query: PlanQuery): boolean {
  const ids = new Set<string>([...query.measures, ...query.orgs]);
  const themes = query.filters.flatMap((filter) => (filter.on === "theme" ? filter.values : []));
  return heard.mentions.some(
    (mention) =>
      mention.start <= at &&
      at < mention.end &&
      (!mention.weak ||
        mention.readings.some(
          ({ ref }) =>
            ids.has(ref.id) || (ref.kind === "theme" && (query.group === "theme" || themes.includes(ref.id))),
        )),
  );
}

// "Vilken har varit röd längst, och varför?": the reasons of all that are red are not of that one.
function reasonLeftOut(heard: Heard, query: PlanQuery): readonly number[] {
  if (query.intent !== "why" || query.measures.length + query.orgs.length > 0) return [];
  // "Vilka blev röda förra veckan, och varför?": nor are those of all that are red now.
  const moved = query.period?.is === "weeks" ? ["chg.became", "chg.changed"] : [];
  // "Vilka är försenade, och varför?": nor those of what the plan lacks.
  const late = heard.has("ask.which") ? ["at.passed"] : [];
  return ["sup.most", "sup.least", "ask.share", "ask.how_many", ...moved, ...late].flatMap((concept) => {
    const at = heard.at(concept as Concept);
    return at < 0 ? [] : [at];
  });
}

// "Ställdes" read as "ställe": a word that was put right so far, and into one that says nothing, is a word not understood.
function isFarGuess(token: Token): boolean {
  const isChat = expandChat([token.raw]).join(" ") !== token.raw;
  return !isChat && token.raw.length >= 6 && typoDistance(fold(token.raw), token.folded) >= 2;
}
