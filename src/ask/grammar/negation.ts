// Pure. What a negation stands before.
import type { Concept } from "../lexicon/concept.ts";
import type { Tag } from "../lexicon/tag.ts";
import type { Token } from "../text/tokens.ts";
import type { Heard } from "./heard.ts";

/** A negation stands just before the words, or "inte är" / "ej längre". */
export function isNegated(heard: Heard, concept: Concept): boolean {
  const tag = heard.tags.find((other) => other.concept === concept);
  if (!tag) return false;
  return isDirectlyNegated(heard, tag) || sharesNegation(heard, tag);
}

// "Inte röda eller gula", "varken röda eller gula", "inte är röda, återtagna eller klara": all of them.
function sharesNegation(heard: Heard, tag: Tag): boolean {
  if (!tag.concept.startsWith("state.")) return false;
  const list = listAround(heard, tag);
  return isEitherOr(heard, list) && isDirectlyNegated(heard, list[0] as Tag);
}

/** "Inte gröna eller klara", where "inte gröna" is an expression of its own: the lägen that are not meant; else none. */
export function listNotGreen(heard: Heard): readonly Tag[] {
  const first = heard.tags.find(
    (tag) => tag.concept === "state.bad" && /^(grön|green)/.test(heard.tokens[tag.end - 1]?.word ?? ""),
  );
  const list = first ? listAround(heard, first) : [];
  return list[0] === first && isEitherOr(heard, list) ? list : [];
}

function isEitherOr(heard: Heard, list: readonly Tag[]): boolean {
  return list.length > 1 && heard.tokens.slice(list[0]?.start, list.at(-1)?.end).some(isOr);
}

// The lägen named one after the other, with a comma or "eller" between them.
function listAround(heard: Heard, tag: Tag): readonly Tag[] {
  const states = heard.tags.filter((other) => other.concept.startsWith("state."));
  const list = [tag];
  for (let before = previousIn(heard, states, tag); before; before = previousIn(heard, states, before))
    list.unshift(before);
  for (let next = nextIn(heard, states, tag); next; next = nextIn(heard, states, next)) list.push(next);
  return list;
}

function previousIn(heard: Heard, states: readonly Tag[], tag: Tag): Tag | undefined {
  return states.find((other) => isLinked(heard, other, tag));
}

function nextIn(heard: Heard, states: readonly Tag[], tag: Tag): Tag | undefined {
  return states.find((other) => isLinked(heard, tag, other));
}

function isLinked(heard: Heard, left: Tag, right: Tag): boolean {
  const between = heard.tokens.slice(left.end, right.start);
  if (left.end > right.start || between.length > 1) return false;
  return between.length === 1 ? between.every(isOr) : heard.tokens[right.start]?.breakBefore === ",";
}

function isOr(token: Token): boolean {
  return ["eller", "or", "nor"].includes(token.word);
}

function isDirectlyNegated(heard: Heard, tag: Tag): boolean {
  return heard.tags.some(
    (other) =>
      other.concept === "neg.not" &&
      other.end <= tag.start &&
      tag.start - other.end <= 2 &&
      noOtherBetween(heard, other.end, tag),
  );
}

function noOtherBetween(heard: Heard, from: number, tag: Tag): boolean {
  return !heard.tags.some(
    (other) =>
      other !== tag &&
      /^(state|at|fig|cause|mech)\./.test(other.concept) &&
      other.start >= from &&
      other.end <= tag.start,
  );
}
