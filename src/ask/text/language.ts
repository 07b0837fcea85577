// Pure. Swedish or English, by the function words.
import type { Lang } from "../../plan/plan.ts";
import { fold } from "./fold.ts";
import type { Token } from "./tokens.ts";

const SWEDISH = new Set(
  "och att det är en ett på för av till med som hur vad vilka vilken vilket när var varför vem har inte de den om vi jag ni du från eller mot hos mer mest mycket många alla sedan går ligger kan ska vår våra mitt mina min bara också nu läget åtgärd åtgärder planen rapporterat v vecka veckan tom röda gula gröna röd gul grön visa kronor mkr hittills år i år per enligt mellan nej ja tack hej varje nå nästa förra denna dessa någon något några skillnad påminn jämför bemanning övertid prognos beslutad beslutat sparat månad förvaltning enheter enhet saknar saknas".split(
    " ",
  ),
);
const ENGLISH = new Set(
  "the is are was were what which who when where why how of in to for with by at from on and or not does do did has have had can could will would should please show list tell me my our we you they it this that these those much many most least any there been than compared with against since until through per red yellow green measure measures saved savings reported report week last year planned decided forecast staffing overtime production board unit units hospital hospitals thanks yes no hello so far about due owner owns need joke give support behind only just if i be remind units'".split(
    " ",
  ),
);

// "Ar", "pa", "manad": Swedish without its marks, where it is no English word either.
for (const word of [...SWEDISH, "för", "från", "varför", "när", "månad", "månader", "läget", "åtgärder", "många"])
  if (!ENGLISH.has(fold(word))) SWEDISH.add(fold(word));

/** Null when nothing tells: an id or a name alone. */
export function languageOf(tokens: readonly Token[]): Lang | null {
  let swedish = 0;
  let english = 0;
  let inNames = 0;
  for (const { word, capital } of tokens) {
    if (SWEDISH.has(word)) swedish++;
    else if (ENGLISH.has(word)) english++;
    if (/[åäö]/u.test(word) && word.length > 2 && !/\d/.test(word))
      if (capital) inNames += 0.5;
      else swedish += 0.5;
  }
  // "Only Nära vård": the marks of a name are of no language where the words are of one.
  if (english === 0) swedish += inNames;
  if (swedish === english) return swedish === 0 ? null : "sv";
  return swedish > english ? "sv" : "en";
}
