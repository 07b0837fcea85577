// Pure. What the words of a question stand for beside each other, before and after its names are known.

import type { Lang } from "../../plan/plan.ts";
import { PATTERNS } from "../lexicon/patterns.ts";
import { type Tag, tagConcepts } from "../lexicon/tag.ts";
import type { Mention } from "../names/mention.ts";
import type { NameIndex } from "../names/name-index.ts";
import { isGeneric, keyOf } from "../names/name-words.ts";
import { verbKeys } from "../names/verb-object.ts";
import type { Token } from "../text/tokens.ts";
import { numberOf, ordinalOf } from "../when/calendar-words.ts";
import { carriedOutMeant, fullEffectMeant } from "./carried-out.ts";
import { coverOf, rangeOf, type Span } from "./spans.ts";

/** A question before its names are known. */
export interface Said {
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  /** Times and amounts. */
  readonly times: readonly Span[];
  readonly lang: Lang | null;
}

/** What the words stand for, where they stand together. */
export function tagsMeant(tokens: readonly Token[], index: NameIndex): readonly Tag[] {
  const meant = fullEffectMeant(carriedOutMeant(greenMeant(tagConcepts(tokens)), tokens), tokens);
  return (
    reportsCame(meant, tokens)
      .filter((tag) => !isPlaceName(tag, tokens, index))
      .filter((tag) => !isToManage(tag, tokens))
      // "Jämfört med i fjol": nobody takes part.
      .filter(({ concept, start }) => concept !== "at.participants" || tokens[start - 1]?.word !== "jämfört")
  );
}

/** The same beside the names: what belongs to a name says nothing of its own. */
export function tagsBeside(
  { tokens, tags, times }: Said,
  mentions: readonly Mention[],
  index: NameIndex,
): readonly Tag[] {
  const doings = doingsIn(tokens, mentions, tags);
  const isTime = coverOf(tokens.length, times);
  return (
    tags
      .filter((tag) => !isLimit(tag, tokens))
      .filter((tag) => tag.concept.startsWith("stop") || !doings.includes(tag.start) || tag.end > tag.start + 1)
      .filter((tag) => !isDoneTo(tag, tokens, mentions, index))
      .filter((tag) => !isNewBefore(tag, tokens, mentions))
      // "Vårdtillfällen" in a plan that counts them.
      .filter((tag) => tag.concept !== "ind.known" || !isCounted(tag, mentions))
      // "Röda enligt rapporterna": where it is known from.
      .filter((tag) => tag.concept !== "rep.report" || tokens[tag.start - 1]?.word !== "enligt")
      // "Slutar i vår": the spring, not ours.
      .filter((tag) => tag.concept !== "pro.mine" || !rangeOf(tag).every((at) => isTime[at]))
  );
}

/** The places of words that nothing accounts for. */
export function unknownIn(
  { tokens, tags, times, lang }: Said,
  mentions: readonly Mention[],
  index: NameIndex,
): readonly number[] {
  const doings = doingsIn(tokens, mentions, tags);
  const isHeld = coverOf(tokens.length, [
    ...mentions,
    ...times,
    ...tags.filter((tag) => lang !== "sv" || tag.concept !== "stop_en"),
  ]);
  const isBesideName = (token: Token, at: number) =>
    mentions.some(
      ({ start, readings }) => Math.abs(start - at) <= 3 && readings.length === 1 && isGeneric(keyOf(token)),
    );
  return tokens.flatMap((token, at) => {
    const isKnown = isHeld[at] || doings.includes(at) || token.word.length < 2 || ordinalOf(token.folded) !== null;
    return isKnown || isBesideName(token, at) || isOfName(token, at, mentions, index) ? [] : [at];
  });
}

// "När beslutades att jourlinjen ska stängas?": what the measure does, and no support that is closed.
function isDoneTo(
  { concept, start, end }: Tag,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  index: NameIndex,
): boolean {
  if (!/^sup\.(closed|open)$/.test(concept) || end !== start + 1) return false;
  const isNamed = mentions.some(
    (mention) =>
      !mention.weak && mention.readings[0]?.ref.kind === "measure" && (start < mention.start || start >= mention.end),
  );
  return isNamed && isOfName(tokens[start] as Token, start, mentions, index);
}

