// Pure. How the sentences of both languages are put together.

/** The known parts, each after its word. */
export function points(parts: readonly (readonly [string, string | null])[]): string {
  return parts.flatMap(([word, amount]) => (amount === null ? [] : [`${word} ${amount}`])).join(" · ");
}

/** The known parts as one sentence; empty when none is known. */
export function sentence(
  parts: readonly (readonly [string, string | null])[],
  join: (what: string, until: string) => string,
): string {
  const told = parts.flatMap(([what, until]) => (until === null ? [] : [join(what, until)])).join(", ");
  return told === "" ? "" : `${told.charAt(0).toUpperCase()}${told.slice(1)}.`;
}
