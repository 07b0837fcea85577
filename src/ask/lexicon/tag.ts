// Pure. Words → the concepts they stand for. Longer expressions win over the words inside them.
import type { Token } from "../text/tokens.ts";
import type { Concept } from "./concept.ts";
import { PATTERNS, type Pattern, type PatternWord } from "./patterns.ts";

export interface Tag {
  readonly concept: Concept;
  /** First word, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Only the beginning of a long word was met: "lokalplanering" by `lokal*`. */
  readonly loose: boolean;
  /** How many letters of the lexicon were met: of two readings of one word the more particular counts. */
  readonly letters: number;
  /** The expression has other words inside. */
  readonly gapped: boolean;
}

/** Every concept found. A concept inside a longer expression of another concept is left out, unless both are as long. */
export function tagConcepts(tokens: readonly Token[]): readonly Tag[] {
  const found: Tag[] = [];
  for (let start = 0; start < tokens.length; start++) {
    for (const pattern of candidatesAt(tokens[start] as Token)) {
      const end = matchEnd(pattern.words, tokens, start);
      if (end !== null)
        found.push({
          concept: pattern.concept,
          start,
          end,
          loose: isLoose(pattern.words, tokens, start),
          letters: lettersOf(pattern.words),
          gapped: pattern.words.some((word) => word.is === "gap"),
        });
    }
  }
  return withoutInner(dedupe(found));
}

/** Whether a word is in the lexicon as it stands (not counting long compounds under a `prefix*`). */
export function isLexiconWord(token: Token): boolean {
  if (PATTERNS.words.has(token.folded)) return true;
  if (token.folded.length >= 5 && PATTERNS.byStem.has(token.stem)) return true;
  return prefixesOf(token).some((prefix) => token.folded.length - prefix.length <= 4);
}

/** "Lämnade" is a form of "lämna", a word too small to name anything. */
export function isFormOfSmall(token: Token): boolean {
  const length = PATTERNS.smallStems.get(token.stem);
  return (
    length !== undefined &&
    token.folded.length >= 5 &&
    token.folded.length - length <= 3 &&
    !PATTERNS.contentWords.has(token.folded)
  );
}

function prefixesOf(token: Token): string[] {
  const patterns = PATTERNS.byPrefix.get(token.folded.slice(0, 3)) ?? [];
  return patterns.flatMap(({ words: [first] }) =>
    first?.is === "prefix" && token.folded.startsWith(first.prefix) ? [first.prefix] : [],
  );
}

function* candidatesAt(token: Token): Generator<Pattern> {
  yield* PATTERNS.byWord.get(token.folded) ?? [];
  for (const pattern of PATTERNS.byStem.get(token.stem) ?? []) {
    const first = pattern.words[0];
    if (first?.is === "word" && first.folded !== token.folded) yield pattern;
  }
  for (const pattern of PATTERNS.byPrefix.get(token.folded.slice(0, 3)) ?? []) yield pattern;
}

function matchEnd(words: readonly PatternWord[], tokens: readonly Token[], start: number): number | null {
  let at = start;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as PatternWord;
    if (word.is === "gap") {
      const rest = words.slice(i + 1);
      for (let skip = 0; skip <= 2; skip++) {
        const end = matchEnd(rest, tokens, at + skip);
        if (end !== null) return end;
      }
      return null;
    }
    const token = tokens[at];
    if (!token || !isMatch(word, token) || (at > start && isBreak(token.breakBefore))) return null;
    at++;
  }
  return at;
}

function isMatch(word: Exclude<PatternWord, { is: "gap" }>, token: Token): boolean {
  if (word.is === "prefix") return token.folded.startsWith(word.prefix);
  if (word.plain === token.word) return true;
  // å/ä/ö may be missing, but a word that stands in the lexicon as typed is that word: "var" is not "vår".
  if (PATTERNS.plainWords.has(token.word)) return false;
  if (word.folded === token.folded) return token.word === token.folded;
  // … and so is one that only lacks its marks: "andrades" is "ändrades" and no form of "ändra".
  if (PATTERNS.words.has(token.folded)) return false;
  if (word.stem === null || token.folded.length < 5 || word.stem !== token.stem) return false;
  // "Natten" is no form of "nåtts".
  const isMarked = word.plain !== word.folded && token.word === token.folded;
  return !isMarked || word.stem.length > 4 || token.folded.length <= word.folded.length;
}

function isLoose(words: readonly PatternWord[], tokens: readonly Token[], start: number): boolean {
  const [first] = words;
  return words.length === 1 && first?.is === "prefix" && (tokens[start]?.folded.length ?? 0) - first.prefix.length > 4;
}

function lettersOf(words: readonly PatternWord[]): number {
  return words.reduce(
    (sum, word) => sum + (word.is === "gap" ? 0 : word.is === "word" ? word.folded.length : word.prefix.length),
    0,
  );
}

function isBreak(between: string): boolean {
  return /[.;!?]/.test(between);
}

// "realiseringsgrad" by `realiseringsgrad*` and by `realiser*`.
function isMoreParticular(other: Tag, tag: Tag): boolean {
  return tag.end - tag.start === 1 && tag.loose && other.letters - tag.letters > 3;
}

function dedupe(tags: readonly Tag[]): Tag[] {
  const longest = new Map<string, Tag>();
  for (const tag of tags) {
    const key = `${tag.concept} ${tag.start}`;
    const known = longest.get(key);
    if (!known || tag.end > known.end) longest.set(key, tag);
  }
  return [...longest.values()];
}

function withoutInner(tags: readonly Tag[]): Tag[] {
  return tags.filter(
    (tag) =>
      tag.concept.startsWith("stop") ||
      !tags.some(
        (other) =>
          !other.gapped &&
          !other.concept.startsWith("stop") &&
          other.start <= tag.start &&
          tag.end <= other.end &&
          (other.end - other.start > tag.end - tag.start || isMoreParticular(other, tag)),
      ),
  );
}
