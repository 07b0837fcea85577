// Pure. Which words need no guessing, and how a word is written when another was meant.
import { PATTERNS } from "../lexicon/patterns.ts";
import { isLexiconWord } from "../lexicon/tag.ts";
import { fold } from "../text/fold.ts";
import { createVocabulary, typoDistance } from "../text/fuzzy.ts";
import { stemOf } from "../text/stem.ts";
import type { Token } from "../text/tokens.ts";
import { calendarWords, monthNumberOf, numberOf, ordinalOf, SEASONS } from "../when/calendar-words.ts";
import type { NameIndex } from "./name-index.ts";
import { keyOf } from "./name-words.ts";

export const lexicon = createVocabulary([...PATTERNS.words, ...calendarWords()]);

const LONGEST_WORD = 45;

// What is said in anger is never a misspelt term.
const OATHS =
  /^(va?fan|fan|faen|javla|javlar|jakla|helvete|skit|skiten|fuck|fucking|shit|wtf|damn|hell|satan|fasen|attans)$/;

/** Whether a word needs no guessing: in the lexicon, in a name of the plan, a time, a number or an id. */
export function isKnown(token: Token, index: NameIndex): boolean {
  if (OATHS.test(token.folded)) return true;
  if (/\d/.test(token.word) || token.word.length < 3 || token.word.length > LONGEST_WORD) return true;
  if (isLexiconWord(token) || index.vocabulary.has(token.folded) || index.byWord.has(keyOf(token))) return true;
  return (
    monthNumberOf(token.folded) !== null ||
    numberOf(token.folded) !== null ||
    ordinalOf(token.folded) !== null ||
    SEASONS.has(token.folded)
  );
}

export function replaced(token: Token, folded: string, index: NameIndex): Token {
  const word = index.written.get(folded) ?? writtenAs(folded, token.word);
  return { ...token, word, folded: fold(word), stem: stemOf(word) };
}

// "Vraa" may be "vara" or "våra": the one that lies nearer to what was typed. "Nar" may be "när" or "når": it stays.
function writtenAs(folded: string, typed: string): string {
  const forms = (PATTERNS.written.get(folded) ?? [])
    .map((form) => ({ form, far: typoDistance(typed, form) }))
    .sort((a, b) => a.far - b.far);
  const [first, second] = forms;
  return !first || (second && second.far === first.far) ? folded : first.form;
}
