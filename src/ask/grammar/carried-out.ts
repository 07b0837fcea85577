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

/**
 * "Vad ger den när den är klar?": what it gives in full, and not that it is done; "vem tar över när den är klar?" asks
 * for no figure.
 */
export function fullEffectMeant(tags: readonly Tag[], tokens: readonly Token[]): readonly Tag[] {
  const full = tags.filter(
    ({ concept, start, end }) =>
      concept === "fig.decided" && end - start > 2 && /^(när|when)$/.test(tokens[start]?.word ?? ""),
  );
  if (full.length === 0) return tags;
  const isFigure = tags.some((tag) => /^(fig\.|ask\.how_much$)/.test(tag.concept) && !full.includes(tag));
  const isInside = (tag: Tag) => full.some(({ start, end }) => start <= tag.start && tag.end <= end);
  return tags.filter((tag) =>
    full.includes(tag) ? isFigure : !(isFigure && /^(state|ask\.when|chg)/.test(tag.concept) && isInside(tag)),
  );
}
