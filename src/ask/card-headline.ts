// Pure. What stands large on the card: a line of the answer split at its figure. Nothing is said that the text does not say.
import type { Lang, State } from "../plan/plan.ts";
import type { Answer } from "./answer.ts";
import { readState } from "./card-state.ts";
import { firstFigure } from "./card-writings.ts";

export interface Headline {
  /** What it is about: `Hela planen`. */
  readonly subject: string;
  readonly state: { readonly is: State; readonly text: string } | null;
  /** With the stage's word and the period: `Realiserad effekt t.o.m. oktober`. */
  readonly label: string;
  /** `145,0 mkr` */
  readonly figure: string;
  /** `av planerade 176,8 mkr (82 %)` */
  readonly below: string;
  /** The first sentence, where there is no figure. */
  readonly lead: string;
  /** The lines that are left, in order. */
  readonly rest: readonly string[];
}

/** So much before a figure still reads as its label. */
const LABEL_MOST = 160;
/** A list that starts at once has no headline. */
const BULLET = "•";

export function headlineOf(answer: Answer, lines: readonly string[]): Headline {
  const [first = "", ...rest] = lines;
  if (first.startsWith(BULLET) || isAboutSeveral(answer)) return { ...EMPTY, rest: lines };
  const state = readState(first, answer.lang);
  if (state) return stateHeadline(answer, state, rest);
  const wantsEffect = answer.query?.intent === "status" && isCount(first, answer);
  const at = wantsEffect ? lines.findIndex((line) => isRealised(line, answer)) : 0;
  const split = at === -1 ? null : splitAtFigure(lines[at] ?? "", answer);
  if (!split) return givenHeadline(answer, lines) ?? leadHeadline(first, rest);
  const subject = at === 0 ? split.subject : (subjectOf(first)?.subject ?? "");
  return { ...EMPTY, ...split, subject, rest: [...split.after, ...without(lines, at, subject)] };
}

const EMPTY: Headline = { subject: "", state: null, label: "", figure: "", below: "", lead: "", rest: [] };

function stateHeadline(
  answer: Answer,
  state: NonNullable<ReturnType<typeof readState>>,
  rest: readonly string[],
): Headline {
  const head = { ...EMPTY, subject: state.subject, state: { is: state.state, text: withoutStop(state.text) } };
  const at = rest.findIndex((line) => isRealised(line, answer));
  const split = at === -1 ? null : splitAtFigure(rest[at] ?? "", answer);
  if (!split) return { ...head, rest };
  const { label, figure, below } = split;
  const whole = [split.subject, label].filter(Boolean).join(" ");
  return { ...head, label: whole, figure, below, rest: [...rest.slice(0, at), ...split.after, ...rest.slice(at + 1)] };
}

/** Which figure is the one asked for, where the words alone don't tell; the sentences then stand whole. */
function givenHeadline(answer: Answer, lines: readonly string[]): Headline | null {
  const { headline } = answer;
  if (!headline || !lines[0]?.includes(headline.value)) return null;
  return { ...EMPTY, label: headline.label, figure: headline.value, rest: lines };
}

function leadHeadline(first: string, rest: readonly string[]): Headline {
  const [sentence, after] = firstSentence(first);
  const named = subjectOf(sentence);
  const lead = withoutStop(named ? capital(named.rest) : sentence);
  return { ...EMPTY, subject: named?.subject ?? "", lead, rest: [...after, ...rest] };
}

interface Split {
  readonly subject: string;
  readonly label: string;
  readonly figure: string;
  readonly below: string;
  /** Sentences that follow. */
  readonly after: readonly string[];
}

