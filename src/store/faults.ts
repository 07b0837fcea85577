// What can go wrong with the surroundings, as one typed error with a sentence for people (sv and en).
import type { Lang } from "../plan/plan.ts";

/** held: another process has the folder · unreachable: no server answers · newer: made by a newer version · damaged: the folder or file can't be read · disk: full or not writable */
export type StoreFaultKind = "held" | "unreachable" | "newer" | "damaged" | "disk";

/** The database can't be used; `sentence` can be shown as it is. The command line exits 3 on it. */
export class StoreFault extends Error {
  readonly kind: StoreFaultKind;
  readonly sentence: Readonly<Record<Lang, string>>;

  constructor(kind: StoreFaultKind, sentence: Readonly<Record<Lang, string>>, cause?: unknown) {
    super(sentence.sv, { cause });
    this.name = "StoreFault";
    this.kind = kind;
    this.sentence = sentence;
  }
}
