// Pure. An id as people type it: "Ö-07", "ö7", "o 07", "Ö.7" are one.
import { fold, normalise } from "../text/fold.ts";

/** Folded letters and numbers without separators and leading zeros. Only separators that stand alone are dropped. */
export function canonicalId(id: string): string {
  return fold(normalise(id))
    .replace(/[\s._:/#-]+/gu, "-")
    .replace(/(\p{L})-(?=\d)/gu, "$1")
    .replace(/(^|\D)0+(?=\d)/gu, "$1");
}
