// Pure. A question taken apart: its words, what they stand for, the names, times and numbers in it.

import { memoised } from "../../lib/memo.ts";
import type { IsoDate } from "../../lib/time.ts";
import { regionOf } from "../../plan/organisation.ts";
import type { Lang, PlanFacts } from "../../plan/plan.ts";
import { type Month, monthOf } from "../../plan/week.ts";
import type { Concept } from "../lexicon/concept.ts";
import { PATTERNS } from "../lexicon/patterns.ts";
import { type Tag, tagConcepts } from "../lexicon/tag.ts";
import { correctTokens } from "../names/correct.ts";
import { withDescribed } from "../names/described.ts";
import type { Mention } from "../names/mention.ts";
import { findMentions } from "../names/mentions.ts";
import { type NameIndex, type NameRef, nameIndexOf } from "../names/name-index.ts";
import { isGeneric, keyOf } from "../names/name-words.ts";
import { verbKeys } from "../names/verb-object.ts";
import { languageOf } from "../text/language.ts";
import { withMarks } from "../text/marks.ts";
import { type Token, tokenise } from "../text/tokens.ts";
import { monthNumberOf, numberOf, ordinalOf } from "../when/calendar-words.ts";
import { readWhens } from "../when/read-when.ts";
import type { Moment, WhenSpan } from "../when/when.ts";
import { type Amount, readAmounts } from "./amounts.ts";
import { carriedOutMeant, fullEffectMeant } from "./carried-out.ts";

export interface Heard {
  /** As understood: lower case, misspelt and hurried words put right. */
  readonly text: string;
  /** As it came, for names in quotes, addresses and clock times. */
  readonly typed: string;
  readonly lang: Lang | null;
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  readonly mentions: readonly Mention[];
  readonly whens: readonly WhenSpan[];
  readonly amounts: readonly Amount[];
  /** The year of the figures now. */
  readonly year: number;
  /** The month the figures are closed through. */
  readonly through: Month;
  readonly today: IsoDate;
  /** The month that now lies in. */
  readonly month: Month;
  /** Whether any of the concepts is said, outside the names. */
  has(...concepts: readonly Concept[]): boolean;
  /** Where a concept is first said; −1 when it is not. */
  at(concept: Concept): number;
  /** The nämnder of the plan. */
  readonly boards: ReadonlySet<string>;
  /** Words that nothing accounts for. */
  readonly unknown: readonly number[];
}

