// Reads a tar as it streams by: one file at a time is in memory.

export interface TarEntry {
  readonly path: string;
  /** Null for a folder. */
  readonly bytes: Buffer | null;
}

const BLOCK = 512;

/** Only what PGlite's own dump holds: plain files and folders with names of at most 100 bytes. */
export async function* entriesOf(tar: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const take = reader(tar);
  for (;;) {
    const header = await take(BLOCK);
    if (header.length < BLOCK || header[0] === 0) return;
    const path = field(header, 0, 100);
    if (field(header, 156, 1) === "5") {
      yield { path, bytes: null };
      continue;
    }
    const size = Number.parseInt(field(header, 124, 12), 8);
    const padded = await take(Math.ceil(size / BLOCK) * BLOCK);
    yield { path, bytes: padded.subarray(0, size) };
  }
}

/** Gives so many bytes each time it is called; fewer only at the end. */
function reader(source: AsyncIterable<Buffer>): (length: number) => Promise<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  let kept: Buffer[] = [];
  let length = 0;
  return async (wanted) => {
    while (length < wanted) {
      const next = await chunks.next();
      if (next.done) break;
      kept.push(next.value);
      length += next.value.length;
    }
    const all = Buffer.concat(kept, length);
    const taken = all.subarray(0, wanted);
    kept = [all.subarray(wanted)];
    length -= taken.length;
    return taken;
  };
}

function field(header: Buffer, at: number, length: number): string {
  const end = header.indexOf(0, at);
  return header.toString("latin1", at, end < 0 || end > at + length ? at + length : end);
}
