// Pure. "Hur mycket av läkemedel är genomfört?": how far it has come, and not which measures have that state.
import type { Tag } from "../lexicon/tag.ts";
import type { Token } from "../text/tokens.ts";

/** In the neuter, at the end, of no measures: what is carried out is an amount. */
export function isCarriedOut(tags: readonly Tag[], tokens: readonly Token[]): boolean {
  const isOfMeasures = tags.some(({ concept }) => concept === "noun.measure");
  const asked = tags.some(({ concept, start }) => concept === "ask.share" && start <= 1);
  const [verb, participle] = tokens.slice(-2).map(({ word }) => word);
  return (
    asked &&
    !isOfMeasures &&
    /^(är|har|is)$/.test(verb ?? "") &&
    /^(genomfört|infört|avklarat|slutfört|genomförts|införts|done|implemented)$/.test(participle ?? "")
  );
}

/** The word says what has been realised. */
export function carriedOutMeant(tags: readonly Tag[], tokens: readonly Token[]): readonly Tag[] {
  if (!isCarriedOut(tags, tokens)) return tags;
  return tags.map((tag) => (tag.concept === "state.done" ? { ...tag, concept: "fig.realised" } : tag));
}
