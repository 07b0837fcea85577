// Pure. Every sentence of the digest, in Swedish and English. Facts, then cause, then what is asked; no blame.
import type { Lang } from "../plan/plan.ts";
import type { DigestWords } from "./digest-words.ts";
import { ENGLISH } from "./words-en.ts";
import { SWEDISH } from "./words-sv.ts";

export const WORDS: Readonly<Record<Lang, DigestWords>> = { sv: SWEDISH, en: ENGLISH };