export function hear(text: string, facts: PlanFacts, moment: Moment): Heard {
  const index = nameIndexOf(facts);
  const typed = withMarks(tokenise(text));
  const lang = languageOf(typed);
  const tokens = correctTokens(typed, index);
  const whens = readWhens(tokens, moment);
  const counted = readAmounts(tokens, whens);
  const allTags = reportsCame(
    fullEffectMeant(carriedOutMeant(greenMeant(tagConcepts(tokens)), tokens), tokens),
    tokens,
  ).filter((tag) => !isPlaceName(tag, tokens, index));
  const isStop = coverOf(
    tokens.length,
    allTags.filter((tag) => tag.concept.startsWith("stop") && (lang !== "sv" || tag.concept !== "stop_en")),
  );
  const isGeneral = coverOf(
    tokens.length,
    allTags.filter((tag) => !tag.concept.startsWith("stop") && !tag.loose).flatMap(wordsSaid),
  );
  const isKind = coverOf(
    tokens.length,
    allTags.filter((tag) => tag.concept.startsWith("mech.")),
  );
  const isAsked = coverOf(
    tokens.length,
    allTags.filter((tag) => /^((fig|ask|cmp|chg|person)\.|at\.(start|end|owner|passed|next)$)/.test(tag.concept)),
  );
  const isTime = coverOf(tokens.length, [...whens, ...counted]);
  // "Beroende av annan enhet" is the cause, though a unit is called Beroendemottagningen.
  const inCause = coverOf(
    tokens.length,
    allTags.filter((tag) => tag.end - tag.start > 2 && tag.concept.startsWith("cause.")),
  );
  // "I fas" is the phrase, though a unit is called FAS; "om HR" is the kind of support.
  const inPhrase = coverOf(
    tokens.length,
    allTags.filter(
      (tag) =>
        (tag.end - tag.start > 1 && tag.concept.startsWith("state.")) ||
        (tag.concept === "sup.hr" && allTags.some((other) => other.concept === "sup.request")),
    ),
  );
  const cover = {
    isEmpty: (at: number) =>
      isTime[at] === true ||
      isStop[at] === true ||
      inCause[at] === true ||
      (inPhrase[at] === true &&
        (tokens[at]?.word.length ?? 9) <= 4 &&
        (tokens[at]?.allCaps !== true || tokens[at]?.word === "hr")) ||
      monthNumberOf(tokens[at]?.folded ?? "") !== null,
    isGeneral: (at: number) => isGeneral[at] === true || isStop[at] === true,
    isKind: (at: number) => isKind[at] === true,
    isAsked: (at: number) => isAsked[at] === true,
  };
  const found = findMentions(tokens, index, cover);
  const placed = costSaid(found, allTags) ? placesOf(tokens, index, cover, allTags, found) : found;
  const mentions = withDescribed(withoutWhole(placed, tokens, facts), tokens);
  // What is part of a name does not speak for itself, unless the name is also a general word.
  const named = coverOf(
    tokens.length,
    mentions.filter((mention) => !mention.weak),
  );
  const doings = doingsIn(tokens, mentions, allTags);
  const isId = coverOf(
    tokens.length,
    mentions.filter(({ readings }) => readings[0]?.by === "id"),
  );
  const tags = allTags
    .filter((tag) => !isLimit(tag, tokens))
    .filter((tag) => tag.concept.startsWith("stop") || !doings.includes(tag.start) || tag.end > tag.start + 1)
    .filter((tag) => !isDoneTo(tag))
    // "Röda enligt rapporterna": where it is known from.
    .filter((tag) => tag.concept !== "rep.report" || tokens[tag.start - 1]?.word !== "enligt")
    // "Slutar i vår": the spring, not ours.
    .filter((tag) => tag.concept !== "pro.mine" || !rangeOf(tag).every((at) => isTime[at]))
    .filter((tag) => tag.concept.startsWith("stop") || !rangeOf(tag).every((at) => named[at]));
  // "Hur går det med 214?": the measure with that number, and no amount.
  const amounts = counted.filter((amount) => !rangeOf(amount).some((at) => isId[at]));
  const freeWhens = whens.filter((span) => !rangeOf(span).every((at) => named[at]));
  return {
    text: understoodText(tokens, text),
    typed: text,
    lang,
    tokens,
    tags,
    mentions,
    whens: freeWhens,
    amounts,
    through: moment.through,
    year: Number(moment.through.slice(0, 4)),
    today: moment.today,
    month: monthOf(moment.today),
    boards: boardsOf(facts),
    has: (...concepts) => tags.some((tag) => concepts.includes(tag.concept)),
    at: (concept) => tags.find((tag) => tag.concept === concept)?.start ?? -1,
    unknown: tokens.flatMap((token, at) => (isAccounted(token, at) ? [] : [at])),
  };

  // "När beslutades att jourlinjen ska stängas?": what the measure does, and no support that is closed.
  function isDoneTo({ concept, start, end }: Tag): boolean {
    const isNamed = mentions.some(
      (mention) =>
        !mention.weak && mention.readings[0]?.ref.kind === "measure" && (start < mention.start || start >= mention.end),
    );
    return (
      /^sup\.(closed|open)$/.test(concept) && end === start + 1 && isNamed && isOfName(tokens[start] as Token, start)
    );
  }

  // "Fasa ut hyrläkare": the rest of a name that was met by one of its other names.
  function isOfName(token: Token, at: number): boolean {
    return mentions.some(
      ({ start, readings: [reading, ...others] }) =>
        Math.abs(start - at) <= 3 &&
        reading !== undefined &&
        others.length === 0 &&
        [keyOf(token), ...verbKeys(token)].some((key) => index.holds(reading.ref, key)),
    );
  }

  function isAccounted(token: Token, at: number): boolean {
    if (mentions.some((mention) => mention.start <= at && at < mention.end)) return true;
    if (doings.includes(at)) return true;
    const isBesideName = mentions.some(
      ({ start, readings }) => Math.abs(start - at) <= 3 && readings.length === 1 && isGeneric(keyOf(token)),
    );
    if (isBesideName || isOfName(token, at)) return true;
    return (
      isStop[at] === true ||
      isGeneral[at] === true ||
      isTime[at] === true ||
      token.word.length < 2 ||
      ordinalOf(token.folded) !== null ||
      allTags.some((tag) => tag.start <= at && at < tag.end && (lang !== "sv" || tag.concept !== "stop_en"))
    );
  }
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

// "Ställ röntgen mot ambulansen": what stands inside the expression speaks for itself.
function wordsSaid(tag: Tag): readonly { readonly start: number; readonly end: number }[] {
  return tag.gapped
    ? [
        { start: tag.start, end: tag.start + 1 },
        { start: tag.end - 1, end: tag.end },
      ]
    : [tag];
}

// "Hela regionen", or "regionen" alone, is the plan, and no part of it to be told by its name; unless it is set against a part.
function withoutWhole(mentions: readonly Mention[], tokens: readonly Token[], facts: PlanFacts): readonly Mention[] {
  const isSaid = ({ start, end }: Mention) =>
    /^(hela|whole|entire)$/.test(tokens[start - 1]?.word ?? "") ||
    (end === start + 1 && /^(regionens?|region)$/.test(tokens[start]?.word ?? ""));
  const isWhole = (mention: Mention) =>
    isSaid(mention) && mention.readings.every(({ ref }) => ref.kind === "org" && ref.id === regionOf(facts)?.id);
  return mentions.length === 1 ? mentions.filter((mention) => !isWhole(mention)) : mentions;
}

const boardsOf = memoised(
  (facts: PlanFacts) => new Set<string>(facts.orgs.filter((org) => org.level === "board").map((org) => org.id)),
);

// The words one after the other, with the marks that stood between them.
function understoodText(tokens: readonly Token[], typed: string): string {
  const words = tokens
    .map(({ word, breakBefore }, at) =>
      at === 0 ? word : `${/^[-/]/.test(breakBefore) ? " " : ""}${breakBefore} ${word}`,
    )
    .join("");
  return /[?!]\s*$/.test(typed) ? `${words}${typed.trim().slice(-1)}` : words;
}

// "Vad kostar hyrpersonalen i tandvården?": the staff and the place, though a measure is called that.
function costSaid(mentions: readonly Mention[], tags: readonly Tag[]): boolean {
  return (
    tags.some((tag) => tag.concept === "staff.cost") &&
    tags.some((tag) => tag.concept === "staff.agency") &&
    mentions.some(
      (mention) =>
        !mention.weak &&
        mention.readings[0]?.ref.kind === "measure" &&
        mention.readings[0].by !== "id" &&
        // "Vad kostar det att fasa ut hyrpersonalen?" is of the measure: what is done is said too.
        !tags.some((tag) => tag.concept === "staff.agency" && mention.start < tag.start && tag.end <= mention.end),
    )
  );
}

function placesOf(
  tokens: readonly Token[],
  index: ReturnType<typeof nameIndexOf>,
  cover: Parameters<typeof findMentions>[2],
  tags: readonly Tag[],
  found: readonly Mention[],
): readonly Mention[] {
  const staff = coverOf(
    tokens.length,
    tags.filter((tag) => tag.concept === "staff.agency" || tag.concept === "staff.cost"),
  );
  const blank = tokens.map((token, at) =>
    staff[at] ? { ...token, raw: "¤", word: "¤", folded: "¤", stem: "¤" } : token,
  );
  const apart = findMentions(blank, index, { ...cover, isEmpty: (at) => staff[at] === true || cover.isEmpty(at) });
  return apart.some((mention) => mention.readings.some((reading) => reading.ref.kind === "org")) ? apart : found;
}

// "Minst fyra veckor" is no superlative.
function isLimit(tag: Tag, tokens: readonly Token[]): boolean {
  if (!tag.concept.startsWith("sup.most") && !tag.concept.startsWith("sup.least")) return false;
  return (
    /^(minst|hogst|mest|most|least)$/.test(tokens[tag.end - 1]?.folded ?? "") &&
    numberOf(tokens[tag.end]?.folded ?? "") !== null
  );
}

/** The same with only some of its tags. */
export function withTags(heard: Heard, isKept: (tag: Tag) => boolean): Heard {
  const tags = heard.tags.filter(isKept);
  return {
    ...heard,
    tags,
    has: (...concepts) => tags.some((tag) => concepts.includes(tag.concept)),
    at: (concept) => tags.find((tag) => tag.concept === concept)?.start ?? -1,
  };
}

/** The readings of a kind over all mentions that have one. */
export function mentionsOf(heard: Heard, kind: NameRef["kind"]): readonly Mention[] {
  return heard.mentions.filter((mention) => mention.readings.some((reading) => reading.ref.kind === kind));
}

function coverOf(length: number, spans: readonly { readonly start: number; readonly end: number }[]): boolean[] {
  const cover = new Array<boolean>(length).fill(false);
  for (const span of spans) for (const at of rangeOf(span)) cover[at] = true;
  return cover;
}

function rangeOf(span: { readonly start: number; readonly end: number }): number[] {
  return Array.from({ length: span.end - span.start }, (_, i) => span.start + i);
}
