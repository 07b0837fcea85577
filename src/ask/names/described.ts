// Pure. "The Support board (SUN)", "Vårdnämnden (HSN)": what a name in brackets stands after describes it.
import type { Token } from "../text/tokens.ts";
import type { Mention } from "./mention.ts";

const KIND =
  /^(board|nämnd|nämnden|förvaltning|förvaltningen|division|divisionen|department|committee|unit|enhet|enheten|klinik|kliniken|clinic)$/;

/** Names in brackets with the words before them, where those are written as a name is. */
export function withDescribed(mentions: readonly Mention[], tokens: readonly Token[]): readonly Mention[] {
  const grown = mentions.map((mention) => ({ ...mention, start: startOf(mention, tokens) }));
  const isInside = (mention: Mention) => grown.some((other) => other.start < mention.start && mention.end <= other.end);
  return grown.filter((mention) => !isInside(mention));
}

function startOf({ start, weak, readings }: Mention, tokens: readonly Token[]): number {
  const isOrg = !weak && readings.every(({ ref }) => ref.kind === "org");
  if (!isOrg || !(tokens[start]?.breakBefore ?? "").includes("(")) return start;
  let first = start;
  while (first > 1 && isPartOfName(tokens[first - 1]) && (first === start || tokens[first]?.breakBefore === ""))
    first--;
  return tokens.slice(first, start).some(({ capital }) => capital) ? first : start;
}

function isPartOfName(token: Token | undefined): boolean {
  return token !== undefined && (token.capital || KIND.test(token.word));
}
