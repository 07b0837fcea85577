// Pure. A question of which a word was not understood: what it comes to without that word, to be offered first. It is
// never answered unasked: the word may have been what mattered.
import { answered } from "./answering.ts";
import type { AskContext } from "./context.ts";
import { understand } from "./grammar/understand.ts";
import { type Asked, unknown } from "./plain-answer.ts";
import { queryInWords } from "./run/understood.ts";
import type { World } from "./run/world.ts";
import { says } from "./text/says.ts";
import { tokenise } from "./text/tokens.ts";
import type { Moment } from "./when/when.ts";

const FEWEST_LEFT = 2;

/** The same, with the nearest question that has an answer among what is offered. */
export function withNearQuestion(
  world: World,
  text: string,
  asked: Asked,
  moment: Moment,
  context: AskContext | null,
): Asked {
  if (asked.answer.kind !== "unknown") return asked;
  const near = withoutWords(text, asked.unknownWords);
  if (near === null) return asked;
  const { kind, query } = answered(world, understand(near, world.whole.facts, moment, context), context).answer;
  if (kind !== "answer" || query === null) return asked;
  return unknown(world, asked.unknownWords, context, { text: near, read: queryInWords(world, query) });
}

/** Null where too little is left, or a word that hangs on another ("på tisdagar") would leave that one hanging. */
export function withoutWords(text: string, words: readonly string[]): string | null {
  if (new Set(words).size !== 1) return null;
  const typed = tokenise(text).map(({ raw }) => raw);
  const isLeftOut = typed.map((raw) => words.includes(raw));
  const hangs = typed.some((raw, at) => says(raw, HANGS_ON) && isLeftOut[at + 1] === true && !isLeftOut[at]);
  const left = typed.filter((_, at) => !isLeftOut[at]);
  return hangs || left.length === typed.length || left.length < FEWEST_LEFT ? null : left.join(" ");
}

const HANGS_ON =
  "på|för|i|hos|inom|med|om|av|till|från|vid|mot|åt|per|under|efter|före|utan|än|den|det|de|en|ett|vilken|vilka|inte|at|in|of|for|about|with|from|on|to|by|per|the|a|an|than|which|not";
