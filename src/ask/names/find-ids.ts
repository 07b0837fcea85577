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
      /^\p{L}{1,4}[-.]?$/u.test(one) && /^\d{1,5}$/.test(tokens[at + 1]?.raw ?? "")
        ? `${one}${tokens[at + 1]?.raw}`
        : null;
    for (const [text, length] of [
      [two, 2],
      [one, 1],
    ] as const) {
      if (text === null || !/\d/.test(text)) continue;
      if (!/\p{L}/u.test(text) && !(length === 1 && isNumberAsName(tokens, at))) continue;
      const refs = index.byId.get(canonicalId(text.replace(/'s$|:s$/u, "")));
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
    const numbered = numberedMeasure(tokens, at, index);
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

// An id that is only a number ("enhet 12", "12 status") is one where it is said as one.
function isNumberAsName(tokens: readonly Token[], at: number): boolean {
  return (
    tokens.length <= 2 ||
    isPlaceAsNumber(tokens, at) ||
    /^(enhet|enheten|id|nr|nummer|unit|atgard|atgarden|measure|number)$/.test(tokens[at - 1]?.folded ?? "")
  );
}

const UNIT_OF_NUMBER =
  /^(mkr|mnkr|miljon|miljoner|kr|kronor|tkr|procent|%|million|millions|percent|dagar|veckor|manader|days|weeks|months)$/;

// "Realiserat i 2300": a place, where the number is no year and counts nothing.
function isPlaceAsNumber(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at]?.raw ?? "";
  return (
    /^\d{3,5}$/.test(number) &&
    !(Number(number) >= 1990 && Number(number) <= 2060) &&
    /^(i|pa|hos|inom|for|och|in|at|and)$/.test(tokens[at - 1]?.folded ?? "") &&
    !UNIT_OF_NUMBER.test(tokens[at + 1]?.folded ?? "")
  );
}
