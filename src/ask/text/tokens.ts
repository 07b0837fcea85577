// Pure. Text → words. Linear in the length, whatever the text.
import { expandChat } from "./chat-spelling.ts";
import { fold, normalise } from "./fold.ts";
import { stemOf } from "./stem.ts";

export interface Token {
  /** Lower case, as typed (after chat spelling has been written out). */
  readonly word: string;
  readonly folded: string;
  readonly stem: string;
  /** As typed, lower case: for ids. */
  readonly raw: string;
  /** The first letter, or all of it, was typed as a capital. */
  readonly capital: boolean;
  readonly allCaps: boolean;
  /** A comma, colon, full stop, … stood before this word. */
  readonly breakBefore: string;
}

/** Longer questions are cut: nobody asks in more, and the time for one question stays bounded. */
export const MAX_QUESTION = 600;
const MAX_TOKENS = 90;
// A word: letters and digits, with inner dashes, slashes, dots, commas and colons that bind ("0,5", "a-02", "op/iva", "t.o.m").
const WORD = /[\p{L}\p{N}§%]+(?:[-/.,:'_@+][\p{L}\p{N}]+)*/gu;

// Abbreviations written apart, of the same length with dots.
const SPACED = /(?<![\p{L}\d.])(?:t o m|fr o m|f o m|p g a|o s v|t ex|bl a)(?![\p{L}\d])/giu;

export function tokenise(text: string): Token[] {
  const cut = text
    .slice(0, MAX_QUESTION)
    .normalize("NFC")
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    // "T o m juni".
    .replace(SPACED, (said) => said.replaceAll(" ", "."));
  // In a text all in capitals a capital says nothing.
  const shouts = cut.length > 12 && cut === cut.toUpperCase();
  const tokens: Token[] = [];
  let end = 0;
  for (const match of cut.matchAll(WORD)) {
    // The last dot of "t.o.m." ends no sentence.
    const isAbbreviated = /\p{L}\.\p{L}+$/u.test(cut.slice(Math.max(0, end - 8), end));
    const between = cut.slice(end, match.index).replace(isAbbreviated ? /^\./ : /^$/, "");
    end = match.index + match[0].length;
    const isIdHead = /^\p{L}$/u.test(match[0]) && /^ ?\d/.test(cut.slice(end, end + 2));
    for (const [i, word] of (isIdHead ? [normalise(match[0])] : wordsAfter(tokens, match[0])).entries()) {
      const breakBefore = i === 0 ? between.trim().slice(0, 3) : "";
      // "Nä blev den gul": when, and no "nej".
      if (tokens.length === 1 && tokens[0]?.word === "nä" && breakBefore === "" && AFTER_WHEN.test(word))
        tokens[0] = tokenOf("när", tokens[0].raw, "");
      tokens.push(tokenOf(word, shouts ? match[0].toLowerCase() : match[0], breakBefore));
      if (tokens.length >= MAX_TOKENS) return tokens;
    }
  }
  return tokens;
}

const BEFORE_INFINITIVES = /^(vill|vilja|ska|skall|kan|skulle|måste|bör|borde|kunna|få|att)$/;

const AFTER_WHEN =
  /^(blev|blir|gick|ska|skall|kommer|börjar|började|startar|startade|slutar|slutade|måste|bytte|togs|tas|fattades)$/;

const BEFORE_IT = /^(går|gick|ligger|låg|står|stod|ser|såg|gått|funkar)$/;

// "Vi vill ha" is no hurried "vi vill har", "ska vi va klara" none of "vad", and "hur går e" none of "är".
function wordsAfter(said: readonly Token[], raw: string): readonly string[] {
  const word = normalise(raw);
  const before = said.at(-1);
  if (before && word === "ha" && BEFORE_INFINITIVES.test(before.word)) return ["ha"];
  if (word === "va" && said.slice(-2).some((token) => BEFORE_INFINITIVES.test(token.word))) return ["vara"];
  return before && word === "e" && BEFORE_IT.test(before.word) ? ["det"] : wordsOf(raw);
}

function wordsOf(raw: string): readonly string[] {
  // "IVA:s" is of IVA.
  return expandChat(splitSlash(normalise(raw).replace(/(?<=\p{L}):s$/u, "")));
}

// "kirurgen/ortopeden" is two words; "op/iva", "2/12" and e-mail addresses are one.
function splitSlash(word: string): readonly string[] {
  if (word.includes("@")) return [word];
  const parts = word.split("/");
  return parts.length > 1 && parts.every((part) => part.length > 3 && /^\p{L}+$/u.test(part)) ? parts : [word];
}

function tokenOf(word: string, raw: string, breakBefore: string): Token {
  return {
    word,
    folded: fold(word),
    stem: stemOf(word),
    raw: normalise(raw),
    capital: /^\p{Lu}/u.test(raw),
    allCaps: raw.length > 1 && raw === raw.toUpperCase() && /\p{Lu}/u.test(raw),
    breakBefore,
  };
}
