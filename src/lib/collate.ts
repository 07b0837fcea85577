const swedish = new Intl.Collator("sv", { numeric: true });

/** Swedish alphabetical order (å, ä, ö last), numbers by size: `M-9` before `M-10`. For `Array.sort`. */
export function bySwedish(a: string, b: string): number {
  return byNumber(a, b) ?? swedish.compare(a, b);
}

/** Ids that differ in their last number only are most of what is sorted; null for all else. */
function byNumber(a: string, b: string): number | null {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  // The number begins before the first digit that differs.
  let from = at;
  while (from > 0 && isDigit(a, from - 1)) from--;
  if (!isNumber(a, from) || !isNumber(b, from)) return null;
  return a.length === b.length ? a.charCodeAt(at) - b.charCodeAt(at) || 0 : a.length - b.length;
}

/** Whether the rest is a whole number without leading zeros, short of what could be taken for anything else. */
function isNumber(text: string, from: number): boolean {
  if (from === text.length || text.charCodeAt(from) === ZERO) return false;
  for (let at = from; at < text.length; at++) if (!isDigit(text, at)) return false;
  return true;
}

const ZERO = 48;

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code < ZERO + 10;
}
