// The door of the verb: a question in words → an answer from the plan, within what the asker may see. Pure: no clock,
// no network; the plan carries its own `now`.
import type { Action } from "../plan/action.ts";
import { measureOf } from "../plan/facts.ts";
import { orgOf } from "../plan/organisation.ts";
import type { Lang, MeasureId, OrgId, Plan } from "../plan/plan.ts";
import { hiddenMeasures, restrict } from "../plan/restrict.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import type { Viewer } from "../plan/rights.ts";
import { throughText } from "../plan/format.ts";
import { defaultThrough, todayOf, weekNow } from "../plan/moment.ts";
import { decideWish } from "./act.ts";
import type { Answer, AnswerKind, Choice, DataDates } from "./answer.ts";
import { AskContext, isAlive } from "./context.ts";
import type { Refusal } from "./grammar/bounds.ts";
import { understand, type Understanding } from "./grammar/understand.ts";
import { type PlanQuery, PlanQuery as PlanQuerySchema } from "./schema.ts";
import { newPen, type Result } from "./run/pen.ts";
import { runQuery } from "./run/run.ts";
import { dataDates, measureName, orgName, type World, worldOf } from "./run/world.ts";
import { languageOf } from "./text/language.ts";
import { tokenise } from "./text/tokens.ts";
import { ask as askYesNo } from "./words/action-words.ts";
import { asOfText } from "./words/effect-words.ts";
import * as talk from "./words/talk-words.ts";

export { AskContext };
export type { Action, Answer, AnswerKind, Choice, DataDates, PlanQuery, Refusal };
export { answerCard } from "./card.ts";
export { parseYesNo } from "./yes-no.ts";

export interface Question {
  readonly text: string;
  /** Null: not in Personer. */
  readonly viewer: Viewer | null;
  readonly plan: Plan;
  /** The thread so far, or null. An old one (30 minutes) is left aside. */
  readonly context: AskContext | null;
  readonly rhythm: RhythmSettings;
  /** The asker's language where the words don't tell. */
  readonly lang?: Lang;
}

export interface Asked {
  readonly answer: Answer;
  /** To be given with the next question of the same conversation. */
  readonly context: AskContext;
  /** For the log of what was not understood: no names, only which words. */
  readonly unknownWords: readonly string[];
  /** Whether the built-in understanding was sure; when not, a model may propose a query for `executeQuery`. */
  readonly sure: boolean;
}

const MOST_CHOICES = 4;
const EMPTY: DataDates = { economy: null, staffing: null, reports: null };

/** Answers one question. Never throws for any text. */
export function ask(question: Question): Asked {
  const { plan, viewer } = question;
  const living = isAlive(question.context, plan.now) ? question.context : null;
  const lang = languageOf(tokenise(question.text)) ?? living?.lang ?? question.lang ?? viewer?.lang ?? "sv";
  if (!viewer) return refusedStranger(lang, plan);
  const world = makeWorld(question, viewer, lang);
  const moment = { today: todayOf(plan), week: weekNow(plan), through: defaultThrough(plan) };
  return answered(world, understand(question.text, plan.facts, moment, living), living);
}

/** Runs a query that did not come from words here: a button's, or one that a model proposed. Ids the asker may not see are refused. */
export function executeQuery(query: PlanQuery, question: Omit<Question, "text">): Asked {
  const lang = question.lang ?? question.viewer?.lang ?? "sv";
  if (!question.viewer) return refusedStranger(lang, question.plan);
  const world = makeWorld(question, question.viewer, lang);
  return run(world, PlanQuerySchema.parse(query), isAlive(question.context, question.plan.now) ? question.context : null, true);
}

/** Answers the turns of one conversation, one after the other. */
export function askAll(turns: readonly string[], question: Omit<Question, "text" | "context">): readonly Answer[] {
  let context: AskContext | null = null;
  return turns.map((text) => {
    const asked: Asked = ask({ ...question, text, context });
    context = asked.context;
    return asked.answer;
  });
}

function makeWorld(question: Omit<Question, "text">, viewer: Viewer, lang: Lang): World {
  return worldOf(question.plan, restrict(question.plan, viewer), hiddenMeasures(question.plan, viewer), viewer, question.rhythm, lang);
}

function refusedStranger(lang: Lang, plan: Plan): Asked {
  const answer: Answer = { kind: "refuse", lang, text: talk.REFUSALS.not_in_plan[lang], facts: [], measures: [], orgs: [], choices: [], asOf: EMPTY, query: null, followUps: [] };
  return { answer, context: { query: null, listed: { measures: [], orgs: [] }, pending: null, lang, at: plan.now }, unknownWords: [], sure: true };
}

function answered(world: World, understood: Understanding, context: AskContext | null): Asked {
  switch (understood.is) {
    case "refuse":
      return refused(world, understood.why, [], context);
    case "unknown":
      return unknown(world, understood.words, context);
    case "clarify":
      return clarified(world, understood, context);
    case "wish":
      return wished(world, understood, context);
    case "query":
      return run(world, understood.query, context, understood.sure);
  }
}

function run(world: World, query: PlanQuery, context: AskContext | null, sure: boolean): Asked {
  const pen = newPen(world);
  const result = runQuery(world, query, pen);
  if (result.refuse) return refused(world, result.refuse, result.lines, context);
  if (result.lines.length === 0) return unknown(world, [], context);
  const text = [...result.lines, ...asOfLine(world, query, result)].join("\n");
  const answer: Answer = {
    kind: "answer", lang: world.lang, text, facts: pen.facts.filter((fact) => Number.isFinite(fact.value)), measures: result.measures ?? [], orgs: result.orgs ?? [], choices: [],
    asOf: dataDates(world), query, followUps: (result.followUps ?? []).slice(0, 3), ...(result.chart && { chart: result.chart }),
  };
  return { answer, context: threadAfter(world, query, answer), unknownWords: [], sure };
}

