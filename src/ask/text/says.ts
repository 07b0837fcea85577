// Pure. Whole words in a text: `\b` does not know å, ä and ö.
import { fold } from "./fold.ts";

const patterns = new Map<string, RegExp>();

/** Whether any of the alternatives (a regular expression without flags) stands as whole words in a text, with or without its marks. */
export function says(text: string, alternatives: string): boolean {
  let pattern = patterns.get(alternatives);
  if (!pattern) {
    pattern = new RegExp(`(?<![\\p{L}\\d])(?:${fold(alternatives)})(?![\\p{L}\\d])`, "u");
    patterns.set(alternatives, pattern);
  }
  return pattern.test(foldedOf(text));
}

let latest = { text: "", folded: "" };

/** A question is looked at from a hundred sides, one after the other. */
function foldedOf(text: string): string {
  if (latest.text !== text) latest = { text, folded: fold(text.toLowerCase()) };
  return latest.folded;
}
