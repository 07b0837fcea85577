// Pure. What a negation stands before.
import type { Concept } from "../lexicon/concept.ts";
import type { Tag } from "../lexicon/tag.ts";
import type { Heard } from "./heard.ts";

/** A negation stands just before the words, or "inte är" / "ej längre". */
export function isNegated(heard: Heard, concept: Concept): boolean {
  const tag = heard.tags.find((other) => other.concept === concept);
  if (!tag) return false;
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
      (other.concept.startsWith("state.") || other.concept.startsWith("at.")) &&
      other.start >= from &&
      other.end <= tag.start,
  );
}
