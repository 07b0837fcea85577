// Pure. Marks that a keyboard without å, ä and ö left out, where what remains is an English word.
import { languageOf } from "./language.ts";
import { stemOf } from "./stem.ts";
import type { Token } from "./tokens.ts";

const MARKED: Readonly<Record<string, string>> = {
  for: "för",
  over: "över",
  an: "än",
  at: "åt",
  far: "får",
  lost: "löst",
};

/** "Manad for manad" in a Swedish text without any marks is "månad för månad". */
export function withMarks(tokens: readonly Token[]): readonly Token[] {
  if (tokens.some(({ word }) => /[åäö]/u.test(word)) || languageOf(tokens) === "en") return tokens;
  if (!tokens.some(({ folded }) => SWEDISH.has(folded))) return tokens;
  return tokens.map((token) => {
    const word = Object.hasOwn(MARKED, token.word) ? MARKED[token.word] : undefined;
    return word === undefined ? token : { ...token, word, stem: stemOf(word) };
  });
}

// Words that tell Swedish even without their marks.
const SWEDISH = new Set(
  "och att det ar pa av till med som hur vad vilka vilken vilket nar var varfor vem har inte de den om vi jag ni fran eller mot hos mer mest mycket manga alla sedan gar ligger kan ska var vara bara lage laget atgard atgarder atgarderna planen sparat manad manader vecka veckan effekten bemanning visa lista".split(
    " ",
  ),
);
