// Pure.

/** At most `length` characters, cut at a whole character and marked with an ellipsis. White space becomes one space. */
export function clip(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length <= length
    ? line
    : `${characters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}