/** Null when it can't be told where the figure stands. */
export function splitAtFigure(line: string, { facts, lang }: Pick<Answer, "facts" | "lang">): Split | null {
  const [sentence, after] = firstSentence(line);
  const place = firstFigure(sentence, facts, lang);
  if (!place) return null;
  const end = place.fact.unit === "mkr" || place.fact.unit === "%" ? place.end : withUnit(sentence, place.end, lang);
  const { subject, rest } = lastSubject(sentence.slice(0, place.start));
  if (rest.length > LABEL_MOST) return null;
  return {
    subject,
    label: capital(rest.replace(/[\s,:–]+$/u, "")),
    figure: sentence.slice(place.start, end).trim(),
    below: withoutStop(sentence.slice(end).replace(/^[\s,:–]+/u, "")),
    after,
  };
}

const BINDING = "av|of|i|in|är|are|is|har|have|has|som|and|och|mot|per|by|to|till|with|med";
/** A word of its own kind: `86,4 årsarbetare (…`, but not the first of several. */
const UNIT_WORD = new RegExp(`^ (?!(?:${BINDING})\\b)\\p{L}[\\p{L}-]*(?=[.,;:(]|$| \\(| –| (?:${BINDING}) )`, "u");

/** `26` → `26 av 31` · `86,4` → `86,4 årsarbetare`; a word that only binds is left to what follows. */
function withUnit(line: string, end: number, lang: Lang): number {
  const rest = line.slice(end);
  const of = (lang === "sv" ? /^ av [\d\u00a0]*\d(?=[ .]|$)/ : /^ of [\d,]*\d(?=[ .]|$)/).exec(rest);
  if (of) return end + of[0].length;
  const word = UNIT_WORD.exec(rest);
  return end + (word?.[0].length ?? 0);
}

/** The subject stands before the last colon or dash ahead of the figure. */
function lastSubject(before: string): { readonly subject: string; readonly rest: string } {
  const colon = before.lastIndexOf(": ");
  if (colon !== -1) return { subject: before.slice(0, colon).trim(), rest: before.slice(colon + 2).trim() };
  const dash = before.lastIndexOf(" – ");
  return dash === -1
    ? { subject: "", rest: before.trim() }
    : { subject: before.slice(0, dash).trim(), rest: before.slice(dash + 3).trim() };
}

/** What stands before the first colon, but not within a bracket. */
export function subjectOf(line: string): { readonly subject: string; readonly rest: string } | null {
  for (let at = line.indexOf(": "); at > 0; at = line.indexOf(": ", at + 1)) {
    const before = line.slice(0, at);
    if (before.lastIndexOf("(") <= before.lastIndexOf(")"))
      return { subject: before.trim(), rest: line.slice(at + 2).trim() };
  }
  return null;
}

/** A number and a stop at the start is no sentence. */
const SENTENCE_END = /(?<=.{10})(?:\p{L}{3}|[)"”\d%])\. (?=[\p{Lu}\d])/u;

/** The first sentence of a line, and what comes after it. An abbreviation (t.o.m., v.) ends none. */
function firstSentence(line: string): readonly [string, readonly string[]] {
  const end = SENTENCE_END.exec(line);
  if (!end) return [line, []];
  const at = end.index + end[0].length - 1;
  return [line.slice(0, at), [line.slice(at + 1)]];
}

function isCount(line: string, { facts, lang }: Answer): boolean {
  return firstFigure(line, facts, lang)?.fact.name === "count";
}

function isRealised(line: string, { facts, lang }: Answer): boolean {
  return !line.startsWith(BULLET) && firstFigure(line, facts, lang)?.fact.name === "realised";
}

/** Side by side, no figure is the one. */
export function isAboutSeveral({ query }: Answer): boolean {
  return query !== null && (query.intent === "compare" || query.orgs.length > 1 || query.measures.length > 1);
}

/** The other lines; the first without the subject that already stands above. */
function without(lines: readonly string[], at: number, subject: string): readonly string[] {
  return lines.flatMap((line, index) => {
    if (index === at) return [];
    return index === 0 && subject !== "" ? [capital(line.slice(subject.length + 2))] : [line];
  });
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
}

export function withoutStop(text: string): string {
  return text.replace(/[.:]$/, "");
}
