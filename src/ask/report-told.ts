// Pure. What a chef tells of each line of a report in words, beside its colour: next step, date, cause, comment.
import { type IsoDate, isIsoDate } from "../lib/time.ts";
import { CAUSES, type Cause, type MeasureId, type ReportableState } from "../plan/plan.ts";
import { NEXT_STEP_LEAST, NEXT_STEP_MOST, needs } from "../plan/report-needs.ts";
import { dayOfWeek, lastDayOf, weekOf } from "../plan/week.ts";
import { type Heard, hear, mentionsOf } from "./grammar/heard.ts";
import type { Tag } from "./lexicon/tag.ts";
import type { World } from "./run/world.ts";
import type { When } from "./when/when.ts";

export interface Told {
  readonly cause: Cause | null;
  readonly nextStep: string | null;
  readonly doneBy: IsoDate | null;
  readonly comment: string | null;
}

interface Line {
  readonly measure: MeasureId;
  readonly state: ReportableState;
}

interface Clause {
  readonly text: string;
  readonly heard: Heard;
}

const MOST_CHARS = 2000;
// A full stop after a short word is that of "v. 50" or "kl. 8".
const BREAK = /(?<=[,;:!]|[\p{L}\d-]{3}\.)\s+|\s+[–-]\s+/u;
const LINKED = /(?<!\p{L})(?:för att|därför att|eftersom|pga|på grund av|då|men|because|since|due to|but)\s+\S.{3,}$/iu;
const DONE_WORD = /^(?:klar|klart|klara|senast|färdig|färdigt|färdiga|löst|åtgärdat|done|ready|finished|by|latest)$/;
const STEP_SAID = /(?<!\p{L})(?:nästa steg|next step)(?:\s+är|\s+is)?\s*:?\s+/iu;

/** Per line, in the order of `lines`. What is said before the first measure is about none of them. */
export function toldOf(world: World, typed: string, lines: readonly Line[]): readonly Told[] {
  const clauses = clausesOf(world, typed);
  const heads = headsOf(clauses, lines);
  return lines.map((line) => {
    const from = heads.get(line.measure);
    if (from === undefined) return { cause: null, nextStep: null, doneBy: null, comment: null };
    const to = Math.min(clauses.length, ...[...heads.values()].filter((at) => at > from));
    return tellingOf(clauses.slice(from, to), line.state, world.today);
  });
}

function clausesOf(world: World, typed: string): readonly Clause[] {
  const moment = { today: world.today, week: world.week, through: world.through };
  const texts = typed.trim().slice(0, MOST_CHARS).split(BREAK);
  return texts.map((text) => ({ text, heard: hear(text, world.whole.facts, moment) }));
}

// Where each line begins. Its name in passing, after that, is part of what is told ("svårt få stopp på övertiden").
function headsOf(clauses: readonly Clause[], lines: readonly Line[]): ReadonlyMap<MeasureId, number> {
  const heads = new Map<MeasureId, number>();
  for (const [at, { heard }] of clauses.entries())
    for (const mention of mentionsOf(heard, "measure"))
      for (const { ref, by } of mention.readings) {
        const line = ref.kind === "measure" ? lines.find(({ measure }) => measure === ref.id) : undefined;
        const isPlain = !mention.weak && by !== "words";
        if (line && !heads.has(line.measure) && (isPlain || heads.size === 0)) heads.set(line.measure, at);
      }
  return heads;
}

function tellingOf(clauses: readonly Clause[], state: ReportableState, today: IsoDate): Told {
  const isCalm = state === "on_track" || state === "done";
  const cause = isCalm ? null : causeIn(clauses.map(({ heard }) => heard));
  const dates = clauses.flatMap(({ heard }) => doneByIn(heard, today) ?? []);
  const text = withoutEnd(notesOf(clauses).join(" "));
  const [nextStep, comment] = isCalm ? ["", text] : stepAndComment(text, needs(state, "nextStep"));
  return {
    cause,
    nextStep: nextStep || null,
    doneBy: isCalm ? null : (dates.at(-1) ?? null),
    comment: comment || null,
  };
}

export function causeIn(all: readonly Heard[]): Cause | null {
  return CAUSES.find((cause) => cause !== "other" && all.some((heard) => heard.has(`cause.${cause}`))) ?? null;
}

