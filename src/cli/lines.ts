// Pure. Bytes as they come → lines of text. Only `\n` ends a line: U+2028, which people's words may hold, does not.
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Null when the line was too long to keep. */
  readonly text: string | null;
}

const MOST_CHARS = 1_000_000;

/** Lines of UTF-8, a byte order mark left out; what is not UTF-8 becomes `�`. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let number = 0;
  let rest: string | null = "";
  for await (const chunk of bytes) {
    const parts = decoder.decode(chunk, { stream: true }).split("\n");
    const last = parts.pop() ?? "";
    for (const part of parts) {
      yield { number: ++number, text: joined(rest, part) };
      rest = "";
    }
    rest = joined(rest, last);
  }
  const text = joined(rest, decoder.decode());
  if (text !== "") yield { number: number + 1, text };
}

function joined(rest: string | null, part: string): string | null {
  return rest === null || rest.length + part.length > MOST_CHARS ? null : rest + part;
}
