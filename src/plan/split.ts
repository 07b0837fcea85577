// Pure. What Teams found too big, in parts that it takes: the words without the card, which are complete on their own.
import type { Content } from "./message.ts";

/** Teams takes about 100 KB counted in UTF-16, with what stands around the words. */
const MOST_CHARS = 20_000;

/** At the ends of lines where there are any; one part when the words are short. Never empty. */
export function inParts({ text }: Content, mostChars = MOST_CHARS): readonly Content[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > mostChars) {
    const lineEnd = rest.lastIndexOf("\n", mostChars);
    const at = lineEnd > 0 ? lineEnd : wholeCharacter(rest, mostChars);
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).replace(/^\n/, "");
  }
  return [...parts, rest].map((part) => ({ text: part, card: null }));
}

/** Not between the two halves of an emoji. */
function wholeCharacter(text: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
