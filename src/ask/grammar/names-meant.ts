// Pure. The names of the plan in a question, beside what its other words stand for.
import { regionOf } from "../../plan/organisation.ts";
import type { PlanFacts } from "../../plan/plan.ts";
import type { Tag } from "../lexicon/tag.ts";
import { withDescribed } from "../names/described.ts";
import type { Mention } from "../names/mention.ts";
import { findMentions } from "../names/mentions.ts";
import type { NameIndex } from "../names/name-index.ts";
import type { Token } from "../text/tokens.ts";
import { monthNumberOf } from "../when/calendar-words.ts";
import { coverOf, type Span } from "./spans.ts";
import type { Said } from "./words-meant.ts";

type Cover = Parameters<typeof findMentions>[2];

/** The names, each with what it may be the name of. */
export function namesMeant(said: Said, index: NameIndex, facts: PlanFacts): readonly Mention[] {
  const { tokens, tags } = said;
  const cover = coverIn(said);
  const found = findMentions(tokens, index, cover);
  const placed = costSaid(found, tags) ? placesOf(tokens, index, cover, tags, found) : found;
  return withDescribed(withoutWhole(placed, tokens, facts), tokens);
}

// Which words are rather something else than a name.
function coverIn({ tokens, tags: allTags, times, lang }: Said): Cover {
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
  const isTime = coverOf(tokens.length, times);
  // "Beroende av annan enhet" is the cause, though a unit is called Beroendemottagningen.
  const inCause = coverOf(
    tokens.length,
    allTags.filter((tag) => tag.end - tag.start > 2 && !tag.gapped && /^(cause\.|ask\.status)/.test(tag.concept)),
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
  return {
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
}

// "Ställ röntgen mot ambulansen": what stands inside the expression speaks for itself.
function wordsSaid(tag: Tag): readonly Span[] {
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
  index: NameIndex,
  cover: Cover,
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
