// Pure. What a negation stands before.
import type { Concept } from "../lexicon/concept.ts";
import type { Tag } from "../lexicon/tag.ts";
import type { Heard } from "./heard.ts";

/** A negation stands just before the words, or "inte är" / "ej längre". */
export function isNegated(heard: Heard, concept: Concept): boolean {
  const tag = heard.tags.find((other) => other.concept === concept);
  if (!tag) return false;
  return isDirectlyNegated(heard, tag) || sharesNegation(heard, tag);
}

// "Inte röda eller gula", "varken röda eller gula": both.
function sharesNegation(heard: Heard, tag: Tag): boolean {
  if (!["eller", "or", "nor"].includes(heard.tokens[tag.start - 1]?.word ?? "")) return false;
  const before = heard.tags.find((other) => other.end === tag.start - 1 && other.concept.startsWith("state."));
  return before !== undefined && tag.concept.startsWith("state.") && isDirectlyNegated(heard, before);
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
