// Pure. The sentences of `collect` in a person's language.
import type { Lang } from "../plan/plan.ts";
import type { Words } from "./collect-words.ts";
import { EN } from "./words-en.ts";
import { SV } from "./words-sv.ts";

export type { Words } from "./collect-words.ts";

/** The words in a person's language. */
export function wordsFor(lang: Lang): Words {
  return lang === "en" ? EN : SV;
}
