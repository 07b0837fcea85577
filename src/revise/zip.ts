// Pure. The parts of a zip archive, unpacked one at a time under a ceiling. The archive's own directory is read here, and
// not by a library, because the ceiling must hold for what really comes out, whatever the archive says of its sizes.
import { inflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly packed: number;
  /** As the archive says; what comes out is checked against it. */
  readonly unpacked: number;
  readonly encrypted: boolean;
  readonly method: number;
  readonly offset: number;
}

export class ZipError extends Error {
  readonly reason: "damaged" | "bomb";

  constructor(reason: "damaged" | "bomb", cause?: unknown) {
    super(`zip archive: ${reason}`, { cause });
    this.reason = reason;
  }
}

const MB = 1024 * 1024;
const MOST_PARTS = 2000;
/** All parts together. */
const LARGEST_WHOLE = 400 * MB;
/** Text packs to a tenth, a very regular sheet to a fiftieth. More than this is made to do harm. */
const HIGHEST_RATIO = 200;
/** Below this size a high ratio does no harm: a sheet of formatted, empty rows has it too. */
const RATIO_FROM = 20 * MB;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** The directory of an archive. Throws a ZipError when it is damaged, or says that it will become unreasonably large. */
export function readDirectory(bytes: Uint8Array): Map<string, ZipPart> {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) throw new ZipError("bomb");
  const parts = new Map<string, ZipPart>();
  let at = view.getUint32(end + 16, true);
  let whole = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new ZipError("damaged");
    const nameLength = view.getUint16(at + 28, true);
    const part = partAt(view, at, new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)));
    whole += part.unpacked;
    if (isBomb(part) || whole > LARGEST_WHOLE) throw new ZipError("bomb");
    parts.set(part.name, part);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** What a part holds. Throws a ZipError when that is not what the directory says. */
export function unpack(bytes: Uint8Array, part: ZipPart): Uint8Array {
  const view = viewOf(bytes);
  const { offset } = part;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw new ZipError("damaged");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + part.packed);
  if (part.method === STORED) return packed;
  if (part.method !== DEFLATED || part.encrypted) throw new ZipError("damaged");
  try {
    // One byte of room beyond what was declared, so that more than declared is seen as such.
    return inflateRawSync(packed, { maxOutputLength: part.unpacked + 1 });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw new ZipError(tooLarge ? "bomb" : "damaged", error);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The record stands last, before a comment of at most 65 535 bytes. */
function endOfDirectory(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new ZipError("damaged");
}

function partAt(view: DataView, at: number, name: string): ZipPart {
  return {
    name: name.replaceAll("\\", "/"),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

function isBomb({ packed, unpacked }: ZipPart): boolean {
  return unpacked > RATIO_FROM && unpacked > packed * HIGHEST_RATIO;
}