// Figure or fact first, then period and data date.
function asOfLine(world: World, query: PlanQuery, result: Result): string[] {
  const isMoney = ["status", "figure", "compare", "breakdown", "rank", "list", "share", "why", "needed", "reach", "trust", "series"].includes(query.intent);
  return isMoney && result.lines.length > 0 ? [asOfText(world.lang, throughText(world.through, world.lang, world.today))] : [];
}

const UNTHREADED: ReadonlySet<string> = new Set(["help", "hello", "thanks", "about_bot", "public", "definition", "data_age", "source", "plan_info", "deadline"]);

function threadAfter(world: World, query: PlanQuery, answer: Answer): AskContext {
  const listed = { measures: answer.measures.slice(0, 200), orgs: answer.orgs.slice(0, 200) };
  return { query: UNTHREADED.has(query.intent) ? null : query, listed, pending: null, lang: world.lang, at: world.whole.now };
}

function plain(world: World, kind: AnswerKind, text: string, more: Partial<Answer> = {}): Answer {
  return { kind, lang: world.lang, text, facts: [], measures: [], orgs: [], choices: [], asOf: dataDates(world), query: null, followUps: [], ...more };
}

function kept(world: World, context: AskContext | null): AskContext {
  return { query: context?.query ?? null, listed: context?.listed ?? { measures: [], orgs: [] }, pending: null, lang: world.lang, at: world.whole.now };
}

function refused(world: World, why: Refusal, lines: readonly string[], context: AskContext | null): Asked {
  const text = [talk.REFUSALS[why][world.lang], ...lines].join("\n");
  return { answer: plain(world, "refuse", text), context: kept(world, context), unknownWords: [], sure: true };
}

function unknown(world: World, words: readonly string[], context: AskContext | null): Asked {
  const examples = talk.EXAMPLES[world.lang];
  const text = talk.unknownText(world.lang, words, examples);
  return { answer: plain(world, "unknown", text, { followUps: examples }), context: kept(world, context), unknownWords: words, sure: false };
}

function clarified(world: World, asked: Extract<Understanding, { is: "clarify" }>, context: AskContext | null): Asked {
  // What the asker may not see is no choice either.
  const measures = asked.measures.filter((id) => !world.hidden.has(id));
  if (measures.length === 0 && asked.orgs.length === 0) return refused(world, "undecided", [], context);
  const all: Choice[] = [...measures.map((id) => choiceOfMeasure(world, id)), ...asked.orgs.map((id) => choiceOfOrg(world, id))];
  const choices = all.slice(0, MOST_CHOICES);
  const text = talk.clarifyText(world.lang, asked.words, choices.map((choice) => choice.label), all.length - choices.length);
  const pending = { text: asked.asked.slice(0, 600), measures: [...measures].slice(0, 100), orgs: [...asked.orgs].slice(0, 100) };
  const answer = plain(world, "clarify", text, { choices, followUps: choices.map((choice) => choice.label) });
  return { answer, context: { ...kept(world, context), pending }, unknownWords: [], sure: true };
}

function choiceOfMeasure(world: World, id: MeasureId): Choice {
  const measure = measureOf(world.plan.facts, id);
  return { label: measure ? measureName(measure) : id, measures: [id], orgs: [] };
}

function choiceOfOrg(world: World, id: OrgId): Choice {
  const org = orgOf(world.plan.facts, id);
  const twins = world.plan.facts.orgs.filter((other) => other.name === org?.name).length;
  const parent = org?.parent ? orgName(world, org.parent) : null;
  return { label: twins > 1 && parent ? `${org?.name ?? id} (${parent})` : (org?.name ?? id), measures: [], orgs: [id] };
}

function wished(world: World, asked: Extract<Understanding, { is: "wish" }>, context: AskContext | null): Asked {
  const outcome = decideWish(world, asked.wish, asked.heard, asked.prefer);
  switch (outcome.is) {
    case "refuse":
      return refused(world, outcome.why, [], context);
    case "unknown":
      return unknown(world, [], context);
    case "tell":
      return { answer: plain(world, "answer", outcome.lines.join("\n"), { orgs: outcome.orgs }), context: kept(world, context), unknownWords: [], sure: true };
    case "clarify": {
      const pending = { text: asked.asked.slice(0, 600), measures: [], orgs: outcome.choices.flatMap((choice) => choice.orgs) };
      const text = [outcome.line, ...outcome.choices.map((choice) => `• ${choice.label}`)].join("\n");
      return { answer: plain(world, "clarify", text, { choices: outcome.choices, followUps: outcome.choices.map((choice) => choice.label) }), context: { ...kept(world, context), pending }, unknownWords: [], sure: true };
    }
    case "confirm":
      return { answer: plain(world, "confirm", [...outcome.lines, askYesNo(world.lang)].join("\n"), { action: outcome.action, measures: outcome.measures, orgs: outcome.orgs }), context: kept(world, context), unknownWords: [], sure: true };
  }
}

/** The answer after a Nej to a confirm: nothing was done. */
export function declined(question: Omit<Question, "text">): Answer {
  const lang = question.context?.lang ?? question.lang ?? question.viewer?.lang ?? "sv";
  return { kind: "answer", lang, text: talk.NOTHING_DONE[lang], facts: [], measures: [], orgs: [], choices: [], asOf: EMPTY, query: null, followUps: [] };
}
