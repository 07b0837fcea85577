const swedish = new Intl.Collator("sv", { numeric: true });

/** Swedish alphabetical order (å, ä, ö last), numbers by size: `Å-9` before `Å-10`. For `Array.sort`. */
export function bySwedish(a: string, b: string): number {
  return swedish.compare(a, b);
}
