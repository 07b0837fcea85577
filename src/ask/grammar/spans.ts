// Pure. Stretches of words.

export interface Span {
  readonly start: number;
  /** The word after the last. */
  readonly end: number;
}

/** For each of `length` words, whether some span holds it. */
export function coverOf(length: number, spans: readonly Span[]): boolean[] {
  const cover = new Array<boolean>(length).fill(false);
  for (const span of spans) for (const at of rangeOf(span)) cover[at] = true;
  return cover;
}

/** The places of its words. */
export function rangeOf(span: Span): number[] {
  return Array.from({ length: span.end - span.start }, (_, i) => span.start + i);
}
