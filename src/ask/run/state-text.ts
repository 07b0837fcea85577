// Pure. A läge in words, with its colour where it has one.
import { colourOf } from "../../plan/colour.ts";
import type { Lang, State } from "../../plan/plan.ts";
import { COLOUR_WORDS, STATE_WORDS } from "../../plan/words.ts";

/** `Avvikelse (gul)` · `Paused` */
export function stateText(state: State, lang: Lang): string {
  const colour = colourOf(state);
  return colour
    ? `${STATE_WORDS[state][lang]} (${COLOUR_WORDS[colour][lang].toLowerCase()})`
    : STATE_WORDS[state][lang];
}

const PLURALS: Partial<Record<State, string>> = {
  not_started: "ej påbörjade",
  on_track: "enligt plan (gröna)",
  deviation: "avvikelser (gula)",
  critical: "kritiska (röda)",
  paused: "pausade",
  cancelled: "avbrutna",
  reverted: "återtagna",
  done: "genomförda",
  operational: "i ordinarie drift",
};
const SINGULARS: Partial<Record<State, string>> = { operational: "i ordinarie drift" };

/** `3 ej påbörjade`, `1 pausad`: the läge after a number. */
export function countedState(state: State, count: number, lang: Lang): string {
  const plain = stateText(state, lang).toLowerCase();
  if (lang !== "sv") return plain;
  return (count === 1 ? SINGULARS[state] : PLURALS[state]) ?? plain;
}