// "Fasa ut hyrläkare": the rest of a name that was met by one of its other names.
function isOfName(token: Token, at: number, mentions: readonly Mention[], index: NameIndex): boolean {
  return mentions.some(
    ({ start, readings: [reading, ...others] }) =>
      Math.abs(start - at) <= 3 &&
      reading !== undefined &&
      others.length === 0 &&
      [keyOf(token), ...verbKeys(token)].some((key) => index.holds(reading.ref, key)),
  );
}

// "Det nya bokningssystemet": what it is, and nothing that has changed.
function isNewBefore({ concept, end }: Tag, tokens: readonly Token[], mentions: readonly Mention[]): boolean {
  return (
    concept === "chg.changed" &&
    /^(ny|nya|nytt|new)$/.test(tokens[end - 1]?.word ?? "") &&
    mentions.some(({ start, weak }) => start === end && !weak)
  );
}

function isCounted({ start, end }: Tag, mentions: readonly Mention[]): boolean {
  const isMetric = ({ ref, by }: Mention["readings"][number]) => ref.kind === "metric" && by !== "words";
  return mentions.some((mention) => mention.start <= start && end <= mention.end && mention.readings.some(isMetric));
}

const MODAL = /^(måste|behöver|ska|skall|kan|hinner|kommer|borde|bör)$/;

// "Hur mycket måste vi klara per månad?": to bring about, and not those that are done.
function isToManage({ concept, start, end }: Tag, tokens: readonly Token[]): boolean {
  if (concept !== "state.done" || end !== start + 1 || tokens[start]?.word !== "klara") return false;
  return tokens.slice(Math.max(0, start - 3), start).some(({ word }) => MODAL.test(word));
}

const BEFORE_PLACES = /^(i|på|hos|vid|inom|till|från|in|at)$/;

// "Läget i Hamnen": a place the plan knows by that very word, and no form of "hamnar".
function isPlaceName({ start, end }: Tag, tokens: readonly Token[], index: NameIndex): boolean {
  const token = tokens[start] as Token;
  const isPlaced = (token.capital && start > 0) || BEFORE_PLACES.test(tokens[start - 1]?.word ?? "");
  if (end !== start + 1 || !isPlaced || PATTERNS.plainWords.has(token.word)) return false;
  const names = index.plainWords.has(token.word) ? (index.byWord.get(keyOf(token)) ?? []) : [];
  return names.some(({ name }) => name.ref.kind === "org");
}

const DOING = /[a-zåäö]{3}(ningen|singen|lingen|gången|andet|endet)$/;

// "Hur går införandet av digitala kallelser?": what is done with it is what the measure is called, and asks nothing.
function doingsIn(tokens: readonly Token[], mentions: readonly Mention[], tags: readonly Tag[]): readonly number[] {
  if (!tags.some(({ concept }) => /^(ask\.status|state\.|word\.state|ask\.why)/.test(concept))) return [];
  return mentions.flatMap(({ weak, start, readings }) => {
    const isMeasure = !weak && readings[0]?.ref.kind === "measure";
    const isOf = /^(av|på|för|med)$/.test(tokens[start - 1]?.word ?? "");
    return isMeasure && isOf && DOING.test(tokens[start - 2]?.word ?? "") ? [start - 2] : [];
  });
}

// "Prognosen för alla gröna åtgärder": those that are green, and no report that all is.
function greenMeant(tags: readonly Tag[]): readonly Tag[] {
  const isAsked = tags.some(({ concept }) => /^(noun\.measure|fig\.|ask\.(how|which))/.test(concept));
  return isAsked
    ? tags.map((tag) =>
        tag.concept === "act.all_green" ? { ...tag, concept: "state.on_track", start: tag.end - 1 } : tag,
      )
    : tags;
}

// "Hur många rapporter fick vi in?": reports, and no money.
function reportsCame(tags: readonly Tag[], tokens: readonly Token[]): readonly Tag[] {
  const areReports = tokens.some(({ word }) => /^(vecko)?rapport/.test(word));
  const isCame = ({ concept, start, end }: Tag) =>
    concept === "fig.realised" && end - start > 1 && tokens[end - 1]?.word === "in";
  return areReports ? tags.filter((tag) => !isCame(tag)) : tags;
}

// "Minst fyra veckor" is no superlative.
function isLimit(tag: Tag, tokens: readonly Token[]): boolean {
  if (!tag.concept.startsWith("sup.most") && !tag.concept.startsWith("sup.least")) return false;
  return (
    /^(minst|hogst|mest|most|least)$/.test(tokens[tag.end - 1]?.folded ?? "") &&
    numberOf(tokens[tag.end]?.folded ?? "") !== null
  );
}
