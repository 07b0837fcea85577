// Pure. Names met in words that say something of their own: then the condition is meant, not what is called so.
import type { Mention } from "../names/mention.ts";
import type { Heard } from "./heard.ts";

// "Hyrpersonalåtgärderna": all of that mechanism, though some measures are called so.
export function isMechanismOnly(mention: Mention, heard: Heard): boolean {
  const isMany =
    mention.readings.every(({ ref }) => ref.kind === "measure") &&
    /(er|erna|s)$/.test(heard.tokens[mention.end]?.word ?? "");
  return (
    mention.readings.length > 1 &&
    ((mention.weak && mention.readings.every(({ by }) => by === "words")) || isMany) &&
    heard.tags.some((tag) => /^(mech\.|staff\.agency)/.test(tag.concept) && tag.end === mention.end) &&
    heard.tags.some((tag) => tag.concept === "noun.measure" && tag.start === mention.end)
  );
}

// "Hur mycket har de gröna gett?", "de korta", "vad ändrades?": though a measure is called Gröna korset, Kortare
// vårdtider, or Ändrade scheman.
export function isColourOnly(mention: Mention, heard: Heard): boolean {
  return (
    mention.weak &&
    mention.readings.every(({ by }) => by === "words") &&
    heard.tags.some(
      (tag) =>
        /^(state\.|chg\.|at\.(short|long|one_off|permanent)$)/.test(tag.concept) &&
        tag.start <= mention.start &&
        mention.end <= tag.end,
    )
  );
}
