// Pure. Every sentence of the monthly material. The same noun for the same stage every time.
import type { Lang } from "../plan/plan.ts";
import { ENGLISH } from "./brief-en.ts";
import type { BriefWords } from "./brief-sentences.ts";
import { SWEDISH } from "./brief-sv.ts";

export const BRIEF_WORDS: Readonly<Record<Lang, BriefWords>> = { sv: SWEDISH, en: ENGLISH };
