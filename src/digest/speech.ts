// Types only.
import type { IsoDate } from "../lib/time.ts";
import type { Lang } from "../plan/plan.ts";
import type { DigestWords } from "./digest-words.ts";

/** What turns a snapshot into words, handed down to every part. */
export interface Speech {
  readonly lang: Lang;
  readonly words: DigestWords;
  /** The date it was made: decides whether a year is written out. */
  readonly today: IsoDate;
  readonly unit: "mkr" | "mnkr";
  /** Makes the plan's own text (titles, names) harmless where it is shown. */
  readonly inert: (text: string) => string;
}