// Of the clause with the name, and of a bare colour after it, only what is tied on ("gul eftersom …"); of the others all
// but a bare date or cause.
function notesOf(clauses: readonly Clause[]): readonly string[] {
  const isAwaited = !clauses[0]?.heard.tags.some(isColour);
  return clauses.flatMap(({ text, heard }, at) => {
    if (at === 0) return LINKED.exec(text)?.[0] ?? [];
    return isAccountedFor(heard) || WHO_REPORTS.test(text) || (at === 1 && isAwaited && isBareColour(heard))
      ? []
      : [text];
  });
}

// "Jag vikarierar för akutens chef": who gives the report, and no next step.
const WHO_REPORTS =
  /^(?:jag|vi|i|we)\s+(?:vikarierar|ersätter|täcker|är (?:ny |tf |t\.f\. )?(?:ersättare|vikarie|chef)|am standing in|stand in|am (?:the )?(?:deputy|acting))/iu;

const BARE = 3;

function isBareColour({ tokens, tags }: Heard): boolean {
  return tokens.length <= BARE && tags.some(isColour);
}

function isColour({ concept }: Tag): boolean {
  return concept.startsWith("state.");
}

function isAccountedFor(heard: Heard): boolean {
  return heard.tokens.every(
    (_, at) =>
      isDoneWord(heard, at) ||
      heard.whens.some((span) => span.start <= at && at < span.end) ||
      heard.tags.some((tag) => /^(?:stop|cause\.|at\.done_by)/.test(tag.concept) && tag.start <= at && at < tag.end),
  );
}

function isDoneWord({ tokens }: Heard, at: number): boolean {
  return DONE_WORD.test(tokens[at]?.word ?? "");
}

// "Klart 15 december", "senast v. 50", "2026-12-15" alone; another date is part of what is told.
function doneByIn(heard: Heard, today: IsoDate): IsoDate | null {
  const isSaid = heard.tokens.some((_, at) => isDoneWord(heard, at)) || isAccountedFor(heard);
  const days = heard.whens.flatMap((span) => {
    if (!isSaid && span.when.is !== "until") return [];
    const isWeek = heard.tokens.slice(span.start, span.end).some(({ word }) => /^(?:v|vecka|week)$/.test(word));
    return lastDayOfWhen(span.when, isWeek) ?? [];
  });
  const day = days.at(-1) ?? null;
  if (day === null || day >= today) return day;
  // "15 januari", said in November, is the one to come.
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return !/20\d\d/.test(heard.typed) && isIsoDate(next) && next >= today ? next : null;
}

const FRIDAY = 5;

// "Senast v. 50" is before that week is over.
function lastDayOfWhen(when: When, isWeek: boolean): IsoDate | null {
  if (when.is === "dates") return when.to;
  if (when.is === "until") return isWeek ? dayOfWeek(weekOf(when.date), FRIDAY) : when.date;
  if (when.is === "weeks") return dayOfWeek(when.to, FRIDAY);
  return when.is === "months" ? lastDayOf(when.to) : null;
}

// What is called the next step is it; else all of it is, where the colour needs one.
function stepAndComment(text: string, isNeeded: boolean): readonly [string, string] {
  const said = STEP_SAID.exec(text);
  const step = said ? text.slice(said.index + said[0].length) : isNeeded ? text : "";
  if (step.length < NEXT_STEP_LEAST) return ["", text];
  const before = said ? withoutEnd(text.slice(0, said.index)) : "";
  const [fits, rest] = split(step);
  return [fits, [before, rest].filter((part) => part !== "").join(", ")];
}

function withoutEnd(text: string): string {
  return text.replace(/[\s,;:]+$/u, "");
}

// What has no room in the next step goes on in the comment, from a whole word.
function split(text: string): readonly [string, string] {
  if (text.length <= NEXT_STEP_MOST) return [text, ""];
  const cut = text.lastIndexOf(" ", NEXT_STEP_MOST);
  const at = cut < NEXT_STEP_LEAST ? NEXT_STEP_MOST : cut;
  return [text.slice(0, at).trim(), text.slice(at).trim()];
}
