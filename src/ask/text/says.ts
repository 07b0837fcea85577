// Pure. Whole words in a text: `\b` does not know å, ä and ö.
const patterns = new Map<string, RegExp>();

/** Whether any of the alternatives (a regular expression without flags) stands as whole words in a text in lower case. */
export function says(text: string, alternatives: string): boolean {
  let pattern = patterns.get(alternatives);
  if (!pattern) {
    pattern = new RegExp(`(?<![\\p{L}\\d])(?:${alternatives})(?![\\p{L}\\d])`, "u");
    patterns.set(alternatives, pattern);
  }
  return pattern.test(text.toLowerCase());
}
