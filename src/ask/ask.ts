// The door of the verb: a question in words → an answer from the plan, within what the asker may see. Pure: no clock,
// no network; the plan carries its own `now`.

import type { Action } from "../plan/action.ts";
import { defaultThrough, todayOf, weekNow } from "../plan/moment.ts";
import { hasPersonalNumber } from "../plan/personal-number.ts";
import type { Lang, Plan } from "../plan/plan.ts";
import { hiddenMeasures, restrict } from "../plan/restrict.ts";
import type { RhythmSettings } from "../plan/rhythm.ts";
import type { Viewer } from "../plan/rights.ts";
import type { Answer, AnswerKind, Choice, DataDates } from "./answer.ts";
import { answered, refusedStranger, run } from "./answering.ts";
import { answerCard } from "./card.ts";
import { AskContext, isAlive } from "./context.ts";
import type { Refusal } from "./grammar/bounds.ts";
import { understand } from "./grammar/understand.ts";
import { type AskableNames, askableNames } from "./model-names.ts";
import { withNearQuestion } from "./near-question.ts";
import { type Asked, EMPTY, refused } from "./plain-answer.ts";
import { readProposed } from "./proposed.ts";
import { type World, worldOf } from "./run/world.ts";
import { PlanQuery } from "./schema.ts";
import { languageOf } from "./text/language.ts";
import { tokenise } from "./text/tokens.ts";
import { answerBoth } from "./two-questions.ts";
import { answerTimes } from "./two-times.ts";
import * as talk from "./words/talk-words.ts";
import { parseYesNo } from "./yes-no.ts";

export type { Action, Answer, AnswerKind, AskableNames, Asked, Choice, DataDates, Refusal };
export { AskContext, answerCard, askableNames, PlanQuery, parseYesNo };

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

/** Answers one question. Never throws for any text. */
export function ask(question: Question): Asked {
  const { plan, viewer } = question;
  const living = isAlive(question.context, plan.now) ? question.context : null;
  const lang = langOf(question, living);
  if (!viewer) return refusedStranger(lang, plan);
  const world = makeWorld(question, viewer, lang);
  // Whatever it is about, and before it is understood: it must neither be played back nor kept.
  if (hasPersonalNumber(question.text, world.today)) return refused(world, "personal_number", [], living);
  const moment = { today: todayOf(plan), week: weekNow(plan), through: defaultThrough(plan) };
  const understood = understand(question.text, plan.facts, moment, living);
  const asked =
    answerTimes(world, understood, moment, living) ??
    answerBoth(world, question.text, understood, moment, living) ??
    answered(world, understood, living);
  return withNearQuestion(world, question.text, asked, moment, living);
}

/** Runs a query that did not come from words here. Ids the asker may not see are refused. */
export function executeQuery(query: PlanQuery, question: Omit<Question, "text">): Asked {
  const lang = question.lang ?? question.viewer?.lang ?? "sv";
  if (!question.viewer) return refusedStranger(lang, question.plan);
  const world = makeWorld(question, question.viewer, lang);
  return run(
    world,
    PlanQuery.parse(query),
    isAlive(question.context, question.plan.now) ? question.context : null,
    true,
  );
}

/** Whether a question was not understood, so that a query from elsewhere may help. */
export function isUnsure({ answer, sure }: Asked): boolean {
  return !sure && (answer.kind === "unknown" || answer.kind === "clarify");
}

/**
 * The answer by a query that a model proposed for a question, told with how it was understood. Null when it is no query,
 * reaches outside the question or what the asker may see, or gives no answer.
 */
export function answerProposed(value: unknown, question: Question): Asked | null {
  const { plan, viewer, text, context } = question;
  if (!viewer) return null;
  const query = readProposed(value, restrict(plan, viewer).facts, text);
  if (!query) return null;
  const asked = executeQuery(query, {
    ...question,
    lang: langOf(question, isAlive(context, plan.now) ? context : null),
  });
  const { answer } = asked;
  if (answer.kind !== "answer") return null;
  return { ...asked, answer: { ...answer, text: [answer.text, answer.understood].join("\n") } };
}

function langOf({ text, lang, viewer }: Question, living: AskContext | null): Lang {
  return languageOf(tokenise(text)) ?? living?.lang ?? lang ?? viewer?.lang ?? "sv";
}

/** Answers the turns of one conversation, one after the other. */
export function askAll(turns: readonly string[], question: Omit<Question, "text" | "context">): readonly Answer[] {
  let context: AskContext | null = null;
  let before: Answer["kind"] | null = null;
  return turns.map((text) => {
    const isSettled = before === "confirm" && parseYesNo(text) !== null;
    before = null;
    // Nothing is carried out here: that is for the place where the question was put.
    if (isSettled) {
      const nothing = declined({ ...question, context });
      return parseYesNo(text) === "no" ? nothing : { ...nothing, text: talk.NOT_HERE[nothing.lang] };
    }
    const asked: Asked = ask({ ...question, text, context });
    context = asked.context;
    before = asked.answer.kind;
    return asked.answer;
  });
}

function makeWorld(question: Omit<Question, "text">, viewer: Viewer, lang: Lang): World {
  const hidden = hiddenMeasures(question.plan, viewer);
  return worldOf(question.plan, restrict(question.plan, viewer, hidden), hidden, viewer, question.rhythm, lang);
}

/** The answer after a Nej to a confirm: nothing was done. */
export function declined(question: Omit<Question, "text">): Answer {
  const lang = question.context?.lang ?? question.lang ?? question.viewer?.lang ?? "sv";
  return {
    kind: "answer",
    lang,
    text: talk.NOTHING_DONE[lang],
    facts: [],
    measures: [],
    orgs: [],
    choices: [],
    asOf: EMPTY,
    query: null,
    followUps: [],
  };
}
