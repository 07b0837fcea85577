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
