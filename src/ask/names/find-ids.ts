// Pure. Ids in a question: "Ö-07", "ö7", "åtgärd 7".
import { stemOf } from "../text/stem.ts";
import type { Token } from "../text/tokens.ts";
import { canonicalId } from "./canonical-id.ts";
import type { Mention } from "./mention.ts";
import type { NameIndex } from "./name-index.ts";

export function findIds(tokens: readonly Token[], index: NameIndex): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const one = tokens[at]?.raw ?? "";
    const two =
      /^\p{L}{1,4}[-.]?$/u.test(one) && /^\d{1,5}(?:[.:/-]\d{1,5})*$/.test(tokens[at + 1]?.raw ?? "")
        ? `${one}${tokens[at + 1]?.raw}`
        : null;
    // "K1 2" of a plan with K1-02.
    const joined =
      /^\p{L}{1,3}\d{1,2}$/u.test(one) && /^\d{1,5}$/.test(tokens[at + 1]?.raw ?? "")
        ? `${one}-${tokens[at + 1]?.raw}`
        : null;
    for (const [text, length] of [
      [two ?? joined, 2],
      [one, 1],
    ] as const) {
      if (text === null || !/\d/.test(text)) continue;
      if (!/\p{L}/u.test(text) && !(length === 1 && isNumberAsName(tokens, at))) continue;
      const refs = index.byId.get(canonicalId(text.replace(/'s$|:s$|(?<=^\d+)s$/u, "")));
      if (!refs) continue;
      found.push({
        start: at,
        end: at + length,
        weak: false,
        readings: refs.map((ref) => ({ ref, score: 100, by: "id" })),
      });
      at += length - 1;
      break;
    }
    const numbered = numberedMeasure(tokens, at, index) ?? dottedNumber(tokens, at, index);
    if (numbered) found.push(numbered);
  }
  return found;
}

const NUMBERED = new Set("åtgärd åtgärden åtgärdsnummer nummer nr measure number action".split(" ").map(stemOf));

// "Åtgärd 7" is Ö-07 where no other measure has that number.
function numberedMeasure(tokens: readonly Token[], at: number, index: NameIndex): Mention | null {
  const number = tokens[at]?.raw ?? "";
  if (!/^\d{1,5}$/.test(number) || !NUMBERED.has(tokens[at - 1]?.stem ?? "")) return null;
  const refs = index.byNumber.get(Number(number));
  return refs
    ? { start: at, end: at + 1, weak: false, readings: refs.map((ref) => ({ ref, score: 100, by: "id" })) }
    : null;
}

// "Läget för 2.05?" in a plan where R2.05 is the only measure with that number.
function dottedNumber(tokens: readonly Token[], at: number, index: NameIndex): Mention | null {
  const number = tokens[at]?.raw ?? "";
  if (!/^\d{1,3}[.:]\d{2}$/.test(number) || COUNTED.test(tokens[at + 1]?.folded ?? "")) return null;
  if (BEFORE_NUMBER.test(tokens[at - 1]?.folded ?? "")) return null;
  const refs = [...index.idPrefixes].flatMap((letters) => index.byId.get(canonicalId(letters + number)) ?? []);
  const [only, ...others] = refs;
  return only && others.length === 0
    ? { start: at, end: at + 1, weak: false, readings: [{ ref: only, score: 100, by: "id" }] }
    : null;
}

// An id that is only a number ("enhet 12", "12 status", "hur går det med 214") is one where it is said as one.
function isNumberAsName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.folded ?? "";
  if (/^(enhet|enheten|id|nr|nummer|unit|atgard|atgarden|measure|number)$/.test(before)) return true;
  // "När 214 är klar" counts no years.
  const after = tokens[at + 1]?.word === "är" ? "" : (tokens[at + 1]?.folded ?? "");
  if (COUNTED.test(after)) return false;
  return tokens.length <= 2 || isLongAsName(tokens, at) || isShortAsName(tokens, at);
}

const COUNTED =
  /^(mkr|mnkr|msek|milj|mille|miljon|miljoner|miljard|miljarder|kr|kronor|tkr|tusen|k|m|procent|%|million|millions|thousand|percent|st|stycken|ar|ars|dagar|dagars|dygn|veckor|veckors|manader|manaders|timmar|minuter|ganger|days|weeks|months|years|hours|times|per|enhet|enheter|atgard|atgarder|atgarderna|units|measures|arsarbetare|aa|fte|besok|vardplatser|platser|personer|anstallda|patienter|roda|gula|grona|storsta|basta|samsta|minsta|forsta|red|yellow|green|largest)$/;
const BEFORE_NUMBER =
  /^(over|under|minst|hogst|mest|max|mer|mindre|fler|farre|cirka|ca|runt|kring|ungefar|nastan|drygt|knappt|an|vecka|veckan|v|aret|plus|minus|ganger|topp|de|dom|dessa|alla|samtliga|forsta|sista|senaste|kommande|narmaste|paragraf|kl|klockan|dnr|totalt|till|above|below|least|most|than|about|top|week|year|the|these|all|first|last|next)$/;

// "214 realiserat jan tom mars", "i 2300": an id of three figures or more, that is no year and counts nothing.
function isLongAsName(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at]?.raw ?? "";
  const isYear = Number(number) >= 1990 && Number(number) <= 2060;
  return (
    /^\d{3,5}$/.test(number) &&
    !isYear &&
    tokens[at - 1]?.word !== "år" &&
    !BEFORE_NUMBER.test(tokens[at - 1]?.folded ?? "")
  );
}

const TOWARDS_NAME = /^(med|om|hos|ager|with|about|owns)$/;

// "Hur går det med 21?", "vem äger 12": so short a number only as the last word, after one that wants a name.
function isShortAsName(tokens: readonly Token[], at: number): boolean {
  const isLast = at === tokens.length - 1 || /[,.;:!?]/.test(tokens[at + 1]?.breakBefore ?? "");
  return /^\d{1,2}$/.test(tokens[at]?.raw ?? "") && isLast && TOWARDS_NAME.test(tokens[at - 1]?.folded ?? "");
}
